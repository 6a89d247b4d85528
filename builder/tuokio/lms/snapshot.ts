/**
 * The snapshot a learning platform keeps of a record (`cmi.suspend_data`): signs of base64url, as short as can be, as long as it may be. What was earned
 * is never dropped for detail. Ids are told by their numbers, which are never given to another; a ladder of digests tells whether a package's
 * numbers mean the same, and a check whether it is whole. What a newer package wrote that this one knows nothing of stays in it.
 *
 * `1`, then lists of rows (`rows.ts`): the ladder and facts; rounds, each followed by its items; answers; and packed how modules, steps, items and those of rounds stand.
 */
import type { Course } from "../player/outline.ts";
import type { Summary } from "../record/carried.ts";
import type { State } from "../record/fold.ts";
import { keepUnknown, readScore, roughen, take, tell, type Kept, type KeptRound } from "./kept.ts";
import { ladder, type Ordinals } from "./ordinals.ts";
import { pack, rowToBits, toLists, toText, unpack, type Row } from "./rows.ts";

export type { Ordinals } from "./ordinals.ts";

const FORMAT = "1";
const SPARE = 8; // signs, by which rounding and how many answers there are make a text longer

const countOf = (rows: Row[]) => rows.length;

/** What a text says to this package, with its ladder; undefined if it is not ours, of a later Tuokio, damaged, of another course, or of one whose ids have moved since it was never published. */
function read(text: string, ordinals: Ordinals): [Kept, ladder: Row] | undefined {
  const lists = text[0] === FORMAT && toLists(text.slice(1));
  if (!lists) return undefined;
  const [[past, ...facts], played, said, ...packed] = lists as [[Row, ...Row[]], Row[], Row[], ...Row[][]];
  const tables = packed.map(unpack);
  const outcomes = tables.pop()!;
  if (ladder(ordinals, tables.map(countOf)).some((rung, number) => rung !== undefined && rung !== past[number])) return undefined;
  const rounds = played.flatMap((about, at): KeptRound[] => (at % 2 ? [] : [[about, played[at + 1]!.map((item) => [item, outcomes.shift()!])]]));
  return [{ facts, rounds, said, tables }, past];
}

/** What a platform's text says; undefined if it says nothing here. */
export function decode(text: string, course: Course, ordinals: Ordinals): Summary | undefined {
  const found = read(text, ordinals);
  return found && tell(found[0], course, ordinals);
}

/** A state in at most so many signs. `before` is what the platform has: of it stays what this package does not know. */
export function encode(state: State, course: Course, ordinals: Ordinals, limit: number, before = ""): string {
  const kept = take(state, course, ordinals);
  const [old, past] = read(before, ordinals) ?? [];
  if (old) keepUnknown(kept, old, ordinals);
  const rungs = ladder(ordinals, kept.tables.map(countOf)).map((rung, number) => rung ?? past![number]!);
  for (const _ of cut(kept, course, ordinals)) {
    const text = write(kept, rungs, limit);
    if (text.length <= limit) return text;
  }
  return before.length <= limit ? before : "";
}

/** What is kept as a text. Of what was said there is as much as there is room for, the newest first. */
function write({ facts, rounds, said, tables }: Kept, rungs: Row, limit: number): string {
  const played = rounds.flatMap(([about, asked]) => [about, asked.map(([item]) => item)]);
  const outcomes = rounds.flatMap(([, asked]) => asked.map(([, outcome]) => outcome));
  const join = (said: Row[]) => FORMAT + toText([[rungs, ...facts], played, said, ...[...tables, outcomes].map(pack)]);
  let room = 6 * (limit - SPARE - join([]).length);
  return join([...said].reverse().filter((row) => (room -= rowToBits(row).length) > 0).reverse());
}

/** What goes first where all does not fit: each cut leaves less. Modules and steps never go, nor results of exams, nor what is worth the most. */
function* cut(kept: Kept, { valid = {} }: Course, { items, modules }: Ordinals): Generator {
  const [passed, , outcomes] = kept.tables as [Row[], Row[], Row[]];
  const isSent = ([about]: KeptRound) => about.length > 3;
  yield;
  kept.said = [];
  for (const round of kept.rounds) if (isSent(round)) round[1] = [];
  for (const [module, row] of passed.entries()) if (!valid[modules[module]!]) row.splice(1, 1, ...(row.length ? kept.facts[0]! : []));
  yield;
  for (const row of outcomes) if (row.length) row[0] = roughen(row[0]!);
  yield;
  const worth = (item: number) => readScore(outcomes[item]![0] ?? -1) * (items[item]?.[2] ?? 1);
  const least = [...outcomes.keys()].sort((one, other) => worth(one) - worth(other));
  for (let tenth = 1; tenth <= 10; tenth++) {
    for (const item of least.slice(0, (least.length * tenth) / 10)) outcomes[item] = [];
    yield;
  }
  kept.rounds = kept.rounds.filter(isSent);
  yield;
}
