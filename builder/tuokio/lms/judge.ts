/** How a learner stands in a course, as a learning platform may know it. Pure. */
import type { Course } from "../player/outline.ts";
import { ofCourse, ofModule } from "../player/progress.ts";
import type { State } from "../record/fold.ts";

export interface Standing {
  /** What the course asks for is done: every module, and the share of the points where it asks for one. */
  completed: boolean;
  /** Whether that is a pass, where the course judges. False is what only a platform has said: who has not passed yet may go on, and platforms open for reading only what they have as failed. */
  passed?: boolean | undefined;
  /** The share of the points, 0…1. Platforms judge by it, so a course that judges gives none before it is passed: early points are no pass, and no failure. */
  score?: number | undefined;
  /** The share of the steps that are finished, 0…1, where a platform wants it (`measure`). */
  progress?: number | undefined;
}

/** What the record says in the course as it is now. Shares are cut to four decimals, so that none is rounded up to a mark it does not reach. */
export function judge(course: Course, state: State): Standing {
  const { share, completed } = ofCourse(course, state);
  if (course.mastery === null) return { completed, score: course.points ? cut(share) : undefined };
  return completed ? { completed, passed: true, score: Math.max(cut(share), course.mastery) } : { completed };
}

/** The share of the steps that are finished: of a course that is done, all. */
export function measure(course: Course, state: State): number {
  const [done, all] = course.modules.reduce(([done, all], entry) => [done + ofModule(entry, state).steps, all + entry.steps], [0, 0]);
  return ofCourse(course, state).completed ? 1 : cut(done / (all || 1));
}

/**
 * What the platform is to know from now on, by what it knows: nothing is ever taken back. A course that has changed asks its learner to catch up;
 * who had passed stays passed in the platform.
 */
export const raise = (known: Standing, now: Standing): Standing => ({
  completed: known.completed || now.completed,
  passed: now.passed || known.passed,
  score: (now.score ?? -1) > (known.score ?? -1) ? now.score : known.score,
  progress: Math.max(known.progress ?? 0, now.progress ?? 0),
});

const cut = (share: number) => Math.floor(share * 1e4 + 1e-5) / 1e4;
