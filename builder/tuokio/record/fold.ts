/** What a learner has done, folded from the events. Pure: the same events give the same state in any order. */
import type { Event } from "./event.d.ts";

export interface Attempt {
  /** The content revision of what was answered. */
  rev?: string;
  response: string[];
  score: number;
  points: number;
  /** How sure the learner was: 0 unsure, 1 fairly, 2 sure. */
  sure?: number;
}

export interface ItemState {
  attempts: Attempt[];
  /** The best score so far, 0…1. */
  best: number;
  /** How many hints have been shown. */
  hints: number;
  /** The learner asked to see the answer. */
  revealed: boolean;
  /** An answer changed since the last one was sent. */
  draft?: string[];
  /** How sure the learner is of the draft. */
  sure?: number;
  /** What came up each time it was played. */
  played: string[][];
  /** What is remembered of this for review. */
  meeting?: Meeting;
}

/** A question was met: answered in its step, in a round of a draw or in a review. Trying again belongs to the same meeting. */
export interface Meeting {
  /** The item's id. */
  of: string;
  /** When, by the device's clock, in milliseconds. Two neighbours may stand in any order: clocks are set. */
  at: number;
  /** The first answer tells what was remembered. */
  score: number;
  sure?: number;
  /** The answer it ended with. */
  last: Attempt;
}

/** What a learner wrote of their own, in its newest wording. */
export interface Own {
  entry: string;
  /** When it was first written and when it was last changed, by the device's clock, in milliseconds. */
  at: number;
  changed: number;
  fields: Record<string, string>;
}

/** Questions drawn together: one round of a draw, or one attempt at an exam. */
export interface Round {
  attempt: number;
  items: string[];
  /** What all of them weigh together in the course's score. */
  points: number;
  /** When it began, by the device's clock, in milliseconds. */
  began: number;
  /** The time the learner gave themselves; 0 is no limit. */
  minutes: number;
  /** The result, once an exam was sent. */
  result?: { score: number; passed: boolean; at: string };
}

export interface State {
  /** `module/step` for every finished step. */
  steps: Set<string>;
  /** Ids of finished modules. */
  modules: Set<string>;
  /** By id; an item drawn from a bank by its round and id (`keyOf`), since it may be asked again. */
  items: Map<string, ItemState>;
  /** Rounds by the id of their draw or exam, in order. */
  rounds: Map<string, Round[]>;
  /** Ids of items that were ever answered. */
  seen: Set<string>;
  /** Every meeting, in order, by the piece of knowledge it was about (`unitOf`). */
  meetings: Map<string, Meeting[]>;
  /** When a step or a module was last finished, by the device's clock, in milliseconds. */
  finishedAt: Map<string, number>;
  /** The greatest published version of the course that a step or a module was finished in; 0 where it was not published yet. Known to courses that renew (`renewed.ts`), as what follows. */
  finishedIn: Map<string, number>;
  /** When a module was gone through as a whole, by the device's clock, in milliseconds: catching up with a change later prolongs nothing. */
  passedAt: Map<string, number>;
  /** When the course's criterion was met last, by the device's clock in milliseconds, and in which version; nothing once something of it was taken again. */
  completed?: { at: number; version: number };
  /** Where the learner was last: `module/step`, and the question touched last in it. */
  last?: { step: string; item?: string };
  /** Answers since the record was last copied elsewhere, and when that was; if never, when the first was given. By the device's clock, in milliseconds. */
  copy: { answers: number; since: number; copied?: boolean };
  /** The language the learner chose, their role in the course and their name on the certificate, where they did. */
  language?: string;
  role?: string;
  name?: string;
  /** What the learner wrote of their own, by block, in the order of its first writing. Nothing else here is read from it. */
  own: Map<string, Own[]>;
  /** Entries that were erased (`ownKey`). */
  erased: Set<string>;
  /** What this learner's option orders are drawn from: the writer of the very first event. */
  seed: string;
}

export function emptyState(): State {
  return { steps: new Set(), modules: new Set(), items: new Map(), rounds: new Map(), seen: new Set(), meetings: new Map(), finishedAt: new Map(), finishedIn: new Map(), passedAt: new Map(), own: new Map(), erased: new Set(), copy: { answers: 0, since: 0 }, seed: "" };
}

