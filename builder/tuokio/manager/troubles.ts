/** What came and does not count, with the reason: nothing is hidden. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Desk } from "./desk.ts";

export function showTroubles({ arrivals: { troubles }, say }: Desk): TemplateResult | typeof nothing {
  if (!troubles.length) return nothing;
  return html`<section class="troubles" aria-labelledby="troubles">
    <h2 id="troubles">${say("manager-troubles")}</h2>
    <p class="soft">${say("manager-troubles-about")}</p>
    <div class="table">
      <table role="table" class="roll" aria-labelledby="troubles">
        <thead role="rowgroup">
          <tr role="row">${[say("manager-source"), say("manager-whose"), say("manager-reason")].map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}</tr>
        </thead>
        <tbody role="rowgroup">
          ${troubles.map(({ source, name, reason, course }) => html`<tr role="row"><th role="rowheader" scope="row">${source}</th><td role="cell">${name || html`<span class="soft">${say("manager-unknown")}</span>`}</td><td role="cell">${say(`manager-trouble-${reason}`, { course })}</td></tr>`)}
        </tbody>
      </table>
    </div>
  </section>`;
}
