/* Generated from model.py by `make types`. Do not edit. */

/**
 * For each left side, choose what goes with it.
 *
 * Write `match` and the pairs, left side first: `Receipt: proves the purchase`. Where a pair has a
 * picture, `feedback` or an `id`, write all as a list of `left` and `right`. Two left sides may have
 * the same right side, word for word; then it is there once to choose, and right for both. `extra`
 * are right sides that go with nothing, so that the last pair does not answer itself.
 *
 * In another language write the pairs in the same order, with both sides translated.
 *
 * **Score:** rightly matched pairs divided by all pairs: two of three give 67 %. Pairs left open and
 * pairs that are wrong count alike, so a guess costs nothing: what one learns here is the pairs, and
 * a guess is answered too. Only all of them right gives 100 %, and trying again keeps those that were.
 */
export interface Match {
  points?: number;
  attempts?: number | null;
  shuffle?: boolean;
  gate?: boolean;
  /**
   * Each pair, and the right side that goes with it.
   */
  goes: Goes[];
  /**
   * All there is to choose, in the order of the page.
   */
  rights: string[];
}
/**
 * What goes with a left side, by ids.
 */
export interface Goes {
  id: string;
  right: string;
}
