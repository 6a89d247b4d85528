import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Event } from "../../record/event.d.ts";
import { fold } from "../../record/fold.ts";
import { renew } from "../../record/renewed.ts";
import { readOutline, type ChangedRow, type Course, type OutlineFile } from "../outline.ts";
import { ofCourse } from "../progress.ts";
import { assign, openAgain, stand, validUntil } from "./standing.ts";

const file = { id: "c", title: "C", language: "en", areas: [], mastery: 0.5, version: 1, words: {}, modules: [["m", "h", "M", 6, 2, 2, -1], ["n", "h", "N", 6, 1, 2, -1]] } as unknown as OutlineFile;
const courseOf = (more: Partial<OutlineFile> = {}): Course => readOutline({ ...file, ...more });
let count = 0;
const event = (rest: object, at: string) => ({ id: `a-${++count}`, n: count, at, tz: 0, ...rest }) as Event;
const finished = (of: string, version?: number, at = "2026-11-22T10:00:00.000Z") => event({ kind: "finished", of, ...(version && { version }) }, at);
const NOW = Date.parse("2026-11-23T10:00:00.000Z");
const standing = (course: Course, events: Event[], now = NOW) => stand(course, fold(events, undefined, renew), now);
const names = (course: Course, events: Event[], now?: number) => {
  const { steps, modules } = standing(course, events, now);
  return [...modules, ...steps].sort();
};

const passed = ["m/a", "m/b", "m", "n/a", "n"].map((of) => finished(of, 1));

test("only the changed step is open again, and its module until it is finished anew", () => {
  const course = courseOf({ version: 2, changed: [["m", "b", "rule", 2, 3]] });
  deepEqual(names(course, passed), ["m/a", "n", "n/a"]);
  deepEqual(names(course, [...passed, finished("m/b", 2)]), ["m", "m/a", "m/b", "n", "n/a"]);
});
test("a course that was never published is older than its second version", () => deepEqual(names(courseOf({ changed: [["n", "a", "x", 2, 1]] }), [finished("n/a"), finished("n")]), []));
test("whoever learnt it as it is now has nothing to catch up with, by whatever clock", () => equal(openAgain(courseOf({ changed: [["n", "a", "x", 2, 1]] }), standing(courseOf(), [finished("n/a", 2, "1970-01-01T00:00:00Z")])).length, 0));
test("a changed rule that moved to a step of another name is missed by nobody who finished the module", () => {
  const course = courseOf({ changed: [["n", "moved", "rule", 2, 1]] });
  deepEqual(names(course, passed), ["m", "m/a", "m/b", "n/a"]);
  deepEqual(names(course, [...passed, finished("n/moved", 2)]).filter((of) => of === "n"), ["n"]);
});
test("a module that changed as a whole is gone through as a whole", () => {
  const course = courseOf({ changed: [["m", "", "m", 2, 6]] });
  deepEqual(names(course, passed), ["n", "n/a"]);
  deepEqual(names(course, [...passed, finished("m/a", 2)]), ["m/a", "n", "n/a"]);
  deepEqual(names(course, [...passed, finished("m/a", 2), finished("m/b", 2), finished("m", 2)]), ["m", "m/a", "m/b", "n", "n/a"]);
});

const steps = ["m/a", "m/b", "n/a", "o/a", "o/b", "o/c"];
const row = fc.record({ at: fc.constantFrom(...steps), version: fc.integer({ min: 2, max: 6 }) }).map(({ at, version }): ChangedRow => [...(at.split("/") as [string, string]), "x", version, 1]);
const history = fc.array(fc.record({ of: fc.constantFrom(...steps, "m", "n", "o"), version: fc.integer({ min: 0, max: 6 }) }), { maxLength: 20 });

