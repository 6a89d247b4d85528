import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Event } from "./event.d.ts";
import { fold, score, type State } from "./fold.ts";
import { renew, type Past } from "./renewed.ts";

let count = 0;
function event(rest: object, at = "2026-11-21T10:00:00.000Z"): Event {
  count++;
  return { id: `a-${count}`, n: count, at, tz: 120, ...rest } as Event;
}
const answered = (of: string, score: number, rev = "new", rest: object = {}) => event({ kind: "answered", of, rev, response: ["a"], score, points: 1, attempt: 1, ...rest });
const finished = (of: string, version?: number, at?: string) => event({ kind: "finished", of, ...(version && { version }) }, at);
const reopened = (of: string, items: string[]) => event({ kind: "reopened", of, items });
const told = (events: Event[], past?: Past) => fold(events, undefined, (apply) => renew(apply, past));
const plain = (state: State) => JSON.stringify(state, (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value));

test("the greatest version something was finished in holds, and unpublished is older than all", () => {
  const { finishedIn } = told([finished("m/s", 2), finished("m/s", 1), finished("m")]);
  deepEqual([...finishedIn], [["m/s", 2], ["m", 0]]);
});

test("catching up prolongs nothing: a module was passed when it was gone through as a whole", () => {
  const day = (n: number) => `2026-11-${n}T10:00:00.000Z`;
  const events = [finished("m", 1, day(10)), finished("m", 2, day(20))];
  equal(told(events).passedAt.get("m"), Date.parse(day(10)));
  equal(told([...events, reopened("m", []), finished("m", 2, day(21))]).passedAt.get("m"), Date.parse(day(21)));
});

test("a module begins anew with all it asks, and nothing else does", () => {
  const before = [event({ kind: "drawn", of: "draw", attempt: 1, items: ["x"], points: 2 }), answered("x", 1, "new", { round: "draw#1" }), answered("q", 1), answered("other", 1), finished("m/s"), finished("n/s"), finished("m"), finished("n")];
  const { steps, modules, items, rounds, seen, meetings } = told([...before, reopened("m", ["q", "draw"])]);
  deepEqual([[...steps], [...modules], [...items.keys()], rounds.size], [["n/s"], ["n"], ["other"], 0]);
  deepEqual([[...seen].sort(), [...meetings.keys()].sort()], [["other", "q", "x"], ["other", "q", "x"]], "review remembers all the same");
});

test("beginning anew twice is beginning once: what was answered since is kept", () => {
  const { items } = told([answered("q", 0), finished("m"), reopened("m", ["q"]), answered("q", 1), reopened("m", ["q"])]);
  deepEqual(items.get("q")!.attempts.map(({ score }) => score), [1]);
});

test("an exam begins anew by itself, as if it had never been taken", () => {
  const taken = [event({ kind: "drawn", of: "m", attempt: 1, items: ["x"], points: 2 }), answered("x", 1, "new", { round: "m#1" }), event({ kind: "exam-finished", of: "m", attempt: 1, score: 1, passed: true }), finished("m/exam"), finished("m/read"), finished("m")];
  const { rounds, items, steps, modules } = told([...taken, reopened("m/exam", ["m"])]);
  deepEqual([rounds.size, items.size, [...steps], [...modules]], [0, 0, ["m/read"], ["m"]]);
  deepEqual(told([...taken, reopened("m/exam", ["m"]), event({ kind: "drawn", of: "m", attempt: 1, items: ["y"], points: 2 })]).rounds.get("m")![0]!.items, ["y"]);
});

test("what answers a stale revision counts no more, until the course is as it was", () => {
  const events = [event({ kind: "hinted", of: "q", rev: "old", hint: 1 }), answered("q", 1, "old"), event({ kind: "drafted", of: "q", rev: "old", response: ["b"] }), answered("p", 1, "old")];
  const { items, meetings, seen } = told(events, { stale: { q: ["old"] } });
  deepEqual([[...items.keys()], [...meetings.keys()], [...seen]], [["p"], ["p"], ["p"]]);
  equal(score(told([...events, answered("q", 0.5)], { stale: { q: ["old"] } }), 2).earned, 1.5);
  equal(plain(told(events)), plain(told(events, { stale: { q: ["older"] } })));
});

test("what one wrote stays, whatever it was written to", () => {
  const wrote = event({ kind: "wrote", of: "q", rev: "old", entry: "", fields: { text: "mine" } });
  equal(told([wrote], { stale: { q: ["old"] }, replaced: { q: "p" } }).own.get("q")!.length, 1);
});

test("what took the place of another has its results, through any number of names", () => {
  const events = [answered("q", 1), answered("deck.latte.name", 1, "new", { round: "deck#1" }), finished("m/s", 1), finished("m", 1)];
  const { items, steps, modules, finishedIn, meetings } = told(events, { replaced: { q: "p", p: "r", m: "n", deck: "drinks" } });
  deepEqual([[...items.keys()], [...steps], [...modules], finishedIn.get("n")], [["r", "drinks#1/drinks.latte.name"], ["n/s"], ["n"], 1]);
  deepEqual([...meetings.keys()], ["r", "drinks.latte"]);
  equal([...told(events, { replaced: { m: "n", n: "m" } }).modules].length, 1, "a ring of names ends somewhere");
});

test("the criterion was met last when it says so, and not once something was taken again", () => {
  const completed = (version?: number) => event({ kind: "completed", of: "course", ...(version && { version }) });
  equal(told([completed(), completed(2)]).completed!.version, 2);
  equal(told([finished("m"), completed(2), reopened("m", [])]).completed, undefined);
});
