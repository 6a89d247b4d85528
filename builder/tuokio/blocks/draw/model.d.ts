/* Generated from model.py by `make types`. Do not edit. */

/**
 * Questions drawn from the course's banks, others at each attempt.
 *
 * Write `draw`, how many, and `from`, the name of a file in `banks/` or a list of them. Every learner
 * gets a selection of their own, questions they have not met first. `tags` and `objective` draw only
 * from what has one of them; where both stand, from what has both. On paper the first of the bank are printed.
 *
 * **Score:** the share of right answers among those drawn.
 */
export interface Draw {
  draw: number;
  /**
   * @minItems 1
   */
  from: string[];
  tags?: string[];
  objective?: string[];
  points?: number | null;
  gate?: boolean;
}
