/** A step on screen: its text, its questions awake, the way back and onward. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { State } from "../record/fold.ts";
import { asked, findItem, type Entry, type Module, type Step } from "./outline.ts";
import type { Questions } from "./questions.ts";
import { toHome, toStep } from "./route.ts";
import type { Say } from "./say.ts";
import type { Scene } from "./scene.ts";

/** The step's content as living elements, made once per visit. */
export interface Stage {
  root: HTMLElement;
  /** Show in every question what the record now says. */
  refresh(): void;
  /** Show a place of a step that shows only one at a time. */
  show?(place: string | undefined): void;
  /** The way back and onward inside such a step; what is left out is the module's own. */
  bar?(): Partial<Bar>;
}

/** The bar under the thumb: back, where I am, next. */
export interface Bar {
  back: { href: string; label: string };
  at: { value: number; of: number; short: string; long: string };
  /** `weighty` is what cannot be taken back; `early`, that it is not to be pressed yet. */
  next: { label: string; go(): void; weighty?: boolean; early?: boolean };
}

/** `questions` is the part that wakes them; a module without any does not need it. */
export function raise(step: Step, questions: Questions | undefined, scene: Scene): Stage {
  const root = document.createElement("div");
  root.className = "prose";
  root.innerHTML = step.html;
  for (const box of root.querySelectorAll<HTMLElement>(".scroll, pre")) watchOverflow(box, scene.say("scrollable"));
  return { root, refresh: questions?.raise(root, step.items, scene) ?? (() => undefined) };
}

/** A table wider than the column scrolls, and then the keyboard must reach it. */
function watchOverflow(box: HTMLElement, name: string): void {
  const attributes = { tabindex: "0", role: "group", "aria-label": name };
  const observer = new ResizeObserver(() => {
    const scrolls = box.scrollWidth > box.clientWidth;
    for (const [key, value] of Object.entries(attributes)) scrolls ? box.setAttribute(key, value) : box.removeAttribute(key);
  });
  observer.observe(box);
}

/** Questions that hold "next" until they are answered. What was drawn and has left its bank since holds nobody. */
export function gates(step: Step, state: State, root: HTMLElement): string[] {
  const isThere = (key: string) => root.querySelector(findItem(key.split("/").at(-1)!)) !== null;
  return Object.entries(step.items)
    .filter(([id, data]) => data.gate && asked(id, data, state).some((key) => isThere(key) && !state.items.get(key)?.attempts.length && !state.items.get(key)?.revealed))
    .map(([id]) => id);
}

export interface StepView {
  entry: Entry;
  /** Whether its text is still in the language it was written in. */
  untranslated: boolean;
  module: Module;
  step: Step;
  stage: Stage;
  state: State;
  say: Say;
  /** The module, or its exam, is to be taken again before anything of it can be finished. */
  again?: string;
  /** Finish the step and go on. */
  next(): void;
  /** Said when "next" is held. */
  message: string;
}

export function stepView({ entry, untranslated, module, step, stage, state, say, again, next, message }: StepView): TemplateResult {
  const number = module.steps.indexOf(step);
  const before = module.steps[number - 1];
  const first = number === 0;
  const last = number === module.steps.length - 1;
  const place = { step: number + 1, n: module.steps.length };
  const bar: Bar = {
    back: { href: before ? toStep(entry.id, before.id) : toHome, label: say(before ? "back" : "home") },
    at: { value: place.step, of: place.n, short: say("step-of", place), long: say("step-of-long", place) },
    next: { label: say(again ? "take-again" : last ? "finish" : "next"), go: next },
    ...(again ? {} : stage.bar?.()),
  };
  return html`
    <div class="step-page">
      ${module.steps.length > 1
        ? html`<nav class="steps" aria-label=${say("steps-title")}>
            <ol role="list">
              ${module.steps.map((one) => sideRow(entry, one, one === step, state, say))}
            </ol>
          </nav>`
        : nothing}
      <article class="column">
        ${untranslated ? html`<p class="untranslated">${say("not-translated")}</p>` : nothing}
        <div lang=${untranslated ? entry.language : nothing} dir=${untranslated ? "auto" : nothing}>
        <header class=${first ? "module-head" : "module-head small"}>
          <h1 tabindex="-1">${entry.title}</h1>
          ${first ? opening(entry, module, say) : nothing}
        </header>
        ${stage.root}
        </div>
      </article>
      ${barView(bar, say, message)}
    </div>
  `;
}

/** What stands under the thumb. */
export function barView({ back, at, next }: Pick<Bar, "back"> & Partial<Bar>, say: Say, message: string): TemplateResult {
  return html`
    <nav class="bar" aria-label=${say("moving")}>
      <a class="quiet" href=${back.href}>${back.label}</a>
      ${at ? html`<span class="where"><span aria-hidden="true">${at.short}</span><progress max=${at.of} value=${at.value} aria-label=${at.long}></progress></span>` : nothing}
      ${next ? html`<button class="button" aria-disabled=${next.early ? "true" : nothing} @click=${next.go}>${next.label}</button>` : nothing}
      <p class="message" role="status">${message}</p>
    </nav>
  `;
}

function opening(entry: Entry, module: Module, say: Say): TemplateResult {
  return html`
    <p class="soft">${say("minutes", { n: entry.minutes })} · ${say("steps", { n: module.steps.length })}</p>
    ${module.why ? html`<div class="why" .innerHTML=${module.why}></div>` : nothing}
    ${module.objectives.length
      ? html`<p class="eyebrow">${say("objectives")}</p>
          <ul class="objectives">
            ${module.objectives.map((objective) => html`<li .innerHTML=${objective}></li>`)}
          </ul>`
      : nothing}
  `;
}

function sideRow(entry: Entry, step: Step, here: boolean, state: State, say: Say): TemplateResult {
  const done = state.steps.has(`${entry.id}/${step.id}`);
  const title = step.title === entry.title ? say("first-step") : step.title;
  return html`
    <li class=${done ? "done" : ""}>
      <a href=${toStep(entry.id, step.id)} aria-current=${here ? "step" : nothing}>
        <span class="tick" aria-hidden="true"></span>${title}${done ? html`<span class="unseen"> (${say("done")})</span>` : nothing}
      </a>
    </li>
  `;
}

