import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Event } from "../../record/event.d.ts";
import { fold } from "../../record/fold.ts";
import { renew } from "../../record/renewed.ts";
import type { ChangedRow, Course } from "../../player/outline.ts";
import { listDue, minutesOf, type LedgerEntry } from "./ledger.ts";

const START = Date.parse("2026-11-02T18:30:00Z");
const DAY = 86_400_000;
const today = Math.floor(START / DAY);
const entry = (of: string, note: string, day: number, kind = "changed") => ({ module: "m", step: "s", of, note, kind, day: today + day }) as LedgerEntry;
const ledger = [entry("a", "14 became 30", 10), entry("a", "7 became 14", 2), entry("b", "said better", 1, "clarified"), entry("c", "new", 1)];
let count = 0;
const event = (day: number, rest: object) => ({ id: `w-${++count}`, n: count, at: new Date(START + day * DAY).toISOString(), tz: 120, ...rest }) as Event;
const finished = (day: number, version?: number) => event(day, { kind: "finished", of: "m/s", ...(version && { version }) });
const course = (version: number, changed: ChangedRow[] = []) => ({ version, changed, modules: [] }) as unknown as Course;
const due = (course: Course, ...events: Event[]) => listDue({ ledger }, course, fold(events, undefined, renew));
const notes = (course: Course, ...events: Event[]) => due(course, ...events).map(({ note }) => note);

test("where nothing was published, a change is news to whoever finished its step before it, the newest of each thing only", () => deepEqual(notes(course(0), finished(0)), ["14 became 30", "new"]));
test("it is none to whoever never was there, read it since, or answered since", () => {
  deepEqual(notes(course(0)), []);
  deepEqual(notes(course(0), finished(0), finished(10)), []);
  deepEqual(notes(course(0), finished(0), event(11, { kind: "answered", of: "a", rev: "x", response: [], score: 0, points: 1, attempt: 1 })), ["new"]);
});
test("where versions are published they tell, and days do not", () => {
  const published = course(3, [["m", "s", "a", 2, 4], ["m", "s", "a", 3, 4]]);
  deepEqual(notes(published, finished(99, 1)), ["14 became 30"]);
  deepEqual(notes(published, finished(0, 3)), []);
});
test("a step in which two things changed takes its minutes once", () => equal(minutesOf(due(course(2, [["m", "s", "a", 2, 3.2], ["m", "s", "c", 2, 3.2]]), finished(0, 1))), 4));
