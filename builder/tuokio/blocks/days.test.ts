import assert from "node:assert/strict";
import { test } from "node:test";
import { dayAfter, dayOf, sayDay, sayNearDay } from "./days.ts";

test("a day is the calendar's, also just after midnight and over the ends of months and years", () => {
  assert.equal(dayOf(new Date(2026, 10, 22, 0, 1)), "2026-11-22");
  assert.equal(dayAfter(new Date(2026, 10, 22, 23, 59), 7), "2026-11-29");
  assert.equal(dayAfter(new Date(2026, 11, 28, 8), 7), "2027-01-04");
});

test("a week is seven days also when clocks are set", () => {
  for (let start = 0; start < 366; start++) {
    const late = new Date(2026, 0, 1 + start, 23, 30);
    assert.equal(dayAfter(late, 7), dayOf(new Date(2026, 0, 8 + start, 1)));
  }
});

test("a day is told as the language tells it", () => {
  assert.equal(sayDay("2026-11-22", "fi"), "22. marraskuuta 2026");
  assert.equal(sayDay(new Date(2026, 10, 22, 23).getTime(), "sv"), "22 november 2026");
  assert.equal(sayDay("2026-11-22", "en"), "22 November 2026");
  assert.match(sayNearDay("2026-11-25", "en"), /^Wed,? 25 Nov$/);
});
