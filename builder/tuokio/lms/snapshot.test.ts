import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Course } from "../player/outline.ts";
import { carry, pick, type Summary } from "../record/carried.ts";
import { fits } from "../record/fits.ts";
import type { Event } from "../record/event.d.ts";
import { fold, score, type State } from "../record/fold.ts";
import { RUNS } from "../record/laws.ts";
import { renew } from "../record/renewed.ts";
import { decode, encode, type Ordinals } from "./snapshot.ts";

const ITEMS = 40;
const ordinals: Ordinals = {
  course: "c",
  modules: ["m1", "m2", "m3"],
  steps: ["m1/a", "m1/b", "m2/a", "m2/exam", "m3/a"],
  items: [...Array.from({ length: ITEMS }, (_, n): Ordinals["items"][number] => [`q${n}`, `r${n}`, 1 + (n % 3), "a b c"]), ["draw", "d", 3]],
  exams: { m2: 4 },
};
const course = { id: "c", version: 2, replaced: {} } as unknown as Course;
const LIMIT = 4096;

const told = (events: Event[], onto?: State) => carry(fold, fits)(events, onto, (apply) => renew(apply, course));

/** What a device does, one thing after the other. */
class Device {
  events: Event[] = [];
  constructor(readonly name: string) {}
  get state(): State {
    return told(this.events);
  }
  add(said: object, day = 0): void {
    const n = Math.max(0, ...this.events.map(({ n }) => n)) + 1;
    this.events.push({ id: `${this.name}-${n}`, n, at: new Date(2026, 10, 1 + day, 12).toISOString(), tz: 0, ...said } as Event);
  }
  /** Begin a session with a platform that has this text. */
  take(text: string, known = ordinals, at = course): Summary | undefined {
    const summary = decode(text, at, known);
    const news = summary && pick(summary, this.state);
    if (news) this.add({ kind: "carried", ...news }, 100);
    return news;
  }
}

const one = <T>(...of: T[]) => fc.constantFrom(...of);
const score_ = fc.oneof(one(0, 1, 0.5, 1 / 3, 2 / 3, 0.25, 7 / 60), fc.integer({ min: 0, max: 100_000 }).map((parts) => parts / 100_000));
const item = fc.integer({ min: 0, max: ITEMS - 1 }).map((n) => [`q${n}`, `r${n}`, 1 + (n % 3)] as const);
const response = fc.subarray(["a", "b", "c"], { minLength: 1 });
const items = fc.uniqueArray(fc.integer({ min: 0, max: ITEMS - 1 }).map((n) => `q${n}`), { minLength: 1, maxLength: 5 });
const answer = fc.record({ item, score: score_, response }).map(({ item: [of, rev, points], score, response }) => ({ kind: "answered", of, rev, points, score, response, attempt: 1 }));
const deed = fc.oneof(
  { weight: 5, arbitrary: answer },
  fc.record({ kind: one("finished"), of: one(...ordinals.steps, ...ordinals.modules), version: one(1, 2) }),
  item.map(([of, rev]) => ({ kind: "hinted", of, rev, hint: 0 })),
  fc.record({ draw: one("draw", "m2"), attempt: fc.integer({ min: 1, max: 3 }), items, answers: fc.array(fc.tuple(score_, response), { maxLength: 5 }), result: fc.option(fc.tuple(score_, fc.boolean())), draft: fc.boolean() }),
  fc.record({ kind: one("preferred"), of: one("role"), value: one("cook", "clerk") }),
  fc.record({ kind: one("preferred"), of: one("language"), value: one("sv", "pt-BR") }),
  fc.record({ kind: one("opened"), of: one(...ordinals.steps) }),
  fc.record({ kind: one("completed"), of: one("c"), version: one(1, 2) }),
);
type Deed = { kind?: string; draw?: string; attempt?: number; items?: string[]; answers?: [number, string[]][]; result?: [number, boolean] | null; draft?: boolean };

function act(device: Device, deeds: object[]): void {
  deeds.forEach((deed, day) => {
    const { draw, attempt = 1, items = [], answers = [], result, draft } = deed as Deed;
    if (!draw) return device.add(deed, day);
    if ((device.state.rounds.get(draw)?.length ?? 0) !== attempt - 1) return; // in turn
    device.add({ kind: "drawn", of: draw, attempt, items, points: draw === "m2" ? 4 : 3 }, day);
    const about = (of: string) => ({ of, rev: of.replace("q", "r"), round: `${draw}#${attempt}` });
    items.forEach((of, number) => answers[number] && device.add({ kind: "answered", ...about(of), points: 1 + (Number(of.slice(1)) % 3), score: answers[number]![0], response: answers[number]![1], attempt: 1 }, day));
    if (draft && !result) device.add({ kind: "drafted", ...about(items[items.length - 1]!), response: ["b"] }, day);
    if (draw === "m2" && result) device.add({ kind: "exam-finished", of: draw, attempt, score: result[0], passed: result[1] }, day);
  });
}
const deeds = fc.array(deed, { maxLength: 40 });

