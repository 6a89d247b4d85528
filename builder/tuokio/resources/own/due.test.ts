import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Own } from "../../record/fold.ts";
import { dayOf, listDue, textsOf } from "./due.ts";

const own = (entry: string, fields: Record<string, string>, at = 0): Own => ({ entry, at, changed: at, fields });
const today = new Date(2026, 10, 29, 23, 59);

test("a day is the device's own, late in the evening too", () => equal(dayOf(today), "2026-11-29"));

test("what has waited longest comes first, and what is to come does not", () => {
  const written = new Map([
    ["plan", [own("late", { ".ask": "2026-11-29" }), own("soon", { ".ask": "2026-11-30" }), own("never", {})]],
    ["mirror", [own("early", { ".ask": "2026-11-22" })]],
  ]);
  deepEqual(listDue(written, today).map(({ of, entry }) => [of, entry.entry]), [["mirror", "early"], ["plan", "late"]]);
});

test("figures and states are no texts, nor is what is empty", () => deepEqual(textsOf(own("a", { when: "The queue grows", ".state": "kept", then: " ", note: "I look up" })), ["The queue grows", "I look up"]));
