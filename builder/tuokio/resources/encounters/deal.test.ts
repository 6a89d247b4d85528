import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { emptyState, type ItemState } from "../../record/fold.ts";
import { deal } from "./deal.ts";

const CAST = ["coffee", "receipt", "call", "invoice"];

function met(times: Record<string, number>) {
  const attempt = { response: [], score: 1, points: 1 };
  const items = Object.entries(times).map(([id, n]): [string, ItemState] => [id, { attempts: Array(n).fill(attempt), best: 1, hints: 0, revealed: false, played: [] }]);
  return { ...emptyState(), seed: "a", items: new Map(items) };
}

test("who was met least often comes first", () => {
  equal(deal(CAST, met({ coffee: 1, receipt: 2, call: 1 })), "invoice");
});

test("dealing again goes round all of them before one returns", () => {
  const dealt: string[] = [];
  for (let turn = 0; turn < 8; turn++) dealt.push(deal(CAST, met({}), dealt.at(-1)));
  deepEqual([...dealt.slice(0, 4)].sort(), [...CAST].sort());
  deepEqual(dealt.slice(4), dealt.slice(0, 4));
});

test("one that is alone is dealt again", () => {
  equal(deal(["coffee"], met({ coffee: 3 }), "coffee"), "coffee");
});

test("another learner meets them in another order", () => {
  const first = new Set(Array.from({ length: 40 }, (_, learner) => deal(CAST, { ...met({}), seed: `s${learner}` })));
  equal(first.size, CAST.length);
});
