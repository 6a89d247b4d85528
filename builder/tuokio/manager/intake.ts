/** How things come onto the page: files, pasted codes, the list of names and the due date. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Desk } from "./desk.ts";
import { readFile } from "./post.ts";

let told = "";

/** Take files, or a text that was pasted or dropped. */
export async function takeFiles(desk: Desk, files: File[], text = ""): Promise<void> {
  const texts = await Promise.all(files.map(async (file): Promise<[string, string]> => [file.name, await readFile(file)]));
  if (text) texts.push([desk.say("manager-pasted"), text]);
  const { sent, sheets, troubles, twice, kept } = desk.add(texts);
  const counts = { "manager-added": sent.length, "manager-added-sheets": sheets.length, "manager-added-twice": twice, "manager-added-set-aside": troubles.length };
  const parts = Object.entries(counts).map(([key, n]) => (n ? desk.say(key, { n }) : ""));
  told = [kept ? desk.say("manager-added-kept") : "", ...parts].filter(Boolean).join(" ");
  desk.draw();
}

/** Say something about what was done last. */
export function tell(text: string): void {
  told = text;
}

export function showIntake(desk: Desk): TemplateResult {
  const { say, names } = desk;
  const choose = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    void takeFiles(desk, [...(input.files ?? [])]).then(() => (input.value = "")); // so that the same file can be chosen again
  };
  const paste = (event: Event) => {
    event.preventDefault();
    const area = (event.target as HTMLFormElement).elements.namedItem("codes") as HTMLTextAreaElement;
    if (!/TUOKIO-/.test(area.value)) {
      tell(say("manager-no-codes"));
      return desk.draw();
    }
    void takeFiles(desk, [], area.value).then(() => (area.value = ""));
  };
  const list = ({ target }: Event) => desk.change(() => (desk.list = (target as HTMLTextAreaElement).value));
  const due = ({ target }: Event) => desk.change(() => (desk.due = (target as HTMLInputElement).value));
  return html`<div class="intake unprinted">
    <section class="panel" aria-labelledby="intake">
      <h2 id="intake" tabindex="-1">${say("manager-intake")}</h2>
      <p class="soft">${say("manager-intake-about")}</p>
      <p><label class="button file">${say("manager-choose-files")}<input type="file" id="files" multiple class="unseen" @change=${choose} /></label></p>
      <p class="soft">${say("manager-drop")}</p>
      <form @submit=${paste}>
        <label for="codes">${say("manager-codes")}</label>
        <textarea id="codes" name="codes" rows="3" spellcheck="false" autocapitalize="off" aria-describedby="codes-hint"></textarea>
        <p class="soft" id="codes-hint">${say("manager-codes-hint")}</p>
        <button class="quiet framed">${say("manager-add")}</button>
      </form>
      <p role="status" class="told">${told}</p>
    </section>
    <section class="panel" aria-labelledby="people">
      <h2 id="people">${say("manager-people")}</h2>
      <p class="soft">${say("manager-people-about")}</p>
      <label for="names">${say("manager-names")}</label>
      <textarea id="names" rows="6" spellcheck="false" aria-describedby="names-hint" .value=${desk.list} @input=${list}></textarea>
      <p class="soft" id="names-hint">${say("manager-names-hint")}${names.length ? html` <b>${say("manager-names-count", { n: names.length })}.</b>` : nothing}</p>
      <label for="due">${say("manager-due")} <span class="soft">${say("manager-due-hint")}</span></label>
      <input type="date" id="due" .value=${desk.due} @change=${due} />
    </section>
  </div>`;
}
