import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { Event } from "./event.d.ts";
import { compare, fold, keyOf, score, surelyWrong, worthOf } from "./fold.ts";

let count = 0;
function event(rest: object, writer = "a"): Event {
  count++;
  return { id: `${writer}-${count}`, n: count, at: "2026-11-21T10:00:00.000Z", tz: 120, ...rest } as Event;
}
const answered = (of: string, response: string[], score: number, writer?: string) => event({ kind: "answered", of, rev: "x", response, score, points: 2, attempt: 1 }, writer);

test("an empty record is a learner who has done nothing", () => {
  const state = fold([]);
  equal(state.steps.size + state.modules.size + state.items.size, 0);
  equal(state.last, undefined);
});

test("the order in which events are read does not matter", () => {
  const events = [event({ kind: "opened", of: "m/s" }), answered("q", ["b"], 0), event({ kind: "drafted", of: "q", rev: "x", response: ["a"] }, "b"), answered("q", ["a"], 1, "b"), event({ kind: "finished", of: "m/s" })];
  const plain = (list: Event[]) => JSON.stringify(fold(list), (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value));
  const expected = plain(events);
  for (let turn = 0; turn < events.length; turn++) equal(plain([...events.slice(turn), ...events.slice(0, turn)]), expected);
  equal(plain([...events].reverse()), expected);
});

test("the best attempt counts, and all attempts are kept", () => {
  const { items } = fold([answered("q", ["a"], 1), answered("q", ["b"], 0)]);
  equal(items.get("q")!.best, 1);
  equal(items.get("q")!.attempts.length, 2);
});

test("an answer ends the draft, and a draft after it is a new try", () => {
  const draft = (response: string[]) => event({ kind: "drafted", of: "q", rev: "x", response });
  equal(fold([draft(["a"]), answered("q", ["a"], 0)]).items.get("q")!.draft, undefined);
  deepEqual(fold([answered("q", ["a"], 0), draft(["b"])]).items.get("q")!.draft, ["b"]);
});

test("the resume point is the last step opened and the question touched last in it", () => {
  const state = fold([event({ kind: "opened", of: "m/one" }), answered("q1", ["a"], 1), event({ kind: "opened", of: "m/two" }), event({ kind: "hinted", of: "q2", rev: "x", hint: 1 })]);
  deepEqual(state.last, { step: "m/two", item: "q2" });
});

test("opening the same step again does not forget the question", () => {
  const state = fold([event({ kind: "opened", of: "m/one" }), answered("q1", ["a"], 1), event({ kind: "opened", of: "m/one" })]);
  deepEqual(state.last, { step: "m/one", item: "q1" });
});

test("a finished step and a finished module are told apart", () => {
  const { steps, modules } = fold([event({ kind: "finished", of: "m/one" }), event({ kind: "finished", of: "m" })]);
  deepEqual([...steps], ["m/one"]);
  deepEqual([...modules], ["m"]);
});

test("points earned are weighed and never more than there are", () => {
  const state = fold([answered("q1", ["a"], 1), answered("q2", ["a"], 0.5)]);
  deepEqual(score(state, 4), { earned: 3, share: 0.75 });
  deepEqual(score(state, 2), { earned: 2, share: 1 });
  equal(score(state, 0).share, 1);
});

const drawn = (attempt: number, items: string[], writer?: string) => event({ kind: "drawn", of: "draw", attempt, items, points: 4 }, writer);

test("of two draws for the same attempt the first holds", () => {
  const { rounds } = fold([drawn(1, ["a", "b"]), drawn(1, ["c", "d"], "b"), drawn(2, ["e"])]);
  deepEqual(rounds.get("draw")!.map(({ items }) => items), [["a", "b"], ["e"]]);
});

test("an item drawn twice is answered anew, and seen for good", () => {
  const { items, seen } = fold([drawn(1, ["a"]), { ...answered("a", ["x"], 0), round: "draw#1" } as Event, drawn(2, ["a"])]);
  equal(items.get(keyOf("a", "draw#1"))!.attempts.length, 1);
  equal(items.get(keyOf("a", "draw#2")), undefined);
  deepEqual([...seen], ["a"]);
});

