import { deepEqual, equal, match, ok } from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { Scorm12API, Scorm2004API } from "scorm-again";
import { readOutline, type OutlineFile } from "../player/outline.ts";
import type { Event } from "../record/event.d.ts";
import { Log, type NewEvent } from "../record/log.ts";
import type { Store } from "../record/store.ts";
import { scorm12 } from "../targets/scorm12/dialect.ts";
import { scorm2004 } from "../targets/scorm2004/dialect.ts";
import type { Dialect } from "./dialect.ts";
import { speak } from "./line.ts";
import { begin } from "./session.ts";

const course = readOutline({ id: "c", title: "C", language: "en", areas: [], mastery: 0.8, version: 1, words: {}, modules: [["m", "h", "M", 5, 2, 2, -1]] } as unknown as OutlineFile);

const ordinals = { course: "c", modules: ["m"], steps: ["m/a", "m/b"], items: [["q", "", 2, "a b"]] as [string, string, number, string][] };

class Shelf implements Store {
  events: Event[] = [];
  constructor(readonly keeps: "always" | "never" = "always") {}
  read = async () => this.events;
  append = async (events: Event[]) => void this.events.push(...events);
  remove = async () => undefined;
  watch() {}
}

/** A platform with a learner in it, and a course that it has opened. `values` are what it has by now. */
async function open(t: TestContext, dialect: Dialect, values: Record<string, string> = {}, { store = new Shelf(), mode = "normal", load = () => Promise.resolve() } = {}) {
  t.mock.method(console, "warn", () => undefined);
  const api = new (dialect === scorm12 ? Scorm12API : Scorm2004API)({ autocommit: false, logLevel: 5 }) as never as Record<string, (...given: string[]) => string>;
  (api as never as { loadFromFlattenedJSON(of: object, at: string): void }).loadFromFlattenedJSON({ [dialect.learner]: "aino", [dialect.mode]: mode, ...values }, "");
  const heard: string[][] = [];
  const failing = { commit: false, session: false };
  const spy = new Proxy(api, { get: (from, name: string) => (...given: string[]) => {
    heard.push([name.replace("LMS", ""), ...given]);
    if (failing.session) return name.endsWith("GetLastError") ? "301" : name.endsWith("GetErrorString") ? "" : "false";
    return name.endsWith("Commit") && failing.commit ? "false" : from[name]!(...given);
  } });
  const line = speak(spy, dialect);
  ok(line.start(dialect.learner));
  const session = begin(line, dialect, ordinals);
  const log = new Log(store, { now: () => new Date("2026-11-22T10:00:00.123Z"), later: () => () => undefined, writer: "w" });
  await log.refresh();
  await session.attend(log, () => course, load);
  const set = (element: string) => heard.filter(([call, name]) => call === "SetValue" && name === element).at(-1)?.[2];
  const commits = () => heard.filter(([call]) => call === "Commit").length;
  return { session, log, heard, set, commits, failing, do: (...events: NewEvent[]) => events.reduce<Promise<unknown>>((before, event) => before.then(() => log.append(event)), Promise.resolve()) };
}
const finished = (of: string): NewEvent => ({ kind: "finished", of });
const answered = (score: number): NewEvent => ({ kind: "answered", of: "q", rev: "", response: ["a"], score, points: 2, attempt: 1 });
const ALL = ["m/a", "m/b", "m"].map(finished);
const STATUS = "cmi.core.lesson_status";

