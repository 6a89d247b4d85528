/** The page of all terms: by letter, with a filter, each with the steps in which it is met. */
import type { Desk, Resource, Showing } from "../../player/resource.ts";
import { toStep } from "../../player/route.ts";

interface Term {
  id: string;
  name: string;
  letter: string;
  html: string;
  /** Module, step, and what they are called. */
  met: [string, string, string][];
}

interface Data {
  terms: Term[];
  /** The language of the terms, where it is not the course's. */
  language?: string;
}

const placeOf = (id: string) => `/-glossary/${id}`;

function open({ terms, language }: Data, { course, say, log, print }: Desk): Showing {
  const title = course.resources["glossary"]![0];
  const { html, nothing, render } = tuokio.lit;
  const root = document.createElement("div");
  const texts = new Map(terms.map(({ id, name, html: means }) => [id, fold(`${name} ${textOf(means)}`)]));
  let wanted = "";
  let came = false;

  const draw = () => {
    const shown = terms.filter(({ id }) => texts.get(id)!.includes(fold(wanted)));
    const letters = [...new Set(shown.map(({ letter }) => letter))];
    render(
      html`
        <h1 tabindex="-1">${title}</h1>
        <label class="filter">
          <span>${say("glossary-filter")}</span>
          <input class="field" type="search" autocomplete="off" spellcheck="false" .value=${wanted} @input=${({ target }: Event) => filter((target as HTMLInputElement).value)} />
        </label>
        <p class="soft" role="status">${shown.length ? say("glossary-found", { n: shown.length }) : say("glossary-none")}</p>
        <div lang=${language ?? nothing} dir=${language ? "auto" : nothing}>
          ${letters.map((letter) => html`<h2>${letter}</h2>${shown.filter((term) => term.letter === letter).map(entry)}`)}
        </div>
        ${print ? html`<p class="soft foot"><a href=${print}>${say("glossary-print")}</a></p>` : nothing}
      `,
      root,
    );
  };

  const entry = ({ id, name, html: means, met }: Term) => html`
    <section id=${placeOf(id)}>
      <h3 id=${`${placeOf(id)}/name`} tabindex="-1">${name}</h3>
      <p .innerHTML=${means}></p>
      ${met.length === 1 ? places(met, language) : met.length ? html`<details lang=${language ? document.documentElement.lang : nothing}><summary>${say("glossary-met", { n: met.length })}</summary>${places(met, language)}</details>` : nothing}
    </section>
  `;

  const places = (met: Term["met"], lang?: string) => html`
    <ul lang=${lang ?? nothing}>
      ${met.map(([module, step, title]) => html`<li><a href=${toStep(module, step)}>${title}</a></li>`)}
    </ul>
  `;

  const filter = (text: string) => {
    wanted = text.trim();
    draw();
  };

  return {
    root,
    title: () => title,
    show(rest) {
      came = terms.some(({ id }) => id === rest);
      filter("");
      // The player puts the focus on the page's heading first.
      if (came) requestAnimationFrame(() => requestAnimationFrame(() => {
        const name = document.getElementById(`${placeOf(rest)}/name`);
        name?.scrollIntoView({ block: "center" });
        name?.focus({ preventScroll: true });
      }));
    },
    bar() {
      const [module, step] = log.state.last?.step.split("/") ?? [];
      // Who came from a term goes back to where it stands.
      return came && module && step ? { back: { href: toStep(module, step), label: say("back") } } : undefined;
    },
  };
}

function textOf(html: string): string {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content.textContent ?? "";
}

/** Large and small letters are one, and marks of hyphenation none. */
function fold(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\u00ad/g, "");
}

export default { open } satisfies Resource<Data>;
