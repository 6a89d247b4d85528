/** The end of a module and of the course: what is now known, what is still open, where next. */
import type { TemplateResult } from "lit-html";
import type { State } from "../record/fold.ts";
import type { Log } from "../record/log.ts";
import type { Course, Drawable, Entry, Module } from "./outline.ts";
import { ofCourse, questions, resume, type Open } from "./progress.ts";
import { sayDay } from "../blocks/days.ts";
import { validUntil } from "./standing/standing.ts";
import { toCourseEnd, toHome, toResource, toStep } from "./route.ts";
import type { Say } from "./say.ts";
import { readStem } from "./stem.ts";

const { html, nothing } = tuokio.lit;

/** `pool` are the questions of the banks the module draws from. */
export function moduleEnd(course: Course, entry: Entry, module: Module, pool: Drawable[], state: State, say: Say): TemplateResult {
  const done = state.modules.has(entry.id);
  const waiting = module.steps.filter((step) => !state.steps.has(`${entry.id}/${step.id}`));
  const { open, missed } = questions(module, state);
  const next = resume(course, state)?.entry;
  const whole = ofCourse(course, state);
  return html`
    <div class="column end">
      <span class=${done ? "seal done" : "seal"} aria-hidden="true"></span>
      <h1 tabindex="-1">${say(done ? "module-done" : "module-almost")}</h1>
      <p class="lead">${entry.title}</p>
      ${done ? holds(course, validUntil(course, state, entry.id), say) : nothing}
      ${done && module.objectives.length
        ? html`<section class="known"><h2>${say("now-you")}</h2>
            <ul class="objectives">
              ${module.objectives.map((objective) => html`<li .innerHTML=${objective}></li>`)}
            </ul></section>`
        : nothing}
      ${!done && waiting.length ? html`<p>${say("open-steps", { n: waiting.length })}</p><ul class="links" role="list">${waiting.map((step) => html`<li><a href=${toStep(entry.id, step.id)}>${step.title}</a></li>`)}</ul>` : nothing}
      ${list("open-questions", open, entry, module, pool, say)} ${list("missed-questions", missed, entry, module, pool, say)}
      <p class="onward-foot">
        ${whole.allDone
          ? html`<a class="button" href=${toCourseEnd}>${say("continue")}</a>`
          : next && next !== entry
            ? html`<a class="button" href=${toStep(next.id, "")}>${say("next-module")}</a><span class="soft">${next.title} · ${say("minutes", { n: next.minutes })}</span>`
            : nothing}
      </p>
      <p><a class="quiet" href=${toHome}>${say("home")}</a></p>
    </div>
  `;
}

function list(phrase: string, items: Open[], entry: Entry, module: Module, pool: Drawable[], say: Say): TemplateResult | typeof nothing {
  if (!items.length) return nothing;
  return html`
    <p>${say(phrase, { n: items.length })}</p>
    <ul class="links" role="list">
      ${items.map(({ step, item }) => html`<li><a href=${toStep(entry.id, step, item)}>${stemOf(module, pool, step, item) || say("unnamed-question")}</a></li>`)}
    </ul>
  `;
}

/** In which version it holds, and until when: the moment in milliseconds. */
function holds({ version, language }: Course, until: number | undefined, say: Say): TemplateResult | typeof nothing {
  const parts = [version && say("valid-version", { version }), until && say("valid-until", { date: sayDay(until, language) })].filter(Boolean);
  return parts.length ? html`<p class="soft">${parts.join(" · ")}</p>` : nothing;
}

/** The text of a question, which stands in its step, was drawn or was made by a block: what is claimed, or what is asked. */
function stemOf(module: Module, pool: Drawable[], step: string, item: string): string {
  const made = Object.values(module.made ?? {}).find((items) => item in items)?.[item];
  return readStem(module.steps.find((one) => one.id === step)!.html + ((made ?? pool.find(({ id }) => id === item))?.html ?? ""), item);
}

export function courseEnd(course: Course, state: State, language: string, say: Say): TemplateResult {
  const { completed, share } = ofCourse(course, state);
  const ends = course.modules.map(({ id }) => validUntil(course, state, id)).filter((end): end is number => end !== undefined);
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  // Rounded down: 79,9 % must not read as a reached 80 %.
  const shown = percent.format(Math.floor(share * 100 + 1e-9) / 100);
  const text = completed ? say("course-done-text") : say("course-short", { least: percent.format(course.mastery ?? 0), share: shown });
  return html`
    <div class="column end">
      <span class=${completed ? "seal done" : "seal"} aria-hidden="true"></span>
      <h1 tabindex="-1">${say(completed ? "course-done" : "module-almost")}</h1>
      <p class="lead">${course.title}</p>
      <p>${text}</p>
      ${completed ? holds(course, ends.length ? Math.min(...ends) : undefined, say) : nothing}
      ${completed && course.points ? html`<p class="soft">${say("points-share", { share: shown })}</p>` : nothing}
      <p class="onward-foot"><a class="button" href=${toResource("completion")}>${say(completed ? "certificate" : "course-lacks")}</a><a class="quiet" href=${toHome}>${say("home")}</a></p>
      <ul class="links" role="list">
        ${course.modules.map((entry) => html`<li><a href=${toStep(entry.id, "")}>${entry.title}</a></li>`)}
      </ul>
    </div>
  `;
}

/** Note that the course's criterion is met, once a version. Two tabs may both do so. */
export function complete(course: Course, log: Log): void {
  const { id, version } = course;
  const { state } = log;
  if (noting || state.completed?.version === version || !ofCourse(course, state).completed) return;
  noting = true;
  void log.append({ kind: "completed", of: id, ...(version > 0 && { version }) }).finally(() => (noting = false));
}

let noting = false;
