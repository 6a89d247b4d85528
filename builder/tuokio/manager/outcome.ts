/** How what stands on the page leaves it: as a file to go on with, as a sheet, on paper, or not at all. */
import { html, type TemplateResult } from "lit-html";
import { saveText } from "../blocks/handing.ts";
import type { Desk } from "./desk.ts";
import { tell } from "./intake.ts";
import { forget, pick } from "./people.ts";
import { writeSheet } from "./sheet.ts";

let asking = false;

export function showOutcome(desk: Desk): TemplateResult {
  const { say, rows, today, titles } = desk;
  const name = `${desk.course.id}-${say("manager-file-name")}-${today}`;
  const save = () => {
    saveText(`${name}.txt`, desk.write());
    desk.unsaved = false;
  };
  const ask = (now: boolean) => {
    asking = now;
    desk.draw();
    if (!now) document.getElementById("clear")!.focus();
  };
  const clear = () => {
    asking = false;
    forget();
    tell(say("manager-cleared"));
    desk.clear();
    document.getElementById("intake")!.focus();
  };
  const empty = !rows.length && !desk.texts.length;
  return html`<section class="keeping unprinted" ?hidden=${empty} aria-label=${say("manager-save")}>
    <p class="buttons">
      <button type="button" class="button" id="save" @click=${save}>${say("manager-save")}</button>
      <button type="button" class="quiet framed" id="sheet" @click=${() => saveText(`${name}.csv`, writeSheet(pick(desk), say, titles))}>${say("manager-sheet")}</button>
      <button type="button" class="quiet framed" @click=${() => window.print()}>${say("manager-print")}</button>
      <button type="button" class="quiet" id="clear" aria-expanded=${String(asking)} @click=${() => ask(!asking)}>${say("manager-clear")}</button>
    </p>
    <p class="buttons" role="group" aria-label=${say("manager-clear-sure")} ?hidden=${!asking}>${say("manager-clear-sure")} <button type="button" class="quiet framed" @click=${clear}>${say("manager-clear-yes")}</button> <button type="button" class="quiet" @click=${() => ask(false)}>${say("manager-clear-no")}</button></p>
    <p class="soft">${say("manager-save-about")}</p>
  </section>`;
}
