import { equal } from "node:assert/strict";
import { test } from "node:test";
import type { Event } from "../../record/event.d.ts";
import { fold } from "../../record/fold.ts";
import { isForgetful, remind } from "./reminder.ts";

const day = (n: number) => new Date(Date.UTC(2026, 10, 22 + n, 12));
let count = 0;
const event = (at: Date, rest: object) => ({ id: `a-${++count}`, n: count, at: at.toISOString(), tz: 0, ...rest }) as Event;
const answers = (n: number, at: Date) => Array.from({ length: n }, () => event(at, { kind: "answered", of: "q", rev: "x", response: [], score: 1, points: 1, attempt: 1 }));

test("twenty new answers and five days, since the last copy or else the first answer", () => {
  const many = answers(20, day(0));
  equal(remind(fold(many), day(4), false), "");
  equal(remind(fold(many), day(5), false), "much");
  equal(remind(fold(answers(19, day(0))), day(50), false), "");
  const copied = [...many, event(day(6), { kind: "copied", of: "file" })];
  equal(remind(fold(copied), day(60), true), "");
  const more = [...copied, ...answers(20, day(8))];
  equal(remind(fold(more), day(10), false), "");
  equal(remind(fold(more), day(11), false), "much");
  equal(remind(fold([...many.slice(1), ...answers(1, day(3650))]), day(6), false), "much", "a clock that was set does not silence it");
  equal(remind(fold([...many, event(day(3650), { kind: "copied", of: "text" }), ...answers(20, day(6))]), day(12), false), "much");
});

test("once the first module is finished, where a browser may throw it away", () => {
  const first = [event(day(0), { kind: "finished", of: "m1" })];
  equal(remind(fold(first), day(0), true), "forgetful");
  equal(remind(fold(first), day(0), false), "");
  equal(remind(fold([...first, event(day(1), { kind: "finished", of: "m2" })]), day(1), true), "");
  equal(remind(fold([...first, event(day(1), { kind: "copied", of: "text" })]), day(1), true), "");
});

test("Safari and every browser of an iPhone forget; on the home screen they do not", () => {
  const cases: [string, boolean][] = [
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 14_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.1 Mobile/15E148 Safari/604.1", true],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/120.0.6099.119 Mobile/15E148 Safari/604.1", true],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15", true],
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0", false],
    ["Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0.0.0 Mobile Safari/537.36", false],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0", false],
  ];
  for (const [userAgent, forgets] of cases) equal(isForgetful({ userAgent }, () => false), forgets, userAgent);
  const iphone = { userAgent: cases[0]![0] };
  equal(isForgetful({ ...iphone, standalone: true }, () => false), false);
  equal(isForgetful(iphone, () => true), false);
});
