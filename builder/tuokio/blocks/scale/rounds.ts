/** The times somebody placed themself, as an entry of the record holds each: where, on how many steps, on which day, and when it is asked again. */
import type { Own } from "../../record/fold.ts";
import type { Scale } from "./model.d.ts";

export interface Round {
  entry: string;
  /** The step chosen, from 0, by statement; what was left out is not there. */
  places: Record<string, number>;
  /** The day it was looked at; until then it is being answered. */
  day?: string;
  /** The day from which on it is asked again. */
  ask?: string;
}

/** The rounds that can be compared, oldest first: on a scale with other labels, or on nothing that is still asked, nobody stands anywhere. */
export function readRounds(own: Own[], { asked, steps }: Scale): Round[] {
  return own
    .filter(({ fields }) => fields[".steps"] === String(steps))
    .map(({ entry, fields }) => {
      const places: Record<string, number> = {};
      for (const [id, step] of (fields[".places"] ?? "").split(" ").map((place) => place.split(":"))) if (asked.includes(id!) && Number(step) < steps) places[id!] = Number(step);
      return { entry, places, day: fields[".day"], ask: fields[".ask"] };
    });
}

export function writeRound({ places, day, ask }: Omit<Round, "entry">, { asked, steps }: Scale): Record<string, string> {
  const written = asked.filter((id) => id in places).map((id) => `${id}:${places[id]}`);
  return { ".places": written.join(" "), ".steps": String(steps), ...(day && { ".day": day }), ...(ask && { ".ask": ask }) };
}

/** The strengths whose statements fit best, with those within half a step of the best; of each at least half has to be placed. */
export function strongest({ strengths }: Scale, places: Record<string, number>): string[] {
  const means = strengths.flatMap(({ id, of }) => {
    const placed = of.filter((one) => one in places);
    return placed.length && placed.length * 2 >= of.length ? [{ id, mean: placed.reduce((sum, one) => sum + places[one]!, 0) / placed.length }] : [];
  });
  const best = Math.max(...means.map(({ mean }) => mean));
  return means.filter(({ mean }) => mean >= best - 0.5).sort((a, b) => b.mean - a.mean).map(({ id }) => id);
}
