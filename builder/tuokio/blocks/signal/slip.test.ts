import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { LONGEST_MAIL, mailTo } from "../handing.ts";
import { askDay, dueDay, isPersonal, list, standing } from "./slip.ts";

const FRIDAY = new Date(2026, 10, 20, 23, 30);

test("an answer in working days is due after the weekend", () => {
  equal(dueDay(FRIDAY, 1, true), "2026-11-23");
  equal(dueDay(FRIDAY, 5, true), "2026-11-27");
  equal(dueDay(new Date(2026, 10, 21, 9), 1, true), "2026-11-23", "sent on a Saturday");
  equal(dueDay(FRIDAY, 3, false), "2026-11-23");
  equal(dueDay(FRIDAY, 0, false), "", "a promise in words");
});

test("one asks the day after an answer was due, or after a week", () => {
  equal(askDay(FRIDAY, "2026-11-30"), "2026-12-01");
  equal(askDay(FRIDAY, ""), "2026-11-27");
});

test("a slip waits, is late, is reminded of, and is answered", () => {
  const sent = { ".sent": "2026-11-17", ".ask": "2026-11-21" };
  equal(standing(sent, FRIDAY), "waiting");
  equal(standing({ ...sent, ".ask": "2026-11-20" }, FRIDAY), "late");
  equal(standing({ ...sent, ".reminded": "2026-11-20" }, FRIDAY), "reminded");
  equal(standing({ ...sent, ".reminded": "2026-11-10", ".ask": "2026-11-13" }, FRIDAY), "late", "once more");
  equal(standing({ ...sent, ".answered": "2026-11-20" }, FRIDAY), "answered");
});

test("whose answer has been due longest stands first, and drafts are not listed", () => {
  const entry = (name: string, fields: Record<string, string>, at = 0) => ({ name, at, fields: { ".sent": "x", ...fields } as Record<string, string> });
  const all = [entry("later", { ".ask": "2026-12-01" }), entry("late", { ".ask": "2026-11-01" }), entry("same day", { ".ask": "2026-11-01" }, 1), entry("old", { ".answered": "2026-11-01" }), entry("new", { ".answered": "2026-11-02" }), entry("draft", { ".sent": "" })];
  const { open, closed } = list(all);
  deepEqual(open.map(({ name }) => name), ["late", "same day", "later"]);
  deepEqual(closed.map(({ name }) => name), ["new", "old"]);
});

test("a mail draft has the slip's lines and letters, and none that is cut is made", () => {
  const link = new URL(mailTo("a+b@example.com", "Kahvin laatu & hinta", "Äkkiä\n50 % hukkaan?"));
  equal(decodeURIComponent(link.pathname), "a+b@example.com");
  equal(link.searchParams.get("subject"), "Kahvin laatu & hinta");
  equal(link.searchParams.get("body"), "Äkkiä\r\n50 % hukkaan?");
  equal(mailTo("a@example.com", "s", "ä".repeat(400)), "");
  ok(mailTo("a@example.com", "s", "a".repeat(LONGEST_MAIL - 60)));
});

test("what looks like somebody's details is told of, and prices, times and order numbers are not", () => {
  for (const text of ["soita 040 123 4567", "+358 40 1234567", "liisa@example.com", "131052-308T"]) ok(isPersonal(text), text);
  for (const text of ["klo 14.30 hinta 3,10 €", "2026-11-22", "tilaus 12345", "20 % 30 päivää"]) ok(!isPersonal(text), text);
});
