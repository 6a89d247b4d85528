import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { after, before, newGame, read, write, type Game } from "./game.ts";

const data = { comes: [{ id: "a", moods: ["x", "y"] }, { id: "b", moods: ["x"] }], happens: ["t"], watched: 2 };
const game: Game = { phase: "self", at: 1, turns: [{ card: ["a", "y", "t"], self: ["2", "0"] }, { card: ["b", "x", "t"], self: ["1", "-"] }] };

test("a game is kept and found again", () => deepEqual(read(data, write(game)), game));

test("what was compared is asked of the partner again, since it is not kept", () => equal(read(data, write({ ...game, phase: "compare" })).phase, "partner"));

test("a game whose cards are gone begins anew", () => {
  for (const other of [{ ...data, comes: data.comes.slice(0, 1) }, { ...data, happens: ["u"] }, { ...data, happens: [] }]) deepEqual(read(other, write(game)), newGame());
  for (const response of [undefined, [], ["self"], ["self", "3"], ["dancing", "0", "a.x.t", "--"]]) deepEqual(read(data, response), newGame());
});

test("points that were added are rated anew, and the card stays", () => deepEqual(read({ ...data, watched: 3 }, write(game)).turns[1], { card: ["b", "x", "t"], self: ["-", "-", "-"] }));

test("every screen leads back to where it was come from", () => {
  let here = { ...game, ...after(newGame()) };
  for (let step = 0; step < 14; step++) {
    const next = { ...game, ...after(here) };
    deepEqual({ ...game, ...before(next) }, here, next.phase);
    here = next;
  }
  equal(here.phase, "thanks");
});
