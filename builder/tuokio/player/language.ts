/** Which of the course's languages is shown, and how it is changed. */
import { html, type TemplateResult } from "lit-html";
import type { Say } from "./say.ts";

/** A language of the course: its code, its own name for itself, the file of its outline. */
export type Language = [code: string, name: string, file: string];

/** The learner's choice, else the first of the browser's languages that the course has, else the source language. */
export function chooseLanguage(known: string[], chosen: string | undefined, wished: readonly string[]): string {
  const find = (language: string) => known.find((one) => one === language) ?? known.find((one) => base(one) === base(language));
  for (const language of chosen ? [chosen, ...wished] : wished) {
    const found = find(language);
    if (found) return found;
  }
  return known[0]!;
}

const base = (language: string) => language.split("-")[0]!.toLowerCase();

/** `change` resolves to false when the language could not be had; then the switch goes back. */
export function languageSwitch(known: Language[], current: string, say: Say, change: (language: string) => Promise<boolean>): TemplateResult {
  const choose = async ({ target }: Event) => {
    const select = target as HTMLSelectElement;
    if (!(await change(select.value))) select.value = current;
  };
  return html`<label class="languages"><span class="unseen">${say("language")}</span><select @change=${choose}>${known.map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === current}>${name}</option>`)}</select></label>`;
}
