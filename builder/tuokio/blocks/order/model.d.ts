/* Generated from model.py by `make types`. Do not edit. */

/**
 * Things are put in the right order.
 *
 * Write `order` and the things in the right order; learners never see them so at first. Each moves
 * by its buttons or by dragging. Let the order have a reason, and tell it in `explanation`: what is
 * merely a list is better learnt in another way. Four to six things are enough.
 *
 * **Score:** the most things that already follow one another rightly, whatever stands between
 * them; less one, divided by the number of all less one. With five things and one of them misplaced,
 * however far, four follow rightly: (4 − 1) / (5 − 1) = 75 %. The reverse order gives 0, and only the
 * right order gives 100 %. So a misplaced thing costs the same near and far. What is marked wrong is
 * just what has to be moved. That is what is moved when trying again: the rest keeps its order.
 */
export interface Order {
  points?: number;
  attempts?: number | null;
  shuffle?: boolean;
  gate?: boolean;
  /**
   * @minItems 2
   * @maxItems 26
   */
  order: Thing[];
}
/**
 * One thing to put in its place. A plain text will do where there is nothing to say of it.
 */
export interface Thing {
  id?: string;
}