/** What counts, so that two can be compared. */
function standing(state: State) {
  return {
    steps: [...state.steps].sort(),
    modules: [...state.modules].sort(),
    passed: [...state.passedAt].filter(([of]) => !of.includes("/")).map(([of, at]) => [of, new Date(at).toDateString()]).sort(),
    versions: [...state.finishedIn].sort(),
    items: [...state.items].filter(([key, { attempts, revealed }]) => !key.includes("/") && (attempts.length || revealed)).map(([key, { best, attempts, revealed }]) => [key, best.toFixed(8), attempts.length, revealed]).sort(),
    exams: (state.rounds.get("m2") ?? []).filter(({ result }) => result).map(({ attempt, points, result }) => [attempt, points, result!.score.toFixed(8), result!.passed]),
    draw: state.rounds.get("draw")?.slice(-1).map(({ attempt, items }) => [attempt, items, items.map((id) => state.items.get(`draw#${attempt}/${id}`)?.best.toFixed(8) ?? "")]),
    completed: state.completed && state.completed.version,
    role: state.role,
    language: state.language,
  };
}
const earned = (state: State) => score(state, 1000).earned;
const near = (one: State, other: State) => ok(Math.abs(earned(one) - earned(other)) < 1e-7, `${earned(one)} and ${earned(other)}`);

/** How much of what counts a state has: none of it may ever be less. */
function isAtLeast(more: State, less: State): void {
  for (const step of less.steps) ok(more.steps.has(step), step);
  for (const module of less.modules) ok(more.modules.has(module), module);
  for (const [key, { best, attempts, revealed }] of less.items) {
    if (key.includes("/")) continue;
    const other = more.items.get(key)!;
    ok(other.best >= best - 1e-8 && other.attempts.length >= attempts.length && (other.revealed || !revealed), key);
  }
  for (const { result } of less.rounds.get("m2") ?? []) if (result) ok(more.rounds.get("m2")!.some((one) => one.result && one.result.score >= result.score - 1e-8 && (one.result.passed || !result.passed)));
  ok(earned(more) >= earned(less) - 1e-7, "score");
}

test("what counts comes out of a snapshot as it went in", () => {
  fc.assert(fc.property(deeds, (deeds) => {
    const [here, there] = [new Device("a"), new Device("b")];
    act(here, deeds);
    const text = encode(here.state, course, ordinals, LIMIT);
    ok(/^[\w-]{1,4096}$/.test(text));
    there.take(text);
    deepEqual(standing(there.state), standing(here.state));
    near(there.state, here.state);
    equal(there.take(text), undefined, "twice is once");
    equal(here.take(text), undefined, "nothing comes back to where it was done");
  }), RUNS);
});

test("whatever is joined with whatever, nothing is less than on either side", () => {
  fc.assert(fc.property(deeds, deeds, deeds, (one, two, after) => {
    const [here, there] = [new Device("a"), new Device("b")];
    act(here, one);
    act(there, two);
    const before = [there.state, told(here.events)];
    there.take(encode(here.state, course, ordinals, LIMIT));
    for (const state of before) isAtLeast(there.state, state);
    const whole = JSON.stringify(standing(there.state));
    const [last] = there.events.slice(-1);
    if (last?.kind === "carried") equal(JSON.stringify(standing(told([...there.events, { ...last, id: "z-1", n: last.n + 1 }]))), whole, "twice is once");
    act(there, after);
    for (const state of before) isAtLeast(there.state, state);
  }), RUNS);
});

test("two devices in turn, one platform: in the end both have all", () => {
  fc.assert(fc.property(fc.array(fc.tuple(deeds, fc.boolean()), { maxLength: 5 }), (sessions) => {
    const devices = [new Device("a"), new Device("b")];
    let text = "";
    const all: State[] = [];
    sessions.forEach(([deeds, offline], turn) => {
      const device = devices[turn % 2]!;
      if (!offline) device.take(text);
      act(device, deeds);
      all.push(device.state);
      if (!offline) text = encode(device.state, course, ordinals, LIMIT, text);
    });
    for (const device of [...devices, ...devices]) {
      device.take(text);
      text = encode(device.state, course, ordinals, LIMIT, text);
    }
    for (const device of devices) for (const state of all) isAtLeast(device.state, state);
    near(devices[0]!.state, devices[1]!.state);
  }), RUNS);
});

