/** What of a course runs out, and when. Pure. */
import type { Course, Entry } from "../../player/outline.ts";
import { validUntil } from "../../player/standing/standing.ts";
import type { State } from "../../record/fold.ts";

const AHEAD = 14 * 86_400_000; // milliseconds before it runs out in which it may be renewed

export interface Term {
  entry: Entry;
  /** The last moment at which it holds, in milliseconds. */
  until: number;
  stage: "holds" | "soon" | "lapsed";
}

/** The modules of the learner's own course that were passed for some time, what runs out first in front. */
export function listTerms(course: Course, state: State, now: number): Term[] {
  return course.modules
    .flatMap((entry): Term[] => {
      const until = validUntil(course, state, entry.id);
      return until === undefined ? [] : [{ entry, until, stage: now > until ? "lapsed" : now > until - AHEAD ? "soon" : "holds" }];
    })
    .sort((one, other) => one.until - other.until);
}
