/* Generated from event.py by `make types`. Do not edit. */

/**
 * One event of a learner record.
 */
export type Event = Opened | Finished | Drafted | Answered | Hinted | Preferred;

/**
 * A step was shown. `of` is `module/step`.
 */
export interface Opened {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "opened";
  of: string;
}
/**
 * A step (`module/step`) or a whole module (`module`) was finished.
 */
export interface Finished {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "finished";
  of: string;
}
/**
 * An answer was changed but not sent yet.
 */
export interface Drafted {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "drafted";
  of: string;
  rev: string;
  response: string[];
}
/**
 * An answer was sent and graded. The score stands: later rules do not regrade the past.
 */
export interface Answered {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "answered";
  of: string;
  rev: string;
  response: string[];
  score: number;
  points: number;
  attempt: number;
}
/**
 * A hint was asked for.
 */
export interface Hinted {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "hinted";
  of: string;
  rev: string;
  hint: number;
}
/**
 * The learner chose how the course is shown. `of` names what was chosen, the newest holds.
 */
export interface Preferred {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "preferred";
  of: "language";
  value: string;
}
