/* Generated from completion.py by `make types`. Do not edit. */

/**
 * How questions fared, of nobody in particular: made only where the course asks for it and the learner ticks it. Shown for ten learners or more.
 */
export interface Statistics {
  course: string;
  version: number;
  content: string;
  sheet: string;
  items: {
    [k: string]: Fared;
  };
}
/**
 * How a question fared the first time it was answered.
 */
export interface Fared {
  rev: string;
  score: number;
  options?: string[];
}