/** The order of events: by Lamport number, then by id. */
export function compare(a: Event, b: Event): number {
  return a.n - b.n || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Adds an event that comes after all the others: `apply`, or what a course makes of it. */
export type Apply = (state: State, event: Event) => State;

/** Events as a state, or added to one that is older than all of them. Changes that one. */
export function fold(events: Event[], onto = emptyState(), renew?: (apply: Apply) => Apply): State {
  return [...events].sort(compare).reduce(renew ? renew(apply) : apply, onto);
}

/** Add an event that comes after all the others. Changes and returns the state. */
export function apply(state: State, event: Event): State {
  if (!state.seed && event.kind !== "wrote") state.seed = event.id.split("-")[0]!; // what was written may be deleted
  switch (event.kind) {
    case "opened":
      if (state.last?.step !== event.of) state.last = { step: event.of };
      break;
    case "finished":
      (event.of.includes("/") ? state.steps : state.modules).add(event.of);
      state.finishedAt.set(event.of, Date.parse(event.at));
      break;
    case "completed":
      state.completed = { at: Date.parse(event.at), version: event.version ?? 0 };
      break;
    case "drafted":
      Object.assign(item(state, event), { draft: event.response, sure: event.sure ?? undefined });
      break;
    case "answered": {
      const { rev, response, score, points, sure } = event;
      const one = item(state, event);
      const attempt = { rev, response, score, points, ...(sure != null && { sure }) };
      one.attempts.push(attempt);
      if (one.meeting) one.meeting.last = attempt;
      else meet(state, (one.meeting = { of: event.of, at: Date.parse(event.at), score, ...(sure != null && { sure }), last: attempt }));
      one.best = Math.max(one.best, score);
      delete one.draft;
      delete one.sure;
      state.seen.add(event.of);
      state.copy.answers++;
      state.copy.since ||= Date.parse(event.at);
      break;
    }
    case "played":
      item(state, event).played.push(event.response);
      break;
    case "wrote": {
      const { of, id, fields } = event;
      const entry = event.entry || id;
      if (state.erased.has(ownKey(of, entry))) break;
      const changed = Date.parse(event.at);
      const at = event.since ? Date.parse(event.since) : changed;
      const all = state.own.get(of) ?? [];
      const known = all.find((one) => one.entry === entry);
      // Of an entry that was written anew only the newest wording is left: nothing may depend on the others.
      if (known) Object.assign(known, { at, changed, fields });
      else all.push({ entry, at, changed, fields });
      state.own.set(of, all.sort((one, other) => one.at - other.at || (one.entry < other.entry ? -1 : 1)));
      break;
    }
    case "erased": {
      const { of, entry } = event;
      state.erased.add(ownKey(of, entry));
      state.own.set(of, (state.own.get(of) ?? []).filter((one) => one.entry !== entry));
      break;
    }
    case "drawn": {
      const { of, attempt, items, points } = event;
      const rounds = state.rounds.get(of) ?? [];
      if (!rounds.some((round) => round.attempt === attempt)) rounds.push({ attempt, items, points, began: Date.parse(event.at), minutes: 0 });
      state.rounds.set(of, rounds);
      break;
    }
    case "exam-timed": {
      const round = findRound(state, event);
      if (round) round.minutes = event.minutes;
      break;
    }
    case "exam-finished": {
      const round = findRound(state, event);
      if (round) round.result ??= { score: event.score, passed: event.passed, at: event.at };
      break;
    }
    case "copied":
      state.copy = { answers: 0, since: Date.parse(event.at), copied: true };
      break;
    case "preferred":
      state[event.of] = event.value;
      break;
    case "hinted": {
      const one = item(state, event);
      if (event.hint === 0) one.revealed = true;
      else one.hints = Math.max(one.hints, event.hint);
      break;
    }
  }
  return state;
}

/** The name of an entry among all that were written. */
export const ownKey = (of: string, entry: string) => `${of}/${entry}`;

/** The piece of knowledge an item asks for: a block that makes several questions of one names them `block.part.name`. */
export function unitOf(id: string): string {
  const dot = id.lastIndexOf(".");
  return dot < 0 ? id : id.slice(0, dot);
}

function meet({ meetings }: State, meeting: Meeting): void {
  const unit = unitOf(meeting.of);
  const before = meetings.get(unit);
  if (before) before.push(meeting);
  else meetings.set(unit, [meeting]);
}

const findRound = (state: State, { of, attempt }: { of: string; attempt: number }) => state.rounds.get(of)?.find((round) => round.attempt === attempt);

/** The name of an item's state: its id, with the round it is asked in if it was drawn. */
export function keyOf(id: string, round?: string): string {
  return round ? `${round}/${id}` : id;
}

function item(state: State, { of, round }: { of: string; round?: string | null }): ItemState {
  // What is met in review leaves the place in the step as it was.
  if (state.last && !round?.startsWith("-")) state.last.item = of;
  const key = keyOf(of, round ?? undefined);
  let found = state.items.get(key);
  if (!found) state.items.set(key, (found = { attempts: [], best: 0, hints: 0, revealed: false, played: [] }));
  return found;
}

/** Points earned and their share of all points, 0…1. A draw or an exam counts by its best round. `without` are ids of items, draws and exams that do not count. */
export function score(state: State, points: number, without: string[] = []): { earned: number; share: number } {
  let earned = 0;
  for (const [key, { attempts, best }] of state.items) if (!key.includes("/") && !without.includes(key)) earned += best * (attempts.at(-1)?.points ?? 0);
  for (const [of, rounds] of state.rounds) if (!without.includes(of)) earned += Math.max(...rounds.map((round) => worthOf(state, of, round) * round.points));
  return { earned: Math.min(earned, points), share: points ? Math.min(1, earned / points) : 1 };
}

/** The share of a round that counts, 0…1: of an exam that was sent its score, of others what is right so far. What is not answered weighs 1. */
export function worthOf(state: State, of: string, { attempt, items, result }: Round): number {
  if (result) return result.score;
  let [earned, all] = [0, 0];
  for (const id of items) {
    const item = state.items.get(keyOf(id, `${of}#${attempt}`));
    const weight = item?.attempts.at(-1)?.points ?? 1;
    earned += (item?.best ?? 0) * weight;
    all += weight;
  }
  return all ? earned / all : 0;
}

/** Items last answered wrong by someone who was sure: first in review. By id, in the order of the first meeting of their unit. */
export function surelyWrong(state: State): string[] {
  const newest = new Map<string, Meeting>();
  for (const meetings of state.meetings.values()) for (const meeting of meetings) newest.set(meeting.of, meeting);
  return [...newest.values()].filter(({ last }) => last.sure === 2 && last.score < 1).map(({ of }) => of);
}
