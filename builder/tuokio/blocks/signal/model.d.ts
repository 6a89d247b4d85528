/* Generated from model.py by `make types`. Do not edit. */

/**
 * A slip for what staff hear or notice: who owns the matter, when they promise to answer, and what came back.
 *
 * Write under `topics` what it can be about, each with the one contact of course.yaml who owns it. A contact has
 * a `name`, and `replies_in` with the time in which they answer; with a `mail` the slip becomes a mail draft,
 * without one it is copied or printed. A learner chooses a topic, answers the `prompts` and sends the slip. Nothing is
 * sent by itself. What was sent stays in a list on the device, with the day by which an answer is promised; learners note
 * there what came back, or remind the owner.
 *
 * The list is worth what comes back. Ask the owners first whether they can keep the time, and let them answer also when
 * the answer is no.
 *
 * `replies_in` may say working days, days, weeks or hours; the list then reckons the day. Of other words, such as
 * `after the Monday meeting`, it shows the words, and asks after a week.
 *
 * In another language write the topics in the same order, with the same contacts.
 */
export interface Signal {
  /**
   * Whose each topic is, in the author's order.
   */
  owners: Topic[];
}
/**
 * A topic as the browser knows it: its owner, and when they promise to answer.
 */
export interface Topic {
  id: string;
  contact: string;
  mail: string;
  days: number;
  working: boolean;
}
