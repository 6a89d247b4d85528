import type { Interact } from "../interaction.ts";
import type { TrueFalse } from "./model.d.ts";

export default (({ correct }, response) => {
  const [verdict, another] = ["true", "false"].filter((one) => response.includes(one));
  return verdict && !another ? { type: "true-false", response: verdict, correct: [String(correct)] } : undefined;
}) satisfies Interact<TrueFalse>;
