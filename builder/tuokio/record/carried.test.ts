import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { carry, join, pick, type Result, type Summary } from "./carried.ts";
import type { Carried, Event } from "./event.d.ts";
import { fits } from "./fits.ts";
import { fold } from "./fold.ts";
import { records, RUNS, Shelf, tell } from "./laws.ts";
import { Log } from "./log.ts";
import { renew, type Past } from "./renewed.ts";

let count = 0;
function event(rest: object, at = "2026-11-21T10:00:00.000Z"): Event {
  count++;
  return { id: `a-${count}`, n: count, at, tz: 120, ...rest } as Event;
}
const answer = (score: number, rest: object = {}) => ({ kind: "answered", of: "q", rev: "r", response: ["a"], score, points: 1, attempt: 1, ...rest });
const carried = (...results: object[]) => event({ kind: "carried", of: "c", results });
const told = (events: Event[], past?: Past) => carry(fold, fits)(events, undefined, (apply) => renew(apply, past));
const scores = (events: Event[]) => told(events).items.get("q")!.attempts.map(({ score }) => score);

test("the better of two scores counts and is the answer shown", () => {
  deepEqual(scores([event(answer(0.5)), carried(answer(1))]), [0.5, 1]);
  deepEqual(scores([event(answer(1)), carried(answer(0.5))]), [1]);
  deepEqual(scores([carried(answer(0.5)), event(answer(1))]), [0.5, 1]);
});

test("attempts that were used up elsewhere are used up here, each once", () => {
  deepEqual(scores([event(answer(0)), carried(answer(0, { attempt: 2 }))]), [0, 0]);
  deepEqual(scores([carried(answer(0, { attempt: 2 })), carried(answer(0, { attempt: 2 }))]), [0, 0]);
  deepEqual(scores([event(answer(0)), event(answer(0)), carried(answer(1, { attempt: 1 }))]), [0, 0, 1], "a better one was given elsewhere");
});

test("what is being answered here stays, and so do place, seed and what waits to be copied", () => {
  const before = [event({ kind: "opened", of: "m/a" }), event({ kind: "drafted", of: "q", rev: "r", response: ["b"] })];
  const { last, seed, copy, items } = told([...before, carried(answer(0.5), answer(1, { of: "other" }))]);
  deepEqual([last, seed, copy.answers, items.get("q")!.draft], [{ step: "m/a", item: "q" }, "a", 0, ["b"]]);
  const fresh = told([event({ kind: "carried", of: "c", seed: "x9", place: { step: "m/b", item: "q" }, results: [] })]);
  deepEqual([fresh.last, fresh.seed], [{ step: "m/b", item: "q" }, "x9"]);
});

test("an exam that was passed elsewhere is passed; one with other questions is an attempt more", () => {
  const drawn = (...items: string[]) => ({ kind: "drawn", of: "m", attempt: 1, items, points: 2 });
  const sent = (score: number, passed: boolean) => ({ kind: "exam-finished", of: "m", attempt: 1, score, passed });
  const results = (events: Event[]) => told(events).rounds.get("m")!.map(({ attempt, items, result }) => [attempt, items.join(), result?.score, result?.passed]);
  deepEqual(results([event(drawn("x")), carried(drawn("x"), sent(0.9, true))]), [[1, "x", 0.9, true]]);
  deepEqual(results([event(drawn("x")), event(sent(0.4, false)), carried(drawn(), sent(0.9, true))]), [[1, "x", 0.9, true]]);
  const both = [event(drawn("x")), event(sent(0.4, false)), carried(drawn("y"), sent(0.9, true), answer(1, { of: "y", round: "m#1" }))];
  deepEqual(results(both), [[1, "x", 0.4, false], [2, "y", 0.9, true]]);
  deepEqual(results([...both, carried(drawn("y"), sent(0.9, true))]), results(both), "twice is once");
  equal(told(both).items.has("m#2/y"), true);
});

test("a module that was passed anew elsewhere holds from then on", () => {
  const finished = (at: string) => ({ kind: "finished", of: "m", version: 1, at });
  const passed = (...events: Event[]) => new Date(told(events).passedAt.get("m")!).getUTCFullYear();
  const here = event({ kind: "finished", of: "m", version: 1 }, "2024-11-22T10:00:00Z");
  equal(passed(here, carried(finished("2026-01-01T00:00:00Z"))), 2026);
  equal(passed(here, carried(finished("2020-01-01T00:00:00Z"))), 2024);
});

