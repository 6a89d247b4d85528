/** Where a game is, and how that is kept. The partner's ratings are not part of it: they are never kept. */
import type { Card, Deck } from "./deal.ts";

export const PHASES = ["start", "card", "act", "self", "partner", "compare", "open", "talk", "thanks"] as const;
export type Phase = (typeof PHASES)[number];

/** Ratings by point: "2" yes, "1" partly, "0" not yet, "-" not rated. */
export type Ratings = string[];

export interface Turn {
  card: Card;
  self: Ratings;
}

export interface Game {
  phase: Phase;
  /** The turns dealt so far: the second has begun when there are two, unless one went back to the first. */
  turns: Turn[];
  /** Which of them is played. */
  at: number;
}

export const newGame = (): Game => ({ phase: "start", turns: [], at: 0 });
export const unrated = (points: number): Ratings => Array<string>(points).fill("-");

/** Write a game as the response that is kept: phase, which turn, and of each turn its card and the server's own ratings. */
export function write({ phase, turns, at }: Game): string[] {
  // What was compared is forgotten when the page is left, so then the partner is asked again.
  return [phase === "compare" ? "partner" : phase, String(at), ...turns.flatMap(({ card, self }) => [card.join("."), self.join("")])];
}

/** Read what was kept; a new game where the deck no longer has its cards. */
export function read({ comes, happens, watched }: Deck & { watched: number }, response: string[] = []): Game {
  const [phase, at, ...rest] = response;
  const turns: Turn[] = [];
  for (let place = 0; place < rest.length; place += 2) {
    const card = rest[place]!.split(".") as Card;
    const self = [...(rest[place + 1] ?? "")];
    const fits = comes.some(({ id, moods }) => id === card[0] && moods.includes(card[1])) && (card[2] ? happens.includes(card[2]) : !happens.length);
    if (!fits) return newGame();
    turns.push({ card, self: self.length === watched ? self : unrated(watched) });
  }
  const known = PHASES.find((one) => one === phase);
  return known && known !== "start" && turns[Number(at)] ? { phase: known, turns, at: Number(at) } : newGame();
}

/** The screen after this one; the second turn begins with a card, as the first does. */
export function after({ phase, at }: Game): { phase: Phase; at: number } {
  if (phase === "talk" && at === 0) return { phase: "card", at: 1 };
  return { phase: PHASES[PHASES.indexOf(phase) + 1] ?? "start", at };
}

/** The screen before this one. */
export function before({ phase, at }: Game): { phase: Phase; at: number } {
  if (phase === "card" && at === 1) return { phase: "talk", at: 0 };
  return { phase: PHASES[PHASES.indexOf(phase) - 1] ?? "start", at };
}
