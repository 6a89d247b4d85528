import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Meeting } from "../../record/fold.ts";
import { dayOf, schedule } from "./schedule.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-11-02T18:30:00Z");
const met = (day: number, score: number, sure?: number): Meeting => ({ of: "q", at: START + day * DAY, score, sure, last: { response: [], score, points: 1 } });
const on = (day: number) => dayOf(START) + day;

/** Answer always on the day it is due, and return the intervals. */
function live(...answers: [number, number?][]): number[] {
  const meetings: Meeting[] = [];
  let day = 0;
  return answers.map(([score, sure]) => {
    meetings.push(met(day, score, sure));
    const { interval } = schedule(meetings, on(day));
    day += interval;
    return interval;
  });
}

test("what is remembered each time comes back ever later, half a year at most", () => deepEqual(live([1], [1], [1], [1], [1]), [2, 11, 46, 163, 180]));
test("what is forgotten comes back in a day or two, and then grows again", () => deepEqual(live([1], [1], [0], [1], [1]), [2, 11, 2, 5, 12]));
test("what was not known at first takes longer to be trusted", () => deepEqual(live([0], [1], [1], [1]), [1, 2, 6, 17]));
test("right but unsure comes back sooner than right and sure", () => ok(schedule([met(0, 1), met(3, 1, 0)], on(3)).interval < schedule([met(0, 1), met(3, 1, 2)], on(3)).interval));
test("half right counts as remembered with effort, less as forgotten", () => {
  equal(schedule([met(0, 0.4)], on(0)).interval, 1);
  ok(schedule([met(0, 1), met(9, 0.5)], on(9)).interval > 1);
});

test("a clock that ran ten years ahead for one answer does not hide what was met then", () => equal(schedule([met(0, 1), met(3650, 1)], on(1)).day, on(1)));
test("a clock set back ten years asks too early at worst", () => ok(schedule([met(0, 1), met(-3650, 1)], on(-3650)).day <= on(-3650) + 180));
test("a clock set ahead for good finds all due", () => ok(schedule([met(0, 1), met(14, 1)], on(3650)).day < on(3650)));

test("whatever the clock said, it is due within half a year of a day that makes sense", () => {
  const anyClock = fc.oneof(fc.integer({ min: -8.64e15, max: 8.64e15 }), fc.constant(NaN), fc.integer({ min: -3650, max: 3650 }).map((day) => START + day * DAY));
  const meeting = fc.record({ at: anyClock, score: fc.double({ min: 0, max: 1, noNaN: true }), sure: fc.constantFrom(undefined, 0, 1, 2) });
  fc.assert(
    fc.property(fc.array(meeting, { minLength: 1, maxLength: 30 }), (list) => {
      const { day, interval } = schedule(list.map((one) => ({ ...met(0, one.score, one.sure), at: one.at })), on(0));
      ok(Number.isInteger(interval) && interval >= 1 && interval <= 180, String(interval));
      ok(Number.isFinite(day) && day <= on(0) + 181, String(day));
    }),
  );
});
