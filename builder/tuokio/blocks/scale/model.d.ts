/* Generated from model.py by `make types`. Do not edit. */

/**
 * A private mirror: statements on which learners place themselves, for nobody but themselves.
 *
 * Write the `statements` one on a line, `id: text`. Whoever reads them chooses for each how well it fits, may leave any
 * out, and sees then where they stand. With `again` the same is asked once more after so many days, without showing what
 * was chosen before; then the two stand side by side. Nothing of this is scored or exported, and learners can delete it for good.
 *
 * Write statements about **acts one can choose**: `I ask before I offer`, not `I am a good seller`. They are about work, and
 * never about health, nature or worth. There is **no right answer**: if one end is plainly what a boss wants to
 * read, it is a test and gets a test's answers. Four to eight are enough. An even number of `labels` leaves no middle.
 *
 * `profiles` name strengths. Shown are those whose statements fit best, by their average, with others that are nearly as strong. Let each say what
 * it gives others **and** what to watch, and write them so that every one is a good way to work: quiet and lively, quick and careful. Name
 * what one does (`Listening first`), not a sort of person (`The Listener`): a label sticks, a way of acting can be chosen.
 *
 * Keep the ids: what was placed before is found by them, and a new id is a new statement. A plain list of statements works too, if you
 * never change its order. In another language write the texts under the same ids, and the labels in the same order.
 */
export interface Scale {
  again?: number | null;
  /**
   * The statements, by their ids.
   */
  asked: string[];
  /**
   * How many labels there are.
   */
  steps: number;
  /**
   * The profiles, and what speaks for each.
   */
  strengths: Speaks[];
}
/**
 * A strength, and the statements that speak for it, by ids.
 */
export interface Speaks {
  id: string;
  of: string[];
}