test("of each kind of result that is taken up which says more than the record, and no other", () => {
  const drawn = (attempt = 1) => ({ kind: "drawn", of: "m", attempt, items: ["x"], points: 2 });
  const sent = (score: number, passed = false, attempt = 1) => ({ kind: "exam-finished", of: "m", attempt, score, passed });
  const finished = (of: string, version = 1, at = "2025-01-01T00:00:00Z") => ({ kind: "finished", of, version, at });
  const completed = (version: number) => ({ kind: "completed", of: "c", version });
  const drafted = { kind: "drafted", of: "q", rev: "r", response: ["b"] };
  const hinted = (hint: number) => ({ kind: "hinted", of: "q", rev: "r", hint });
  const preferred = (value: string) => ({ kind: "preferred", of: "role", value });
  const cases: [object[], object, boolean][] = [
    [[], finished("m/s"), true], [[finished("m/s")], finished("m/s"), false], [[finished("m/s")], finished("m/s", 2), true], [[finished("m/s", 2)], finished("m/s"), false],
    [[finished("m")], finished("m", 1, "2026-01-01T00:00:00Z"), true], [[finished("m")], finished("m"), false], [[finished("m")], finished("m", 1, "2024-01-01T00:00:00Z"), false], [[finished("m/s")], finished("m/s", 1, "2026-01-01T00:00:00Z"), false],
    [[], completed(1), true], [[completed(2)], completed(2), false], [[completed(2)], completed(1), false], [[completed(2)], completed(3), true],
    [[], answer(0), true], [[answer(0)], answer(0), false], [[answer(0)], answer(0, { attempt: 2 }), true], [[answer(0)], answer(0.5), true], [[answer(1)], answer(0.5), false], [[answer(1 / 3)], answer(0.333333333), false], [[answer(0.333333333)], answer(1 / 3), false],
    [[], hinted(0), true], [[hinted(1)], hinted(0), true], [[hinted(0)], hinted(0), false],
    [[], drafted, true], [[drafted], drafted, false], [[answer(0)], drafted, false],
    [[], drawn(), true], [[drawn()], drawn(), false],
    [[], sent(0), true], [[drawn()], sent(0), true], [[drawn(), sent(0.4)], sent(0.4), false], [[drawn(), sent(0.4)], sent(0.5), true], [[drawn(), sent(0.4)], sent(0.3), false], [[drawn(), sent(0.4)], sent(0.4, true), true], [[drawn(), sent(0.4, true)], sent(0.4, true), false], [[drawn(), sent(1 / 3)], sent(0.333333333), false], [[drawn(), sent(0.333333333)], sent(1 / 3), false],
    [[], preferred("cook"), true], [[preferred("cook")], preferred("waiter"), false],
    [[], { kind: "opened", of: "m/s" }, false],
  ];
  for (const [before, result, more] of cases) {
    const state = told(before.map((one) => event(one, (one as { at?: string }).at)));
    equal(Boolean(pick({ of: "c", results: [result as Result] }, state)), more, JSON.stringify([before, result]));
  }
  const kept = pick({ of: "c", seed: "x9", results: [answer(1), answer(0, { of: "p" }), drawn()] as Result[] }, told([event(answer(1)), event(drawn())]));
  deepEqual([kept!.seed, kept!.results.map(({ of }) => of)], ["x9", ["p", "m"]], "with the rounds by which others are told apart");
});

test("results find their round, whatever number it has here, and nothing else is numbered anew", () => {
  const drawn = (attempt: number, ...items: string[]) => ({ kind: "drawn", of: "m", attempt, items, points: 2 });
  const rounds = (events: Event[]) => told(events).rounds.get("m")!.map(({ attempt, items }) => `${attempt} ${items}`);
  const ten = Array.from({ length: 10 }, (_, number) => event(drawn(number + 1, `x${number}`)));
  const many = told([...ten, carried(drawn(10, "y"), answer(1, { of: "y", round: "m#10" }), answer(0))]);
  deepEqual([many.items.get("m#11/y")!.best, many.items.get("q")!.attempts.length], [1, 1]);
  deepEqual(rounds([event(drawn(1, "x")), carried(drawn(5, "y"))]), ["1 x", "5 y"], "a number that is free is kept");
  deepEqual(rounds([event(drawn(2, "x")), carried(drawn(1, "y"))]), ["1 y", "2 x"], "in order");
  const both = told([event(drawn(1, "x")), carried(drawn(1, "y")), carried(answer(1, { of: "x", round: "m#1" }))]);
  equal(both.items.get("m#1/x")!.best, 1, "what another brought is numbered by its own rounds");
});

