/** When people were done, day by day. */
import { html, nothing, type TemplateResult } from "lit-html";
import { sayDay } from "../blocks/days.ts";
import { showBars, showTable } from "./chart.ts";
import type { Desk } from "./desk.ts";

const DAY = 86_400_000;
const WIDEST = 120; // bars; over a longer time each is of several days

export function showTimeline({ rows, say, language }: Desk): TemplateResult | typeof nothing {
  const days = rows.flatMap(({ state, day }) => (state === "done" && day ? [day] : [])).sort();
  if (days.length < 2) return nothing;
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  const [first, last] = [days[0]!, days[days.length - 1]!];
  const place = (day: string) => Math.round((Date.parse(day) - Date.parse(first)) / DAY);
  const width = Math.ceil((place(last) + 1) / WIDEST);
  const bars = Array.from({ length: Math.max(7, Math.floor(place(last) / width) + 1) }, () => ({ value: 0, marked: true }));
  for (const [day, n] of counts) bars[Math.floor(place(day) / width)]!.value += n;
  let sum = 0;
  const said = { first: sayDay(first, language), last: sayDay(last, language) };
  return html`<section class="timeline" aria-labelledby="timeline">
    <h2 id="timeline">${say("manager-timeline")}</h2>
    ${showBars(bars, say("manager-timeline-figure", { n: days.length, ...said }), [said.first, bars.length > place(last) + 1 ? "" : said.last])}
    ${showTable(say("manager-as-table"), [say("manager-day"), say("manager-that-day"), say("manager-in-all")], [...counts].map(([day, n]) => [sayDay(day, language), n, (sum += n)]))}
  </section>`;
}
