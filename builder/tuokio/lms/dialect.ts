/** What a version of SCORM calls things, and how it writes them. Its target has it (`targets/<name>/dialect.ts`); all else of a session is the same. */
import type { Interaction } from "../blocks/interaction.ts";
import type { QuestionData } from "../blocks/question.ts";
import type { Course } from "../player/outline.ts";
import type { Event } from "../record/event.d.ts";
import type { State } from "../record/fold.ts";
import type { Standing } from "./judge.ts";
import type { Calls } from "./line.ts";

/** An answer that is to be reported. */
export interface Answer {
  event: Extract<Event, { kind: "answered" }>;
  interaction: Interaction;
  data: QuestionData;
  /** Where what was asked stands. */
  html: string;
  /** The language it was asked in. */
  language: string;
}

/** Values by element, in the order in which they are to be set. What is undefined is not set. */
export type Elements = Record<string, string | undefined>;

export interface Dialect extends Calls {
  /** Elements by what they are. */
  learner: string;
  mode: string;
  location: string;
  time: string;
  exit: string;
  /** The most characters of `cmi.suspend_data`. */
  most: number;
  /** How the learner stands by what the platform knows. `get` returns an element's value. */
  hear(get: (element: string) => string): Standing;
  tell(standing: Standing): Elements;
  /** How far one is, if the version has a word for it. */
  measure?(course: Course, state: State): number;
  /** What is set where the platform only shows what was done. */
  show(get: (element: string) => string): Elements;
  /** What is set last of all, before the session ends. */
  leave: Elements;
  span(milliseconds: number): string;
  /** An answer's elements, by their names within its interaction; the id is the first. */
  report(answer: Answer): Elements;
}

/** What would have been right, one for each way. */
export const listCorrect = (correct: string[]): Elements => Object.fromEntries(correct.map((pattern, n) => [`correct_responses.${n}.pattern`, pattern]));

/** A number with at most so many decimals, and never as `1e-7`. */
export const write = (number: number, decimals: number): string => `${Number(number.toFixed(decimals))}`;

/** How right an answer was, where `wrong` is the version's word. What is partly right is told as a share: every host takes a number here. */
export const result = (score: number, wrong: string): string => (score >= 1 ? "correct" : score > 0 ? write(Math.min(score, 0.99), 2) : wrong);
