/**
 * What a record makes of results that were carried here by a learning platform (`carried`): the better wins, and nothing that was done here is
 * ever taken back. Twice is once. It is in `later.js`, which lends it to packages for platforms; elsewhere such events came with a copy.
 */
import type { Carried, Event } from "./event.d.ts";
import type { fits } from "./fits.ts";
import { keyOf, type fold, type Apply, type Round, type State } from "./fold.ts";
import type { Log } from "./log.ts";

/** One thing that was carried. */
export type Result = Carried["results"][number];
/** What a platform had, as it is put into the record. */
export type Summary = Pick<Carried, "of" | "seed" | "place" | "results">;
/** A result on its way into the state. */
type Row = Event & { carried?: Carried };

const KINDS = /^(finished|completed|drafted|answered|hinted|drawn|exam-finished|preferred)$/;
const NEAR = 1e-9; // scores this near are one: a platform may have had it to nine places
const MOST = 63; // attempts that are told apart

/** From now on a record counts what was carried. */
export const attend = (log: Log): void => log.regard(undefined, carry);

/** Make `fold` one that knows of what was carried. Each result is an event to whatever else the course makes of events (`renew`), so versions and heirs hold for it, too. */
export const carry = (usual: typeof fold, suits: typeof fits): typeof fold => (events, onto, renew = (apply) => apply) => usual(events, onto, (apply) => unfold(renew(prefer(apply)), suits));

function unfold(apply: Apply, suits: typeof fits): Apply {
  return (state, event) => {
    if (event.kind !== "carried") return apply(state, event);
    const { seed, place, results } = event;
    state.seed ||= seed ? `${seed}` : "";
    // What was carried is no answer to be copied, and touches nothing on its way.
    const { copy, last } = state;
    const touched = { copy, last: last && { ...last } };
    state.copy = { ...copy };
    for (const result of Array.isArray(results) ? results : []) {
      const row = { ...event, ...result, at: (result && result.at) || event.at, carried: event } as Row;
      if (KINDS.test(row.kind) && suits(row)) apply(state, row);
    }
    Object.assign(state, touched);
    if (place && typeof place.step === "string") state.last = { step: place.step, ...(typeof place.item === "string" && { item: place.item }) };
    return state;
  };
}

/** Make an `apply` that adds of what was carried only what is better. */
function prefer(apply: Apply): Apply {
  let of: Carried | undefined;
  let settle = renumber();
  return (state, event: Row) => {
    if (!event.carried) return apply(state, event);
    if (of !== event.carried) [of, settle] = [event.carried, renumber()];
    const row = settle(state, event);
    return lacks(state, row) ? add(state, row, apply) : state;
  };
}

/** Tells results by the numbers that rounds have here. What follows a round that was drawn goes with it. */
function renumber(): <R extends Result | Row>(state: State, row: R) => R {
  const moved = new Map<string, number>();
  return (state, row) => {
    const { kind, of, attempt = 0, round } = row as { kind: string; of: string; attempt?: number; round?: string | null };
    const name = round || `${of}#${attempt}`;
    if (row.kind === "drawn") moved.set(name, place(state.rounds.get(of) ?? [], row));
    const number = moved.get(name);
    return !number || kind === "finished" ? row : round ? { ...row, round: round.replace(/\d+$/, `${number}`) } : { ...row, attempt: number };
  };
}

/** The number by which a round that was drawn elsewhere is known here: that of the same questions, its own if it is free, else the next. */
function place(rounds: Round[], { attempt, items }: { attempt: number; items: string[] }): number {
  const same = (round: Round) => `${round.items}` === `${items}`;
  const found = rounds.find((round) => round.attempt === attempt);
  if (!found || !items.length || same(found)) return attempt;
  return (rounds.find(same) ?? { attempt: Math.max(...rounds.map((round) => round.attempt)) + 1 }).attempt;
}

/** What a state knows of what a result is about. */
function find({ items, rounds }: State, row: Result | Row) {
  const { of, round, attempt } = row as { of: string; round?: string | null; attempt?: number };
  const { attempts = [], best = -1, draft, revealed = false, sure } = items.get(keyOf(of, round ?? undefined)) ?? {};
  return { attempts, best, draft, revealed, sure, round: (rounds.get(of) ?? []).find((one) => one.attempt === attempt) };
}

/** Whether a state knows less than a result says. */
function lacks(state: State, row: Result | Row): boolean {
  const { finishedAt, finishedIn, passedAt, completed } = state;
  const { attempts, best, draft, revealed, round } = find(state, row);
  switch (row.kind) {
    case "finished":
      return !finishedAt.has(row.of) || row.version! > finishedIn.get(row.of)! || (!row.of.includes("/") && Date.parse(row.at!) > (passedAt.get(row.of) ?? finishedAt.get(row.of)!));
    case "completed":
      return !completed || row.version! > completed.version;
    case "answered":
      return row.score > best + NEAR || row.attempt > attempts.length;
    case "hinted":
      return !revealed;
    case "drafted":
      return !attempts.length && !draft;
    case "drawn":
      return !round;
    case "exam-finished":
      return !round || !round.result || row.score > round.result.score + NEAR || (row.passed && !round.result.passed);
    case "preferred":
      return state[row.of] === undefined;
    default:
      return false;
  }
}

function add(state: State, row: Row, apply: Apply): State {
  const { attempts, best, draft, sure, round } = find(state, row);
  if (row.kind === "answered") {
    const { of, rev, response, score, points } = row;
    const better = score > best + NEAR;
    if (better) apply(state, row);
    const one = state.items.get(keyOf(of, row.round ?? undefined))!;
    // How many there were counts, where there may be no more than so many.
    for (let more = Math.min(row.attempt, MOST) - attempts.length - +(better && !attempts.length); more > 0; more--) one.attempts.unshift({ rev, response, score, points });
    return Object.assign(one, draft && { draft, sure }), state;
  }
  if (row.kind === "exam-finished" && round && round.result) {
    row = { ...row, passed: row.passed || round.result.passed, score: Math.max(row.score, round.result.score) };
    delete round.result;
  }
  apply(state, row);
  if (row.kind === "drawn") state.rounds.get(row.of)!.sort((one, other) => one.attempt - other.attempt);
  return state;
}

/** What of a summary a state knows less of; nothing if it knows it all. */
export function pick(summary: Summary, state: State): Summary | undefined {
  const settle = renumber();
  const lacking = summary.results.map((row) => lacks(state, settle(state, row)));
  // Rounds come along: by their questions they are told apart from others of the same number.
  const results = summary.results.filter((row, number) => lacking[number] || row.kind === "drawn");
  return lacking.includes(true) ? { ...summary, results } : undefined;
}

/** Put what of a summary is new into a record, which counts it from now on. */
export async function join(log: Log, summary: Summary | undefined): Promise<void> {
  attend(log);
  const more = summary && pick(summary, log.state);
  if (more) await log.append({ kind: "carried", ...more });
}
