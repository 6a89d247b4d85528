/* Generated from model.py by `make types`. Do not edit. */

/**
 * A statement that is true or not.
 *
 * Write `statement` and `correct: true` or `correct: false`. `feedback` is said after the answer:
 * one text, or `{correct: …, wrong: …}`. `question` may stand above the statement. Half can be
 * guessed, so use it for a common misbelief and say why it is one.
 *
 * **Score:** 1 or 0. There is one attempt unless you write `attempts`: the second would be no question.
 */
export interface TrueFalse {
  points?: number;
  attempts?: number | null;
  shuffle?: boolean;
  gate?: boolean;
  correct: boolean;
}
