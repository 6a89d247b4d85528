import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Event } from "./event.d.ts";
import type { State } from "./fold.ts";
import { Log } from "./log.ts";
import { renew } from "./renewed.ts";
import type { Store } from "./store.ts";

/** A store that two logs can share, as two tabs share a database. */
class Shelf implements Store {
  keeps = "always" as const;
  events = new Map<string, Event>();
  refuses = false;
  read = async () => [...this.events.values()];
  async append(events: Event[]) {
    if (this.refuses) throw new Error("full");
    for (const event of events) this.events.set(event.id, event);
  }
  remove = async (ids: string[]) => ids.forEach((id) => this.events.delete(id));
  watch() {}
}

/** What is to be done later, for a test to do. */
let due: (() => void)[] = [];
const later = (_: number, run: () => void) => (due.push(run), () => void (due = due.filter((one) => one !== run)));
const device = (writer: string) => ({ now: () => new Date(0), later, writer });
const opened = (of: string) => ({ kind: "opened", of }) as const;

test("append says true only when the store has the event", async () => {
  const shelf = new Shelf();
  const log = new Log(shelf, device("a"));
  equal(await log.append(opened("m/s")), true);
  equal(shelf.events.size, 1);
  shelf.refuses = true;
  equal(await log.append(opened("m/t")), false);
  ok(log.failing);
  equal(log.state.last!.step, "m/t", "the course goes on all the same");
});

test("what was refused is tried again with the next event, and nothing is lost or doubled", async () => {
  const shelf = new Shelf();
  const log = new Log(shelf, device("a"));
  shelf.refuses = true;
  await log.append(opened("m/1"));
  await log.append(opened("m/2"));
  shelf.refuses = false;
  equal(await log.append(opened("m/3")), true);
  equal(shelf.events.size, 3);
  equal(log.failing, false);
});

/** A store that answers no sooner than it is told to. */
class Slow extends Shelf {
  held: (() => void)[] = [];
  override async append(events: Event[]) {
    await new Promise<void>((resolve) => this.held.push(resolve));
    await super.append(events);
  }
}

const ripple = () => new Promise((resolve) => setImmediate(resolve));
/** Let the time come that was waited for last. */
const comes = () => (due.pop()!(), ripple());

test("a store that hangs holds nobody up, and what it keeps in the end is kept once", async () => {
  due = [];
  const slow = new Slow();
  const log = new Log(slow, device("a"));
  let told = 0;
  log.subscribe(() => told++);
  const first = log.append(opened("m/1"));
  await comes();
  equal(await first, false);
  ok(log.failing && told, "it is told");
  equal(log.state.last!.step, "m/1");
  const second = log.append(opened("m/2"));
  await comes();
  equal(await second, false);
  slow.held.shift()!();
  await ripple();
  slow.held.shift()!();
  await ripple();
  equal(slow.held.length, 0);
  equal(log.failing, false, "and taken back");
  deepEqual([...slow.events.keys()], ["a-1", "a-2"]);
  deepEqual(due, [], "nothing is left to be tried");
});

test("what was refused is tried again by and by, one time at a time", async () => {
  due = [];
  const shelf = new Shelf();
  const log = new Log(shelf, device("a"));
  shelf.refuses = true;
  await log.append(opened("m/1"));
  await log.append(opened("m/2"));
  equal(due.length, 1);
  await comes();
  equal(due.length, 1);
  ok(log.failing);
  shelf.refuses = false;
  await comes();
  equal(shelf.events.size, 2);
  equal(log.failing, false);
  deepEqual(due, []);
});

test("what is erased while it is being kept is not kept", async () => {
  due = [];
  const slow = new Slow();
  const log = new Log(slow, device("a"));
  void log.append({ kind: "wrote", of: "diary", rev: "x", entry: "", fields: { text: "hard day" } });
  await comes();
  void log.append({ kind: "erased", of: "diary", entry: "a-1" });
  await comes();
  for (let turn = 0; turn < 3; turn++) {
    slow.held.shift()?.();
    await ripple();
  }
  deepEqual([...slow.events.values()].map(({ kind }) => kind), ["erased"]);
});

