import { ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayAfter, dayOf as dayOnTheWall } from "../../blocks/days.ts";
import { RUNS, Shelf } from "../../record/laws.ts";
import { Log } from "../../record/log.ts";
import { remind } from "../backup/reminder.ts";
import { listUnits, queue } from "./queue.ts";
import { dayOf, schedule } from "./schedule.ts";

const ZONES = ["Etc/GMT+12", "Pacific/Pago_Pago", "America/St_Johns", "America/New_York", "UTC", "Africa/Casablanca", "Europe/Helsinki", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "Etc/GMT-14"];
const ODD = ["2016-02-29T23:59:59.999Z", "2026-02-28T23:30:00Z", "2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z", "2026-12-31T23:59:59Z", "2028-02-29T12:00:00Z", "2076-02-29T10:00:00Z", "2038-01-19T03:14:08Z"];
const NOW = Date.parse("2026-11-23T08:00:00Z");
const YEAR = 31_557_600_000; // milliseconds
const units = listUnits({ modules: { m: { s: ["a", "b", "c"], t: [["deck.latte", "name", "suits"]] } }, banks: { more: ["d"] } });

// From one visit to the next a clock may be set anywhere from ten years back to fifty ahead, and the device carried round the world.
const moment = fc.oneof(fc.constantFrom(...ODD).map((text) => Date.parse(text)), fc.integer({ min: NOW - 10 * YEAR, max: NOW + 50 * YEAR }), fc.integer({ min: -3, max: 60 }).map((days) => NOW + days * 86_400_000));
const answer = fc.record({ of: fc.constantFrom("a", "b", "c", "d", "deck.latte.name", "deck.latte.suits"), score: fc.constantFrom(0, 0.5, 1), sure: fc.constantFrom(0, 1, 2), later: fc.integer({ min: 0, max: 7_200_000 }) });
const visits = fc.array(fc.record({ at: moment, zone: fc.constantFrom(...ZONES), answers: fc.array(answer, { maxLength: 6 }) }), { minLength: 1, maxLength: 12 });

test("whatever the clock and wherever the device, what was met is due on a day there is, within half a year", async () => {
  const zone = process.env.TZ;
  await fc.assert(fc.asyncProperty(visits, async (visits) => {
    const shelf = new Shelf();
    for (const [number, { at, zone, answers }] of visits.entries()) {
      process.env.TZ = zone;
      let now = at;
      const log = new Log(shelf, { now: () => new Date(now), later: () => () => undefined, writer: `w${number}` });
      await log.refresh();
      ok((await log.append({ kind: "finished", of: "m/t" })) && (await log.append({ kind: "opened", of: "m/s" })));
      for (const { later, ...given } of answers) {
        now += later;
        ok(await log.append({ kind: "answered", rev: "x", response: [], points: 1, attempt: 1, round: `-review#${number + 1}`, ...given }), "kept, whatever the time");
      }
      const today = dayOf(now);
      const { due, next } = queue(units, log.state, today);
      ok(due.length || next !== undefined, "what was taught by heart is asked, or else something met");
      ok(next === undefined || (next > today && next <= today + 181), `${next} of ${today}`);
      for (const meetings of log.state.meetings.values()) {
        const { day, interval } = schedule(meetings, today);
        ok(Number.isInteger(interval) && interval >= 1 && interval <= 180 && Number.isInteger(day) && day <= today + 181, `${day}, ${interval}`);
      }
      ok(log.list().every((event) => new Date(event.at).getTime() > 0 && Math.abs(event.tz) <= 840 && Number.isInteger(event.tz)));
      ok(["", "much"].includes(remind(log.state, new Date(now), false)));
      const wall = dayOnTheWall(new Date(now));
      ok(/^\d{4}-\d\d-\d\d$/.test(wall) && dayAfter(new Date(now), 1) > wall && dayAfter(new Date(now), 180) > dayAfter(new Date(now), 179));
    }
    process.env.TZ = "UTC";
    const log = new Log(shelf, { now: () => new Date(NOW), later: () => () => undefined, writer: "last" });
    await log.refresh();
    ok(log.damaged.length === 0);
  }), RUNS).finally(() => (zone === undefined ? delete process.env.TZ : (process.env.TZ = zone)));
});
