/* Generated from backup.py by `make types`. Do not edit. */

/**
 * A copy of one learner's record in one course.
 */
export interface Backup {
  course: string;
  title: string;
  made: string;
  events: import("./event.d.ts").Event[];
  damaged?: unknown[];
}
