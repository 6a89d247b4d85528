import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findTurn, isInterim, isOver, judge, pathOf, replay, type Moment, type Talk } from "./conversation.ts";
import walks from "./walks.json";

const near = (a: number, b: number) => Math.abs(a - b) < 1e-9;
const last = (moments: Moment[]) => moments[moments.length - 1]!;

for (const { says, scenario, path, expect } of walks.cases as { says: string; scenario: string; path: string[]; expect: Record<string, unknown> }[]) {
  test(says, () => {
    const talk = (walks.scenarios as unknown as Record<string, Talk>)[scenario]!;
    const moments = replay(talk, path);
    const now = last(moments);
    const { kind, right, score } = judge(talk, moments);
    const passed = moments.slice(pathOf(moments).length ? moments.map(({ reply }) => Boolean(reply)).lastIndexOf(true) + 1 : 0, -1).map(({ scene }) => scene);
    const came: Record<string, unknown> = { taken: pathOf(moments).length, scene: now.scene, mood: now.mood, waiting: now.waiting.map(({ to }) => to), interim: passed, over: isOver(talk, now), kind, right, score };
    for (const [key, value] of Object.entries(expect)) {
      if (typeof value === "number") assert.ok(Math.abs((came[key] as number) - value) < 1e-6, `${key}: ${came[key]} is not ${value}`);
      else assert.deepEqual(came[key], value, key);
    }
  });
}

/** A conversation of any shape, loops and returns among its scenes, and choices to make in it. */
const any = fc.integer({ min: 2, max: 6 }).chain((count) => {
  const scene = fc.integer({ min: 0, max: count }).map((number) => `s${number}`);
  const level = fc.integer({ min: -2, max: 2 });
  const to = fc.oneof(scene, fc.dictionary(level.map(String), scene, { minKeys: 1 }));
  const returns = fc.option(fc.record({ to: scene, mood: fc.option(level, { nil: undefined }) }), { nil: undefined });
  const reply = fc.record({ mood: fc.integer({ min: -3, max: 3 }), right: fc.constantFrom(0, 0.5, 1), to, returns });
  const end = fc.constantFrom("good" as const, "mixed" as const, "bad" as const);
  const body = fc.oneof(fc.array(reply, { minLength: 1, maxLength: 3 }).map((replies) => ({ replies: replies.map((one, at) => ({ id: "abc"[at]!, ...one })) })), end.map((end) => ({ end, replies: [] })));
  const talk = fc.tuple(fc.array(body, { minLength: count, maxLength: count }), end, level, level).map(([bodies, end, start, enough]): Talk => ({
    mood: { start, enough, lowest: -2, highest: 2 },
    start: "s0",
    scenes: Object.fromEntries([...bodies, { end, replies: [] }].map((one, at) => [`s${at}`, one])),
  }));
  return fc.tuple(talk, fc.array(fc.nat(), { maxLength: 12 }));
});

/** Reply by these choices until it is over. */
function walk(talk: Talk, choices: number[]): Moment[] {
  let moments = replay(talk, []);
  for (const choice of choices) {
    const { scene } = last(moments);
    const { end, replies } = talk.scenes[scene]!;
    if (!end) moments = replay(talk, [...pathOf(moments), `${scene}.${replies![choice % replies!.length]!.id}`]);
  }
  return moments;
}

const hold = (law: (talk: Talk, moments: Moment[]) => boolean | void) => fc.assert(fc.property(any, ([talk, choices]) => law(talk, walk(talk, choices))), { seed: 20261122, numRuns: 500 });

test("going back any number of replies is where one was then", () =>
  hold((talk, moments) => {
    const path = pathOf(moments);
    for (let taken = 0; taken <= path.length; taken++) {
      const before = replay(talk, path.slice(0, taken));
      const bare = ({ scene, mood, waiting, by }: Moment) => ({ scene, mood, waiting, by });
      assert.deepEqual(before.map(bare), moments.slice(0, before.length).map(bare));
    }
  }));

test("the score is a share, and the lower of the two", () =>
  hold((talk, moments) => {
    const { kind, right, score } = judge(talk, moments);
    return [kind, right, score].every((share) => share >= 0 && share <= 1) && near(score, Math.min(kind, right));
  }));

test("an end with something waiting is never the last moment, and the mood stays within its bounds", () =>
  hold((talk, moments) => !isInterim(talk, last(moments)) && moments.every(({ mood }) => Math.abs(mood) <= 2)));

test("from the turning point a good end can be reached, and from nowhere after it", () =>
  hold((talk, moments) => {
    /** By trying all there is to say, six replies deep. */
    const tries = (path: string[], deep: number): boolean => {
      const now = last(replay(talk, path));
      const { end, replies } = talk.scenes[now.scene]!;
      return end ? end === "good" : deep > 0 && replies!.some(({ id }) => tries([...path, `${now.scene}.${id}`], deep - 1));
    };
    const turn = findTurn(talk, moments);
    const replied = moments.map((moment, at) => ({ moment, at })).filter(({ moment }) => moment.reply);
    for (const { at } of replied) {
      if (at > turn) assert.ok(!tries(pathOf(moments.slice(0, at)), 4), "a later moment would do");
    }
    assert.ok(turn < 0 || moments[turn]!.reply);
  }));

test("from a moment from which a good end was reached it can be reached", () =>
  hold((talk, moments) => {
    const { scene } = last(moments);
    const replies = pathOf(moments).length;
    if (replies && talk.scenes[scene]!.end === "good") assert.equal(pathOf(moments.slice(0, findTurn(talk, moments))).length, replies - 1);
  }));
