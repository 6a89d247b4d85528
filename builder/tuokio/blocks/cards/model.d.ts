/* Generated from model.py by `make types`. Do not edit. */

/**
 * Cards to know by heart, with a front and a back: products, phrases, terms.
 *
 * Its keys tell what a card is. `front` and `back` make a plain one. With `benefit`, `for`, `not_for`
 * or `facts` it is a **product**: what it is, what the customer gains, whom it suits and whom it does
 * not. `situation` and `phrase` (and `why` it works) make a **phrase** card, `term` and `means` a
 * **term** card. Keep one sort to a deck: the cards are one another's wrong answers.
 *
 * Learners turn the cards one at a time, or see them all; products stand in a table to compare, with
 * a column for each of the `facts` they share. On paper all is in view.
 *
 * From the cards the step asks `draw` questions (3 if left out), and review asks the others later. A
 * question shows one key and asks which card it is of: a benefit, whom it suits, a situation, a
 * meaning. Another shows the front: the learner says the back in their own words, turns the card and
 * judges whether they knew it. So what you write under one key should fit one card only; where two
 * say the same word for word, they are never set against each other.
 *
 * Give every card an `id`. Learners' records name it, and a card whose id changes is a new card to
 * them. In a translation repeat the ids, or keep the order; facts pair by position.
 *
 * **Score:** choosing gives 1 or 0; of what one judges oneself, knowing it gives 1, almost 0.5, not yet
 * 0, and it weighs nothing. All of it is practice, so `points` is 0 unless you write another number.
 */
export interface Cards {
  draw?: number;
  points?: number;
  gate?: boolean;
}
/**
 * A question a deck makes: what is on the back? Whoever answers turns the card and judges.
 */
export interface Recall {
  points?: number;
  attempts?: number | null;
  shuffle?: boolean;
  gate?: boolean;
}
