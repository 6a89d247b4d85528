/* Generated from model.py by `make types`. Do not edit. */

/**
 * For each thing, choose where it belongs.
 *
 * Write `sort` and the buckets, each with a list of its things: `Do it yourself: [Cold coffee]`. A
 * thing may have `text`, `image`, `alt`, `feedback` and `id` of its own. Where a bucket needs an `id`,
 * write all of them as a list of `bucket`, `id` and `things`. Learners see the things mixed and the
 * buckets in your order. A bucket with no things, `Throw away: []`, is one that is only tempting.
 *
 * In another language write the buckets, and the things of each, in the same order.
 *
 * **Score:** rightly placed things divided by all things: three of four give 75 %. Things left where
 * they were and things placed wrongly count alike, and nothing is taken off for a wrong one: each
 * thing is a judgement of its own, and a guess is answered too. Only all of them right gives 100 %,
 * and trying again keeps those that were.
 */
export interface Sort {
  points?: number;
  attempts?: number | null;
  shuffle?: boolean;
  gate?: boolean;
  /**
   * The buckets in the author's order.
   */
  buckets: string[];
  /**
   * The things in the author's order, and where each belongs.
   */
  things: Placed[];
}
/**
 * A thing and the bucket it belongs to, by ids.
 */
export interface Placed {
  id: string;
  bucket: string;
}
