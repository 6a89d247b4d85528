/**
 * What a learning platform is to the player: it knows who learns, keeps results too, and is told of new ones.
 * The record on the device stays whole beside it; the two are joined, never overwritten. Only packages for platforms bring one.
 */
import type { Course } from "../player/outline.ts";
import type { Log } from "../record/log.ts";

export interface Platform {
  /** Who learns, by the platform's own name for them, so that a shared device keeps everyone's record apart. Empty where no platform was found. */
  readonly learner: string;
  /** What is to be said above the page, by its phrase; empty where all is well; nothing where the platform makes no difference to what the log says. */
  notice(log: Log): string | undefined;
  /** Join what the platform has with the record, and tell it from now on. `course` is the learner's, as it is at the time; `load` brings what that takes and the first page does without. */
  attend(log: Log, course: () => Course, load: (course: Course) => Promise<unknown>): Promise<void>;
}

/** Finds the platform that has opened the course, and begins a session with it. Never rejects. */
export type Connect = () => Promise<Platform>;
