import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { test } from "node:test";
import { LEARNERS, type Store } from "../../record/store.ts";
import { cover, isPin } from "./pin.ts";
import { asks, FIRST, IDLE, isTaken, Roster, tidy } from "./roster.ts";

/** A cabinet in memory, in which drawers are made, opened and thrown away as those of a target are. */
class Chest {
  drawers = new Map<string, Map<string, { id: string }>>([["", new Map()]]);
  stuck = false;
  isShared = async () => this.drawers.has(LEARNERS);
  async open<Kept extends { id: string }>(drawer: string, anew?: boolean): Promise<Store<Kept>> {
    if (anew && !this.drawers.has(drawer)) this.drawers.set(drawer, new Map());
    const find = () => this.drawers.get(drawer) ?? Promise.reject(new DOMException("", "AbortError"));
    await find();
    return {
      keeps: "always",
      read: async () => [...(await find()).values()] as Kept[],
      append: async (kept, known) => {
        const rows = await find();
        for (const one of kept) if (!known || rows.has(one.id)) rows.set(one.id, one);
      },
      remove: async (ids) => void ids.forEach((id) => this.drawers.get(drawer)?.delete(id)),
      watch: () => undefined,
    };
  }
  async drop(drawer: string) {
    if (this.stuck) throw new Error("timeout");
    if (!this.drawers.delete(drawer)) throw new DOMException("", "AbortError");
  }
}

const clock = { at: Date.parse("2026-11-22T10:00:00Z") };
const now = () => new Date(clock.at);

async function begin(...names: string[]) {
  const chest = new Chest();
  const roster = await Roster.open(chest, now, true);
  await roster.add("Aino", FIRST);
  const ids = [FIRST];
  for (const name of names) ids.push(await roster.add(name));
  return { chest, roster, ids };
}

test("the first learner keeps the record that was there, and every other has one of their own", async () => {
  const { chest, ids } = await begin("Bertil", "Cecilia");
  deepEqual([...chest.drawers.keys()], ["", LEARNERS, ...ids.slice(1).map((id) => `:${id}`)]);
  equal(new Set(ids).size, 3);
});

test("removing one leaves nothing of them, and removing the last not even the list", async () => {
  const { chest, roster, ids } = await begin("Bertil");
  await roster.enter(ids[1]!);
  await roster.remove(ids[1]!);
  deepEqual([...chest.drawers.keys()], ["", LEARNERS]);
  ok(!JSON.stringify([...chest.drawers].map(([name, rows]) => [name, [...rows.values()]])).match(new RegExp(`Bertil|${ids[1]}`)), "not as the one who was here either");
  await roster.remove(FIRST);
  deepEqual([...chest.drawers.keys()], []);
});

test("who could not be removed is still there and can try again", async () => {
  const { chest, roster, ids } = await begin("Bertil");
  chest.stuck = true;
  await rejects(roster.remove(ids[1]!), /timeout/);
  equal((await roster.read()).learners.length, 2);
  chest.stuck = false;
  await roster.remove(ids[1]!);
  equal((await roster.read()).learners.length, 1);
});

test("a removal that was cut short after the record is finished when that learner is chosen", async () => {
  const { chest, roster, ids } = await begin("Bertil");
  chest.drawers.delete(`:${ids[1]}`);
  await rejects(roster.enter(ids[1]!), { name: "AbortError" });
  deepEqual((await roster.read()).learners.map(({ name }) => name), ["Aino"]);
});

test("what a late tab says of who was removed brings nobody back", async () => {
  const { roster, ids } = await begin("Bertil");
  const late = roster.change(ids[1]!, { name: "Bo" });
  await Promise.all([late, roster.remove(ids[1]!)]);
  await roster.change(ids[1]!, { seen: 1 });
  deepEqual((await roster.read()).learners.map(({ name }) => name), ["Aino"]);
});

test("who is here is one, and nobody once they have left", async () => {
  const { roster, ids } = await begin("Bertil");
  await roster.enter(FIRST);
  await roster.enter(ids[1]!);
  equal((await roster.read()).here.of, ids[1]);
  clock.at += 60_000;
  equal(roster.sinceTouch((await roster.read()).here), 60_000);
  clock.at -= 3_600_000;
  equal(roster.sinceTouch((await roster.read()).here), IDLE, "a clock that was set back is no reason to leave a record open");
  await roster.leave();
  equal((await roster.read()).here.of, "");
});

test("a damaged list is read as far as it can be", async () => {
  const { chest, roster } = await begin();
  for (const row of [{ id: "x" }, { id: "y", name: 7 }, null]) chest.drawers.get(LEARNERS)!.set(JSON.stringify(row), row as never);
  deepEqual((await roster.read()).learners.map(({ name }) => name), ["Aino"]);
});

test("nobody is asked who is alone, unless they have a PIN", async () => {
  const { roster } = await begin();
  equal(Boolean(asks((await roster.read()).learners)), false);
  await roster.change(FIRST, { pin: cover(FIRST, "1234") });
  equal(Boolean(asks((await roster.read()).learners)), true);
});

test("two people are not called the same, whatever the spaces and capitals", async () => {
  const { learners } = await (await begin()).roster.read();
  ok(isTaken(learners, tidy("  AINO ")));
  ok(!isTaken(learners, "Aino", FIRST));
});

test("a PIN is four digits, is kept as something else, and as another thing for another learner", () => {
  ok(isPin("0420") && !isPin("42") && !isPin("12345") && !isPin("12a4"));
  ok(!cover("x", "1234").includes("1234"));
  ok(cover("x", "1234") !== cover("y", "1234") && cover("x", "1234") !== cover("x", "1243"));
});
