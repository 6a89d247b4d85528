/** The home page: where was I, how far am I, what is there. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { State } from "../record/fold.ts";
import { loaded, parts } from "./loader.ts";
import type { Course, Entry } from "./outline.ts";
import { ofCourse, ofModule, ofModules, resume, type Progress } from "./progress.ts";
import type { Outlook } from "./resource.ts";
import { toCourseEnd, toResource, toStep } from "./route.ts";
import type { Say } from "./say.ts";

/** What the home page has of its own besides the record. */
export interface Hall {
  /** What review and change ledgers have for the learner, once that is known. */
  outlook?: Outlook;
  /** The minutes the learner said they have. */
  minutes?: number;
  choose(minutes: number | undefined): void;
  /** How many modules are listed so far. */
  rows: number;
}

export function home(course: Course, state: State, { outlook, minutes, choose, rows }: Hall, say: Say): TemplateResult {
  const whole = ofCourse(course, state);
  const place = resume(course, state);
  const progress = ofModules(state);
  return html`
    <div class="column home">
      <header class="welcome">
        <h1 tabindex="-1">${course.title}</h1>
        ${course.description ? html`<p class="lead" dir="auto">${course.description}</p>` : nothing}
      </header>
      ${outlook?.news ?? nothing}
      ${whole.allDone ? ending(course, whole.completed, say) : onward(course, state, say)}
      ${whole.allDone && !outlook?.due ? nothing : (parts.later?.minutesView(course, place && loaded(place.entry), state, outlook, minutes, choose, say) ?? html`<div class="minutes"></div>`)}
      ${state.last ? meter(say("done-of", { n: course.modules.length, done: whole.done }), whole.done, course.modules.length) : nothing}
      ${findView(course, say)} ${shelf(course, say)}
      ${areas(course, say).map(([title, entries]) => {
        const listed = entries.slice(0, Math.max(0, rows));
        rows -= entries.length;
        return listed.length ? area(title, entries, listed, course, state, progress, outlook, say) : nothing;
      })}
      ${foot(course, say)}
    </div>
  `;
}

function onward(course: Course, state: State, say: Say): TemplateResult | typeof nothing {
  const place = resume(course, state);
  if (!place) return nothing;
  const { entry, step, item } = place;
  const module = loaded(entry);
  const here = module?.steps.find((one) => one.id === step);
  const open = module?.steps.find(({ id }) => !state.steps.has(`${entry.id}/${id}`));
  const target = toStep(entry.id, here?.id ?? step ?? open?.id ?? "", item);
  const begun = Boolean(state.last);
  const left = entry.steps - ofModule(entry, state).steps;
  const minutes = Math.max(1, Math.round((entry.minutes * left) / entry.steps));
  return html`
    <a class="onward" href=${target}>
      ${begun ? html`<span class="eyebrow">${say(step ? "your-place" : "next-module")}</span>` : nothing}
      <strong dir="auto">${here ? here.title : entry.title}</strong>
      ${here && here.title !== entry.title ? html`<span class="soft">${entry.title}</span>` : nothing}
      <span class="onward-foot">
        <span class="button">${say(begun ? "continue" : "start")}</span>
        <span class="soft">${say("minutes", { n: minutes })}${begun ? html` · ${say("steps-left", { n: left })}` : nothing}</span>
      </span>
    </a>
  `;
}

function ending(course: Course, completed: boolean, say: Say): TemplateResult {
  return html`
    <a class="onward" href=${completed ? toResource("completion") : toCourseEnd}>
      <strong>${say(completed ? "course-done" : "module-almost")}</strong>
      <span class="soft">${course.title}</span>
      <span class="onward-foot"><span class="button">${say(completed ? "certificate" : "continue")}</span></span>
    </a>
  `;
}

const SEARCH = "search"; // the resource that has a box of its own here

/** A box to search from: what was typed goes on with the resource. */
function findView({ resources }: Course, say: Say): TemplateResult | typeof nothing {
  const label = resources[SEARCH]?.[0];
  if (!label) return nothing;
  const find = (event: SubmitEvent) => {
    event.preventDefault();
    location.hash = toResource(SEARCH, encodeURIComponent((event.target as HTMLFormElement).querySelector("input")!.value.trim()));
  };
  return html`
    <form class="find" role="search" @submit=${find}>
      <input class="field" type="search" name="words" aria-label=${label} placeholder=${label} autocomplete="off" enterkeyhint="search" />
      <button class="button">${say("find")}</button>
    </form>
  `;
}

const ABOUT = ["role", "backup", "learners", "privacy"]; // the resources about the learner and the record: last on the page

function foot({ resources, print }: Course, say: Say): TemplateResult {
  return html`<p class="soft foot">${print ? html`<a href=${print}>${say("print")}</a>` : nothing}${ABOUT.map((name) => (resources[name] ? html`<a href=${toResource(name)}>${resources[name]![0]}</a>` : nothing))}</p>`;
}

/** What the course offers as a whole. */
function shelf({ resources }: Course, say: Say): TemplateResult | typeof nothing {
  const labelled = Object.entries(resources).filter(([name, [label]]) => label && name !== SEARCH && !ABOUT.includes(name));
  return labelled.length ? html`<nav class="shelf" aria-label=${say("resources")}>${labelled.map(([name, [label]]) => html`<a href=${toResource(name)}>${label}</a>`)}</nav>` : nothing;
}

/** The modules by area; below them those for other roles. */
function areas(course: Course, say: Say): [string, Entry[]][] {
  const groups = course.areas.map((title, number): [string, Entry[]] => [title, course.modules.filter((entry) => entry.area === number)]);
  const rest = course.modules.filter((entry) => entry.area < 0);
  if (rest.length) groups.push(["", rest]);
  if (course.others) groups.push([say("other-roles"), course.others]);
  return groups;
}

function area(title: string, entries: Entry[], listed: Entry[], course: Course, state: State, progress: (entry: Entry) => Progress, outlook: Outlook | undefined, say: Say): TemplateResult {
  const done = entries.filter((entry) => state.modules.has(entry.id)).length;
  return html`
    <section class="area">
      <h2>${title || say("modules")}${done ? html` <span class="soft" aria-hidden="true">${done}/${entries.length}</span><span class="unseen">, ${say("done-of", { n: entries.length, done })}</span>` : nothing}</h2>
      <ul class="modules" role="list">
        ${listed.map((entry) => row(entry, course, progress(entry), outlook, say))}
      </ul>
    </section>
  `;
}

function row(entry: Entry, course: Course, { done, steps }: Progress, outlook: Outlook | undefined, say: Say): TemplateResult {
  const about = outlook?.rows?.[entry.id] ?? (done ? say("done") : steps ? say("steps-left", { n: entry.steps - steps }) : say("minutes", { n: entry.minutes }));
  return html`
    <li class=${done ? "done" : ""}>
      <a href=${toStep(entry.id, "")}>
        <span class="tick" aria-hidden="true"></span>
        <span class="row-title" dir="auto" lang=${entry.language === course.language ? nothing : entry.language}>${entry.title}</span>
        <span class="soft">${about}</span>
        ${steps && !done ? html`<progress max=${entry.steps} value=${steps} aria-hidden="true"></progress>` : nothing}
      </a>
    </li>
  `;
}

function meter(text: string, value: number, of: number): TemplateResult {
  return html`<div class="meter"><progress max=${of} value=${value} aria-hidden="true"></progress><span class="soft">${text}</span></div>`;
}
