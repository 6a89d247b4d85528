/** Records nobody thought of, for tests: few learners' things and many events of them, so that they meet; and what may never fail. */
import fc from "fast-check";
import type { Event } from "./event.d.ts";
import type { State } from "./fold.ts";
import type { Store } from "./store.ts";

const one = <T>(...of: T[]) => fc.constantFrom(...of);
const item = one("q1", "q2", "q3.a", "q3.b", "card.1");
const moment = fc.date({ min: new Date("2016-02-29T00:00:00Z"), max: new Date("2076-11-22T23:59:59Z"), noInvalidDate: true }).map((date) => date.toISOString());
const texts = fc.array(one("a", "b", "c.d", "1,5", "žluťoučký 🐎", ""), { maxLength: 4 });
const score = one(0, 0.5, 1);
const sure = fc.option(one(0, 1, 2), { nil: undefined });
const round = fc.option(one("draw#1", "draw#2", "-review#1", "m1#1"), { nil: undefined });
const count = fc.integer({ min: 1, max: 3 });
const of = { of: item, rev: one("x1", "x2"), round };
const kind = <K extends Event["kind"], R extends object>(kind: K, rest: R) => fc.record({ kind: fc.constant(kind), ...rest } as Record<string, fc.Arbitrary<unknown>>);

/** What is said by an event of each kind, but for its number and its date. */
const said = fc.oneof(
  kind("opened", { of: one("m1/s1", "m1/s2", "m2/s1") }),
  kind("finished", { of: one("m1/s1", "m1", "m2/s1", "m2"), version: fc.option(count, { nil: undefined }) }),
  kind("reopened", { of: one("m1", "m2"), items: fc.array(item, { maxLength: 3 }) }),
  kind("completed", { of: one("course"), version: fc.option(count, { nil: undefined }) }),
  kind("copied", { of: one("file", "text") }),
  kind("drafted", { ...of, response: texts, sure }),
  kind("answered", { ...of, response: texts, sure, score, points: one(0, 1, 2.5), attempt: count }),
  kind("hinted", { ...of, hint: fc.integer({ min: 0, max: 3 }) }),
  kind("played", { ...of, response: texts }),
  kind("wrote", { of: one("diary", "plan"), rev: one("x1"), entry: one("", "first-note", "a-1", "b-2"), since: fc.option(moment, { nil: undefined }), fields: fc.dictionary(one("text", ".ask", ".state"), one("hard day", "2026-11-29", "kept"), { noNullPrototype: true }) }),
  kind("erased", { of: one("diary", "plan"), entry: one("first-note", "a-1", "b-2") }),
  kind("drawn", { of: one("draw", "-review", "m1"), attempt: count, items: fc.array(item, { maxLength: 4 }), points: one(0, 4) }),
  kind("exam-timed", { of: one("m1"), attempt: count, minutes: one(0, 20, 30.5) }),
  kind("exam-finished", { of: one("m1"), attempt: count, score, passed: fc.boolean() }),
  kind("preferred", { of: one("language", "role", "name"), value: one("sv", "cook", "Aino") }),
);

/** What several devices have done, every event with an id of its own. */
export const records: fc.Arbitrary<Event[]> = fc
  .array(fc.record({ said, at: moment, writer: one("a", "b", "c"), n: fc.integer({ min: 1, max: 40 }), tz: one(-720, 0, 120, 840) }), { maxLength: 60 })
  .map((all) => all.map(({ said, at, writer, n, tz }, number) => JSON.parse(JSON.stringify({ id: `${writer}-${number + 1}`, n, at, tz, ...(said as object) })) as Event));

/** All of a state, so that two can be compared. */
export const tell = (state: State): string => JSON.stringify(state, (_, value) => (value instanceof Map || value instanceof Set ? [...value].sort((a, b) => (String(a) < String(b) ? -1 : 1)) : value));

/** A store that several logs can share, as tabs share a database. */
export class Shelf implements Store {
  keeps = "always" as const;
  kept = new Map<string, unknown>();
  refuses = false;
  constructor(events: Event[] = []) {
    for (const event of events) this.kept.set(event.id, event);
  }
  read = async () => [...this.kept.values()];
  async append(events: Event[]) {
    if (this.refuses) throw new Error("full");
    for (const event of events) this.kept.set(event.id, event);
  }
  remove = async (ids: string[]) => ids.forEach((id) => this.kept.delete(id));
  watch() {}
}

/** How often a law is tried: a sample in the tests, as many as it takes in `tests/bench/laws.py`. */
export const RUNS = { includeErrorInReport: true, numRuns: Number((globalThis as { process?: { env: Record<string, string> } }).process?.env.TUOKIO_RUNS ?? 100) };