test("of rounds the one that counts most is kept, though an exam was sent since and counts less than what was right in it", () => {
  const [here, there] = [new Device("a"), new Device("b")];
  const round = (attempt: number, share: number, result: [number, boolean] | null) => ({ draw: "m2", attempt, items: ["q0"], answers: [[share, ["c"]]], result });
  act(here, [round(1, 0.5, null), round(2, 0.75, [0, false])]);
  there.take(encode(here.state, course, ordinals, LIMIT));
  isAtLeast(there.state, here.state);
});

test("a damaged text is never believed and never stops anything", () => {
  const device = new Device("a");
  act(device, fc.sample(deeds, { seed: 7, numRuns: 30 }).flat());
  const text = encode(device.state, course, ordinals, LIMIT);
  ok(decode(text, course, ordinals));
  for (let length = 0; length < text.length; length++) equal(decode(text.slice(0, length), course, ordinals), undefined);
  for (let at = 0; at < text.length; at++) for (const sign of "A_7é") if (text[at] !== sign) equal(decode(text.slice(0, at) + sign + text.slice(at + 1), course, ordinals), undefined);
  fc.assert(fc.property(fc.string({ unit: one(..."ABCab19-_"), maxLength: 200 }), (noise) => decode(`1${noise}`, course, ordinals) === undefined), RUNS);
});

test("what is not ours, is of a later Tuokio, of another course or of one whose ids have moved says nothing", () => {
  const device = new Device("a");
  device.add({ kind: "finished", of: "m1" });
  const text = encode(device.state, course, ordinals, LIMIT);
  const says = (text: string, known = ordinals) => decode(text, course, known) !== undefined;
  deepEqual(["", "0.5|lesson 3", '{"v":1}', `2${text.slice(1)}`, `${text}A`, text].map((one) => says(one)), [false, false, false, false, false, true]);
  ok(!says(text, { ...ordinals, course: "d" }));
  ok(!says(text, { ...ordinals, items: [["new", "r"], ...ordinals.items] }), "it was never published, and ids have moved");
  ok(says(text, { ...ordinals, items: [...ordinals.items, ["new", "r"]] }), "new ones come last");
});

/** A later version of the course: a module, a step and questions more, one question that asks something else, and one in the place of another. */
const later: Ordinals = {
  ...ordinals,
  modules: [...ordinals.modules, "m4"],
  steps: [...ordinals.steps, "m4/a"],
  items: [...ordinals.items.map(([id, rev, ...rest]): Ordinals["items"][number] => (id === "q0" ? [id, "new", 1, "a b c", 2] : [id, rev, ...rest])), ["fresh", "f", 2], ["heir", "h", 1]],
};
const laterCourse = { ...course, version: 3, stale: { q0: ["r0"] }, replaced: { q1: "heir" } } as unknown as Course;
const toldLater = (events: Event[]) => carry(fold, fits)(events, undefined, (apply) => renew(apply, laterCourse));
const answered = (of: string, rev: string, score = 1, more: object = {}) => ({ kind: "answered", of, rev, response: ["a"], score, points: 1, attempt: 1, ...more });

test("in a later version results hold but those of what asks something else now, and heirs have theirs", () => {
  const device = new Device("a");
  for (const said of [answered("q0", "r0"), answered("q1", "r1", 0.5), answered("q2", "r2"), { kind: "finished", of: "m1/a", version: 2 }]) device.add(said);
  const summary = decode(encode(device.state, course, ordinals, LIMIT), laterCourse, later)!;
  const { items, finishedIn } = toldLater([{ id: "b-1", n: 1, at: "2026-11-22T12:00:00Z", tz: 0, kind: "carried", ...summary }]);
  deepEqual([...items].map(([id, { best }]) => [id, best]), [["heir", 0.5], ["q2", 1]]);
  equal(finishedIn.get("m1/a"), 2);
});

test("an older package leaves in place what it does not know, and nothing of it counts there", () => {
  const device = new Device("a");
  for (const said of [answered("q0", "new"), answered("fresh", "f"), answered("q2", "r2", 0.5), { kind: "finished", of: "m4", version: 3 }, { kind: "drawn", of: "draw", attempt: 1, items: ["fresh", "q3"], points: 3 }, answered("fresh", "f", 1, { round: "draw#1" })]) device.add(said);
  const text = encode(toldLater(device.events), laterCourse, later, LIMIT);

  const other = new Device("b");
  other.take(text);
  deepEqual([...other.state.items].map(([id, { best }]) => [id, best]), [["q2", 0.5]]);
  other.add(answered("q2", "r2"));
  other.add(answered("q0", "r0", 0.5)); // as it was asked before
  const back = decode(encode(other.state, course, ordinals, LIMIT, text), laterCourse, later)!;
  const { items, modules, rounds } = toldLater([{ id: "c-1", n: 1, at: "2026-11-22T12:00:00Z", tz: 0, kind: "carried", ...back }]);
  deepEqual([...items].map(([id, { best }]) => [id, best]).sort(), [["draw#1/fresh", 1], ["fresh", 1], ["q2", 1]]);
  deepEqual([[...modules], rounds.get("draw")![0]!.items], [["m4"], ["fresh", "q3"]]);
});

