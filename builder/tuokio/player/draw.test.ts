import { deepEqual, equal, notDeepEqual } from "node:assert/strict";
import { test } from "node:test";
import { choosePool, draw } from "./draw.ts";
import type { Drawable } from "./outline.ts";

const item = (id: string, rest: Partial<Drawable> = {}) => ({ id, html: "", kind: "k", rev: "r", points: 1, shuffle: true, gate: false, ...rest }) as Drawable;
const pool = Array.from({ length: 12 }, (_, number) => item(`q${number}`));

test("the same seed draws the same questions, another seed others", () => {
  deepEqual(draw(pool, 5, new Set(), "anna/koe#1"), draw(pool, 5, new Set(), "anna/koe#1"));
  notDeepEqual(draw(pool, 5, new Set(), "anna/koe#1"), draw(pool, 5, new Set(), "anna/koe#2"));
  notDeepEqual(draw(pool, 5, new Set(), "anna/koe#1"), draw(pool, 5, new Set(), "bertil/koe#1"));
});

test("what was never answered comes first, and nothing comes twice", () => {
  const seen = new Set(pool.slice(0, 9).map(({ id }) => id));
  const drawn = draw(pool, 5, seen, "x");
  deepEqual(drawn.slice(0, 3).sort(), ["q10", "q11", "q9"]);
  equal(new Set(drawn).size, 5);
});

test("a pool smaller than the draw is asked whole", () => {
  equal(draw(pool, 50, new Set(), "x").length, 12);
  deepEqual(draw([], 5, new Set(), "x"), []);
});

test("every question has its chance", () => {
  const counts = new Map<string, number>();
  for (let turn = 0; turn < 2400; turn++) for (const id of draw(pool, 3, new Set(), `learner${turn}`)) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const count of counts.values()) equal(count > 450 && count < 750, true, `${count}`);
});

test("of one card only one thing is asked before every other card has been", () => {
  const cards = ["latte", "mocha", "tea"];
  const forms = cards.flatMap((card) => ["back", "for", "recall"].map((form) => item(`deck.${card}.${form}`)));
  const cardsOf = (ids: string[]) => ids.map((id) => id.split(".")[1]!);
  for (let turn = 0; turn < 20; turn++) {
    const drawn = draw(forms, 9, new Set(), `learner${turn}`);
    for (const from of [0, 3, 6]) deepEqual(cardsOf(drawn.slice(from, from + 3)).sort(), cards);
  }
  deepEqual(draw(forms, 1, new Set(forms.slice(1).map(({ id }) => id)), "x"), ["deck.latte.back"], "what was never answered comes first all the same");
});

test("a pool is narrowed by any of the tags and any of the objectives", () => {
  const bank = [item("a", { tags: ["milk"], objective: "why" }), item("b", { tags: ["nuts", "milk"] }), item("c", { objective: "how" })];
  const ids = (spec: object) => choosePool(bank, spec).map(({ id }) => id);
  deepEqual(ids({}), ["a", "b", "c"]);
  deepEqual(ids({ tags: ["milk"] }), ["a", "b"]);
  deepEqual(ids({ objective: ["why", "how"] }), ["a", "c"]);
  deepEqual(ids({ tags: ["milk"], objective: ["why"] }), ["a"]);
});
