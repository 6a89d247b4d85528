/**
 * What courses add to the fold that change after they were published, or whose modules hold for some months: versions, beginning anew,
 * and answers that count no more. Such courses bring it; the others need none of it.
 */
import type { Apply, State } from "./fold.ts";

/** Revisions of items whose answers count no more, since what they asked for is wrong now: by item. */
export type Stale = Record<string, string[]>;

/** Make a fold's `apply` one that knows of this, too. */
export function renew(apply: Apply, stale: Stale = {}): Apply {
  return (state, event) => {
    // What answers a stale revision stays in the record, and counts again where the course is as it was.
    if ("rev" in event && event.kind !== "wrote" && stale[event.of]?.includes(event.rev)) return state;
    if (event.kind === "reopened") reopen(state, event.of, event.items);
    if (event.kind === "finished") {
      const { of, at, version } = event;
      if (!state.finishedAt.has(of)) state.passedAt.set(of, Date.parse(at));
      state.finishedIn.set(of, Math.max(version ?? 0, state.finishedIn.get(of) ?? 0));
    }
    return apply(state, event);
  };
}

/** Let a module, or one step, begin anew with what it asks. Twice is once: what was answered since is kept. */
function reopen(state: State, of: string, items: string[]): void {
  const { finishedAt, finishedIn, passedAt, rounds, steps, modules } = state;
  if (!finishedAt.has(of)) return;
  for (const one of [...steps, of]) if (`${one}/`.startsWith(`${of}/`)) for (const kept of [steps, modules, finishedAt, finishedIn, passedAt]) kept.delete(one);
  for (const key of state.items.keys()) if (items.includes(key.split("#")[0]!)) state.items.delete(key);
  for (const id of items) rounds.delete(id);
  delete state.completed;
}
