import { fill, type Interact } from "../interaction.ts";
import { findMeant } from "../spelling.ts";
import type { Blanks } from "./model.d.ts";
import { filled } from "./play.ts";

/** What was filled in, each with its gap, `b.receipt`: a gap may be left, and two may say the same. */
export default (({ gaps, accepted, typos = 0 }, response, language) => {
  const words = (id: string) => accepted[id] ?? [];
  const typed = gaps.flatMap(({ id }) => filled(response, id).map((text) => `${id}.${text}`));
  const most = Math.max(1, ...gaps.map(({ id, right }) => (right ? 1 : words(id).length)));
  const ways = [...Array(most).keys()].map((way) => gaps.map(({ id, right }) => `${id}.${right ?? words(id)[way] ?? words(id)[0]}`));
  const meant = gaps.flatMap(({ id, right }) => {
    const [text = ""] = filled(response, id);
    const word = right ? (text === right ? right : undefined) : findMeant(text, words(id), typos);
    return word === undefined ? [] : [`${id}.${word}`];
  });
  return fill(typed, ways, meant.length === gaps.length ? meant : undefined, language);
}) satisfies Interact<Blanks>;