test("a store that was emptied under an open page is filled again with all that is known", async () => {
  const shelf: Shelf & Store = new Shelf();
  const log = new Log(shelf, device("a"));
  await log.append(opened("m/1"));
  await log.append(opened("m/2"));
  shelf.events.clear();
  shelf.emptied = true;
  equal(await log.append(opened("m/3")), true);
  deepEqual([...shelf.events.keys()].sort(), ["a-1", "a-2", "a-3"]);
  equal(shelf.emptied, false);
});

test("however many tabs call while the store is read, it is read once more", async () => {
  const shelf = new Shelf();
  let readings = 0;
  shelf.read = async () => (readings++, [...shelf.events.values()]);
  const log = new Log(shelf, device("a"));
  const [first, ...others] = Array.from({ length: 50 }, () => log.refresh());
  shelf.events.set("b-1", { id: "b-1", n: 1, at: "2026-11-21T10:00:00.000Z", tz: 0, kind: "opened", of: "m/s" });
  await Promise.all([first, ...others]);
  equal(readings, 2);
  equal(log.state.last!.step, "m/s");
});

test("two tabs that write at once lose nothing", async () => {
  const shelf = new Shelf();
  const tabs = [new Log(shelf, device("a")), new Log(shelf, device("b"))];
  await Promise.all(tabs.flatMap((tab, who) => Array.from({ length: 100 }, (_, n) => tab.append({ kind: "finished", of: `m/${who}-${n}` }))));
  equal(shelf.events.size, 200);
  for (const tab of tabs) await tab.refresh();
  equal(tabs[0]!.state.steps.size, 200);
  deepEqual([...tabs[0]!.state.steps].sort(), [...tabs[1]!.state.steps].sort());
});

test("an event numbered before ours is put in its place when it arrives late", async () => {
  const shelf = new Shelf();
  const [a, b] = [new Log(shelf, device("a")), new Log(shelf, device("b"))];
  await a.append(opened("m/old"));
  await a.append(opened("m/new"));
  await b.append(opened("m/other")); // b had not heard of a: its number is 1 too
  await a.refresh();
  equal(a.state.last!.step, "m/new");
  await b.refresh();
  equal(b.state.last!.step, "m/new");
});

test("numbers go on from the greatest that was read", async () => {
  const shelf = new Shelf();
  const first = new Log(shelf, device("a"));
  for (const step of ["1", "2", "3"]) await first.append(opened(`m/${step}`));
  const second = new Log(shelf, device("b"));
  await second.refresh();
  await second.append(opened("m/4"));
  equal(Math.max(...[...shelf.events.values()].map((event) => event.n)), 4);
});

test("a store that keeps nothing never earns a tick", async () => {
  const log = new Log({ keeps: "never", read: async () => [], append: async () => {}, remove: async () => {}, watch: () => {} }, device("a"));
  equal(await log.append(opened("m/s")), false);
  equal(log.failing, false);
});

test("a damaged record is passed over and the others are read", async () => {
  const shelf = new Shelf();
  await new Log(shelf, device("a")).append(opened("m/s"));
  shelf.events.set("b-1", { id: "b-1", n: 7 } as Event);
  shelf.events.set("b-2", { id: "b-2", n: "8", kind: "opened", of: "m/t" } as unknown as Event);
  const log = new Log(shelf, device("c"));
  await log.refresh();
  equal(log.state.last!.step, "m/s");
  equal(shelf.events.size, 3, "nothing is deleted");
});

test("what is erased is deleted from the store, and an older copy does not bring it back", async () => {
  const shelf = new Shelf();
  const log = new Log(shelf, device("a"));
  const wrote = (entry: string, text: string) => ({ kind: "wrote", of: "diary", rev: "x", entry, fields: { text } }) as const;
  await log.append(wrote("", "hard day"));
  const entry = log.state.own.get("diary")![0]!.entry;
  await log.append(wrote(entry, "hard day, good team"));
  await log.append(wrote("", "kept"));
  const copy = [...shelf.events.values()];
  await log.append({ kind: "erased", of: "diary", entry });
  const kept = () => JSON.stringify([...shelf.events.values()]);
  ok(!kept().includes("hard day") && kept().includes("kept"));
  deepEqual(log.state.own.get("diary")!.map(({ fields }) => fields.text), ["kept"]);

  for (const event of copy) shelf.events.set(event.id, event); // a backup of yesterday is joined
  await log.refresh();
  ok(!kept().includes("hard day"), "gone again");
  const elsewhere = new Log(shelf, device("b"));
  for (const event of copy) shelf.events.set(event.id, event);
  await elsewhere.refresh();
  deepEqual(elsewhere.state.own.get("diary")!.map(({ fields }) => fields.text), ["kept"]);
  ok(!kept().includes("hard day"), "also where it is read for the first time");
});