test("a draw counts by its best round, an exam by its result", () => {
  const inRound = (id: string, round: string, share: number) => ({ ...answered(id, ["x"], share), round }) as Event;
  const practised = [drawn(1, ["a", "b"]), inRound("a", "draw#1", 1), drawn(2, ["a", "b"]), inRound("a", "draw#2", 0)];
  // One of two, of which the answered one weighs 2: two thirds of 4 points.
  equal(score(fold(practised), 100).earned, (4 * 2) / 3);
  const sent = [event({ kind: "drawn", of: "koe", attempt: 1, items: ["a"], points: 10 }), event({ kind: "exam-finished", of: "koe", attempt: 1, score: 0.7, passed: false }), event({ kind: "exam-finished", of: "koe", attempt: 1, score: 0.1, passed: false }, "b")];
  equal(score(fold(sent), 100).earned, 7);
});

test("the time of an attempt is the one chosen last", () => {
  const timed = (minutes: number) => event({ kind: "exam-timed", of: "draw", attempt: 1, minutes });
  equal(fold([drawn(1, ["a"]), timed(20), timed(0)]).rounds.get("draw")![0]!.minutes, 0);
});

test("who was sure and wrong is told so until it is right", () => {
  const sure = (response: string[], share: number, sure: number) => ({ ...answered("q", response, share), sure }) as Event;
  const events = [sure(["b"], 0, 2)];
  deepEqual(surelyWrong(fold(events)), ["q"]);
  deepEqual(surelyWrong(fold([...events, sure(["a"], 1, 0)])), []);
  deepEqual(surelyWrong(fold([sure(["b"], 0, 1)])), []);
});

test("what came up in a game is kept each time, and leaves scores alone", () => {
  const played = (response: string[]) => event({ kind: "played", of: "game", rev: "x", response });
  const state = fold([played(["a", "calm"]), event({ kind: "drafted", of: "game", rev: "x", response: ["acting"] }), played(["b", "hurried"])]);
  deepEqual(state.items.get("game")!.played, [["a", "calm"], ["b", "hurried"]]);
  equal(state.items.get("game")!.draft![0], "acting");
  equal(score(state, 10).earned, 0);
  equal(state.seen.size + state.meetings.size, 0);
});

test("what learners write of their own changes nothing that is ever told of them", () => {
  const told = [event({ kind: "opened", of: "m/s" }), answered("q", ["a"], 0.5), event({ kind: "finished", of: "m/s" })];
  const own = ["", "", "x-1"].map((entry, at) => event({ kind: "wrote", of: "diary", rev: "x", entry, fields: { text: `secret ${at}` } }, "x"));
  const { own: _, ...without } = fold(told);
  const { own: written, ...withThem } = fold([...own.slice(0, 2), ...told, own[2]!, event({ kind: "erased", of: "diary", entry: "nothing" })]);
  deepEqual({ ...withThem, erased: new Set(), seed: "" }, { ...without, seed: "" });
  equal(written.get("diary")!.length, 3);
});

test("a new wording of what was written takes its place, in any order", () => {
  const first = event({ kind: "wrote", of: "diary", rev: "x", entry: "", fields: { text: "a" } });
  const again = event({ kind: "wrote", of: "diary", rev: "x", entry: first.id, fields: { text: "b" } });
  const gone = event({ kind: "erased", of: "diary", entry: first.id });
  deepEqual(fold([again, first]).own.get("diary")!.map(({ entry, fields }) => [entry, fields.text]), [[first.id, "b"]]);
  deepEqual(fold([gone, again, first]).own.get("diary"), []);
  deepEqual(fold([event({ ...gone, n: 1 } as object), first, again]).own.get("diary"), [], "also where it was erased before");
});

