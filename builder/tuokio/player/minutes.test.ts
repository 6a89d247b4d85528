import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { plan, type Waiting } from "./minutes.ts";
import type { Outlook } from "./resource.ts";

const step = (title: string, minutes: number): Waiting => ({ href: "#", title, minutes });
const waiting = (due: number, changes = 0): Outlook => ({ due, visit: 5, minutes: 0.5, waiting: "", changes: Array.from({ length: changes }, (_, n) => ({ module: "m", step: "s", of: `r${n}`, note: `rule ${n}`, minutes: 1 })) });
const told = (minutes: number, steps: Waiting[], review?: Outlook) => plan(minutes, steps, review, () => "#", (_, places) => `review ${places?.n}`).map(({ title }) => title);

test("the next steps fill the time as long as they fit, in their order", () => deepEqual(told(5, [step("a", 2), step("b", 2), step("c", 2), step("d", 1)]), ["a", "b"]));
test("two minutes are enough for four questions", () => deepEqual(told(2, [step("a", 6)], waiting(9)), ["review 4"]));
test("review takes half of the time when the next step fits in the other half", () => deepEqual(told(5, [step("a", 2)], waiting(9)), ["review 6", "a"]));
test("what is half forgotten goes before a step that would need the whole time", () => deepEqual(told(5, [step("a", 4)], waiting(9)), ["review 9"]));
test("a changed rule comes before all else", () => deepEqual(told(2, [step("a", 1)], waiting(1, 1)), ["rule 0", "review 1"]));
test("more changes than minutes leave the rest for another time", () => deepEqual(told(2, [], waiting(0, 3)), ["rule 0", "rule 1"]));
test("a step that takes longer is better than nothing: one may stop anywhere", () => deepEqual(told(2, [step("a", 6)]), ["a"]));
test("when nothing waits, nothing is offered", () => deepEqual(told(10, [], waiting(0)), []));
