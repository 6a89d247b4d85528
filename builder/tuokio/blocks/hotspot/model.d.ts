/* Generated from model.py by `make types`. Do not edit. */

/**
 * One or more regions of a picture are right.
 *
 * Write `image`, `alt` with what the picture shows, and `regions`. Each region has a `text` and stands
 * `at: [left, top, width, height]`, in per cent of the picture, so that it stays in place on every
 * screen. Mark each right one with `correct: true`.
 *
 * Tuokio numbers the regions as one reads the picture, from the top left, and puts the numbers on it.
 * Under the picture is a list of the same regions. Learners press a number or choose from the list,
 * and each shows in the other. So nobody needs to see the picture or to aim well. On paper there are
 * the same numbers and the same list.
 *
 * **Score:** with one right region, 1 for it and 0 for any other. With several, rightly chosen minus
 * wrongly chosen, divided by the number of right ones, never below 0: choosing everything does not pay.
 * The best attempt counts, and trying again keeps what was right.
 */
export interface Hotspot {
  points?: number;
  attempts?: number | null;
  shuffle?: boolean;
  gate?: boolean;
  /**
   * @minItems 2
   * @maxItems 26
   */
  regions: Region[];
}
/**
 * One region of the picture, and its row in the list.
 */
export interface Region {
  id?: string;
  at: number[];
  correct?: boolean;
}
