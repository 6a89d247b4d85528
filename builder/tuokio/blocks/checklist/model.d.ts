/* Generated from model.py by `make types`. Do not edit. */

/**
 * A private list to tick off before a shift, a call or a delivery.
 *
 * Ticks hold for today, by the calendar of the learner's device; tomorrow the list is empty again, and
 * nobody is told what was left. It prints as a card for the pocket. Write what one can check in a moment
 * and do something about: `The till has change`, `My name badge is on`. Of appearance only what the work
 * needs, such as hygiene, safety and what the role wears; nothing of bodies.
 */
export interface Checklist {
  /**
   * The items, by their ids.
   */
  ticks: string[];
}
