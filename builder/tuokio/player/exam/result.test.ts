import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Event } from "../../record/event.d.ts";
import { fold } from "../../record/fold.ts";
import type { Drawable, ExamData } from "../outline.ts";
import { byObjective, listAsked, passes, shareOf, type Asked } from "./result.ts";

const item = (id: string, objective?: string, points = 1) => ({ id, html: "", kind: "k", rev: "r", points, shuffle: true, gate: false, objective }) as Drawable;
const exam: ExamData = { feedback: "after", mastery: 0.8, points: 3, own: {}, objectives: { why: "Why", how: "How" }, homes: {} };
const asked = (id: string, score: number | undefined, objective?: string, points = 1): Asked => ({ item: item(id, objective, points), response: score === undefined ? [] : ["a"], answered: score !== undefined, score });

let count = 0;
const event = (rest: object) => ({ id: `a-${++count}`, n: count, at: "2026-11-22T10:00:00.000Z", tz: 120, ...rest }) as Event;
const bank = [item("one"), item("two"), item("three")];
const find = (id: string) => bank.find((one) => one.id === id);
const drawn = event({ kind: "drawn", of: "koe", attempt: 1, items: ["two", "gone", "one"], points: 3 });

test("an attempt asks what was drawn, in its order, and passes over what has left the bank", () => {
  const state = fold([drawn]);
  deepEqual(listAsked(state, "koe", state.rounds.get("koe")![0]!, find).map(({ item }) => item.id), ["two", "one"]);
});

test("a draft counts as answered before it is sent, and an empty one does not", () => {
  const state = fold([drawn, event({ kind: "drafted", of: "two", rev: "r", round: "koe#1", response: ["a"] }), event({ kind: "drafted", of: "one", rev: "r", round: "koe#1", response: [] })]);
  deepEqual(listAsked(state, "koe", state.rounds.get("koe")![0]!, find).map(({ answered }) => answered), [true, false]);
});

test("an answer outside the exam is none of its own", () => {
  const state = fold([drawn, event({ kind: "answered", of: "two", rev: "r", response: ["a"], score: 1, points: 1, attempt: 1 })]);
  equal(listAsked(state, "koe", state.rounds.get("koe")![0]!, find)[0]!.answered, false);
});

test("what is not answered counts as wrong, and points weigh", () => {
  equal(shareOf([asked("a", 1, undefined, 3), asked("b", undefined)]), 0.75);
  equal(shareOf([]), 0);
});

test("a share made of thirds reaches the mastery it equals", () => {
  equal(passes({ ...exam, mastery: 0.7 }, 0.1 + 0.2 + 0.4), true);
  equal(passes(exam, 0.7999), false);
  equal(passes({ ...exam, mastery: undefined }, 0), true);
});

test("objectives come in the exam's order, each with its own share, and questions without one last", () => {
  deepEqual(byObjective(exam, [asked("x", 1), asked("a", 0, "how"), asked("b", 1, "why"), asked("c", 1, "how")]), [
    { objective: "why", share: 1, weak: false },
    { objective: "how", share: 0.5, weak: true },
    { objective: "", share: 1, weak: false },
  ]);
});

test("what was graded before sending was cut short is graded again if it was changed since", () => {
  const graded = event({ kind: "answered", of: "two", rev: "r", round: "koe#1", response: ["a"], score: 1, points: 1, attempt: 1 });
  const changed = event({ kind: "drafted", of: "two", rev: "r", round: "koe#1", response: ["b"] });
  const running = fold([drawn, graded, changed]);
  deepEqual(listAsked(running, "koe", running.rounds.get("koe")![0]!, find)[0], { item: bank[1], response: ["b"], answered: true });
  const sent = fold([drawn, graded, event({ kind: "exam-finished", of: "koe", attempt: 1, score: 1, passed: true }), changed]);
  equal(listAsked(sent, "koe", sent.rounds.get("koe")![0]!, find)[0]!.score, 1);
});
