/** What a package knows of the numbers that `course.lock` has given to ids (`ordinals.py`). A number is never given to another. */
import { digest } from "./rows.ts";

/** An item by its number: its id, and as long as it is there its revision, its points, what closed answers name, `a b c`, and which of its meanings it has now, if it is not the first. */
export type NumberedItem = [id: string, rev?: string, points?: number, choices?: string, meaning?: number];

export interface Ordinals {
  /** The course's id. */
  course: string;
  modules: string[];
  /** `module/step`. */
  steps: string[];
  items: NumberedItem[];
  /** What exams weigh, by module. */
  exams?: Record<string, number>;
}

/** The ids of modules, steps and items, in the order of their numbers. */
export const idsOf = ({ modules, steps, items }: Ordinals): string[][] => [modules, steps, items.map(([id]) => id)];

/**
 * Twelve bits each of the first 1, 2, 4, … modules, steps and items of so many, up to all of them: by these two packages find out whether their
 * numbers mean the same, whichever is the newer. Only rungs for which all ids are known here.
 */
export function ladder(ordinals: Ordinals, counts: number[]): (number | undefined)[] {
  return Array.from({ length: 33 - Math.clz32(Math.max(...counts, 1) - 1) }, (_, rung) => {
    let hash = digest(ordinals.course);
    for (const [kind, ids] of idsOf(ordinals).entries()) {
      const count = Math.min(2 ** rung, counts[kind]!);
      if (count > ids.length) return undefined;
      for (const id of ids.slice(0, count)) hash = digest(`${id}\n`, hash);
    }
    return hash >>> 20;
  });
}
