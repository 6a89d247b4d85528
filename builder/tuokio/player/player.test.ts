import { deepEqual, equal, notDeepEqual } from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../record/fold.ts";
import type { Event } from "../record/event.d.ts";
import { readOutline } from "./outline.ts";
import { ofCourse, ofModule, resume } from "./progress.ts";
import { parse, toHome, toModuleEnd, toStep } from "./route.ts";
import { speaker } from "./say.ts";
import { shuffle } from "./shuffle.ts";

test("routes read back what they write", () => {
  deepEqual(parse(toHome), { view: "home" });
  deepEqual(parse(""), { view: "home" });
  deepEqual(parse(toStep("m", "s")), { view: "step", module: "m", step: "s" });
  deepEqual(parse(toStep("m", "s", "q")), { view: "step", module: "m", step: "s", place: "q" });
  deepEqual(parse(toStep("m", "")), { view: "step", module: "m", step: "" });
  deepEqual(parse(toModuleEnd("m")), { view: "module-end", module: "m" });
  deepEqual(parse("#/-end"), { view: "course-end" });
});

test("an address that cannot be decoded leads home", () => {
  deepEqual(parse("#/%E4%A"), { view: "home" });
});

test("an order is the same for one learner and differs between learners", () => {
  const ids = ["a", "b", "c", "d", "e"];
  deepEqual(shuffle(ids, "x/q"), shuffle(ids, "x/q"));
  deepEqual(shuffle(ids, "x/q").sort(), ids);
  notDeepEqual(shuffle(ids, "x/q"), shuffle(ids, "y/q"));
});

test("every position is about as likely for every option", () => {
  const counts = [0, 0, 0];
  for (let learner = 0; learner < 3000; learner++) counts[shuffle(["a", "b", "c"], `${learner}/q`).indexOf("a")]!++;
  for (const count of counts) equal(count > 850 && count < 1150, true, String(counts));
});

test("plural forms follow the language, numbers its way of writing", () => {
  const words = { left: { one: "{n} vaihe", other: "{n} vaihetta" } };
  const say = speaker("fi", words);
  equal(say("left", { n: 1 }), "1 vaihe");
  equal(say("left", { n: 2.5 }), "2,5 vaihetta");
  equal(say("left", { n: 0 }), "0 vaihetta");
});

const course = readOutline({
  id: "c", title: "C", description: "", language: "fi", areas: [], mastery: 0.8, words: {},
  modules: [["m", "h", "M", 6, 3, 2, -1], ["n", "h", "N", 6, 2, 1, -1]],
});
let count = 0;
const event = (rest: object) => ({ id: `a-${++count}`, n: count, at: "", tz: 0, ...rest }) as Event;
const finished = (of: string) => event({ kind: "finished", of });
const answered = (of: string, score: number) => event({ kind: "answered", of, rev: "", response: [], score, points: 1, attempt: 1 });

test("a module is not done until it was finished, however many of its steps were renamed", () => {
  deepEqual(ofModule(course.modules[0]!, fold(["a", "b", "c", "d"].map((step) => finished(`m/${step}`)))), { done: false, steps: 2 });
  equal(ofModule(course.modules[0]!, fold([finished("m")])).done, true);
});

test("going on leads to the last place, then to the next unfinished module, then nowhere", () => {
  equal(resume(course, fold([]))!.entry.id, "m");
  const opened = event({ kind: "opened", of: "m/b" });
  deepEqual(resume(course, fold([opened])), { entry: course.modules[0], step: "b", item: undefined });
  equal(resume(course, fold([opened, finished("m")]))!.entry.id, "n");
  equal(resume(course, fold([opened, finished("m"), finished("n")])), undefined);
});

test("the course is completed when every module is finished and the mastery score reached", () => {
  const all = [finished("m"), finished("n")];
  equal(ofCourse(course, fold([...all, answered("q1", 1), answered("q2", 1)])).completed, false);
  equal(ofCourse(course, fold([...all, answered("q1", 1), answered("q2", 1), answered("q3", 0.4)])).completed, true);
  equal(ofCourse(course, fold([answered("q1", 1), answered("q2", 1), answered("q3", 1), finished("m")])).completed, false);
});
