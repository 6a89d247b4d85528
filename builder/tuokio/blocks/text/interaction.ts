import { fill, type Interact } from "../interaction.ts";
import { findMeant } from "../spelling.ts";
import type { Text } from "./model.d.ts";

export default (({ answers, typos = 0, wrong }, response, language) => {
  if (response.length !== 1) return;
  const meant = findMeant(response[0]!, answers, typos, wrong);
  return fill(response, answers.map((answer) => [answer]), meant === undefined ? undefined : [meant], language);
}) satisfies Interact<Text>;
