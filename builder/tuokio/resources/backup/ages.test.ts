import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { carry } from "../../record/carried.ts";
import type { Event } from "../../record/event.d.ts";
import { fits } from "../../record/fits.ts";
import { fold, score, surelyWrong, type State } from "../../record/fold.ts";
import { Shelf } from "../../record/laws.ts";
import { Log } from "../../record/log.ts";
import * as packing from "../../record/parcel.ts";
import ages from "./ages.json";
import { make, pickNew, read } from "./copy.ts";

const course = { id: "c", title: "C" };
const at = "2026-11-22T10:00:00.000Z";
const device = { now: () => new Date(at), later: () => () => undefined, writer: "now" };

/** A store that tells what is done to it. */
class Told extends Shelf {
  done: string[] = [];
  override async append(events: Event[]) {
    this.done.push(...events.map(({ id }) => `put ${id}`));
    await super.append(events);
  }
  override remove = async (ids: string[]) => {
    this.done.push(...ids.map((id) => `remove ${id}`));
    for (const id of ids) this.kept.delete(id);
  };
}

/** What of a state an age may speak of. */
function describe(state: State): Record<string, unknown> {
  const map = <Value, To>(values: Map<string, Value>, to: (value: Value) => To) => Object.fromEntries([...values].map(([key, value]) => [key, to(value)]));
  return {
    steps: [...state.steps], modules: [...state.modules], best: map(state.items, ({ best }) => best), drafts: Object.fromEntries([...state.items].flatMap(([key, { draft }]) => (draft ? [[key, draft]] : []))),
    rounds: map(state.rounds, (rounds) => rounds.map(({ attempt, minutes, result }) => [attempt, minutes, result?.score, result?.passed])), own: map(state.own, (all) => all.map(({ fields }) => fields.text)),
    last: state.last, language: state.language, role: state.role, name: state.name, completed: state.completed?.version, answers: state.copy.answers, surelyWrong: surelyWrong(state), share: score(state, 2).share,
  };
}

for (const { age, said, is } of ages) {
  const events = said.map((one, number) => ({ id: `a-${number + 1}`, n: number + 1, at, tz: 120, ...one })) as unknown as Event[];
  const assertIs = (state: State) => {
    const found = describe(state);
    for (const [what, value] of Object.entries(is)) deepEqual(found[what], value, what);
  };

  test(`a record of an earlier age means today what it meant: ${age}`, async () => {
    assertIs(carry(fold, fits)(events));
    const shelf = new Told(events);
    const log = new Log(shelf, device);
    log.regard(undefined, carry);
    await log.refresh();
    assertIs(log.state);
    deepEqual(log.damaged, []);
    ok(shelf.done.every((done) => age.startsWith("what is one's own") && done.startsWith("remove")), "to be read, nothing is written anew");
    const copy = read(packing.pack("backup", make(course, events, [], new Date(at))), course, packing);
    ok("events" in copy);
    assertIs(carry(fold, fits)(copy.events));
  });
}

test("of a newer age's record nothing is written over, and its copies are refused whole", async () => {
  const newer = [{ kind: "dreamt", of: "sheep" }, { kind: "answered", of: "q1", rev: "x", response: ["a"], score: 1, points: 1, attempt: 1, mood: "glad" }].map((one, number) => ({ id: `z-${number + 1}`, n: number + 1, at, tz: 0, ...one })) as unknown as Event[];
  const shelf = new Told(newer);
  const log = new Log(shelf, device);
  await log.refresh();
  await log.append({ kind: "opened", of: "m1/s1" });
  deepEqual(shelf.done, ["put now-1"]);
  deepEqual(newer.map(({ id }) => shelf.kept.get(id)), newer);
  deepEqual(pickNew(newer, log), []);
  for (const text of [packing.pack("backup", { ...make(course, [], [], new Date(at)), events: newer }), packing.pack("backup", { ...make(course, [], [], new Date(at)), events: newer.slice(1) })]) {
    const result = read(text, course, packing);
    equal("refused" in result && result.refused, "newer");
  }
  equal(shelf.done.length, 1);
});