test("a course that is rolled back has its results again", () => {
  const device = new Device("a");
  device.add(answered("q0", "r0"));
  const text = encode(device.state, course, ordinals, LIMIT);
  const kept = encode(toldLater([]), laterCourse, later, LIMIT, text); // with the version between, elsewhere, nothing was done
  deepEqual(decode(kept, laterCourse, later)!.results.filter(({ kind }) => kind === "answered"), []);
  const other = new Device("b");
  other.take(kept, { ...later, items: ordinals.items });
  equal(other.state.items.get("q0")?.best, 1);
});

test("nothing of the learner's own words is in it, whatever they typed", () => {
  const device = new Device("a");
  const secret = ["kissa", "b.secret", "a b", "1,5", "å"];
  device.add({ kind: "wrote", of: "diary", rev: "x", entry: "", fields: { text: "kissa" } });
  device.add({ kind: "preferred", of: "name", value: "Aino Kissa" });
  for (const [number, word] of secret.entries()) device.add({ ...answered(`q${number}`, `r${number}`), response: [word], sure: 2 });
  device.add({ kind: "drafted", of: "q9", rev: "r9", response: ["kissa"] });
  device.add({ ...answered("q10", "r10"), response: ["a", "b.c"] });
  const summary = decode(encode(device.state, course, ordinals, LIMIT), course, ordinals)!;
  ok(!/kissa|secret|Aino|sure|1,5/.test(JSON.stringify(summary)));
  deepEqual(summary.results.flatMap((row) => (row.kind === "answered" && row.response.length ? [row.of, row.response] : [])), ["q10", ["a", "b.c"]]);
});

test("where it does not all fit, what earned most stays, and modules, steps and exams always do", () => {
  const device = new Device("a");
  for (const of of [...ordinals.steps, ...ordinals.modules]) device.add({ kind: "finished", of, version: 2 });
  for (let n = 0; n < ITEMS; n++) device.add(answered(`q${n}`, `r${n}`, ((n * 7919) % 100_000) / 100_003, { points: 1 + (n % 3) }));
  device.add({ kind: "drawn", of: "m2", attempt: 1, items: ["q1", "q2"], points: 4 });
  device.add({ kind: "exam-finished", of: "m2", attempt: 1, score: 0.9, passed: true });
  const whole = encode(device.state, course, ordinals, LIMIT).length;
  for (let limit = whole; limit > 80; limit -= 7) {
    const text = encode(device.state, course, ordinals, limit);
    ok(text.length <= limit);
    const other = new Device("b");
    other.take(text);
    const { steps, modules, rounds } = other.state;
    deepEqual([steps.size, modules.size, rounds.get("m2")![0]!.result!.passed], [5, 3, true], `${limit}`);
    ok(earned(other.state) <= earned(device.state) + 1e-7);
  }
});

test("50 modules with 500 questions, all answered with mixed scores, fit 4,096 signs with all that was earned", () => {
  const many: Ordinals = { course: "c", modules: Array.from({ length: 50 }, (_, n) => `m${n}`), steps: Array.from({ length: 200 }, (_, n) => `m${n % 50}/s${n}`), items: Array.from({ length: 500 }, (_, n) => [`q${n}`, "r", 1, "a b c d"]) };
  const device = new Device("a");
  const events = [...many.modules, ...many.steps].map((of): object => ({ kind: "finished", of, version: 2 }));
  const scores = [0, 1, 1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4, 0.6];
  many.items.forEach(([of], n) => events.push(answered(of, "r", scores[(n * n + 3 * n) % 8])));
  events.forEach((said, n) => device.events.push({ id: `a-${n + 1}`, n: n + 1, at: new Date(2026, 0, 1 + n / 4, 12).toISOString(), tz: 0, ...said } as Event));
  const text = encode(device.state, course, many, LIMIT);
  ok(text.length <= LIMIT, `${text.length}`);
  const other = new Device("b");
  other.take(text, many);
  deepEqual(standing(other.state), standing(device.state));
});
