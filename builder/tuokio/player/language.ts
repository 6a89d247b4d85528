/** Which of the course's languages is shown, and how it is changed. */
import { html, type TemplateResult } from "lit-html";
import type { Say } from "./say.ts";

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
export function languageSwitch(known: string[], current: string, say: Say, change: (language: string) => Promise<boolean>): TemplateResult {
  const choose = async ({ target }: Event) => {
    const select = target as HTMLSelectElement;
    if (!(await change(select.value))) select.value = current;
  };
  return html`<label class="languages"><span class="unseen">${say("language")}</span><select @change=${choose}>${known.map((language) => html`<option value=${language} lang=${language} ?selected=${language === current}>${nameOf(language)}</option>`)}</select></label>`;
}

/** A language's own name for itself, as one writes it alone: Suomi, Svenska, English. */
function nameOf(language: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  } catch {
    return language;
  }
}
