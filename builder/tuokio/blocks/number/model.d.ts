/* Generated from model.py by `make types`. Do not edit. */

/**
 * The answer is a number, typed.
 *
 * Write `number` with the right one, and `unit` if it is measured in something. Learners type as
 * they are used to: `2,5`, `2.5`, `2 ½`, `5/2`, `1 000`, with the unit or without. What is not a
 * number, or has another unit, is never graded: the learner is asked again. Where `1,000` may
 * mean one or a thousand, it is read as the right one of the two.
 *
 * `tolerance` is how far off still counts as right: `0,1`, or `5%` of the right number. `wrong`
 * are numbers you know people arrive at, and what you say to the one who does:
 * `wrong: {"25": "Decilitres, not centilitres."}`.
 *
 * **Score:** 1 or 0. Within the tolerance is right, and the exact number is shown beside it.
 */
export interface NumberQuestion {
  points?: number;
  attempts?: number | null;
  gate?: boolean;
  number: number;
  tolerance?: number;
  unit?: string[];
  wrong?: string[];
}
