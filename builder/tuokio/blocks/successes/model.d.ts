/* Generated from model.py by `make types`. Do not edit. */

/**
 * A log of one's own successes, kept on the learner's device alone.
 *
 * Whoever writes says what went well and **because** of what: without its reason nobody learns from a success,
 * so it is asked for. Whom it helped and who was there may be added. Everything can be changed, and deleted for good.
 *
 * From an entry a learner makes a **card to share**. Its every word can be changed before it is copied, printed or
 * put into a mail draft; nothing is sent by itself, and no colleague is named on it before a tick says that they agree. A
 * **thank-you card** says to whom, for what and why. There are no points, ranks or streaks, and no export reads any of it.
 *
 * Ask for small things and often: `What went well on your last shift?` brings more than `Your greatest success`.
 * Write `examples` that your people could have written, ordinary ones, of work that is easily overlooked. A good place
 * is the end of a module or a page of its own that a team comes back to each week; writing it twice in one course makes two logs.
 *
 * On paper it is a sheet with three rows, and two thank-you cards to cut out.
 */
export interface Successes {
  thank?: boolean;
}
