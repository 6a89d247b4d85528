/** What of a record a platform keeps, by numbers (`ordinals.ts`): taken from a state, and made a summary again. Nothing of it is in the learner's own words. */
import type { Course } from "../player/outline.ts";
import type { Result, Summary } from "../record/carried.ts";
import { keyOf, worthOf, type Round, type State } from "../record/fold.ts";
import { idsOf, type Ordinals } from "./ordinals.ts";
import { spell, unspell, type Row } from "./rows.ts";

/**
 * A round of a draw, or an attempt at an exam: the number of the draw or, if the second is 1, of the exam's module; which round it is; and once an exam was
 * sent its score, whether it is passed, and the day. Then its questions in order, with what came of them; none where only the result is kept.
 */
export type KeptRound = [about: Row, asked: [item: number, outcome: Row][]];

export interface Kept {
  /** The last day on which anything was done; in which version the course was completed, and the day; the numbers of the last step and of the item in it, from 1, or 0; the seed, language and role, spelt. */
  facts: Row[];
  rounds: KeptRound[];
  /** Answers that are only ids, the newest last: the item, 1 if it is a draft, of those asked in a round the number of that, from 1, and the response, spelt. */
  said: Row[];
  /**
   * What is known by numbers of modules, of steps and of items. Of a module the version it was finished in and the day on which it was passed, of a step
   * the version, of an item its best score, how many attempts, which of its meanings was answered, from 1, and whether the answer was shown.
   */
  tables: Row[][];
}

const MOST = 63; // attempts that are told apart
const FEW = 63; // parts of a score
const FINE = 2 ** 30; // parts of one that is no fraction of few

/** Days of the learner's calendar since 2020. A clock that makes no sense is at its beginning. */
const dayOf = (at: number): number => Math.max(Math.round((new Date(at).setHours(0, 0, 0, 0) - +new Date(2020, 0, 1)) / 864e5), 0) || 0;
const toMoment = (day: number) => new Date(2020, 0, 1 + day).toISOString();

/** A score as a number. It is mostly a fraction of few parts, and kept exactly; others to nine places. */
export function writeScore(score: number): number {
  let parts = 1;
  while (parts <= FEW && Math.round(score * parts) / parts !== score) parts++;
  return parts <= FEW ? Math.round(score * parts) * 64 + parts : Math.round(score * FINE) * 64;
}

/** A score that is no fraction as one: rather a little less than a pass that was none. */
export const roughen = (number: number): number => (number % 64 ? number : Math.floor(readScore(number) * FEW) * 64 + FEW);

export const readScore = (number: number): number => Math.floor(number / 64) / (number % 64 || FINE);

/** What a platform is to keep of a state. */
export function take(state: State, course: Course, ordinals: Ordinals): Kept {
  const { completed, finishedAt, finishedIn, last, meetings, passedAt, seed, language = "", role = "" } = state;
  const { modules, steps } = ordinals;
  const items = new Map(ordinals.items.map(([id], number) => [id, number]));
  const said: Row[] = [];
  const rounds: KeptRound[] = [];

  /** What came of an item; what was said is noted if that is no more than ids. */
  function look(id: string, key: string, round = 0): Row {
    const { attempts = [], best = 0, draft = [], revealed = false } = state.items.get(key) ?? {};
    const item = items.get(id)!;
    const [, , , choices = "", meaning = 1] = ordinals.items[item]!;
    const names = choices.split(" ");
    const last = attempts[attempts.length - 1];
    for (const [number, response] of [last?.score === best ? last.response : [], draft].entries())
      if (response.length && response.every((token) => token.split(".").every((name) => names.includes(name)))) said.push([item, number, round, ...spell(response.join(" "))]);
    return last || revealed ? [writeScore(best), Math.min(attempts.length, MOST), meaning, +revealed] : [];
  }
  const finish = (id: string, ...day: Row): Row => (finishedAt.has(id) ? [finishedIn.get(id) ?? course.version, ...day] : []);
  const tables = [modules.map((id) => finish(id, dayOf(passedAt.get(id) ?? finishedAt.get(id)!))), steps.map((id) => finish(id)), ordinals.items.map((): Row => [])];
  for (const id of state.items.keys()) if (items.has(id)) tables[2]![items.get(id)!] = look(id, id);

  for (const [id, all] of state.rounds) {
    const exam = modules.includes(id);
    const of = exam ? modules.indexOf(id) : items.get(id);
    if (of === undefined) continue; // a visit of review
    // The best round and the last; of an exam all that were sent, since there may be no more than so many.
    const worth = (round: Round) => worthOf(state, id, round);
    const best = all.reduce((one, other) => (worth(other) > worth(one) ? other : one));
    for (const round of all.filter((one) => one.result || one === best || one === all[all.length - 1])) {
      const { attempt, result } = round;
      const number = rounds.length + 1;
      rounds.push([
        [of, +exam, attempt, ...(result ? [writeScore(result.score), +result.passed, dayOf(Date.parse(result.at))] : [])],
        round.items.filter((one) => items.has(one)).map((one) => [items.get(one)!, look(one, keyOf(one, `${id}#${attempt}`), number)]),
      ]);
    }
  }
  const newest = Math.max(0, ...[...finishedAt.values(), ...[...meetings.values()].map((all) => all[all.length - 1]!.at)].map(dayOf));
  const place = [steps.indexOf(last?.step ?? "") + 1, (items.get(last?.item ?? "") ?? -1) + 1];
  return {
    facts: [[newest], completed ? [completed.version, dayOf(completed.at)] : [], place, ...[seed, language, role].map(spell)],
    rounds,
    // What is not sent yet has no other place; of the rest the newest is wanted most.
    said: said.sort(([, one], [, other]) => one! - other!),
    tables,
  };
}

