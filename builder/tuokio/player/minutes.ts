/** "I have 2, 5 or 10 minutes": what fits, from what the record says is waiting. */
import type { TemplateResult } from "lit-html";
import type { State } from "../record/fold.ts";
import type { Course, Module } from "./outline.ts";
import { resume } from "./progress.ts";
import type { Outlook } from "./resource.ts";
import { toResource, toStep } from "./route.ts";
import type { Say } from "./say.ts";

export const CHOICES = [2, 5, 10]; // minutes

/** One thing to do, and how long it takes. */
export interface Activity {
  kind: "change" | "review" | "step";
  minutes: number;
  href: string;
  title: string;
  language?: string;
  /** Questions of a review. */
  n?: number;
}

/** A step that could be done next. */
export interface Waiting {
  href: string;
  title: string;
  minutes: number;
  /** Of its title, where that is not the course's. */
  language?: string;
}

/**
 * Fill the minutes: what has changed, a visit's review (at most half of the time if the next step fits in the other half), the
 * next steps as long as they fit, more review in what is left. Never empty as long as anything waits: one may stop anywhere.
 */
export function plan(minutes: number, steps: Waiting[], review: Outlook | undefined, toChange: (at: number) => string, say: Say): Activity[] {
  const activities: Activity[] = [];
  let left = minutes;
  const add = (activity: Activity) => {
    activities.push(activity);
    left -= activity.minutes;
  };
  for (const [at, { note, minutes }] of (review?.changes ?? []).entries()) if (left >= minutes) add({ kind: "change", minutes, href: toChange(at), title: note });
  const each = review?.minutes ?? 0;
  const questions = (most: number) => (review ? Math.max(0, Math.min(review.due, Math.floor(most / each + 1e-9))) : 0);
  const first = steps[0];
  let n = Math.min(questions(first && first.minutes <= left ? Math.max(left - first.minutes, left / 2) : left), review?.visit ?? 0);
  // A step that would only fit without the review waits: what is half forgotten cannot.
  left -= n * each;
  const fitting: Waiting[] = [];
  for (const step of steps) {
    if (step.minutes > left) break;
    fitting.push(step);
    left -= step.minutes;
  }
  const more = Math.min(questions(left), (review?.due ?? 0) - n);
  n += Math.max(0, more);
  if (n && review) activities.push({ kind: "review", minutes: n * each, href: toResource("review", String(n)), title: say("review-some", { n }), n });
  for (const step of fitting) activities.push({ kind: "step", ...step });
  if (!activities.length && first) activities.push({ kind: "step", ...first });
  return activities;
}

/** The steps that come next in the module one is in, if it is there. */
function waitingSteps(course: Course, module: Module | undefined, state: State): Waiting[] {
  const place = resume(course, state);
  if (!place || !module) return [];
  const { language } = place.entry;
  const from = module.steps.findIndex(({ id }) => id === place.step);
  return [...module.steps.slice(Math.max(from, 0)), ...module.steps.slice(0, Math.max(from, 0))]
    .filter(({ id }) => !state.steps.has(`${place.entry.id}/${id}`))
    .map(({ id, title, minutes }) => ({ href: toStep(place.entry.id, id), title, minutes: Math.max(0.5, minutes), ...(language !== course.language && { language }) }));
}

/** The choice of minutes, and what fits in those chosen. */
export function minutesView(course: Course, module: Module | undefined, state: State, outlook: Outlook | undefined, chosen: number | undefined, choose: (minutes: number | undefined) => void, say: Say): TemplateResult {
  const changes = outlook?.changes ?? [];
  const activities = chosen ? plan(chosen, waitingSteps(course, module, state), outlook, (at) => toStep(changes[at]!.module, changes[at]!.step, changes[at]!.of.split(".")[0]), say) : [];
  const longer = activities.length === 1 && activities[0]!.minutes > chosen!;
  // Heard when minutes are chosen; the plan itself is what comes next.
  const told = !chosen ? "" : longer ? say("plan-longer") : activities.length ? say("plan-fits", { n: activities.length }) : say("plan-nothing");
  const { html, nothing } = tuokio.lit;
  return html`
    <section class="minutes" aria-labelledby="minutes">
      <h2 id="minutes">${say("minutes-have")}</h2>
      <div class="minutes-choices">
        ${CHOICES.map((n) => html`<button type="button" class="quiet" aria-pressed=${chosen === n ? "true" : "false"} @click=${() => choose(chosen === n ? undefined : n)}>${say("minutes", { n })}</button>`)}
      </div>
      ${outlook?.due && !chosen ? html`<p class="soft due">${outlook.waiting}</p>` : nothing}
      <p class="soft" role="status">${told}</p>
      ${activities.length
        ? html`<ol class="plan" role="list">
            ${activities.map((one) => html`<li class=${one.kind}><a href=${one.href}><span lang=${one.language ?? nothing} dir="auto">${one.title}</span><span class="soft">${say(one.kind === "change" ? "plan-changed" : one.kind === "review" ? "plan-review" : "plan-step")} · ${say("minutes", { n: Math.max(1, Math.round(one.minutes)) })}</span></a></li>`)}
          </ol>`
        : nothing}
    </section>
  `;
}
