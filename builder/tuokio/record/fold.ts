/** What a learner has done, folded from the events. Pure: the same events give the same state in any order. */
import type { Event } from "./event.d.ts";

export interface Attempt {
  response: string[];
  score: number;
  points: number;
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
}

export interface State {
  /** `module/step` for every finished step. */
  steps: Set<string>;
  /** Ids of finished modules. */
  modules: Set<string>;
  items: Map<string, ItemState>;
  /** Where the learner was last: `module/step`, and the question touched last in it. */
  last?: { step: string; item?: string };
  /** The language the learner chose, if any. */
  language?: string;
  /** What this learner's option orders are drawn from: the writer of the very first event. */
  seed: string;
}

export function emptyState(): State {
  return { steps: new Set(), modules: new Set(), items: new Map(), seed: "" };
}

/** The order of events: by Lamport number, then by id. */
export function compare(a: Event, b: Event): number {
  return a.n - b.n || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export function fold(events: Event[]): State {
  return [...events].sort(compare).reduce(apply, emptyState());
}

/** Add an event that comes after all the others. Changes and returns the state. */
export function apply(state: State, event: Event): State {
  if (!state.seed) state.seed = event.id.split("-")[0]!;
  switch (event.kind) {
    case "opened":
      if (state.last?.step !== event.of) state.last = { step: event.of };
      break;
    case "finished":
      (event.of.includes("/") ? state.steps : state.modules).add(event.of);
      break;
    case "drafted":
      item(state, event.of).draft = event.response;
      break;
    case "answered": {
      const { response, score, points } = event;
      const one = item(state, event.of);
      one.attempts.push({ response, score, points });
      one.best = Math.max(one.best, score);
      delete one.draft;
      break;
    }
    case "preferred":
      state.language = event.value;
      break;
    case "hinted": {
      const one = item(state, event.of);
      if (event.hint === 0) one.revealed = true;
      else one.hints = Math.max(one.hints, event.hint);
      break;
    }
  }
  return state;
}

function item(state: State, id: string): ItemState {
  if (state.last) state.last.item = id;
  let found = state.items.get(id);
  if (!found) state.items.set(id, (found = { attempts: [], best: 0, hints: 0, revealed: false }));
  return found;
}

/** Points earned and their share of all points, 0…1. */
export function score(state: State, points: number): { earned: number; share: number } {
  let earned = 0;
  for (const { attempts, best } of state.items.values()) earned += best * (attempts.at(-1)?.points ?? 0);
  return { earned: Math.min(earned, points), share: points ? Math.min(1, earned / points) : 1 };
}
