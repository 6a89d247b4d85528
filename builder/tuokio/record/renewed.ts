/**
 * What courses add to the fold that change after they were published, or whose modules hold for some months: versions, beginning anew,
 * answers that count no more, and ids that others took the place of. Such courses bring it; the others need none of it.
 */
import type { Event } from "./event.d.ts";
import type { Apply, State } from "./fold.ts";

/** What a course says of its past (`OutlineFile`). */
export interface Past {
  /** Revisions of items whose answers count no more, since what they asked for is wrong now: by item. */
  stale?: Record<string, string[]>;
  /** Ids that are gone, and those whose results theirs are now. */
  replaced?: Record<string, string>;
}

/** Make a fold's `apply` one that knows of this, too. */
export function renew(apply: Apply, { stale = {}, replaced = {} }: Past = {}): Apply {
  const heirs = new Map(Object.entries(replaced));
  const isStale = (of: string, rev: string) => stale[of]?.includes(rev);
  return (state, event) => {
    // What was written stays where it was: what erases it must find it.
    if (event.kind === "wrote" || event.kind === "erased") return apply(state, event);
    const now = heirs.size ? rename(event, heirs) : event;
    // What answers a stale revision stays in the record, and counts again where the course is as it was.
    if ("rev" in event && (isStale(event.of, event.rev) || isStale(now.of, event.rev))) return state;
    if (now.kind === "reopened") reopen(state, now.of, now.items);
    if (now.kind === "finished") {
      const { of, at, version } = now;
      // What was carried from elsewhere (`carried.ts`) may have been passed anew there since.
      if (!state.finishedAt.has(of) || ("carried" in now && !(Date.parse(at) <= state.passedAt.get(of)!))) state.passedAt.set(of, Date.parse(at));
      state.finishedIn.set(of, Math.max(version ?? 0, state.finishedIn.get(of) ?? 0));
    }
    return apply(state, now);
  };
}

/** An event by the names of today: of modules, steps in them, items, their parts and rounds. */
function rename(event: Event, heirs: Map<string, string>): Event {
  // Each of `module/step`, `block.part.name` and `draw#2` is named by its beginning. An heir may have been replaced in turn.
  const today = (id: string) => {
    let [, head, rest] = /^([^/.#]*)(.*)$/s.exec(id)! as unknown as [string, string, string];
    for (let hops = 0; hops < heirs.size && heirs.has(head); hops++) head = heirs.get(head)!;
    return head + rest;
  };
  const { of, round, items } = event as Event & { round?: string | null; items?: string[] };
  return { ...event, of: today(of), ...(round && { round: today(round) }), ...(items && { items: items.map(today) }) } as Event;
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
