import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { deflateSync, strFromU8, strToU8 } from "fflate";
import type { Event } from "../../record/event.d.ts";
import { fold } from "../../record/fold.ts";
import { records, RUNS, Shelf, tell } from "../../record/laws.ts";
import { Log } from "../../record/log.ts";
import * as packing from "../../record/parcel.ts";
import { isStrange, join, make, nameFile, pickNew, read, sumUp, toFile, type Refusal } from "./copy.ts";

const course = { id: "kahvila", title: "Kahvila Kulma" };
const now = new Date("2026-11-22T10:00:00.000Z");
const SLOWEST = 1000; // milliseconds of work: other programs' do not count
const work = () => process.cpuUsage().user / 1000;

const event = { id: "a-1", n: 1, at: now.toISOString(), tz: 120, kind: "answered", of: "q", rev: "x", response: ["a"], score: 1, points: 1, attempt: 1 } as Event;
const copyOf = (events: unknown[], more: object = {}, kind = "backup") => packing.pack(kind, { ...make(course, [], [], now), events, ...more });
const refusalOf = (text: string) => (read(text, course, packing) as Refusal).refused;

async function open(shelf: Shelf): Promise<Log> {
  const log = new Log(shelf, { now: () => now, later: () => () => undefined, writer: "here" });
  await log.refresh();
  return log;
}

test("a copy that went through a file, with its words, is the record again", () => {
  fc.assert(fc.property(records, (events) => {
    const file = toFile(["Kopio opinnoistasi", "Älä muuta"], packing.pack("backup", make(course, events, [], now)));
    const result = read(file, course, packing);
    if (!events.length) return equal((result as Refusal).refused, "empty");
    ok("events" in result);
    equal(tell(fold(result.events)), tell(fold(events)));
    ok(file.split("\r\n").every((line) => line.length <= 100));
  }), RUNS);
});

test("what cannot be taken up is refused, and why", () => {
  const whole = copyOf([event]);
  ok("events" in read(`Hei, tässä:\n> ${whole}\nT. Aino`, course, packing));
  ok("events" in read([...whole].join("\0"), course, packing), "an editor saved two bytes a sign");
  const cases: Record<Refusal["refused"], string[]> = {
    nothing: ["", "Hei!", "TUOKIO", "\uFEFF%PDF-1.7"],
    damaged: [whole.slice(0, -5), whole.slice(0, 60), whole.replace(/(TUOKIO-BACKUP-1\.....)./, "$1!"), copyOf([{ ...event, id: 5 }]), copyOf([null]), copyOf([[[[]]]]), packing.pack("backup", 5), packing.pack("backup", []), packing.pack("backup", { events: 1 })],
    other: [copyOf([event], { course: "varasto", title: "Varasto" })],
    newer: [copyOf([event]).replace("BACKUP-1", "BACKUP-2"), copyOf([{ ...event, mood: 1 }]), copyOf([{ ...event, kind: "dreamt" }]), copyOf([event], { layout: 2 })],
    completion: [copyOf([event], {}, "completion"), copyOf([event], {}, "statistics")],
    large: ["x".repeat(20_000_001)],
    empty: [copyOf([])],
  };
  for (const [reason, texts] of Object.entries(cases)) for (const text of texts) equal(refusalOf(text), reason, text.slice(0, 80));
  equal((read(cases.other[0]!, course, packing) as Refusal).title, "Varasto");
  equal(refusalOf(`${whole}\n${cases.other[0]}`), "other", "of two that came together both are taken or none");
});

test("of hostile copies none is half joined and none holds the page up", async () => {
  const values = fc.oneof(fc.jsonValue(), fc.constantFrom(1e308, -1, 2 ** 53, "<img src=x onerror=alert(1)>", "constructor", [[[[[[]]]]]], { then: 1 }, "a".repeat(1e5)));
  const wound = fc.oneof(
    fc.record({ sort: fc.constant("text"), at: fc.nat(), cut: fc.nat(20), put: fc.string({ maxLength: 20 }) }),
    fc.record({ sort: fc.constant("value"), at: fc.nat(), name: fc.constantFrom("id", "n", "at", "tz", "kind", "of", "rev", "response", "score", "fields", "entry", "__proto__", "constructor", "attempt", "value", "items"), value: values }),
    fc.record({ sort: fc.constant("whole"), value: values }),
    fc.record({ sort: fc.constant("frame"), name: fc.constantFrom("course", "title", "made", "events", "damaged", "__proto__", "toString"), value: values }),
  );
  let slowest = 0;
  await fc.assert(fc.asyncProperty(records, records, fc.array(wound, { minLength: 1, maxLength: 3 }), async (here, there, wounds) => {
    const shelf = new Shelf(here);
    const log = await open(shelf);
    const before = [tell(log.state), [...shelf.kept.keys()].join()];
    let content: unknown = JSON.parse(JSON.stringify(make(course, there.map((one) => ({ ...one, id: `x${one.id}` })), [], now)));
    const own = (target: unknown, name: string, value: unknown) => typeof target === "object" && target && Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
    for (const one of wounds.map((wound) => structuredClone(wound))) {
      const events = (content as { events?: unknown[] } | null)?.events;
      if (one.sort === "whole") content = one.value;
      else if (one.sort === "frame") own(content, one.name, one.value);
      else if (one.sort === "value" && Array.isArray(events) && events.length) own(events[one.at % events.length], one.name, one.value);
    }
    let text = packing.pack("backup", content);
    for (const one of wounds) if (one.sort === "text") text = text.slice(0, one.at % text.length) + one.put + text.slice((one.at % text.length) + one.cut);
    const start = work();
    const result = read(text, course, packing);
    const fresh = "events" in result ? pickNew(result.events, log) : [];
    if ("events" in result) ok(await join(fresh, log));
    slowest = Math.max(slowest, work() - start);
    await log.refresh();
    if (!("events" in result)) deepEqual([tell(log.state), [...shelf.kept.keys()].join()], before, "refused: nothing changed");
    else ok(result.events.every(({ id, kind }) => shelf.kept.has(id) || kind === "wrote"), "taken up: all of it is here");
    equal(({} as { events?: unknown }).events, undefined);
    await log.append({ kind: "opened", of: "m9/s9" });
    equal(log.state.last!.step, "m9/s9", "and numbers go on");
  }), RUNS);
  ok(slowest < SLOWEST, `${slowest} ms`);
});

