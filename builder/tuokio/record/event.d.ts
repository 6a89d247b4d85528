/* Generated from event.py by `make types`. Do not edit. */

/**
 * One event of a learner record. To tell of all there are takes more than 300 lines.
 */
export type Event =
  | Opened
  | Finished
  | Reopened
  | Completed
  | Copied
  | Drafted
  | Answered
  | Hinted
  | Played
  | Wrote
  | Erased
  | Drawn
  | ExamTimed
  | ExamFinished
  | Preferred
  | Carried;

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
  version?: number | null;
}
/**
 * A module that had been finished is taken again from its beginning, since its time is up; or an exam that was passed is, since it has changed. What is remembered for review stays.
 */
export interface Reopened {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "reopened";
  of: string;
  items: string[];
}
/**
 * The course's criterion was met, for the first time in this version or again since.
 */
export interface Completed {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "completed";
  of: string;
  version?: number | null;
}
/**
 * The record was saved outside this browser, so that nobody need be reminded for a while.
 */
export interface Copied {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "copied";
  of: "file" | "text";
}
/**
 * An answer was changed but not sent yet.
 */
export interface Drafted {
  id: string;
  n: number;
  at: string;
  tz: number;
  of: string;
  rev: string;
  round?: string | null;
  kind: "drafted";
  response: string[];
  sure?: number | null;
}
/**
 * An answer was sent and graded. The score stands: later rules do not regrade the past.
 */
export interface Answered {
  id: string;
  n: number;
  at: string;
  tz: number;
  of: string;
  rev: string;
  round?: string | null;
  kind: "answered";
  response: string[];
  sure?: number | null;
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
  of: string;
  rev: string;
  round?: string | null;
  kind: "hinted";
  hint: number;
}
/**
 * Something was played that is neither right nor wrong: a card of the pair game was dealt.
 */
export interface Played {
  id: string;
  n: number;
  at: string;
  tz: number;
  of: string;
  rev: string;
  round?: string | null;
  kind: "played";
  response: string[];
}
/**
 * The learner wrote something of their own: a reflection, a rating of themself, a plan. It stays on the device: no export reads it.
 */
export interface Wrote {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "wrote";
  of: string;
  rev: string;
  entry: string;
  since?: string | null;
  fields: {
    [k: string]: string;
  };
}
/**
 * An entry of the learner's own was deleted for good: what `wrote` it is removed wherever this arrives, and never comes back by joining.
 */
export interface Erased {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "erased";
  of: string;
  entry: string;
}
/**
 * Questions were drawn from banks, for a draw in a step or for an exam, and are asked until all are answered or sent.
 */
export interface Drawn {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "drawn";
  of: string;
  attempt: number;
  items: string[];
  points: number;
}
/**
 * The learner chose how much time an attempt at an exam has, counted from its beginning. The newest holds.
 */
export interface ExamTimed {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "exam-timed";
  of: string;
  attempt: number;
  minutes: number;
}
/**
 * An exam was sent. The result stands.
 */
export interface ExamFinished {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "exam-finished";
  of: string;
  attempt: number;
  score: number;
  passed: boolean;
}
/**
 * The learner chose how the course is shown to them. `of` names what was chosen, the newest holds.
 */
export interface Preferred {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "preferred";
  of: "language" | "role" | "name";
  value: string;
}
/**
 * What a learning platform had of this learner, from another device or another package of the course. The better wins: where the record
 * says as much or more, it changes nothing. Nothing in it is in the learner's own words.
 */
export interface Carried {
  id: string;
  n: number;
  at: string;
  tz: number;
  kind: "carried";
  of: string;
  seed?: string | null;
  place?: Place | null;
  /**
   * @maxItems 100000
   */
  results: (
    | CarriedFinished
    | CarriedCompleted
    | CarriedDrafted
    | CarriedAnswered
    | CarriedHinted
    | CarriedDrawn
    | CarriedExamFinished
    | CarriedPreferred
  )[];
}
/**
 * Where the learner was.
 */
export interface Place {
  step: string;
  item?: string | null;
}
export interface CarriedFinished {
  at?: string | null;
  kind: "finished";
  of: string;
  version?: number | null;
}
export interface CarriedCompleted {
  at?: string | null;
  kind: "completed";
  of: string;
  version?: number | null;
}
export interface CarriedDrafted {
  at?: string | null;
  of: string;
  rev: string;
  round?: string | null;
  kind: "drafted";
  response: string[];
}
export interface CarriedAnswered {
  at?: string | null;
  of: string;
  rev: string;
  round?: string | null;
  kind: "answered";
  response: string[];
  score: number;
  points: number;
  attempt: number;
}
export interface CarriedHinted {
  at?: string | null;
  of: string;
  rev: string;
  round?: string | null;
  kind: "hinted";
  hint: number;
}
export interface CarriedDrawn {
  at?: string | null;
  kind: "drawn";
  of: string;
  attempt: number;
  items: string[];
  points: number;
}
export interface CarriedExamFinished {
  at?: string | null;
  kind: "exam-finished";
  of: string;
  attempt: number;
  score: number;
  passed: boolean;
}
export interface CarriedPreferred {
  at?: string | null;
  kind: "preferred";
  of: "language" | "role";
  value: string;
}
