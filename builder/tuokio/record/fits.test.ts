import { deepEqual, doesNotThrow, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Event } from "./event.d.ts";
import { fits } from "./fits.ts";
import { fold, score, surelyWrong } from "./fold.ts";
import { records, RUNS, Shelf, tell } from "./laws.ts";
import { Log } from "./log.ts";
import { isBackup } from "./valid.js";

const copy = (events: unknown[]) => ({ course: "c", title: "C", made: "2026-11-22T10:00:00.000Z", events });
const event = { id: "a-1", n: 1, at: "2026-11-22T10:00:00.000Z", tz: 120, kind: "answered", of: "q", rev: "x", response: ["a"], score: 1, points: 1, attempt: 1 };

test("whatever the schema lets in, a store may give back", () => {
  fc.assert(fc.property(records, (events) => {
    ok(isBackup(copy(events)));
    deepEqual(events.filter((one) => !fits(one)), []);
  }), RUNS);
});

test("an event with anything wrong in it is set aside or does no harm, and the others are there", async () => {
  const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(NaN, Infinity, 2 ** 53, -1, 10n, undefined, new Date(NaN), "2026-02-31", "+010000-01-01T00:00:00.000Z"));
  await fc.assert(fc.asyncProperty(records, fc.array(fc.tuple(fc.nat(), fc.nat(), anything, fc.boolean()), { minLength: 1, maxLength: 5 }), async (events, wounds) => {
    const stored: Record<string, unknown>[] = events.map((one) => ({ ...one }));
    for (const [which, where, value, cut] of stored.length ? wounds : []) {
      const hurt = stored[which % stored.length]!;
      const name = Object.keys(hurt)[where % Object.keys(hurt).length]!;
      if (cut) delete hurt[name];
      else hurt[name] = value;
    }
    const shelf = new Shelf();
    shelf.read = async () => stored;
    const log = new Log(shelf, { now: () => new Date(0), later: () => () => undefined, writer: "new" });
    await log.refresh();
    const state = log.state;
    doesNotThrow(() => tell(state) + String(score(state, 10).share) + surelyWrong(state).join());
    ok(Number.isFinite(score(state, 10).share));
    equal(log.damaged.length, stored.filter((one) => !fits(one)).length);
    await log.append({ kind: "opened", of: "m1/s1" });
    equal(log.state.last!.step, "m1/s1", "and what comes next comes last");
  }), RUNS);
});

test("of a newer Tuokio's events what is common is asked, and they are kept", async () => {
  const newer = { id: "b-1", n: 7, at: event.at, tz: 0, kind: "dreamt", of: "sheep", count: 3, deep: { er: [] } };
  const shelf = new Shelf();
  for (const one of [newer, { ...event, mood: { glad: true } }, { ...newer, id: "b-2", of: 5 }]) shelf.kept.set(one.id, one);
  const log = new Log(shelf, { now: () => new Date(0), later: () => () => undefined, writer: "a" });
  await log.refresh();
  deepEqual(log.damaged.map((one) => (one as Event).id), ["b-2"]);
  equal(log.state.items.get("q")!.best, 1);
  equal(shelf.kept.size, 3);
});

test("what would overrule the record or has no place in time is refused", () => {
  const refused: object[] = [
    { n: 2 ** 53 }, { n: 1e12 }, { n: 1.5 }, { n: 0 }, { n: "1" }, { at: "yesterday" }, { at: "2026-02-30T10:00:00.000Z" }, { at: "2026-11-22T10:00:60.000Z" }, { at: "2026-11-22" }, { tz: 5000 },
    { id: "a" }, { id: "constructor" }, { kind: "toString" }, { kind: "__proto__" }, { score: 2 }, { score: 1e400 }, { points: 1e300 }, { attempt: 1e15 }, { response: ["a", 1] }, { response: { length: 1 } }, { extra: 1 },
    { kind: "preferred", of: "steps", value: "x" },
  ];
  for (const change of refused) equal(isBackup(copy([{ ...event, ...change }])), false, JSON.stringify(change));
  ok(isBackup(copy([event])));
  equal(isBackup(JSON.parse(`{"course":"c","title":"C","made":"${event.at}","events":[],"__proto__":{"events":[]}}`)), false);
  const wrote = `{"id":"a-1","n":1,"at":"${event.at}","tz":0,"kind":"wrote","of":"d","rev":"x","entry":"","fields":{"__proto__":"x"}}`;
  equal(isBackup(copy([JSON.parse(wrote)])), false);
  equal(fits({ ...event, kind: "preferred", of: "steps", value: "x" }), false, "nor may a store name a part of the state");
});

test("a clock set ten years back or fifty ahead, across every change of the hour, breaks no fold", () => {
  fc.assert(fc.property(records, (events) => {
    const state = fold(events);
    for (const meetings of state.meetings.values()) for (const { at } of meetings) ok(Number.isFinite(at));
    for (const at of state.finishedAt.values()) ok(Number.isFinite(at));
    for (const own of state.own.values()) for (const { at, changed } of own) ok(Number.isFinite(at + changed) && new Date(at).toISOString());
  }), RUNS);
});

test("each part of an event is of its type, or it is set aside; what may be left out may be nothing", () => {
  const wrote = { id: "a-1", n: 1, at: event.at, tz: 0, kind: "wrote", of: "d", rev: "x", entry: "", fields: { text: "x" } };
  const chose = { id: "a-1", n: 1, at: event.at, tz: 0, kind: "preferred", of: "role", value: "cook" };
  const good: object[] = [event, { ...event, sure: null, round: null }, { ...event, n: 1e9 }, wrote, { ...wrote, since: event.at }, { ...wrote, fields: {} }, chose, { ...chose, of: "language" }, { ...chose, of: "name" }];
  const bad: unknown[] = [
    undefined, null, 1, "x", [], {}, { ...event, at: "never" }, { ...event, at: 5 }, { ...event, at: Infinity }, { ...event, n: "1" }, { ...event, n: NaN }, { ...event, n: 1e9 + 1 }, { ...event, tz: "0" }, { ...event, of: 1 }, { ...event, score: "1" }, { ...event, score: null }, { ...event, sure: "2" },
    { ...event, response: "a" }, { ...event, response: [1] }, { ...event, response: { 0: "a" } }, { ...event, response: undefined }, { ...wrote, since: "never" }, { ...wrote, fields: { text: 1 } }, { ...wrote, fields: "x" }, { ...wrote, fields: 1 },
    { ...chose, of: "a language" }, { ...chose, of: "names" }, { ...chose, value: 1 }, { ...event, kind: "exam-finished", passed: "yes" }, { ...event, kind: "exam-finished" },
  ];
  deepEqual(good.filter((one) => !fits(one)), []);
  deepEqual(bad.filter(fits), []);
});