test("of what is written anew only the newest wording is kept, and when it was begun", async () => {
  const shelf = new Shelf();
  let now = 0;
  const log = new Log(shelf, { now: () => new Date(now), later, writer: "a" });
  const wrote = (text: string, entry = "", since?: string) => ({ kind: "wrote", of: "diary", rev: "x", entry, ...(since && { since }), fields: { text } }) as const;
  await log.append(wrote("h"));
  const [{ entry } = { entry: "" }] = log.state.own.get("diary")!;
  now = 5000;
  await log.append(wrote("another"));
  await log.append(wrote("hard", entry, new Date(0).toISOString()));
  shelf.refuses = true;
  await log.append(wrote("hard day", entry, new Date(0).toISOString()));
  deepEqual([...shelf.events.values()].map((event) => event.kind === "wrote" && event.fields.text), ["another", "hard"], "the older wording stays until the newer is safe");
  shelf.refuses = false;
  await log.append(opened("m/s"));
  await log.append(wrote("hard day, good team", entry, new Date(0).toISOString()));
  deepEqual([...shelf.events.values()].flatMap((event) => (event.kind === "wrote" ? [event.fields.text] : [])), ["another", "hard day, good team"]);
  const again = new Log(shelf, device("b"));
  await again.refresh();
  deepEqual(again.state.own.get("diary")!.map(({ at, changed, fields }) => [at, changed, fields.text]), [[0, 5000, "hard day, good team"], [5000, 5000, "another"]]);
});

test("a course that has changed regards the record its own way, also what comes late from another tab, and what is seen is no part of what is kept", async () => {
  const shelf = new Shelf();
  const [a, b] = [new Log(shelf, device("a")), new Log(shelf, device("b"))];
  const answered = (rev: string) => ({ kind: "answered", of: "q", rev, response: [], score: 1, points: 1, attempt: 1 }) as const;
  await b.append(answered("old"));
  await a.append({ kind: "finished", of: "m" });
  const regarding: Parameters<Log["regard"]>[0] = (fold) => {
    let whole: State | undefined;
    return (events, onto) => ({ ...(whole = fold(events, onto && whole, (apply) => renew(apply, { stale: { q: ["old"] } }))), modules: new Set() });
  };
  for (const log of [a, b]) log.regard(regarding);
  await a.append(answered("new"));
  await a.refresh();
  await b.refresh();
  for (const { state } of [a, b]) deepEqual([state.items.get("q")!.attempts.length, state.modules.size, state.finishedAt.has("m")], [1, 0, true]);
  a.regard((fold) => fold);
  deepEqual([a.state.items.get("q")!.attempts.length, a.state.modules.size], [2, 1]);
});

test("all that is known is listed, what is known already is told to nobody, and nothing fails before anything is kept", async () => {
  const shelf = new Shelf();
  const log = new Log(shelf, device("a"));
  deepEqual([log.failing, log.damaged, log.list()], [false, [], []]);
  await log.append(opened("m/1"));
  let told = 0;
  log.subscribe(() => told++);
  await log.refresh();
  equal(told, 0);
  deepEqual(log.list().map(({ id }) => id), ["a-1"]);
});

test("a learner waits two seconds for a store that works and a third of one for a store that fails, and is told of it once", async () => {
  const waits: number[] = [];
  const shelf = new Shelf();
  const log = new Log(shelf, { ...device("a"), later: (ms, run) => (waits.push(ms), later(ms, run)) });
  let told = 0;
  log.subscribe(() => log.failing && told++);
  await log.append(opened("m/1"));
  shelf.refuses = true;
  await log.append(opened("m/2"));
  await log.append(opened("m/3"));
  deepEqual(waits.filter((ms) => ms !== 5000), [2000, 2000, 300]);
  equal(told, 3, "that it fails, and of each answer since");
});
