/** All that the learner has written in the course: to read again and to delete, and what is to be looked back on. */
import { sayDay } from "../../blocks/days.ts";
import { beginningOf } from "../../blocks/writing.ts";
import type { Desk, Outlook, Resource, Showing } from "../../player/resource.ts";
import { toStep } from "../../player/route.ts";
import type { Own } from "../../record/fold.ts";
import { listDue, textsOf } from "./due.ts";

interface Place {
  id: string;
  module: string;
  step: string;
  headline: string;
  html: string;
  /** The language it is in, where that is not the course's. */
  language: string;
}

interface Places {
  places: Place[];
}

const NAME = "own";

function open({ places }: Places, { say, log, course }: Desk): Showing {
  const { html, nothing, render } = tuokio.lit;
  const root = document.createElement("div");
  let asked = ""; // the entry of which it is asked whether to delete it
  let told = "";

  const date = (at: number) => sayDay(at, course.language);

  async function erase(of: string, entry: string): Promise<void> {
    await log.append({ kind: "erased", of, entry });
    [asked, told] = ["", say("own-deleted")];
    draw();
    root.querySelector<HTMLElement>("h1")!.focus();
  }

  function ask(entry: string): void {
    [asked, told] = [entry, ""];
    draw();
    // On what keeps it: a second tap in the same place deletes nothing.
    root.querySelector<HTMLElement>(entry ? ".own-no" : "h1")!.focus();
  }

  function written(of: string, one: Own) {
    const texts = textsOf(one);
    return html`
      <li class="own-entry">
        <p class="soft">${date(one.at)}${date(one.changed) === date(one.at) ? nothing : html` · ${say("own-changed", { date: date(one.changed) })}`}</p>
        ${texts.length ? texts.map((text) => html`<p class="own-text" dir="auto">${text}</p>`) : html`<p>${say("own-answers")}</p>`}
        ${asked === one.entry
          ? html`<div class="own-sure" role="group" aria-label=${say("own-sure")}><p>${say("own-sure")}</p><button type="button" class="button" @click=${() => erase(of, one.entry)}>${say("own-yes")}</button> <button type="button" class="quiet own-no" @click=${() => ask("")}>${say("own-no")}</button></div>`
          : html`<button type="button" class="quiet" aria-label=${`${say("own-delete")}: ${texts[0] ? beginningOf(texts[0]) : date(one.at)}`} @click=${() => ask(one.entry)}>${say("own-delete")}</button>`}
      </li>
    `;
  }

  const list = (...ids: string[]) => html`<ul role="list">${ids.map((id) => [...(log.state.own.get(id) ?? [])].reverse().map((one) => written(id, one)))}</ul>`;

  const section = (place: Place) => html`
    <section>
      <h2 lang=${place.language || nothing}>${headline(place)}</h2>
      <div lang=${place.language || nothing} .innerHTML=${place.html}></div>
      ${list(place.id)}
      <p><a href=${toStep(place.module, place.step, place.id)}>${say("own-there")}</a></p>
    </section>
  `;

  const headline = (place: Place) => html`<span .innerHTML=${place.headline}></span>`;

  const draw = () => {
    const used = places.filter(({ id }) => log.state.own.get(id)?.length);
    const known = new Set(places.map(({ id }) => id));
    const left = [...log.state.own].filter(([id, entries]) => entries.length && !known.has(id));
    render(
      html`
        <h1 tabindex="-1">${course.resources[NAME]![0]}</h1>
        <p>${say("own-private")}</p>
        <p class="soft" role="status">${told}</p>
        ${used.map(section)} ${left.length ? html`<section><h2>${say("own-before")}</h2>${list(...left.map(([id]) => id))}</section>` : nothing}
        ${used.length || left.length
          ? nothing
          : html`<p>${say("own-none")}</p><ul class="links" role="list">${places.map((place) => html`<li><a href=${toStep(place.module, place.step, place.id)} lang=${place.language || nothing}>${headline(place)}</a></li>`)}</ul>`}
      `,
      root,
    );
  };

  return {
    root,
    title: () => course.resources[NAME]![0],
    show() {
      [asked, told] = ["", ""];
      draw();
    },
    refresh: draw,
  };
}

/** What is to be looked back on stands first on the home page, until it is. */
function outlook({ places }: Places, { say, log, course, now }: Desk): Partial<Outlook> {
  const { html, nothing } = tuokio.lit;
  const due = listDue(log.state.own, now()).flatMap(({ of, entry }) => {
    const place = places.find(({ id }) => id === of);
    return place ? [{ place, entry }] : [];
  });
  const row = ({ place, entry }: { place: Place; entry: Own }) => {
    const [text] = textsOf(entry);
    return html`
      <li><a href=${toStep(place.module, place.step, place.id)}>
        ${text ? html`<span dir="auto">${beginningOf(text)}</span>` : html`<span lang=${place.language || nothing} .innerHTML=${place.headline}></span>`}
        <span class="soft">${say(text ? "own-written" : "own-answered", { date: sayDay(entry.changed, course.language) })}</span>
      </a></li>
    `;
  };
  return {
    ...(due.length && { news: html`<section class="news" aria-labelledby="own-due"><h2 id="own-due">${say("own-due")}</h2><ul class="plan" role="list">${due.map(row)}</ul></section>` }),
  };
}

export default { open, outlook } satisfies Resource<Places>;
