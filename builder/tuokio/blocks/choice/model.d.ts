/* Generated from model.py by `make types`. Do not edit. */

/**
 * One option is right.
 *
 * Write `options`, and `correct: true` under the right one. Say in each option's `feedback`
 * why it is right or what goes wrong with it. Options come in an order of their own for every
 * learner; three good ones are enough.
 *
 * **Score:** 1 for the right option, 0 for any other. The best attempt counts.
 */
export interface Choice {
  points?: number;
  attempts?: number | null;
  shuffle?: boolean;
  gate?: boolean;
  /**
   * @minItems 2
   * @maxItems 26
   */
  options: Option[];
}
/**
 * One option of a question. A plain text will do where there is nothing to say of it.
 */
export interface Option {
  id?: string;
  correct?: boolean;
}
