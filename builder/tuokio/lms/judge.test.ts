import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readOutline, type OutlineFile } from "../player/outline.ts";
import { emptyState, type State } from "../record/fold.ts";
import { scorm12 } from "../targets/scorm12/dialect.ts";
import { judge, measure, raise, type Standing } from "./judge.ts";

const courseOf = (mastery: number | null, points = 10) => readOutline({ id: "c", title: "C", language: "en", areas: [], mastery, version: 1, words: {}, modules: [["m", "h", "M", 5, 3, points, -1], ["n", "h", "N", 5, 1, 0, -1]] } as unknown as OutlineFile);
const stateOf = (share: number, ...done: string[]): State => {
  const state = emptyState();
  for (const of of done) (of.includes("/") ? state.steps : state.modules).add(of);
  state.items.set("q", { attempts: [{ response: [], score: share, points: 10 }], best: share, hints: 0, revealed: false, played: [] });
  return state;
};
const judged = (...given: Parameters<typeof judge>) => JSON.parse(JSON.stringify({ ...judge(...given), progress: measure(...given) })) as Standing;
const ALL = ["m/a", "m/b", "m/c", "n/a", "m", "n"];

test("early points are no pass, and too few are no failure: a course that judges tells no score before it is passed", () => {
  deepEqual(judged(courseOf(0.8), stateOf(1, "m/a")), { completed: false, progress: 0.25 });
  deepEqual(judged(courseOf(0.8), stateOf(1, ...ALL)), { completed: true, passed: true, score: 1, progress: 1 });
  deepEqual(judged(courseOf(0.8), stateOf(0.5, ...ALL)), { completed: false, progress: 1 });
});
test("a course that does not judge is completed, never passed, and tells its points along", () => {
  deepEqual(judged(courseOf(null), stateOf(0.5, "m/a")), { completed: false, score: 0.5, progress: 0.25 });
  deepEqual(judged(courseOf(null), stateOf(0.5, ...ALL)), { completed: true, score: 0.5, progress: 1 });
  deepEqual(judged(courseOf(null, 0), stateOf(0.5)), { completed: false, progress: 0 });
});
test("no share is rounded to a mark that it does not reach, nor below one that it does", () => {
  equal(judge(courseOf(0.8), stateOf(0.79999, ...ALL)).score, undefined);
  equal(judge(courseOf(null), stateOf(0.79999, ...ALL)).score, 0.7999);
  equal(judge(courseOf(0.8), stateOf(0.7999999999, ...ALL)).score, 0.8, "as near as thirds come");
  equal(judge(courseOf(2 / 3), stateOf(2 / 3, ...ALL)).score, 2 / 3);
});

const standing: fc.Arbitrary<Standing> = fc.record({ completed: fc.boolean(), passed: fc.constantFrom(undefined, true, false), score: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }), progress: fc.double({ min: 0, max: 1, noNaN: true }) }).map(({ passed, score, ...rest }) => ({ ...rest, ...(passed !== undefined && { passed }), ...(score !== undefined && { score }) }));

test("whatever a platform knows, nothing of it is taken back", () => {
  fc.assert(
    fc.property(standing, standing.filter(({ passed }) => passed !== false), (known, now) => {
      const next = raise(known, now);
      ok(next.completed >= known.completed && next.progress! >= known.progress! && (next.score ?? -1) >= (known.score ?? -1));
      if (known.passed) equal(next.passed, true);
      if (known.completed && known.passed === undefined) ok(next.passed !== false, "what was completed does not fail");
      deepEqual(raise(next, now), next, "told twice is told once");
    }),
  );
});
test("a course that has changed since leaves who had passed as passed, with the score it was", () => {
  const before: Standing = { completed: true, passed: true, score: 0.9, progress: 1 };
  deepEqual(raise(before, judged(courseOf(0.8), stateOf(0.7, "m/a", "n/a", "n"))), before);
});
test("who failed may pass, and who passes is told with a score that fits", () => {
  const { passed, score } = raise({ completed: true, passed: false, score: 0.4, progress: 1 }, judge(courseOf(0.8), stateOf(0.85, ...ALL)));
  deepEqual([passed, score], [true, 0.85]);
});
test("in SCORM 1.2 whoever is not judged yet is incomplete, however many points there are", () => {
  const status = (of: Standing) => scorm12.tell(of)["cmi.core.lesson_status"];
  equal(status(judge(courseOf(0.8), stateOf(1, "m/a"))), "incomplete");
  equal(status(judge(courseOf(0.8), stateOf(1, ...ALL))), "passed");
  equal(status(judge(courseOf(0.8), stateOf(0.1, ...ALL))), "incomplete", "platforms open what failed for reading only");
  equal(status(judge(courseOf(null), stateOf(0.1, ...ALL))), "completed");
});