test("what is deep or swells is refused in time", () => {
  const deep = strFromU8(deflateSync(strToU8(`{"events":${"[".repeat(5_000_000)}`)), true);
  const bomb = packing.pack("backup", { ...make(course, [], [], now), title: "x".repeat(20_000_000) });
  for (const text of [`TUOKIO-BACKUP-1.${btoa(deep).replace(/=/g, "")}.0000-0000`, bomb, `${bomb.slice(0, 3000)}.`]) {
    const start = work();
    equal(refusalOf(text), "damaged");
    ok(work() - start < SLOWEST, `${work() - start} ms`);
  }
});

test("a store that refuses a copy has none of it", async () => {
  const shelf = new Shelf();
  const log = await open(shelf);
  shelf.refuses = true;
  equal(await join([event, { ...event, id: "a-2" }], log), false);
  equal(log.list().length + shelf.kept.size, 0);
});

test("what was erased here or in the copy does not come with it", async () => {
  const wrote = (id: string, entry: string): Event => ({ id, n: 1, at: event.at, tz: 0, kind: "wrote", of: "diary", rev: "x", entry, fields: { text: "hard day" } });
  const shelf = new Shelf([wrote("a-1", ""), { id: "a-2", n: 2, at: event.at, tz: 0, kind: "erased", of: "diary", entry: "a-1" }]);
  const log = await open(shelf);
  const copy = [wrote("a-1", ""), wrote("b-1", ""), { id: "b-2", n: 3, at: event.at, tz: 0, kind: "erased", of: "diary", entry: "b-1" } as Event, wrote("c-1", "")];
  deepEqual(pickNew(copy, log).map(({ id }) => id), ["b-2", "c-1"]);
});

test("a copy that may be a colleague's is told from one's own, and a new phone asks nothing", () => {
  const mine = [event, { ...event, id: "a-2" }] as Event[];
  const hers = [{ ...event, id: "b-1" }] as Event[];
  ok(isStrange(hers, mine));
  ok(!isStrange([...hers, event], mine), "they were joined before");
  ok(!isStrange(hers, [{ ...event, kind: "opened", of: "m/s" } as Event]), "only looked at so far");
});

test("what was set aside is in the copy and out of its way", () => {
  const beyond = { ...event, id: "a-2", attempt: 1e9 } as Event;
  const newer = { ...event, id: "a-3", kind: "dreamt" } as unknown as Event;
  const copy = make(course, [event, beyond], [10n, { id: 1, at: new Date(NaN) }], now);
  deepEqual(copy.events, [event]);
  deepEqual(copy.damaged, ["10", { id: 1, at: null }, beyond]);
  ok("events" in read(packing.pack("backup", copy), course, packing));
  deepEqual(make(course, [event, newer], [], now).events, [event, newer], "a newer course knows what to do with it");
});

test("a file is named so that every system takes it", () => {
  equal(nameFile("kahvila", "", now), "kahvila-2026-11-22.tuokio.txt");
  equal(nameFile("kahvila", "Aino Ä. / Myymälä: \"1\"", now), "kahvila-Aino-Ä-Myymälä-1-2026-11-22.tuokio.txt");
  equal(nameFile("kahvila", "..", now), "kahvila-2026-11-22.tuokio.txt");
});

test("a file is named by the day on the learner's own calendar", () => {
  const zone = process.env.TZ;
  for (const [tz, at, day] of [["Europe/Helsinki", "2026-11-21T22:30Z", "2026-11-22"], ["Europe/Helsinki", "2026-11-21T21:30Z", "2026-11-21"], ["America/New_York", "2026-11-22T03:00Z", "2026-11-21"]] as const) {
    process.env.TZ = tz;
    equal(nameFile("kahvila", "", new Date(at)), `kahvila-${day}.tuokio.txt`, tz);
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test("a copy is summed up by what its learner knows of it", () => {
  const finished = (id: string, of: string, at: string): Event => ({ id, n: 1, at, tz: 0, kind: "finished", of });
  deepEqual(sumUp([event, finished("b-1", "m/s", "2026-01-01T00:00:00Z"), finished("b-2", "m", "2026-12-01T00:00:00Z"), finished("b-3", "m", "2026-12-01T00:00:00Z")]), { answers: 1, modules: 1, own: 0, from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 11, 1) });
});
