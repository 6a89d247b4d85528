/** How questions did, of ten anonymous sheets or more. */
import { html, nothing, svg, type TemplateResult } from "lit-html";
import type { Desk } from "./desk.ts";
import { count, FEWEST, type Figures } from "./fared.ts";

export function showQuestions({ arrivals: { sheets }, edition, say }: Desk): TemplateResult {
  const figures = count(sheets, edition.items);
  const sound = figures.filter((one) => !isOdd(one));
  const missing = FEWEST - sheets.length;
  return html`<section class=${`questions ${figures.length ? "" : "unprinted"}`} aria-labelledby="questions">
    <h2 id="questions">${say("manager-questions")}</h2>
    <p class="soft">${say("manager-questions-about")}</p>
    ${missing > 0 ? html`<p>${say("manager-questions-missing", { n: missing })}</p>` : !figures.length ? html`<p>${say("manager-questions-none")}</p>` : html`<p class="soft">${say("manager-discrimination-about")}</p>`}
    ${figures.filter(isOdd).map((one) => showFigures(one, say))}
    ${sound.length ? html`<details class="beside"><summary>${say("manager-questions-sound", { n: sound.length })}</summary>${sound.map((one) => showFigures(one, say))}</details>` : nothing}
  </section>`;
}

/** Whether someone should look at a question. */
const isOdd = ({ verdict }: Figures) => verdict !== "sound" && verdict !== "known";

function showFigures({ asked, answers, facility, discrimination, chosen, verdict }: Figures, say: Desk["say"]): TemplateResult {
  const share = Math.round(facility * 100);
  const points = Math.round(discrimination * 100);
  const { options = {}, right = [] } = asked;
  const about = chosen.map(([option, n]) => `${options[option]} ${n}`).join("; ");
  return html`<article class="figures">
    <h3>${asked.text}</h3>
    <p><b>${say(`manager-verdict-${verdict}`)}</b></p>
    <p class="soft">${say("manager-facility", { share })} · ${say("manager-discrimination", { points: points < 0 ? `−${-points}` : points })} · ${say("manager-questions-count", { n: answers })}</p>
    <svg class="facility" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label=${say("manager-facility-figure", { share, options: about || "–" })}><rect class="bar-plain" width="100" height="4" />${svg`<rect class="bar-marked" width=${share} height="4" />`}</svg>
    ${chosen.length
      ? html`<table class="plain"><thead><tr><th scope="col">${say("manager-option")}</th><th scope="col">${say("manager-chosen")}</th></tr></thead>
          <tbody>${chosen.map(([option, n]) => html`<tr><th scope="row">${options[option]}${right.includes(option) ? html` <span class="soft">(${say("manager-right-option")})</span>` : nothing}</th><td>${n}</td></tr>`)}</tbody></table>`
      : nothing}
  </article>`;
}
