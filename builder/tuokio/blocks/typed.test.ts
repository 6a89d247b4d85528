/** Text and number as people type them: typed.cases.json says how each is read, here and in typed.py. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { findMeant } from "./spelling.ts";
import { fold, isClose, readNumber } from "./typed.ts";
import table from "./typed.cases.json";

interface Table {
  numbers: { typed: string; values: number[] | null; unit?: string }[];
  texts: { typed: string; same?: string; other?: string }[];
  meant: { says: string; typed: string; accepted: string[]; typos: number; wrong?: string[]; meant: string | null }[];
}

const { numbers, texts, meant } = table as Table;

for (const { typed, values, unit = "" } of numbers)
  test(`«${typed}» is read as ${values ? `${values.join(" or ")} ${unit}` : "no number"}`, () => {
    assert.deepEqual(readNumber(typed), values ? { values, unit } : undefined);
  });

for (const { typed, same, other } of texts)
  test(`«${typed}» is ${same === undefined ? `not «${other}»` : `«${same}»`}`, () => {
    assert.equal(fold(typed) === fold((same ?? other)!), same !== undefined);
  });

for (const { says, typed, accepted, typos, wrong, meant: word } of meant)
  test(says, () => {
    assert.equal(findMeant(typed, accepted, typos, wrong) ?? null, word);
  });

test("a tolerance is not made narrower by a computer's arithmetic", () => {
  assert.ok(isClose(2.4, 2.5, 0.1));
  assert.ok(isClose(0.1 + 0.2, 0.3));
  assert.ok(!isClose(2.39, 2.5, 0.1));
  assert.ok(!isClose(0, 1e-12));
});

test("what is endless is read in no time", () => {
  for (const typed of ["9".repeat(1e6), "1 000".repeat(1e5), " ".repeat(1e6) + "x", "a".repeat(1e6), "1/".repeat(1e5)]) {
    const began = process.cpuUsage().user; // other programs' work does not count
    readNumber(typed);
    findMeant(typed, ["kuitti"], 2);
    assert.ok(process.cpuUsage().user - began < 1_000_000, typed.slice(0, 9));
  }
});
