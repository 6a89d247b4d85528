/** Whom one can meet: a conversation dealt to who plays alone, all of them, and the pair games. */
import type { Desk, Resource, Showing } from "../../player/resource.ts";
import { toResource, toStep } from "../../player/route.ts";
import { deal } from "./deal.ts";

interface Encounter {
  id: string;
  module: string;
  step: string;
  /** Whether one meets it without a partner. */
  alone: boolean;
  headline: string;
  html: string;
  /** The language it is in, where that is not the course's. */
  language: string;
}

const NAME = "encounters";
const DEAL = "deal";

function open({ encounters }: { encounters: Encounter[] }, { say, log, course, print }: Desk): Showing {
  const { html, nothing, render } = tuokio.lit;
  const root = document.createElement("div");
  const alone = encounters.filter((one) => one.alone);
  const pairs = encounters.filter((one) => !one.alone);
  let dealt: Encounter | undefined;

  const address = ({ module, step, id }: Encounter) => toStep(module, step, id);

  function dealOne(): void {
    const id = deal(alone.map((one) => one.id), log.state, dealt?.id);
    dealt = alone.find((one) => one.id === id);
    draw();
    root.querySelector<HTMLElement>(".dealt h2")?.focus();
  }

  function standing({ id }: Encounter): string {
    const known = log.state.items.get(id);
    if (known?.best === 1) return say("encounters-both");
    if (known?.draft?.length) return say("encounters-underway");
    return say(known?.attempts.length ? "encounters-met" : "encounters-new");
  }

  const row = (one: Encounter) => html`
    <li class=${log.state.items.get(one.id)?.best === 1 ? "done" : ""}>
      <a href=${address(one)}>
        <span class="tick" aria-hidden="true"></span>
        <span class="row-title" lang=${one.language || nothing} .innerHTML=${one.headline}></span>
        <span class="soft">${standing(one)}</span>
      </a>
    </li>
  `;

  const card = (one: Encounter) => html`
    <section class="dealt" aria-labelledby="dealt">
      <h2 id="dealt" tabindex="-1"><span class="eyebrow">${say("encounters-dealt")}</span> <span lang=${one.language || nothing} .innerHTML=${one.headline}></span></h2>
      <div lang=${one.language || nothing} .innerHTML=${one.html}></div>
      <p class="onward-foot">
        <a class="button" href=${address(one)}>${say("encounters-go")}</a>
        ${alone.length > 1 ? html`<button type="button" class="quiet" @click=${dealOne}>${say("encounters-other")}</button>` : nothing}
      </p>
    </section>
  `;

  const draw = () =>
    render(
      html`
        <h1 tabindex="-1">${course.resources[NAME]![0]}</h1>
        <section>
          ${dealt
            ? card(dealt)
            : html`<h2>${say("encounters-alone")}</h2>
                ${alone.length
                  ? html`<p>${say("encounters-alone-about")}</p>
                      <p class="onward-foot"><button type="button" class="button" @click=${dealOne}>${say("encounters-deal")}</button></p>`
                  : html`<p>${say("encounters-none")}</p>`}`}
        </section>
        ${alone.length ? html`<section><h2>${say("encounters-list")}</h2><ul class="modules" role="list">${alone.map(row)}</ul></section>` : nothing}
        ${pairs.length
          ? html`<section><h2>${say("encounters-pairs")}</h2>
              <p>${say("encounters-pairs-about")}</p>
              <ul class="links" role="list">${pairs.map((one) => html`<li><a href=${address(one)} lang=${one.language || nothing} .innerHTML=${one.headline}></a></li>`)}</ul>
              ${print ? html`<p class="soft foot"><a href=${print}>${say("encounters-print")}</a></p>` : nothing}</section>`
          : nothing}
      `,
      root,
    );

  return {
    root,
    title: () => course.resources[NAME]![0],
    show(rest) {
      if (rest === DEAL && alone.length) {
        const id = deal(alone.map((one) => one.id), log.state, dealt?.id);
        dealt = alone.find((one) => one.id === id);
        // So that coming back to this page finds it as it was, and not another.
        history.replaceState(null, "", toResource(NAME));
      }
      draw();
    },
    refresh: draw,
  };
}

export default { open } satisfies Resource<{ encounters: Encounter[] }>;
