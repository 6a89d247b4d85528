/** Bars that are heard as one picture with a text of its own; the same stands as a table beside them. */
import { html, nothing, svg, type TemplateResult } from "lit-html";

const [WIDTH, HEIGHT, GAP] = [600, 140, 2];

export interface Bar {
  value: number;
  /** One of those that the picture is about. */
  marked?: boolean;
}

/** Upright bars. `about` says what they show; `ends` stand below the first and the last; `line` is a place between them, 0…1. */
export function showBars(bars: Bar[], about: string, ends: [string, string], line?: number): TemplateResult {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = WIDTH / bars.length;
  const width = Math.max(1, Math.min(64, step - GAP));
  return html`<figure class="chart">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${about} preserveAspectRatio="none">
      ${bars.map(({ value, marked }, number) => {
        const height = value ? Math.max(3, (value / most) * (HEIGHT - 8)) : 0;
        return svg`<rect class=${marked ? "bar-marked" : "bar-plain"} x=${number * step + (step - width) / 2} y=${HEIGHT - height} width=${width} height=${height} />`;
      })}
      ${line === undefined ? nothing : svg`<line class="chart-line" x1=${line * WIDTH} x2=${line * WIDTH} y1="0" y2=${HEIGHT} />`}
    </svg>
    <p class="ends" aria-hidden="true"><span>${ends[0]}</span><span>${ends[1]}</span></p>
  </figure>`;
}

/** What a chart shows, as a table that opens below it. */
export function showTable(caption: string, heads: string[], rows: (string | number)[][]): TemplateResult {
  return html`<details class="beside"><summary>${caption}</summary>
    <table class="plain"><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></details>`;
}
