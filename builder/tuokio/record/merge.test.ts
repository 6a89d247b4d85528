import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Event } from "./event.d.ts";
import { fold } from "./fold.ts";
import { records, RUNS, Shelf, tell } from "./laws.ts";
import { Log } from "./log.ts";

/** Three devices, each with some of what was done. */
const triples = fc.tuple(records, fc.infiniteStream(fc.integer({ min: 1, max: 7 }))).map(([events, held]) => {
  const all = events.map((event) => [event, held.next().value as number] as const);
  return [1, 2, 4].map((device) => all.filter(([, who]) => who & device).map(([event]) => event)) as [Event[], Event[], Event[]];
});

async function join(...devices: Event[][]): Promise<{ state: string; kept: string[] }> {
  const shelf = new Shelf();
  const log = new Log(shelf, { now: () => new Date(0), later: () => () => undefined, writer: "z" });
  for (const events of devices) {
    await shelf.append(events);
    await log.refresh();
  }
  await log.refresh(); // what was erased or written anew is deleted behind the reading
  return { state: tell(log.state), kept: [...shelf.kept.keys()].sort() };
}

test("records are joined in any order, in any groups, any number of times, and always say the same", async () => {
  await fc.assert(fc.asyncProperty(triples, async ([a, b, c]) => {
    const whole = await join(a, b, c);
    deepEqual(await join(c, a, b), whole, "commutative");
    deepEqual(await join(b, [...c, ...a]), whole, "associative");
    deepEqual(await join(a, a, b, c, b, a, c), whole, "idempotent");
    const union = [...new Map([...a, ...b, ...c].map((event) => [event.id, event])).values()];
    equal(tell(fold(union)), tell(fold(union.reverse())));
  }), RUNS);
});

test("what was erased on one device comes back from none, whoever is joined with whom", async () => {
  await fc.assert(fc.asyncProperty(triples, async (devices) => {
    const { kept } = await join(...devices);
    const events = new Map(devices.flat().map((event) => [event.id, event]));
    const erased = new Set([...events.values()].flatMap((event) => (event.kind === "erased" ? [`${event.of}/${event.entry}`] : [])));
    for (const id of kept) {
      const event = events.get(id)!;
      ok(event.kind !== "wrote" || !erased.has(`${event.of}/${event.entry || event.id}`));
    }
  }), RUNS);
});
