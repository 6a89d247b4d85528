/** The certificate: one sheet, on screen and on paper, with the name typed in its place. */
import type { TemplateResult } from "lit-html";
import { sayDay } from "../../blocks/days.ts";
import type { Course } from "../../player/outline.ts";
import type { Say } from "../../player/say.ts";
import type { Completion } from "../../record/completion.d.ts";
import { sayNeed, sayVersion } from "./reading.ts";
import { spread } from "./spread.ts";

export interface Sheet {
  completion: Completion;
  course: Course;
  /** HTML of a line of each rule, by module. */
  rules: Record<string, string[]>;
  /** The check code as people read it; empty as long as there is no name. */
  code: string;
  name: TemplateResult;
  say: Say;
}

export function certificateView({ completion, course, rules, code, name, say }: Sheet): TemplateResult {
  const { html, nothing } = tuokio.lit;
  const { version, role, on, until, made } = completion;
  const passed = new Set(Object.values(completion.passed).flat());
  const modules = course.modules.filter(({ id }) => passed.has(id));
  const covered = modules.flatMap(({ id }) => rules[id] ?? []);
  const { size, columns, rest } = spread(modules.map(({ title }) => title), covered.map(textOf));
  const day = (iso: string) => sayDay(iso, course.language);
  return html`
    <article class="certificate" data-size=${size}>
      ${brandView()}
      <div class="certificate-who">
        <h1 tabindex="-1">${say("completion-certificate")}</h1>
        ${name}
        <p class="soft">${say("completion-has")}</p>
        <p class="certificate-course" data-long=${course.title.length > 50}>${course.title}</p>
        <p>${day(on ?? made)}</p>
      </div>
      <dl class="certificate-facts">
        ${role ? fact(say("completion-role"), course.roles?.[role] ?? role) : nothing}
        ${fact(say("completion-need"), sayNeed(completion, course.language, say))}
        ${version || until ? fact(say("completion-valid"), version ? say("completion-for", { version: String(version) }) : "", until ? say("completion-until", { day: day(until) }) : "") : nothing}
      </dl>
      ${list(say("completion-modules"), modules.map((entry) => html`<p role="listitem" lang=${entry.language === course.language ? nothing : entry.language}>${entry.title}</p>`), 0)}
      ${covered.length ? list(say("completion-rules"), covered.map((rule) => html`<p role="listitem" .innerHTML=${rule}></p>`), 1) : nothing}
      <footer class="certificate-foot">
        <p>${say("completion-self")}<br />${say("completion-version")}: ${sayVersion(completion, say)}</p>
        ${code ? html`<p>${say("completion-code")} <strong class="certificate-code" dir="ltr">${code}</strong></p>` : nothing}
      </footer>
    </article>
  `;

  function fact(label: string, ...said: string[]) {
    return html`<div><dt>${label}</dt>${said.filter(Boolean).map((one) => html`<dd>${one}</dd>`)}</div>`;
  }

  function list(label: string, entries: TemplateResult[], which: number) {
    const left = rest[which];
    return html`
      <section>
        <h2>${label}</h2>
        <div class="certificate-list" role="list">${columns[which]!.map((places) => html`<div>${places.map((place) => entries[place])}</div>`)}</div>
        ${left ? html`<p class="certificate-more">${say("completion-more", { n: left })}</p>` : nothing}
      </section>
    `;
  }
}

/** The brand as it stands at the top of the page. Where it is the course's title, the certificate says that anyway. */
function brandView(): HTMLElement {
  const brand = Object.assign(document.createElement("p"), { className: "certificate-brand" });
  for (const part of document.querySelectorAll(".masthead .brand > :not(#title)")) brand.append(part.cloneNode(true));
  return brand;
}

function textOf(markup: string): string {
  const page = document.createElement("template");
  page.innerHTML = markup;
  return page.content.textContent ?? "";
}