test("what is new of a summary is put into the record once, and counts from then on", async () => {
  const shelf = new Shelf([event({ kind: "opened", of: "m/s" })]);
  const log = new Log(shelf, { now: () => new Date(0), later: () => () => undefined, writer: "b" });
  await log.refresh();
  const summary = { of: "c", seed: "x9", results: [answer(1), { kind: "finished", of: "m/s" }] } as Summary;
  await join(log, undefined);
  equal(shelf.kept.size, 1);
  await join(log, summary);
  deepEqual([shelf.kept.size, log.state.items.get("q")!.best, [...log.state.steps], log.state.seed], [2, 1, ["m/s"], "a"]);
  const { kind, of, results } = shelf.kept.get("b-1") as Carried;
  deepEqual([kind, of, results], ["carried", "c", summary.results]);
  await join(log, summary);
  equal(shelf.kept.size, 2);
  deepEqual([...carry(fold, fits)([...shelf.kept.values()] as Event[]).steps], ["m/s"], "also where a course makes nothing else of events");
});

test("as good an answer from elsewhere takes the place of none", () => {
  const { attempts } = told([event(answer(0.5, { response: ["b"] })), carried(answer(0.5, { response: ["c"], attempt: 2 }))]).items.get("q")!;
  deepEqual(attempts.map(({ response }) => response[0]), ["c", "b"]);
});

test("versions, revisions that count no more and heirs hold for what was carried", () => {
  const { items } = told([carried(answer(1, { of: "old", rev: "r" }), answer(1, { rev: "wrong" }))], { stale: { q: ["wrong"] }, replaced: { old: "heir" } });
  deepEqual([...items.keys()], ["heir"]);
});

test("what is no result is passed over", () => {
  const odd = [null, 7, "x", {}, { kind: "answered" }, answer(1, { score: "1" }), answer(1, { response: "a" }), { kind: "carried", results: [] }, { kind: "wrote", of: "d", rev: "r", entry: "", fields: { text: "x" } }, { kind: "reopened", of: "m", items: [] }, { kind: "preferred", of: "name", value: 1 }];
  const empty = tell(told([carried()]));
  for (const one of odd) equal(tell(told([{ ...carried(one as object), id: `a-${count - 1}` }])).replace(/"seed":"\w*"/, ""), empty.replace(/"seed":"\w*"/, ""), JSON.stringify(one));
  for (const results of [undefined, null, 1, "x", {}]) told([event({ kind: "carried", of: "c", results, place: results, seed: results })]);
});

test("whatever else is in a record, what was carried takes nothing from it, and twice is once", () => {
  fc.assert(fc.property(records, records, (events, others) => {
    const { of, results } = carried(...others.map(({ id: _, n: __, tz: ___, ...said }) => said).sort((one, other) => +(other.kind === "drawn") - +(one.kind === "drawn"))) as Carried;
    const joined = (n: number): Event[] => [...events, ...Array.from({ length: n }, (_, more): Event => ({ id: `z-${more + 1}`, n: 1000 + more, at: "2026-11-22T00:00:00Z", tz: 0, kind: "carried", of, results }))];
    const [before, after] = [told(events), told(joined(1))];
    for (const step of before.steps) equal(after.steps.has(step), true);
    for (const module of before.modules) equal(after.modules.has(module), true);
    for (const [key, { best, attempts }] of before.items) equal(after.items.get(key)!.best >= best && after.items.get(key)!.attempts.length >= attempts.length, true, key);
    for (const [of, rounds] of before.rounds) for (const { attempt, items, result } of rounds) {
      const now = after.rounds.get(of)!.find((round) => round.attempt === attempt)!;
      deepEqual(now.items, items);
      equal(!result || (now.result!.score >= result.score && (now.result!.passed || !result.passed)), true);
    }
    deepEqual(after.own, before.own);
    equal(tell(told(joined(2))), tell(after), "twice is once");
  }), RUNS);
});