test("events of one number are in the order of their ids, whichever is looked at first", () => {
  const [one, other] = [{ ...event({ kind: "opened", of: "m/a" }), id: "a-1", n: 1 }, { ...event({ kind: "opened", of: "m/b" }), id: "b-1", n: 1 }] as [Event, Event];
  deepEqual([compare(one, other), compare(other, one), compare(one, one)].map(Math.sign), [-1, 1, 0]);
  deepEqual([fold([one, other]).last!.step, fold([other, one]).last!.step], ["m/b", "m/b"]);
});

test("orders of options are drawn from who wrote first, but for what may be deleted", () => {
  const wrote = event({ kind: "wrote", of: "diary", rev: "x", entry: "", fields: {} }, "w");
  equal(fold([wrote, event({ kind: "opened", of: "m/a" }, "a"), event({ kind: "opened", of: "m/b" }, "b")]).seed, "a");
});

test("what waits to be copied counts from its first answer, and a copy begins anew", () => {
  const later = (of: string, day: number) => ({ ...answered(of, ["a"], 1), at: `2026-11-2${day}T10:00:00.000Z` }) as Event;
  const [first, second] = [later("q1", 1), later("q2", 2)];
  deepEqual(fold([first, second]).copy, { answers: 2, since: Date.parse(first.at) });
  const copied = { ...event({ kind: "copied", of: "file" }), at: "2026-11-23T10:00:00.000Z" };
  deepEqual(fold([first, second, copied]).copy, { answers: 0, since: Date.parse(copied.at), copied: true });
});

test("entries of one moment are in the order of their names, by whatever device they come", () => {
  const wrote = (entry: string) => event({ kind: "wrote", of: "diary", rev: "x", entry, fields: {} });
  for (const entries of [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]]) deepEqual(fold(entries.map(wrote)).own.get("diary")!.map(({ entry }) => entry), ["a", "b", "c"]);
});

test("the newest time of an exam holds, its first result stands, and of an attempt that was never drawn nothing is known", () => {
  const timed = (minutes: number, attempt = 1) => event({ kind: "exam-timed", of: "draw", attempt, minutes });
  const sent = (score: number, attempt = 1) => event({ kind: "exam-finished", of: "draw", attempt, score, passed: score > 0.5 });
  const [round] = fold([drawn(1, ["a"]), timed(20), timed(30), timed(5, 2), sent(0.4), sent(1), sent(1, 2)]).rounds.get("draw")!;
  deepEqual([round!.minutes, round!.result!.score, round!.result!.passed], [30, 0.4, false]);
  equal(fold([timed(5), sent(1)]).rounds.size, 0);
});

test("hints that were shown stay, whichever came first, and asking for the answer is none of them", () => {
  const hinted = (hint: number) => event({ kind: "hinted", of: "q", rev: "x", hint });
  const about = (...hints: number[]) => (({ hints, revealed, best, attempts, played }) => [hints, revealed, best, attempts.length, played.length])(fold(hints.map(hinted)).items.get("q")!);
  deepEqual([about(1, 2), about(2, 1), about(0), about(1, 0)], [[2, false, 0, 0, 0], [2, false, 0, 0, 0], [0, true, 0, 0, 0], [1, true, 0, 0, 0]]);
});

test("what the learner chose last holds, each for itself", () => {
  const chose = (of: string, value: string) => event({ kind: "preferred", of, value });
  const { language, role, name } = fold([chose("language", "sv"), chose("role", "cook"), chose("language", "fi"), chose("name", "Aino")]);
  deepEqual([language, role, name], ["fi", "cook", "Aino"]);
});

test("what is drawn and not answered weighs one, a draft too, and a round of nothing is worth nothing", () => {
  const draft = { ...event({ kind: "drafted", of: "b", rev: "x", response: ["a"] }), round: "draw#1" } as Event;
  const state = fold([drawn(1, ["a", "b"]), { ...answered("a", ["a"], 1), round: "draw#1" } as Event, draft, drawn(2, [])]);
  const [first, second] = state.rounds.get("draw")!;
  deepEqual([worthOf(state, "draw", first!), worthOf(state, "draw", second!)], [2 / 3, 0]);
});
