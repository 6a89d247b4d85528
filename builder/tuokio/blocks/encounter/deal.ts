/** The deal: who comes, in which mood, and what happens meanwhile. Pure: the same deck, history and order give the same card. */

export interface Deck {
  comes: { id: string; moods: string[] }[];
  happens: string[];
}

/** Customer, mood and twist, by their ids; no twist is "". */
export type Card = [customer: string, mood: string, twist: string];

/** Nobody comes twice within so many cards, if there are as many. */
export const WITHIN = 6;

/** Deal the next card after those of the `history`. `order` mixes ids, in another way for every name. */
export function deal({ comes, happens }: Deck, history: string[][], order: (ids: string[], of: string) => string[]): Card {
  const turn = history.length;
  const late = history.slice(-WITHIN + 1).map(([id]) => id);
  // Of fewer than six, at least the last one stays away who came longest ago.
  const away = late.slice(Math.max(0, late.length - comes.length + 1));
  const ids = comes.map(({ id }) => id).filter((id) => !away.includes(id));
  const customer = order(ids, `customer#${turn}`)[0]!;
  const { moods } = comes.find(({ id }) => id === customer)!;
  return [customer, order(moods, `mood#${turn}`)[0]!, order(happens, `twist#${turn}`)[0] ?? ""];
}
