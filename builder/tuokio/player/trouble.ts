import { html, nothing, type TemplateResult } from "lit-html";
import { toHome } from "./route.ts";
import type { Say } from "./say.ts";

/** Why a view cannot be shown, and what is still safe. */
export function trouble(what: "cannot-load" | "not-found", say: Say, retry: () => void): TemplateResult {
  return html`
    <div class="column end">
      <h1 tabindex="-1">${say(what)}</h1>
      <p>${say(`${what}-text`)}</p>
      <p class="onward-foot">
        ${what === "cannot-load" ? html`<button class="button" @click=${retry}>${say("retry")}</button>` : nothing}
        <a class="quiet" href=${toHome}>${say("home")}</a>
      </p>
    </div>
  `;
}