/** Whether a package knows nothing of an item, or knows it as something else than was answered. */
const isOther = (ordinals: Ordinals, item: number, [, , meaning]: Row) => !ordinals.items[item] || (meaning && meaning !== (ordinals.items[item]![4] ?? 1));

/** Add what was kept by a package that knew more, and what answers an item as it was before: this one cannot judge either. */
export function keepUnknown(kept: Kept, before: Kept, ordinals: Ordinals): void {
  for (const [kind, rows] of before.tables.entries()) {
    const own = kept.tables[kind]!;
    const known = own.length;
    for (const [number, row] of rows.entries()) if (number >= known || (kind === 2 && !own[number]!.length && isOther(ordinals, number, row))) own[number] = row;
  }
  for (const round of before.rounds) if (isUnknown(round, ordinals)) kept.rounds.push(round);
}

/** Whether a package knows nothing of a round, or not of all its questions. */
const isUnknown = ([[of, exam], asked]: KeptRound, { modules, items }: Ordinals) => of! >= (exam ? modules : items).length || asked.some(([item]) => item >= items.length);

/** What a platform has kept, by ids of today; what this package does not know or asks otherwise is left out. */
export function tell(kept: Kept, { id: of, replaced = {} }: Course, ordinals: Ordinals): Summary {
  const [modules, steps, items] = idsOf(ordinals).map((ids) => ids.map((id) => id.replace(/^[^/.]+/, (head) => replaced[head] ?? head))) as [string[], string[], string[]];
  const { facts, rounds, said, tables } = kept;
  const [[newest], completed, [step, item], ...spelt] = facts as [[number], Row, [number, number], ...Row[]];
  const [seed, language, role] = spelt.map(unspell);
  const answers = new Map(said.map((row) => [`${row.slice(0, 3)}`, unspell(row.slice(3)).split(" ")]));
  const results: Result[] = [];
  const at = toMoment(newest);
  const say = (result: Result) => result.of && results.push(result);
  const finish = (kind: "finished" | "completed", of: string, [version, day = newest]: Row) => version !== undefined && say({ kind, of, version: version || null, at: toMoment(day) });
  [modules, steps].forEach((ids, kind) => tables[kind]!.forEach((row, number) => finish("finished", ids[number]!, row)));
  finish("completed", of, completed);

  /** What is known of an item, unless it meant something else then. */
  function tellItem(item: number, outcome: Row, number = 0, round?: string): void {
    if (isOther(ordinals, item, outcome)) return;
    const [score = 0, attempt, , revealed] = outcome;
    const [, rev = "", points = 0] = ordinals.items[item]!;
    const about = { of: items[item]!, rev, ...(round && { round }) };
    const [response = [], draft] = [0, 1].map((draft) => answers.get(`${[item, draft, number]}`));
    if (attempt) say({ kind: "answered", ...about, response, score: readScore(score), points, attempt, at });
    if (revealed) say({ kind: "hinted", ...about, hint: 0 });
    if (draft) say({ kind: "drafted", ...about, response: draft });
  }
  tables[2]!.forEach((outcome, item) => tellItem(item, outcome));
  for (const [number, round] of rounds.entries()) {
    const [which, exam, attempt, score, passed, day] = round[0] as [number, number, number, number?, number?, number?];
    const of = (exam ? modules : items)[which]!;
    const asked = isUnknown(round, ordinals) ? [] : round[1];
    if (!of || (!score && !asked.length)) continue;
    const points = (exam ? ordinals.exams?.[ordinals.modules[which]!] : ordinals.items[which]![2]) ?? 0;
    say({ kind: "drawn", of, attempt, items: asked.map(([item]) => items[item]!), points, at });
    for (const [item, outcome] of asked) tellItem(item, outcome, number + 1, `${of}#${attempt}`);
    if (score) say({ kind: "exam-finished", of, attempt, score: readScore(score), passed: passed === 1, at: toMoment(day!) });
  }
  for (const [of, value] of Object.entries({ language, role })) if (value) say({ kind: "preferred", of: of as "language", value });
  const where = steps[step - 1];
  return { of, results, seed: seed || null, place: where ? { step: where, item: items[item - 1] ?? null } : null };
}
