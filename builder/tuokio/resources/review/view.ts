/**
 * Review: a few questions a visit, about what is about to be forgotten. It can be skipped, left and taken up again; nothing is
 * counted in rows of days, and what waits waits quietly.
 */
import { keyOf, unitOf, type Round } from "../../record/fold.ts";
import type { Drawable, Entry } from "../../player/outline.ts";
import type { Questions } from "../../player/questions.ts";
import type { Desk, Outlook, Resource, Showing } from "../../player/resource.ts";
import { toResource, toStep } from "../../player/route.ts";
import { chooseQuestion, listUnits, queue, type Catalogue, type Unit } from "./queue.ts";
import { dayOf, schedule } from "./schedule.ts";

const { html, nothing, render } = tuokio.lit;

const A_VISIT = 5; // questions
const MOST = 20; // questions, which are ten minutes
const MINUTES = 0.5; // a question, as in the estimates of steps
const OF = "-review"; // ids begin with a letter or digit, so no draw is called this

/** A question on screen. */
interface Raised {
  id: string;
  entry?: Entry;
  step?: string;
  title: string;
  root: HTMLElement;
  refresh(): void;
}

function open(catalogue: Catalogue, desk: Desk): Showing {
  const { course, log, say } = desk;
  const units = listUnits(catalogue);
  const today = () => dayOf(desk.now().getTime());
  const root = document.createElement("div");
  const skipped = new Set<string>();
  const raised = new Map<string, Raised>();
  let view: "lobby" | "asking" | "end" | "trouble" = "lobby";
  let current: Raised | undefined;

  const waiting = () => queue(units, log.state, today());
  const rounds = (): Round[] => log.state.rounds.get(OF) ?? [];
  /** The visit on this screen; another tab may have begun a later one. */
  let attempt = 0;
  const visit = () => rounds().find((round) => round.attempt === attempt);
  const name = (round: Round) => `${OF}#${round.attempt}`;
  const isAnswered = (round: Round, id: string) => Boolean(log.state.items.get(keyOf(id, name(round)))?.attempts.length);
  const open = (round: Round) => round.items.filter((id) => !isAnswered(round, id) && !skipped.has(id));

  /** The visit that was begun today and not finished; what was left yesterday is simply due again. */
  function running(): Round | undefined {
    const round = rounds().at(-1);
    return round && dayOf(round.began) === today() && round.items.some((id) => !isAnswered(round, id) && units.has(unitOf(id))) ? round : undefined;
  }

  async function begin(count: number): Promise<void> {
    const begun = view === "lobby" && running(); // in another tab, meanwhile
    if (begun) return take(begun);
    const items = waiting().due.slice(0, count).map((unit) => chooseQuestion(unit, log.state));
    if (!items.length) return showView("lobby");
    const next = (rounds().at(-1)?.attempt ?? 0) + 1;
    await log.append({ kind: "drawn", of: OF, attempt: next, items, points: 0 });
    await take(rounds().find((round) => round.attempt === next)!);
  }

  function take(round: Round): Promise<void> {
    attempt = round.attempt;
    skipped.clear();
    return advance();
  }

  /** Ask the next question that is neither answered nor skipped; after the last, tell how it went. */
  async function advance(): Promise<void> {
    const round = visit()!;
    current = undefined;
    for (const id of open(round)) {
      const found = await raise(id, name(round)).catch(() => undefined);
      if (found === undefined) return showView("trouble");
      if (found) {
        current = found;
        return showView("asking");
      }
      skipped.add(id); // it has left the course since
    }
    // What was answered before a reload, or in another language, is on this page for the first time.
    await Promise.all(round.items.map((id) => raise(id, name(round)).catch(() => undefined)));
    showView("end");
  }

  function showView(next: typeof view): void {
    view = next;
    draw();
    desk.draw();
    const settle = () => {
      scrollTo(0, 0);
      (root.querySelector<HTMLElement>(".stem") ?? root.querySelector<HTMLElement>("h1"))?.focus({ preventScroll: true });
    };
    // Firefox gives no focus to what it has not painted yet.
    if (document.hidden) settle();
    else requestAnimationFrame(() => setTimeout(settle));
  }

  /** Put a question on the page; null if the course has it no more. Rejects if its script cannot be loaded. */
  async function raise(id: string, round: string): Promise<Raised | null> {
    const known = raised.get(`${round}/${id}`);
    if (known) return known;
    const unit = units.get(unitOf(id));
    const questions = await desk.loadQuestions();
    const found = unit && (await find(id, unit));
    if (!found || !questions) return null;
    const one = { ...found, ...raiseAt(found, questions, round) };
    raised.set(`${round}/${id}`, one);
    return one;
  }

  function raiseAt({ item, entry, step }: Found, questions: Questions, round: string): { root: HTMLElement; refresh(): void } {
    const scene = { module: entry ?? course.modules[0]!, step: step ?? "", log, say, pool: () => [], made: () => [] };
    return questions.raiseItem(item, scene, "practice", round);
  }

  interface Found {
    id: string;
    item: Drawable;
    title: string;
    entry?: Entry;
    step?: string;
  }

  async function find(id: string, { at }: Unit): Promise<Found | undefined> {
    if ("bank" in at) {
      const item = (await desk.loadPool([at.bank])).find((one) => one.id === id);
      return item && { id, item, title: "" };
    }
    const entry = course.modules.find((one) => one.id === at.module)!;
    const module = await desk.load(entry);
    const language = entry.language === course.language ? undefined : entry.language;
    const made = module.made?.[id.split(".")[0]!]?.[id];
    const step = module.steps.find((one) => one.id === at.step);
    if (!step) return undefined;
    const where = { id, entry, step: step.id, title: step.title };
    if (made) return { ...where, item: { ...made, id, language } };
    const template = document.createElement("template");
    template.innerHTML = step.html;
    const section = template.content.querySelector(`[data-item="${id}"]`);
    const data = step.items[id];
    return section && data && !("draw" in data) ? { ...where, item: { ...data, id, language, html: section.outerHTML } } : undefined;
  }

  function draw(): void {
    const round = visit();
    if (view === "asking" && current) render(asking(current, round!), root);
    else if (view === "end" && round) render(end(round), root);
    else if (view === "trouble") render(html`<h1 tabindex="-1">${say("review-title")}</h1><p>${say("cannot-load-text")}</p>`, root);
    else render(lobby(), root);
  }

  function lobby() {
    const { due, next } = waiting();
    const n = Math.min(due.length, A_VISIT);
    return html`
      <h1 tabindex="-1">${say("review-title")}</h1>
      <p class="lead">${say("review-why")}</p>
      ${n
        ? html`<p>${say("review-waiting", { n })} ${say("review-takes", { n: Math.max(1, Math.round(n * MINUTES)) })}</p>
            ${due.length > n ? html`<p class="soft">${say("review-rest")}</p>` : nothing}`
        : html`<p>${say(units.size && log.state.meetings.size ? "review-none" : "review-not-yet")}${next === undefined ? nothing : html` ${say("review-next", { day: inDays(next - today()) })}`}</p>`}
    `;
  }

  function asking({ entry, step, title, id, root: question }: Raised, round: Round) {
    const state = log.state.items.get(keyOf(id, name(round)));
    const missed = state?.attempts.length && state.best < 1;
    return html`
      <h1 class="unseen" tabindex="-1">${say("review-title")}</h1>
      ${entry ? html`<p class="eyebrow" lang=${languageOf(entry)} dir="auto">${entry.title}</p>` : nothing}
      <div class="prose">${question}</div>
      ${missed && entry ? html`<p class="soft">${say("review-read")} <a href=${toStep(entry.id, step!, unitOf(id).split(".")[0])} lang=${languageOf(entry)}>${title}</a></p>` : nothing}
    `;
  }

  function end(round: Round) {
    const answered = round.items.filter((id) => isAnswered(round, id));
    const remembered = answered.filter((id) => log.state.items.get(keyOf(id, name(round)))!.attempts[0]!.score === 1);
    return html`
      <h1 tabindex="-1">${say(answered.length ? "review-done" : "review-left")}</h1>
      ${answered.length
        ? html`<p class="lead">${say("review-remembered", { n: answered.length, right: remembered.length })}</p>
            <ul class="review-list" role="list">
              ${answered.map((id) => row(id, round, remembered.includes(id)))}
            </ul>`
        : html`<p>${say("review-rest")}</p>`}
    `;
  }

  function row(id: string, round: Round, remembered: boolean) {
    const one = raised.get(`${name(round)}/${id}`);
    const { day } = schedule(log.state.meetings.get(unitOf(id))!, today());
    const stem = one?.root.querySelector(".stem")?.textContent?.trim() ?? id;
    return html`<li class=${remembered ? "right" : "missed"}>
      <span class="way" aria-hidden="true"></span>
      <span><span class="unseen">${say(remembered ? "review-knew" : "review-forgot")}: </span><span lang=${languageOf(one?.entry)} dir="auto">${stem}</span>
      <span class="soft">${say("review-again", { day: inDays(Math.max(day - today(), 1)) })}${!remembered && one?.entry ? html` · <a href=${toStep(one.entry.id, one.step!)} lang=${languageOf(one.entry)}>${one.title}</a>` : nothing}</span></span>
    </li>`;
  }

  /** What is not translated is marked as what it is in. */
  const languageOf = (entry?: Entry) => (!entry || entry.language === course.language ? nothing : entry.language);

  /** "tomorrow", "in 14 days", as the language says it. */
  const inDays = (days: number) => new Intl.RelativeTimeFormat(course.language, { numeric: "auto" }).format(days, "day");

  return {
    root,
    title: () => say("review-title"),
    show(rest) {
      const round = running();
      if (round) return void take(round);
      if (/^\d+$/.test(rest)) {
        // Coming back by "back" or a reload must not begin another.
        history.replaceState(null, "", toResource("review"));
        void begin(Math.min(Number(rest), MOST));
        return;
      }
      view = "lobby";
      draw();
    },
    refresh() {
      current?.refresh();
      draw();
    },
    bar() {
      const round = visit();
      if (view === "asking" && round && current) {
        const done = isAnswered(round, current.id);
        const left = open(round).filter((id) => id !== current!.id).length;
        const value = round.items.indexOf(current.id) + 1;
        const place = { step: value, n: round.items.length };
        return {
          at: { value, of: round.items.length, short: `${value}/${round.items.length}`, long: say("review-of", place) },
          next: {
            label: say(!done ? "review-skip" : left ? "next" : "review-finish"),
            go: () => {
              if (!done) skipped.add(current!.id);
              void advance();
            },
          },
        };
      }
      const { due } = waiting();
      if (view === "trouble") return { next: { label: say("retry"), go: () => void advance() } };
      return due.length ? { next: { label: say(view === "end" ? "review-more" : "review-start"), go: () => void begin(A_VISIT) } } : undefined;
    },
  };
}

function outlook(catalogue: Catalogue, { log, now, say }: Desk): Partial<Outlook> {
  const due = queue(listUnits(catalogue), log.state, dayOf(now().getTime())).due.length;
  return { due, visit: A_VISIT, minutes: MINUTES, waiting: say("due-waiting", { n: due }) };
}

export default { open, outlook } satisfies Resource<Catalogue>;