test("opening and closing is begun and not done, left to be taken up, and ended once", async (t) => {
  for (const dialect of [scorm12, scorm2004]) {
    const { session, set, heard, commits } = await open(t, dialect);
    session.leave();
    session.leave();
    equal(set(dialect === scorm12 ? STATUS : "cmi.completion_status"), "incomplete");
    equal(set(dialect.exit), "suspend");
    ok(set(dialect.time));
    equal(heard.filter(([call]) => call === "Finish" || call === "Terminate").length, 1);
    equal(commits(), 0, "what leaves the page is sent by its end");
  }
});
test("a new attempt is passed by something done in it, not by opening it where an attempt before is known", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  for (const dialect of [scorm12, scorm2004]) {
    const store = new Shelf();
    const before = await open(t, dialect, {}, { store });
    await before.do(answered(1), ...ALL);
    t.mock.timers.tick(200);
    const element = dialect === scorm12 ? STATUS : "cmi.success_status";
    equal(before.set(element), "passed");
    const anew = await open(t, dialect, {}, { store });
    t.mock.timers.tick(200);
    anew.session.leave();
    equal(anew.set(element), dialect === scorm12 ? "incomplete" : undefined);
    const again = await open(t, dialect, {}, { store });
    await again.do(finished("m/a"));
    t.mock.timers.tick(200);
    equal(again.set(element), "passed");
  }
});
test("what is only shown is browsed, and no session without a status, which platforms take for a completed one", async (t) => {
  const { session, set } = await open(t, scorm12, {}, { mode: "browse" });
  session.leave();
  equal(set(STATUS), "browsed");
  const passed = await open(t, scorm12, { [STATUS]: "passed" }, { mode: "review" });
  passed.session.leave();
  equal(passed.set(STATUS), undefined);
});
test("a learner without a name is nobody whose record could be kept apart", async (t) => {
  equal((await open(t, scorm12, { [scorm12.learner]: "" })).session.learner, "@");
});
test("whoever leaves before the record is open has begun all the same", () => {
  const api = new Scorm12API({ autocommit: false, logLevel: 5 }) as never as Record<string, (...given: string[]) => string>;
  const line = speak(api, scorm12);
  line.start(scorm12.learner);
  begin(line, scorm12, ordinals).leave();
  equal((api as never as { cmi: { core: { lesson_status: string } } }).cmi.core.lesson_status, "incomplete");
});
test("without what joins the two, the platform's is left as it is, and the course says so", async (t) => {
  const { session, log, heard, do: act } = await open(t, scorm12, { "cmi.suspend_data": "kept" }, { load: () => Promise.reject(new Error("offline")) });
  await act(answered(1), ...ALL);
  session.pause(true);
  session.retry();
  equal(session.notice(log), "lms-silent");
  session.leave();
  deepEqual(heard.filter(([call, name]) => call === "SetValue" && (name === "cmi.suspend_data" || name?.includes("score"))), []);
});
test("what was done is told soon after, together, and the rest with it or when the page is hidden", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const one = await open(t, scorm12);
  t.mock.timers.tick(200);
  equal(one.commits(), 1, "the platform knows early that it has begun");
  await one.do(answered(1), finished("m/a"));
  t.mock.timers.tick(200);
  equal(one.commits(), 2);
  await one.do({ kind: "opened", of: "m/b" });
  t.mock.timers.tick(200);
  equal(one.commits(), 2);
  one.session.pause(true);
  equal(one.commits(), 2, "it may be the page that goes");
  t.mock.timers.tick(1);
  equal(one.commits(), 3);
  equal(one.set("cmi.core.lesson_location"), "m/b");
});
test("early points are no pass, the last module is, and too few points are no failure", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  for (const [score, status, raw] of [[1, "passed", "100"], [0.5, "incomplete", undefined]] as const) {
    const { set, do: act } = await open(t, scorm12);
    await act(answered(score), finished("m/a"));
    t.mock.timers.tick(200);
    deepEqual([set(STATUS), set("cmi.core.score.raw")], ["incomplete", undefined]);
    await act(...ALL);
    t.mock.timers.tick(200);
    deepEqual([set(STATUS), set("cmi.core.score.raw")], [status, raw]);
  }
});
test("SCORM 2004 is told of completion, of the pass and of how far one is, each by its own name", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { set, do: act } = await open(t, scorm2004);
  await act(answered(1), finished("m/a"));
  t.mock.timers.tick(200);
  deepEqual(["completion_status", "success_status", "progress_measure", "score.scaled"].map((name) => set(`cmi.${name}`)), ["incomplete", undefined, "0.5", undefined]);
  await act(...ALL);
  t.mock.timers.tick(200);
  deepEqual(["completion_status", "success_status", "progress_measure", "score.scaled"].map((name) => set(`cmi.${name}`)), ["completed", "passed", "1", "1"]);
});
test("a pass that the platform knows is told again, whatever the course says now", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { set, do: act } = await open(t, scorm12, { [STATUS]: "passed", "cmi.core.score.raw": "90" });
  await act(answered(0.1), ...ALL);
  t.mock.timers.tick(200);
  deepEqual([set(STATUS), set("cmi.core.score.raw")], ["passed", "90"]);
});
test("in review no result is told, only what another device needs to go on from there", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { session, heard, do: act, log } = await open(t, scorm12, { [STATUS]: "passed" }, { mode: "review" });
  await act(answered(1), ...ALL);
  t.mock.timers.tick(20_000);
  session.pause(true);
  session.leave();
  deepEqual(heard.filter(([call]) => call === "SetValue").map(([, element]) => element), ["cmi.suspend_data", "cmi.core.session_time", "cmi.core.exit"]);
  globalThis.location ??= { hash: "" } as never;
  equal(session.notice(log), "lms-shows");
});
test("a platform that does not answer is told of, and has it all with the next answer", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { session, log, failing, set, do: act } = await open(t, scorm12);
  failing.commit = true;
  await act(answered(1));
  t.mock.timers.tick(200);
  equal(session.notice(log), "lms-silent");
  failing.commit = false;
  await act(finished("m/a"));
  t.mock.timers.tick(200);
  equal(session.notice(log), "");
  equal(set(STATUS), "incomplete");
});
test("a session that has run out is begun anew, and told everything once more", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { session, log, failing, heard, set, do: act } = await open(t, scorm12);
  t.mock.timers.tick(200);
  failing.session = true;
  await act(answered(1));
  t.mock.timers.tick(200);
  equal(session.notice(log), "lms-silent");
  failing.session = false;
  heard.length = 0;
  await act(finished("m/a"));
  t.mock.timers.tick(200);
  equal(session.notice(log), "");
  deepEqual([heard[0]![0], set(STATUS), set("cmi.core.exit")], ["Initialize", "incomplete", "suspend"]);
});
test("where the browser keeps nothing, an answer is safe once the platform has it", async (t) => {
  const { session, log, failing } = await open(t, scorm12, {}, { store: new Shelf("never") });
  equal(session.notice(log), "lms-only");
  equal(await log.append(answered(1)), true);
  failing.commit = true;
  equal(await log.append(answered(1)), false);
  equal(session.notice(log), "lms-lost");
  equal(await log.append({ kind: "wrote", of: "diary", rev: "", entry: "", fields: { text: "mine" } }), false, "own words are never the platform's");
});
test("a place is taken up where nothing else is known, if the course still has it", async (t) => {
  equal((await open(t, scorm12, { "cmi.core.lesson_location": "m/b/q" })).log.state.last?.step, "m/b");
  equal((await open(t, scorm12, { "cmi.core.lesson_location": "gone/b" })).log.state.last, undefined);
});
test("what somebody else keeps there stays until there is something to keep", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { set, do: act } = await open(t, scorm12, { "cmi.suspend_data": "theirs" });
  t.mock.timers.tick(200);
  equal(set("cmi.suspend_data"), undefined);
  await act(finished("m/a"));
  t.mock.timers.tick(200);
  ok(set("cmi.suspend_data") !== undefined);
});
test("time is told as each version writes it", () => {
  deepEqual([0, 3_723_900, 1e12].map(scorm12.span), ["0000:00:00", "0001:02:03", "9999:46:40"]);
  match(scorm2004.span(3_723_900), /^PT3723S$/);
});
