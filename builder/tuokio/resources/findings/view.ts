/** Every finding: by what it is about, with a filter, and each on a page of its own. The pages are in English, what is around them is not. */
import type { Desk, Resource, Showing } from "../../player/resource.ts";
import { toResource } from "../../player/route.ts";

interface Page {
  severity: Severity;
  what: string;
  more?: string[];
  why?: string;
  /** Where it is heavier or lighter than as a rule. */
  weight?: string;
  source?: string;
  good?: string;
  bad?: string;
  /** Further findings of the same kind. */
  also?: string[];
  stay?: "allow" | "mend";
}

interface Subject {
  id: string;
  title: string;
  about: string;
  names: string[];
  /** Whether it is told by commands of their own, which neither build nor publish. */
  apart?: boolean;
}

interface Data {
  /** The language of the pages, where it is not the course's. */
  language: string;
  subjects: Subject[];
  pages: Record<string, Page>;
}

type Severity = "error" | "warning" | "hint";

const NAME = "findings";
const SEVERITIES: Severity[] = ["error", "warning", "hint"];
const SHOWN = 40; // of what is found; who wants fewer types more

function open({ language, subjects, pages }: Data, { course, say }: Desk): Showing {
  const { html, nothing, render } = tuokio.lit;
  const root = document.createElement("div");
  const label = course.resources[NAME]![0];
  const lang = language || nothing;
  const dir = language ? "ltr" : nothing;
  const homes = new Map(subjects.flatMap((subject) => subject.names.map((name) => [name, subject])));
  const known = new Map(Object.entries(pages).flatMap(([name, { also = [] }]) => [...also.map((other): [string, string] => [other, name]), [name, name] as [string, string]]));
  let texts: Map<string, string> | undefined;
  let rest = "";
  let wanted = "";

  /** What a finding can be found by; made when something is typed first. */
  const textOf = (name: string) => {
    texts ??= new Map(Object.entries(pages).map(([one, { what, also = [] }]) => [one, fold([one, ...also, plain(what)].join(" "))]));
    return texts.get(name)!;
  };

  const row = (name: string, told = false) => html`
    <li>
      <a href=${toResource(NAME, name)} lang=${lang}>${name}</a>
      <p lang=${lang} dir=${dir} .innerHTML=${pages[name]!.what}></p>
      ${told ? html`<p class="soft">${say(`severity-${pages[name]!.severity}`)}</p>` : nothing}
    </li>
  `;

  const index = () => html`
    <h1 tabindex="-1">${label}</h1>
    <p>${say("findings-about")}</p>
    <label class="finding-filter">
      <span>${say("findings-filter")}</span>
      <input class="field" type="search" autocomplete="off" autocapitalize="none" spellcheck="false" .value=${wanted} @input=${({ target }: Event) => filter((target as HTMLInputElement).value)} />
    </label>
    ${wanted ? found() : html`
      <p class="soft" role="status">${say("findings-found", { n: homes.size })}</p>
      <ul class="finding-rows" role="list">
        ${subjects.map(({ id, title, about, names }) => html`<li><a href=${toResource(NAME, id)}>${title}</a><p class="finding-about">${about}</p><p class="soft">${say("findings-found", { n: names.length })}</p></li>`)}
      </ul>
    `}
  `;

  const found = () => {
    const words = fold(wanted).split(/\s+/);
    const all = [...homes.keys()].filter((name) => words.every((word) => textOf(name).includes(word)));
    return html`
      <p class="soft" role="status">${all.length ? say("findings-found", { n: all.length }) : say("findings-none")}${all.length > SHOWN ? ` ${say("findings-more", { n: SHOWN })}` : nothing}</p>
      <ul class="finding-rows" role="list">${all.slice(0, SHOWN).map((name) => row(name, true))}</ul>
    `;
  };

  const list = ({ title, names, apart }: Subject) => html`
    <h1 tabindex="-1">${title}</h1>
    ${SEVERITIES.map((severity) => {
      const some = names.filter((name) => pages[name]!.severity === severity);
      return some.length ? html`
        <h2>${say(`severity-${severity}`)} ${apart ? nothing : html`<span class="soft">${say(`stops-${severity}`)}</span>`}</h2>
        <ul class="finding-rows" role="list">${some.map((name) => row(name))}</ul>
      ` : nothing;
    })}
  `;

  const page = (asked: string, name: string, { severity, what, more = [], why, weight, source, good, bad, also = [], stay }: Page) => html`
    <h1 tabindex="-1" lang=${lang} dir=${dir}>${asked}</h1>
    <p><b>${say(`severity-${severity}`)}</b> ${homes.get(name)!.apart ? nothing : html`<span class="soft">${say(`stops-${severity}`)}</span>`}</p>
    <p class="lead" lang=${lang} dir=${dir} .innerHTML=${what}></p>
    ${more.map((text) => html`<p lang=${lang} dir=${dir} .innerHTML=${text}></p>`)}
    ${why ? html`<h2>${say("findings-why")}</h2><p lang=${lang} dir=${dir} .innerHTML=${why}></p>` : nothing}
    ${good ? html`<h2>${say("findings-good")}</h2><p class="finding-example" lang=${lang} dir=${dir} .innerHTML=${good}></p>` : nothing}
    ${bad ? html`<h2>${say("findings-bad")}</h2><p class="finding-example" lang=${lang} dir=${dir} .innerHTML=${bad}></p>` : nothing}
    ${stay === "allow" ? html`<h2>${say("findings-stay")}</h2><p>${say("findings-allow")}</p><pre tabindex="0" lang="en" dir="ltr"><code>${`allow: {${asked}: Why it may stay.}`}</code></pre>` : stay ? html`<p>${say("findings-mend")}</p>` : nothing}
    ${weight ? html`<p class="soft">${say("findings-weight")}: <span lang=${lang} dir=${dir} .innerHTML=${weight}></span></p>` : nothing}
    ${source ? html`<p class="soft">${say("findings-source")}: <span lang=${lang} dir=${dir} .innerHTML=${source}></span></p>` : nothing}
    ${also.length ? html`<p class="soft">${say("findings-also")}: <span lang=${lang} dir=${dir}>${[name, ...also].filter((one) => one !== asked).join(", ")}</span></p>` : nothing}
    <p class="soft">${say("findings-commands")} <code class="finding-command" lang="en" dir="ltr">tuokio check --explain ${asked}</code></p>
  `;

  const subjectOf = () => subjects.find(({ id }) => id === rest);

  const draw = () => {
    const subject = subjectOf();
    const name = known.get(rest);
    root.className = name ? "prose" : "";
    render(subject ? list(subject) : name ? page(rest, name, pages[name]!) : index(), root);
  };

  const filter = (text: string) => {
    wanted = text.trim();
    draw();
  };

  return {
    root,
    title: () => subjectOf()?.title ?? (known.has(rest) ? rest : label),
    show(to) {
      rest = to;
      draw();
    },
    bar() {
      const home = homes.get(known.get(rest) ?? "");
      if (home) return { back: { href: toResource(NAME, home.id), label: home.title } };
      return subjectOf() ? { back: { href: toResource(NAME), label } } : undefined;
    },
  };
}

function plain(html: string): string {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.textContent ?? "";
}

const fold = (text: string) => text.normalize("NFC").toLowerCase();

export default { open } satisfies Resource<Data>;
