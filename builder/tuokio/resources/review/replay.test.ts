import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { default_w, fsrs, type FSRSState } from "ts-fsrs";
import type { Event } from "../../record/event.d.ts";
import { fold } from "../../record/fold.ts";
import { RUNS } from "../../record/laws.ts";
import { listUnits, queue } from "./queue.ts";
import { dayOf, schedule } from "./schedule.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-11-02T18:30:00Z");
const NEAR = 1e-6;
const w = default_w as number[];
const least = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** FSRS-6 as it is published, written here a second time: what is remembered after a grade given so many days later. No rounding. */
function remember(memory: FSRSState | null, days: number, grade: number): FSRSState {
  const first = (grade: number) => w[4]! - Math.exp((grade - 1) * w[5]!) + 1;
  if (!memory) return { stability: Math.max(w[grade - 1]!, 0.1), difficulty: least(first(grade), 1, 10) };
  const { stability: s, difficulty: d } = memory;
  const recalled = (1 + ((0.9 ** (-1 / w[20]!) - 1) * days) / s) ** -w[20]!;
  const forgotten = w[11]! * d ** -w[12]! * ((s + 1) ** w[13]! - 1) * Math.exp((1 - recalled) * w[14]!);
  const grown = s * (1 + Math.exp(w[8]!) * (11 - d) * s ** -w[9]! * (Math.exp((1 - recalled) * w[10]!) - 1) * (grade === 2 ? w[15]! : 1));
  const damped = d + (-w[6]! * (grade - 3) * (10 - d)) / 9;
  return { stability: least(grade === 1 ? Math.min(s, forgotten) : grown, 0.001, 36_500), difficulty: least(w[7]! * first(4) + (1 - w[7]!) * damped, 1, 10) };
}

const isNear = (one: number, other: number) => Math.abs(one - other) <= NEAR * Math.max(1, Math.abs(other));

// Grades and days, and the stability and difficulty they come to: worked out once by the published formula.
const GOLDEN: [[number, number][], number, number][] = [
  [[[1, 0]], 0.212, 6.4133],
  [[[2, 0]], 1.2931, 5.11217071],
  [[[3, 0]], 2.3065, 2.11810397],
  [[[3, 0], [3, 0]], 2.3065, 2.11121424],
  [[[3, 0], [3, 2]], 10.96433234, 2.11121424],
  [[[3, 0], [2, 2]], 7.51332037, 4.75285849],
  [[[3, 0], [1, 2]], 0.60758011, 7.39450274],
  [[[1, 0], [3, 1], [3, 2], [3, 6]], 17.37918897, 6.37977875],
  [[[2, 0], [2, 1], [2, 3], [2, 8]], 12.42243021, 8.53896785],
  [[[3, 0], [3, 2], [1, 11], [3, 2], [3, 5]], 12.31168557, 7.36792256],
  [[[3, 0], [3, 2], [3, 11], [3, 46], [3, 163]], 497.4471936, 2.09058634],
  [[[1, 0], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1], [1, 1]], 0.00561065, 9.97783607],
  [[[3, 0], [3, 3650]], 85.21765886, 2.11121424],
  [[[3, 0], [1, 3650], [3, 1]], 3.6181015, 7.38233661],
  [[[3, 0], [3, 180], [3, 180], [3, 180], [3, 180], [3, 180], [3, 180], [3, 180], [3, 180]], 2486.44212215, 2.06317862],
];

test("what is remembered is what the published formula says", () => {
  const model = fsrs({ enable_fuzz: false, enable_short_term: false });
  for (const [log, stability, difficulty] of GOLDEN) {
    const [ours, theirs] = [remember, model.next_state.bind(model)].map((next) => log.reduce<FSRSState | null>((memory, [grade, days]) => next(memory, days, grade), null)!);
    for (const memory of [ours!, theirs!]) ok(isNear(memory.stability, stability) && isNear(memory.difficulty, difficulty), `${JSON.stringify(log)}: ${JSON.stringify(memory)}`);
  }
});

const answers = fc.array(fc.record({ days: fc.oneof(fc.nat(3), fc.nat(40), fc.nat(400)), score: fc.constantFrom(0, 0.4, 0.5, 1, 1, 1), sure: fc.constantFrom(undefined, 0, 1, 2) }), { minLength: 1, maxLength: 25 });

test("a log is replayed to the same day by the formula, whenever and in whatever order it is read", () => {
  fc.assert(fc.property(answers, fc.infiniteStream(fc.nat()), (all, numbers) => {
    let [memory, day]: [FSRSState | null, number] = [null, 0];
    const events = all.map(({ days, score, sure }, number): Event => {
      memory = remember(memory, number ? days : 0, score < 0.5 ? 1 : score < 1 || sure === 0 ? 2 : 3);
      day += days;
      const at = new Date(START + day * DAY).toISOString();
      return { id: `a-${number + 1}`, n: number + 1, at, tz: 0, kind: "answered", of: "q", rev: "x", response: [], score, points: 1, attempt: 1, round: `-review#${number + 1}`, ...(sure !== undefined && { sure }) };
    });
    const today = dayOf(START) + day;
    const due = schedule(fold(events).meetings.get("q")!, today);
    const exact = memory!.stability;
    if (Math.abs((exact % 1) - 0.5) > NEAR * exact) equal(due.interval, least(Math.round(exact), 1, 180));
    equal(due.day, today + due.interval);
    const mixed = events.map((event) => ({ event, at: numbers.next().value as number })).sort((one, other) => one.at - other.at).map(({ event }) => event);
    deepEqual(schedule(fold(mixed).meetings.get("q")!, today), due);
    const units = listUnits({ modules: { m: { s: ["q"] } }, banks: {} });
    deepEqual(queue(units, fold(mixed), due.day).due.length + queue(units, fold(mixed), due.day - 1).due.length, 1, "due on that day and not before");
  }), RUNS);
});
