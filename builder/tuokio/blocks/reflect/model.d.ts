/* Generated from model.py by `make types`. Do not edit. */

/**
 * Something to write about in one's own words, for oneself: no marks, and no one else reads it.
 *
 * The learner writes first. Done with that, they see the `model_answer`, if you give one, beside their own and
 * compare; nothing judges it. What is asked under `peer` comes after that, to talk about with a
 * colleague if one likes to. Every time is an entry of its own, kept with its day on the learner's device.
 *
 * Ask about something they did or saw, in one question that two sentences can answer: `When did you last
 * hear a customer sigh, and what did you do then?` `starters` help those who find it hard to begin.
 * An answer that is right or wrong is better asked as a question.
 */
export interface Reflect {
  /**
   * The names of the fields that are written in.
   */
  asks: string[];
  /**
   * The names of the fields for what a colleague said.
   */
  follows: string[];
}
