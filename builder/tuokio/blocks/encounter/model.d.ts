/* Generated from model.py by `make types`. Do not edit. */

/**
 * A game for two people and one phone: one plays a customer from a secret card, the other serves. Then they swap.
 *
 * A card is dealt from what you write: one of the `customers`, in one of their `moods`, and one of the
 * `twists`. The customer sees it while holding the phone's button; then the phone lies on the table and the
 * two play. Both rate the same points to `watch`, each without seeing what the other says, and look at
 * the two side by side. Then the card is open to both, with what would have been `right`. What the
 * partner said is never stored. A game takes ten minutes. Whoever is alone gets a conversation instead.
 *
 * Write a **customer** as someone you have met, not as a kind of person: what they do, what they want and
 * why. No labels (`a difficult customer`), and nothing of age, origin, religion, body or the like, unless the
 * errand is about it. `hidden` is what makes a second card of the first: a brisk customer may be worried,
 * a cheerful one in a hurry. Neither kindness without knowledge nor knowledge without kindness should be
 * enough, so let the errand need something that one has to know.
 *
 * Write a **mood** as it shows, so that it can be played. Let at least a quarter of what may come be
 * calm or kind: most customers are, and who practises on angry ones only learns to expect them.
 *
 * Ten customers with six moods and ten twists are hundreds of encounters. The same customer does not come
 * twice within six cards, so write six at least. All cards are printed to cut out as well, for
 * a table without a phone.
 *
 * In another language write the customers, twists and points in the same order, and the moods with their names
 * translated; which moods a customer may come in need not be repeated.
 */
export interface Encounter {
  /**
   * Who may come, and in which moods.
   */
  comes: Dealt[];
  /**
   * The twists, by their ids.
   */
  happens: string[];
  /**
   * How many points are rated.
   */
  watched: number;
}
/**
 * A customer and the moods they may come in, by ids.
 */
export interface Dealt {
  id: string;
  moods: string[];
}
