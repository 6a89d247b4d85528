/* Generated from model.py by `make types`. Do not edit. */

/**
 * The learner answers in their own words, compares with yours and judges for themselves.
 *
 * Write `model_answer`: what a good colleague would say. It is shown when the learner has written
 * something. Then they choose whether all that matters is there in their own answer, part of it, or
 * not yet. `criteria` is a list of what to look for; the learner ticks it off beside the model answer.
 *
 * Use it where saying it is the skill: how you explain a rule, how you word an apology. No machine
 * fails anybody's own words, and nobody but the learner reads them: they stay on the device.
 *
 * **Score:** 1 for all, 0.5 for part, 0 for not yet, as the learner judges. But it weighs nothing:
 * `points` is 0 unless you write another number, because people judge honestly only where nothing is
 * to be gained. For the same reason an exam leaves these questions out. Ticked criteria are reminders
 * and do not change the score.
 */
export interface Open {
  points?: number;
  attempts?: number | null;
  shuffle?: boolean;
  gate?: boolean;
}