test("however a course is edited, every step that did not change stays done, and taking the change back restores all", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), history, (changed, done) => {
      const events = done.map(({ of, version }) => finished(of, version || undefined));
      const before = standing(courseOf(), events);
      const after = standing(courseOf({ changed }), events);
      for (const step of before.steps) if (!changed.some(([module, id]) => `${module}/${id}` === step)) equal(after.steps.has(step), true, step);
      for (const module of before.modules) if (!changed.some(([id]) => id === module)) equal(after.modules.has(module), true, module);
      for (const [module, step, , version] of changed) equal(after.steps.has(`${module}/${step}`), before.steps.has(`${module}/${step}`) && !changed.some(([m, s, , v]) => m === module && s === step && before.finishedIn.get(`${m}/${s}`)! < v), `${version}`);
      deepEqual(stand(courseOf(), after, NOW) === after, true, "what stands is looked at twice as once");
      deepEqual(standing(courseOf({ changed: [] }), events), before);
    }),
    { numRuns: 300 },
  );
});

const until = (at: string, months: number) => {
  const end = validUntil(courseOf({ valid: { n: months } }), fold([finished("n", 1, at)], undefined, renew), "n");
  return end === undefined ? end : new Date(end).toString().slice(4, 15);
};
test("months are those of the calendar", () => {
  deepEqual([until("2026-11-22T10:00:00Z", 12), until("2028-02-29T10:00:00Z", 12), until("2028-02-29T10:00:00Z", 48), until("2026-08-31T10:00:00Z", 6), until("2026-11-22T10:00:00Z", 1)], ["Nov 22 2027", "Feb 28 2029", "Feb 29 2032", "Feb 28 2027", "Dec 22 2026"]);
});
test("a clock that makes no sense lets nothing run out and nothing break", () => {
  for (const at of ["", "yesterday", "+275760-09-13T00:00:00.000Z"]) equal(until(at, 12), undefined, at);
  deepEqual(names(courseOf({ valid: { n: 12 } }), [finished("n", 1, "nonsense")], Infinity), ["n"]);
});
test("a module whose time is up is to be taken again from its beginning, on the day after", () => {
  const course = courseOf({ valid: { n: 12 } });
  const last = new Date(2027, 10, 22, 23, 59, 59).getTime();
  deepEqual(names(course, passed, last), ["m", "m/a", "m/b", "n", "n/a"]);
  deepEqual(names(course, passed, last + 1000), ["m", "m/a", "m/b"]);
});

const roled = { roles: { staff: "Staff", manager: "Manager" }, audience: { n: ["manager"] }, asks: { n: ["q2"] } };
const own = (course: Course, events: Event[]) => {
  const state = standing(course, events);
  return ofCourse(assign(course, state), state);
};
const answered = (of: string) => event({ kind: "answered", of, rev: "", response: [], score: 1, points: 2, attempt: 1 }, "2026-11-22T10:00:00.000Z");
const as = (value: string) => event({ kind: "preferred", of: "role", value }, "2026-11-22T10:00:00.000Z");

test("a role has its own modules to do and its own points to earn", () => {
  const course = courseOf(roled);
  const { others } = assign(course, fold([as("staff")]));
  deepEqual(others!.map(({ id }) => id), ["n"]);
  equal(own(course, [finished("m"), answered("q1"), as("staff")]).completed, true);
  equal(own(course, [finished("m"), answered("q2"), as("staff")]).completed, false, "what others are asked earns nothing");
  equal(own(course, [finished("m"), answered("q1"), as("manager")]).completed, false);
  equal(own(course, [finished("m"), answered("q1"), as("manager"), as("staff")]).completed, true, "the newest choice holds");
});
test("who chose no role, or one that is no more, has all modules", () => {
  for (const events of [[], [as("trainee")]]) equal(assign(courseOf(roled), fold(events)).others, undefined);
});
test("a role without any module completes nothing", () => equal(own(courseOf({ ...roled, audience: { m: ["manager"], n: ["manager"] } }), [as("staff")]).allDone, false));
