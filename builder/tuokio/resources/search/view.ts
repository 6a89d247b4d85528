/** Search over the whole course: a box, what is found as one types, and where it stands. */
import { toResource, toStep } from "../../player/route.ts";
import type { Desk, Resource } from "../../player/resource.ts";
import { excerpt, extractText } from "./excerpt.ts";
import { Finder, NOTHING, type Found } from "./finder.ts";

const { html, nothing, render } = tuokio.lit;
const PAGE = 10; // results at a time
const PAUSE = 350; // milliseconds after the last key until what was found is told, and put in the address

function open(data: string, desk: Desk) {
  const { course, say } = desk;
  const root = document.createElement("div");
  const entries = new Map(course.modules.map((entry) => [entry.id, entry]));
  const texts = new Map<string, string>();
  let finder: Finder | undefined;
  let query = "";
  let finding = NOTHING;
  let shown = PAGE;
  let told = "";
  let pause = 0;

  /** The box is there first. One search before the first has the code compiled by the time something is typed. */
  const read = () => {
    finder = new Finder(data, [...new Set([course.language, ...course.modules.map(({ language }) => language)])]);
    finder.find(course.title);
    look(query);
    tell();
  };

  const look = (text: string) => {
    query = text;
    shown = PAGE;
    finding = finder?.find(query) ?? NOTHING;
    draw();
  };

  const typed = ({ target }: Event) => {
    look((target as HTMLInputElement).value);
    clearTimeout(pause);
    pause = setTimeout(settle, PAUSE);
  };

  /** The learner has stopped typing: "back" shall lead here, what is found is said aloud, and its text is fetched. */
  const settle = () => {
    clearTimeout(pause);
    if (!root.isConnected) return;
    const address = toResource("search", encodeURIComponent(query.trim().replace(/\p{Cs}/gu, ""))); // half an emoji has no place in an address
    if (location.hash !== address) history.replaceState(null, "", address);
    tell();
  };

  const tell = () => {
    told = !query.trim() || !finder ? "" : finding.found.length ? say("search-found", { n: finding.count }) : say("search-nothing");
    draw();
    void fill();
  };

  /** The modules of what is shown are loaded for their texts; whoever opens one then has it at once. */
  const fill = async () => {
    const wanted = new Set(finding.found.slice(0, shown).map(({ module }) => module));
    for (const id of wanted) {
      const entry = entries.get(id);
      if (entry && !texts.has(id)) {
        texts.set(id, "");
        const module = await desk.load(entry).catch(() => undefined);
        if (module) for (const step of module.steps) texts.set(`${id}/${step.id}`, extractText(step.html));
        else texts.delete(id);
        draw();
      }
    }
  };

  const rows = () => root.querySelectorAll<HTMLElement>(".found a");
  const keyed = (event: KeyboardEvent) => {
    const all = [...rows()];
    const at = all.indexOf(event.target as HTMLElement);
    const next = event.key === "ArrowDown" ? all[at + 1] : event.key === "ArrowUp" ? (all[at - 1] ?? (at ? undefined : root.querySelector("input"))) : undefined;
    if (!next) return;
    event.preventDefault();
    (next as HTMLElement).focus();
  };
  const send = (event: Event) => {
    event.preventDefault();
    settle();
    rows()[0]?.focus();
  };
  const more = () => {
    const at = shown;
    shown += PAGE;
    draw();
    rows()[at]?.focus();
    void fill();
  };

  /** A page of a resource: all that is shown of it is in the index. */
  const aside = ({ module, step, title, text, language }: Found) => html`
    <li>
      <a href=${toStep(module, step)} lang=${language ?? nothing} dir="auto">${title}</a>
      <p class="soft" dir="auto">${course.resources[module.slice(1)]?.[0]}</p>
      <p class="excerpt" lang=${language ?? nothing} dir="auto">${excerpt(text!, finding.words).map((part, at) => (at % 2 ? html`<mark>${part}</mark>` : part))}</p>
    </li>
  `;

  const row = (one: Found) => {
    if (one.text) return aside(one);
    const { module, step, title } = one;
    const entry = entries.get(module)!;
    const text = texts.get(`${module}/${step}`);
    const language = entry.language === course.language ? nothing : entry.language;
    return html`
      <li lang=${language}>
        <a href=${toStep(module, step)} dir="auto">${title}</a>
        ${title === entry.title ? html`<p class="soft" lang=${course.language}>${say("first-step")}</p>` : html`<p class="soft" dir="auto">${entry.title}</p>`}
        <p class="excerpt" dir="auto">${text ? excerpt(text, finding.words).map((part, at) => (at % 2 ? html`<mark>${part}</mark>` : part)) : nothing}</p>
      </li>
    `;
  };

  const draw = () => {
    const { found, whole } = finding;
    const suggested = finder && told && !found.length ? finder.suggest(query) : [];
    render(html`
      <h1 tabindex="-1">${say("search-title")}</h1>
      <form class="query" role="search" @submit=${send} @keydown=${keyed}>
        <label for="search-box">${say("search-what")}</label>
        <input id="search-box" class="field" type="search" inputmode="search" enterkeyhint="search" autocomplete="off" autocapitalize="none" spellcheck="false" ?autofocus=${!query} aria-describedby="search-told" .value=${query} @input=${typed} />
      </form>
      <p id="search-told" class="soft" role="status">${told || (query.trim() ? nothing : say("search-help"))}</p>
      ${found.length && !whole ? html`<p class="soft">${say("search-some")}</p>` : nothing}
      ${suggested.length ? html`<p class="maybe">${say("search-suggested")} ${suggested.map((word, at) => html`${at ? ", " : ""}<a href=${toResource("search", encodeURIComponent(word))}>${word}</a>`)}?</p>` : nothing}
      <ol class="found" role="list" @keydown=${keyed}>${found.slice(0, shown).map(row)}</ol>
      ${found.length > shown ? html`<button class="quiet" @click=${more}>${say("search-more")}</button>` : nothing}
    `, root);
  };

  setTimeout(read);
  return {
    root,
    title: () => say("search-title"),
    show: (rest: string) => {
      if (rest !== query.trim()) look(rest);
      tell();
    },
  };
}

export default { open } satisfies Resource<string>;
