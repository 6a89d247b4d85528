/* Generated from model.py by `make types`. Do not edit. */

/**
 * Several options are right.
 *
 * Write `options`, and `correct: true` under each right one. If only one is right but learners
 * should still tick boxes, add `type: multiple`. `unchosen` under an option is said in the end
 * to the one who left it.
 *
 * **Score:** rightly ticked minus wrongly ticked, divided by the number of right options, never
 * below 0: with three right options, two right ticks and one wrong give (2 − 1) / 3. Ticking
 * everything therefore does not pay. The best attempt counts, and trying again keeps what was right.
 */
export interface Multiple {
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
