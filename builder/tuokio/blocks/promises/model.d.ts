/* Generated from model.py by `make types`. Do not edit. */

/**
 * What each role may promise a customer by itself, and from where on it asks another.
 *
 * Write the `roles`, beginning with the one who may promise least, and under `promises` a
 * `situation` with its `limits`: for each role a number with its unit, `20 €`, the highest that role
 * may promise; `true` where it has no limit, `false` where it may promise nothing. The unit
 * may have another form beside a 1: `1 day` and `7 days`. `why` says where a limit comes from,
 * `otherwise` what to do when nobody's limit is enough.
 *
 * All is shown as a table, and on a phone as a card for each situation. Below it learners are asked
 * about amounts on both sides of each limit, exactly at it and one `step` beyond: whose limit
 * is enough? `draw` is how many are asked, others at each attempt.
 *
 * In another language write `roles`, `situation`, `why` and `otherwise`. Write `limits` only where
 * their unit is a word, with the roles as they are called there; the numbers are always the source's.
 */
export interface Promises {
  draw?: number;
  points?: number;
  gate?: boolean;
  /**
   * @minItems 1
   * @maxItems 40
   */
  promises: Promise[];
}
/**
 * A situation, and how much each role may promise in it.
 */
export interface Promise {
  id?: string;
  step?: number;
  /**
   * The limits in the order of the roles, as numbers hold in every language.
   */
  most: (number | boolean)[];
}
