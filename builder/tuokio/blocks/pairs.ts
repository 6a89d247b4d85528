/** Questions answered in pairs, `part.option`: one option for each part, such as the bucket of a thing. */
import type { Response } from "./control.ts";
import type { Grade } from "./question.ts";

export interface Paired {
  id: string;
  /** The option that is right for it. */
  right: string;
  /** Those it can be given. */
  options: readonly string[];
}

/** The option chosen for each part, if both are of this question; named twice, the first counts. */
export function readPairs(parts: Paired[], response: Response): Map<string, string> {
  const options = new Map(parts.map((part) => [part.id, part.options]));
  const chosen = new Map<string, string>();
  for (const pair of response) {
    const dot = pair.indexOf(".");
    const [part, option] = [pair.slice(0, dot), pair.slice(dot + 1)];
    if (!chosen.has(part) && options.get(part)?.includes(option)) chosen.set(part, option);
  }
  return chosen;
}

/** The share of parts that were given what is right for them; these stay when the others are tried again. */
export function gradePairs(parts: Paired[], response: Response): Grade {
  const chosen = readPairs(parts, response);
  const right = parts.filter((part) => chosen.get(part.id) === part.right);
  const missed = parts.filter((part) => !right.includes(part));
  return {
    score: right.length / parts.length,
    marks: Object.fromEntries([...chosen.keys()].map((id) => [id, right.some((part) => part.id === id) ? "right" : "wrong"])),
    missed: missed.map(({ id }) => id),
    keep: right.map((part) => `${part.id}.${part.right}`),
    answers: Object.fromEntries(missed.map((part) => [part.id, part.right])),
  };
}
