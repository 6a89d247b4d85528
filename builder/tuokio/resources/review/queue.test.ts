import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../record/fold.ts";
import type { Event } from "../../record/event.d.ts";
import { chooseQuestion, listUnits, queue, type Catalogue } from "./queue.ts";
import { dayOf } from "./schedule.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-11-02T18:30:00Z");
const on = (day: number) => dayOf(START) + day;

const catalogue: Catalogue = {
  modules: { m: { s: ["a", "b", "c"], t: [["deck.latte", "name", "suits"], ["deck.mocha", "name", "suits"]] } },
  banks: { more: ["d"] },
};
const units = listUnits(catalogue);

let count = 0;
function event(day: number, rest: object): Event {
  count++;
  return { id: `w-${count}`, n: count, at: new Date(START + day * DAY).toISOString(), tz: 120, ...rest } as Event;
}
const answered = (day: number, of: string, score: number, rest: object = {}) => event(day, { kind: "answered", of, rev: "x", response: [], score, points: 1, attempt: 1, ...rest });
const finished = (day: number, of: string) => event(day, { kind: "finished", of });
const due = (events: Event[], day: number) => queue(units, fold(events), on(day)).due.map(({ id }) => id);

test("nothing is due before it has been met", () => deepEqual(due([], 0), []));
test("nothing is due on the day it was met, and the next day with something is told", () => {
  const { due, next } = queue(units, fold([answered(0, "a", 1), answered(0, "b", 0)]), on(0));
  deepEqual([due, next], [[], on(1)]);
});
test("what was sure and wrong comes first, then what has waited longest for its interval", () => {
  deepEqual(due([answered(0, "a", 1), answered(0, "b", 0), answered(0, "c", 0, { sure: 2 })], 3), ["c", "b", "a"]);
});
test("trying again at once tells nothing of memory, and ends being sure and wrong", () => {
  const events = [answered(0, "c", 0, { sure: 2 }), answered(0, "c", 1, { sure: 2, attempt: 2 }), answered(0, "b", 0, { sure: 1 })];
  deepEqual(due(events, 1), ["b", "c"].sort());
  equal(fold(events).meetings.get("c")!.length, 1);
});
test("a question drawn from a bank is due too, in whatever round it was met", () => deepEqual(due([answered(0, "d", 0, { round: "draw#1" })], 1), ["d"]));
test("what has left the course is not asked", () => deepEqual(due([answered(0, "gone", 0)], 9), []));
test("what a finished step teaches by heart is asked last, though it was never met", () => {
  deepEqual(due([finished(0, "m/t"), answered(0, "a", 0)], 1), ["a", "deck.latte", "deck.mocha"]);
  deepEqual(due([finished(0, "m/s")], 1), []);
});
test("all questions of one thing share its schedule, and one not met yet is asked first", () => {
  const state = fold([answered(0, "deck.latte.name", 1, { round: "deck#1" }), answered(2, "deck.latte.suits", 1, { round: "-review#1" })]);
  equal(state.meetings.get("deck.latte")!.length, 2);
  equal(chooseQuestion(units.get("deck.latte")!, state), "deck.latte.name");
  equal(chooseQuestion(units.get("deck.latte")!, fold([answered(0, "deck.latte.name", 1)])), "deck.latte.suits");
});
test("an answer in review counts for memory, and neither for the course's points nor for where one was", () => {
  const state = fold([event(0, { kind: "opened", of: "m/s" }), answered(0, "a", 0), event(1, { kind: "drawn", of: "-review", attempt: 1, items: ["b"], points: 0 }), answered(1, "b", 1, { round: "-review#1" })]);
  equal(state.last!.item, "a");
  equal(state.meetings.get("b")!.length, 1);
});
