/** The target checker: a rule of thumb on whether a target asks what can be reached. */
import { html, nothing, type TemplateResult } from "lit-html";
import { readNumber } from "../blocks/typed.ts";
import { showBars, showTable } from "./chart.ts";
import type { Desk } from "./desk.ts";
import { readResults, weigh } from "./goal.ts";

const asked = { results: "", target: "", atMost: false };

export function showGoal(desk: Desk): TemplateResult {
  const { say } = desk;
  const set = (part: Partial<typeof asked>) => {
    Object.assign(asked, part);
    desk.draw();
  };
  const way = (atMost: boolean, label: string) => html`<label class="way"><input type="radio" name="way" ?checked=${asked.atMost === atMost} @change=${() => set({ atMost })} />${label}</label>`;
  return html`<section class=${`goal ${asked.results && asked.target ? "" : "unprinted"}`} aria-labelledby="goal">
    <h2 id="goal">${say("manager-goal")}</h2>
    <p class="soft unprinted">${say("manager-goal-about")}</p>
    <div class="goal-fields unprinted">
      <label class="asks">${say("manager-goal-results")}<textarea id="results" rows="5" spellcheck="false" @input=${({ target }: Event) => set({ results: (target as HTMLTextAreaElement).value })}></textarea></label>
      <div>
        <label class="asks">${say("manager-goal-target")}<input id="target" inputmode="decimal" autocomplete="off" @input=${({ target }: Event) => set({ target: (target as HTMLInputElement).value })} /></label>
        <fieldset><legend class="unseen">${say("manager-goal-way")}</legend>${way(false, say("manager-goal-at-least"))}${way(true, say("manager-goal-at-most"))}</fieldset>
      </div>
    </div>
    ${showReading(desk)}
  </section>`;
}

/** Only the reading is said while one types; the picture and its table are found below it. */
function showReading({ say, language }: Desk): TemplateResult {
  const results = readResults(asked.results);
  const target = readNumber(asked.target)?.values[0];
  const tell = (reading: TemplateResult | typeof nothing, picture: TemplateResult | typeof nothing = nothing) => html`<div role="status">${reading}</div>${picture}`;
  if (!results.length || !asked.target.trim()) return tell(nothing);
  if (target === undefined) return tell(html`<p>${say("manager-goal-not-read")}</p>`);
  const goal = weigh(results, target, asked.atMost)!;
  const write = (value: number) => new Intl.NumberFormat(language, { maximumSignificantDigits: 6 }).format(value);
  const { count, reached, share, bins, least, most } = goal;
  const range = ({ from, to }: { from: number; to: number }) => (from === to ? write(from) : `${write(from)} – < ${write(to)}`);
  const [low, high] = [bins[0]!.from, bins[bins.length - 1]!.to];
  const line = high > low ? (target - low) / (high - low) : 0.5;
  const reaches = ({ from, to }: { from: number; to: number }) => (asked.atMost ? from <= target : to > target || from >= target);
  const reading = html`<p class="soft">${say("manager-goal-read", { n: count, least: write(least), most: write(most) })}</p>
    <p><b>${say("manager-goal-share", { reached, n: count, share: Math.round(share * 100) })}</b> ${say(`manager-goal-${goal.reading}`)} ${say("manager-goal-middle", { middle: write(goal.middle) })} <span class="soft">${say("manager-goal-rule")}</span></p>`;
  const picture = html`${showBars(bins.map((bin) => ({ value: bin.count, marked: reaches(bin) })), say("manager-goal-figure", { reached, n: count, target: write(target) }), [write(low), write(high)], Math.min(1, Math.max(0, line)))}
    ${showTable(say("manager-as-table"), [say("manager-goal-range"), say("manager-goal-count")], bins.map((bin) => [range(bin), bin.count]))}`;
  return tell(reading, picture);
}
