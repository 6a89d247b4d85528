import { equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { beginningOf } from "./writing.ts";

test("a text of a line stays whole, and of a long one a line is left that ends with a word", () => {
  equal(beginningOf("She smiled."), "She smiled.");
  equal(beginningOf("I noticed that she smiled", 20), "I noticed that she …");
});

test("a word without end and signs of two halves are cut where they can be", () => {
  ok(beginningOf("x".repeat(4000)).length <= 122);
  equal(beginningOf("😀".repeat(80), 21), `${"😀".repeat(10)} …`);
});
