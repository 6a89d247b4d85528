/* Generated from model.py by `make types`. Do not edit. */

/**
 * A printable sheet for a talk of the team about feedback: ground rules, cases to sort, a plan that keeps the time.
 *
 * Write the `cases` in a few sentences each. **Anonymise them:** no name, no date, no shift, and nothing by which
 * the team would know who served; change what does not matter to the point. Take no case of the last week, and none whose
 * person would be alone with it in the room. Cases print as cards to cut out.
 *
 * The team sorts what was said: what is *mine* to change, what is the *team's*, and what is the *process's* and goes on to
 * its owner. Contacts of course.yaml stand on the sheet with their reply times. Rules, prompts, sorting and the plan
 * have good defaults; write your own where yours are better. The minutes of a `plan` add up to `minutes`.
 *
 * Nothing is stored, on paper or on screen: what the team says stays in the room, but for what it decides to pass on.
 */
export interface Debrief {}
