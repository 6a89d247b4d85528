/** How questions went, of nobody in particular: first answers, and of those only what can be counted. */
import type { Course } from "../../player/outline.ts";
import type { Statistics } from "../../record/statistics.d.ts";
import type { State } from "../../record/fold.ts";

/** The questions that may be counted, by the ids of their options, parted by spaces. */
export type Counted = Record<string, string[]>;

/**
 * Of every question that may be counted, how it was answered first. Of what was chosen only ids that its author gave are kept, so nothing
 * that was typed can be among them; in the order of names and not of answering.
 */
export function tally(course: Course, counted: Counted, state: State, sheet: string): Statistics {
  const options = new Map(Object.entries(counted).flatMap(([parts, ids]) => ids.map((id): [string, string[]] => [id, parts ? parts.split(" ") : []])));
  const items: Statistics["items"] = {};
  for (const [key, { attempts }] of state.items) {
    const id = key.slice(key.lastIndexOf("/") + 1);
    const [first] = attempts;
    const known = options.get(id);
    if (!first || !known || items[id]) continue;
    const chosen = known.filter((option) => first.response.includes(option));
    items[id] = { rev: first.rev ?? "", score: first.score, ...(chosen.length && { options: chosen }) };
  }
  const sorted = Object.keys(items).sort().map((id) => [id, items[id]!] as const);
  return { course: course.id, version: course.version, content: course.content, sheet, items: Object.fromEntries(sorted) };
}

/** The name of a learner's sheet: one and the same however often it is sent, and made of what no completion holds, so that it leads to nobody. */
export const nameSheet = (course: Course, { seed }: State, digest: (text: string) => string): string => digest(`statistics ${course.id} ${seed}`).toLowerCase();
