/** The player: shows the view the route names, and keeps it true to the record. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import type { Log } from "../record/log.ts";
import { settle, whenPainted, type View } from "./arrival.ts";
import { home, type Hall } from "./home.ts";
import { languageSwitch, type Language } from "./language.ts";
import { load, loaded, loadLater, loadWhole, parts, pool } from "./loader.ts";
import { EXAM, readOutline, type Course, type Entry, type Module, type OutlineFile, type Step } from "./outline.ts";
import { ofCourse, resume } from "./progress.ts";
import { parse, toModuleEnd, toResource, toStep, type Route } from "./route.ts";
import { speaker, type Say } from "./say.ts";
import { Shelf } from "./shelf.ts";
import { gates, raise, stepView, type Stage } from "./step.ts";
import { trouble } from "./trouble.ts";

const ROWS = 20; // modules that are there at once: more than a screen shows

export class Player {
  private main = document.getElementById("main")!;
  private banner = document.getElementById("notice")!;
  private route: View = { view: "opening" };
  private stage?: Stage & { step: string };
  private shelf!: Shelf;
  private hall: Hall = { rows: ROWS, choose: (minutes) => void this.have(minutes) };
  private message = "";
  private arriving = 0;
  private languageFailed = false;
  /** What must begin anew before the step on screen can be finished. */
  private again?: string;
  private course!: Course;
  private say!: Say;

  constructor(outline: OutlineFile, private log: Log, private languages: Language[], private open: (language: string) => Promise<OutlineFile>) {
    this.speak(outline);
  }

  /** The course as it is meant for this learner. */
  get own(): Course {
    return parts.renewal?.assign(this.course, this.log.state) ?? this.course;
  }

  async start(): Promise<void> {
    this.main.replaceChildren();
    // That a step was opened changes nothing in it.
    this.log.subscribe((fresh) => (this.route.view === "step" && fresh.length && fresh.every(({ kind }) => kind === "opened")) || this.refresh());
    parts.terms?.(this.main, (term) => this.find()?.module.terms?.[term], () => this.say("all-terms"));
    addEventListener("hashchange", () => void this.go(true));
    // The skip link must move the focus without becoming a route.
    document.querySelector(".skip")?.addEventListener("click", (event) => {
      event.preventDefault();
      this.main.focus();
    });
    addEventListener("visibilitychange", () => this.log.retry());
    await this.go(false);
  }

  /** Take up a language: everything said from here on is in it. */
  private speak(outline: OutlineFile): void {
    this.course = readOutline(outline);
    parts.renewal?.attend(this.course, this.log);
    this.say = speaker(outline.language, outline.words);
    this.stage = undefined;
    this.shelf = new Shelf(this.course, this.log, this.say, () => this.draw());
    this.hall.outlook = undefined;
    const { language, direction, title } = this.course;
    document.documentElement.lang = language;
    document.documentElement.dir = direction;
    for (const [selector, text] of [[".skip", this.say("skip")], ["#title", title]] as const) {
      const element = document.querySelector(selector);
      if (element) element.textContent = text;
    }
  }

  /** Change the language and stay where one is: at the same step, the same part of it at the same height. */
  private async change(language: string): Promise<boolean> {
    const mark = [...this.main.querySelectorAll<HTMLElement>("[id^='/']")].find((element) => element.getBoundingClientRect().bottom > 0);
    const height = mark?.getBoundingClientRect().top ?? 0;
    const outline = await this.open(language).catch(() => undefined);
    this.languageFailed = !outline;
    this.draw();
    if (!outline) return false;
    await this.log.append({ kind: "preferred", of: "language", value: language });
    this.speak(outline);
    await this.go(false, () => {
      const same = mark && document.getElementById(mark.id);
      if (same) scrollBy(0, same.getBoundingClientRect().top - height);
    });
    return true;
  }

  /** Show what the address names. `moved` is true when the learner came here by a step in the course; `place` puts them where they were otherwise. */
  private async go(moved: boolean, place?: () => void): Promise<void> {
    const turn = ++this.arriving;
    this.main.setAttribute("aria-busy", "true"); // a screen reader waits for the whole of it
    const route = parse(location.hash);
    const [reached, there] = await this.fetch(route).then((there) => [true, there], () => [false, false]);
    if (turn !== this.arriving) return;
    const found = this.find(route);
    // A module's own address leads to where its learner is: "back" shall lead here, and not to where they are by then.
    if (route.view === "step" && !route.step && found?.step) history.replaceState(null, "", toStep(route.module, (route.step = found.step.id)));
    const { last } = this.log.state;
    this.message = "";
    if (route.view === "home" && this.route.view !== "home") this.hall.rows = ROWS;
    if (!reached) this.route = { view: "trouble", what: "cannot-load" };
    else if ((!found && (route.view === "step" || route.view === "module-end")) || !there) this.route = { view: "trouble", what: "not-found" };
    else this.route = route;
    if (found?.step) this.enter(found.entry, found.module, found.step);
    this.draw();
    // Scrolling and focusing wait for the layout, and the store for both: on a slow phone each is a task of its own.
    const arrive = () => {
      if (turn !== this.arriving) return;
      this.main.removeAttribute("aria-busy");
      (place ?? (() => settle(this.main, this.route, found?.step?.id, moved, last)))();
      if (route.view !== "home") return;
      whenPainted(() => {
        this.unroll(turn);
        void this.lookOut();
      });
    };
    if (document.hidden) arrive();
    else requestAnimationFrame(arrive);
    if (found?.step) setTimeout(() => this.log.append({ kind: "opened", of: `${found.entry.id}/${found.step!.id}` }));
    this.foresee(found?.entry);
  }

  /** Show the rest of a long list of modules, some at a time, so that it never holds up who presses something. */
  private unroll(turn: number): void {
    if (turn !== this.arriving || this.hall.rows >= this.course.modules.length) return;
    this.hall.rows += ROWS;
    this.draw();
    setTimeout(() => this.unroll(turn));
  }

  /** Load what the view needs; the home page names the step one was at, if any, so it needs that module. Resolves to false if there is no such resource. */
  private async fetch(route: Route): Promise<boolean> {
    if (route.view === "module-end" || route.view === "course-end") await loadLater(this.course);
    if (route.view === "step" || route.view === "module-end") {
      const entry = this.course.modules.find((one) => one.id === route.module);
      if (entry) await loadWhole(this.course, entry);
    } else if (route.view === "home") {
      const { entry, step } = resume(this.own, this.log.state) ?? {};
      // Home is worth showing without it.
      if (entry && step) await load(entry).catch(() => undefined);
    } else if (route.view === "resource") return this.shelf.open(route.name, route.rest);
    return true;
  }

  /** Learn what waits, for the home page. */
  private async lookOut(): Promise<void> {
    const later = loadLater(this.course).catch(() => undefined);
    this.hall.outlook = await this.shelf.lookOut().catch(() => undefined);
    await later;
    this.draw();
  }

  private async have(minutes: number | undefined): Promise<void> {
    this.hall.minutes = minutes;
    const entry = resume(this.own, this.log.state)?.entry; // whose steps are what fits
    if (entry) await load(entry).catch(() => undefined);
    this.draw();
  }

  /** Fetch the module anew; if it still does not come, the whole page, as the course may have been updated. */
  private async retry(): Promise<void> {
    const route = parse(location.hash);
    const entry = this.course.modules.find((one) => "module" in route && one.id === route.module);
    if (entry && (await loadWhole(this.course, entry, true).catch(() => undefined))) await this.go(true);
    else location.reload();
  }

  /** Have the next module at hand by the time it is wanted. */
  private foresee(entry?: Entry): void {
    const next = entry ? this.course.modules[this.course.modules.indexOf(entry) + 1] : resume(this.own, this.log.state)?.entry;
    const ahead = () => Promise.all([next && loadWhole(this.course, next), loadLater(this.course)]).then(() => this.draw(), () => undefined);
    whenPainted(() => setTimeout(ahead, 600));
  }

  private find(route: View = this.route): { entry: Entry; module: Module; step?: Step } | undefined {
    if (route.view !== "step" && route.view !== "module-end") return undefined;
    const entry = this.course.modules.find((one) => one.id === route.module);
    const module = entry && loaded(entry);
    if (!entry || !module) return undefined;
    if (route.view === "module-end") return { entry, module };
    const step = route.step ? module.steps.find((one) => one.id === route.step) : this.firstOpen(entry, module);
    return step && { entry, module, step };
  }

  /** A module's own address leads to where its learner is: the step after the last finished one. */
  private firstOpen(entry: Entry, module: Module): Step {
    const { state } = this.log;
    if (state.modules.has(entry.id)) return module.steps[0]!;
    return module.steps.find((step) => !state.steps.has(`${entry.id}/${step.id}`)) ?? module.steps[0]!;
  }

  private enter(entry: Entry, module: Module, step: Step): void {
    const key = `${entry.id}/${step.id}`;
    const place = this.route.view === "step" ? this.route.place : undefined;
    if (this.stage?.step !== key) {
      const made = (block: string) => Object.entries(module.made?.[block] ?? {}).map(([id, item]) => ({ id, ...item }));
      const scene = { module: entry, step: step.id, log: this.log, say: this.say, pool: (banks: string[]) => pool(this.course, banks), made };
      const exam = step.id === EXAM ? module.exam : undefined;
      const stage = exam && parts.exams && parts.questions
        ? parts.exams.raise(step.html, exam, parts.questions, { ...scene, language: this.course.language, draw: () => this.draw(), finish: () => this.finish(entry, module, step) })
        : raise(step, parts.questions, scene);
      this.stage = { step: key, ...stage };
    }
    this.stage!.show?.(place);
    this.shelf.mark({ entry, module, step, root: this.stage!.root, again: () => this.retake(entry.id, entry, module) });
  }

  private refresh(): void {
    this.stage?.refresh();
    this.shelf.refresh();
    this.draw();
  }

  private draw(): void {
    if (this.route.view === "opening") return;
    parts.later?.complete(this.own, this.log);
    render(this.notice(), this.banner);
    const chooser = document.getElementById("languages");
    if (chooser) render(languageSwitch(this.languages, this.course.language, this.say, (language) => this.change(language)), chooser);
    render(this.view(), this.main);
    document.title = [...new Set([this.title(), this.course.title])].filter(Boolean).join(" – ");
  }

  private view(): TemplateResult | typeof nothing {
    const { own: course, log, say, route } = this;
    const { state } = log;
    if (route.view === "trouble") return trouble(route.what, say, () => void this.retry());
    if (route.view === "home") return home(course, state, this.hall, say);
    if (route.view === "resource") return this.shelf.view();
    if (route.view === "course-end") return parts.later?.courseEnd(course, state, course.language, say) ?? nothing;
    const { entry, module, step } = this.find()!;
    if (!step) return parts.later?.moduleEnd(course, entry, module, pool(course, module.banks ?? []), state, say) ?? nothing;
    this.again = parts.renewal?.find(course, log, entry, step);
    return stepView({ entry, untranslated: entry.language !== course.language, module, step, stage: this.stage!, state, say, again: this.again, message: this.message, next: () => void this.next(entry, module, step) });
  }

  private title(): string {
    const { route } = this;
    if (route.view === "resource") return this.shelf.title();
    if (route.view === "trouble") return this.say(route.what);
    if (route.view === "course-end") return this.say(ofCourse(this.own, this.log.state).completed ? "course-done" : "module-almost");
    const found = this.find();
    if (!found) return "";
    if (found.step) return [...new Set([found.step.title, found.entry.title])].join(" – ");
    return `${this.say(this.log.state.modules.has(found.entry.id) ? "module-done" : "module-almost")} – ${found.entry.title}`;
  }

  private async next(entry: Entry, module: Module, step: Step): Promise<void> {
    if (this.again) return this.retake(this.again, entry, module);
    const held = gates(step, this.log.state, this.stage!.root);
    if (held.length) {
      // Emptied first, so that it is heard again when "next" is pressed again.
      this.message = "";
      this.draw();
      const isBlock = this.stage!.root.querySelector(`[data-block="${held[0]}"]`) !== null; // a conversation asks no question
      setTimeout(() => {
        this.message = isBlock ? this.say("gate-block") : this.say("gate", { n: held.length });
        this.draw();
      });
      document.getElementById(`/${entry.id}/${step.id}/${held[0]}`)?.scrollIntoView({ block: "center" });
      return;
    }
    const turn = this.arriving;
    const whole = await this.finish(entry, module, step);
    if (turn !== this.arriving) return; // the store was slow, and the learner has gone elsewhere
    const after = parts.renewal?.next(this.course, this.log, entry, module) ?? module.steps[module.steps.indexOf(step) + 1]?.id;
    // The step that was missing completes the module, wherever it stands.
    location.hash = after && !whole ? toStep(entry.id, after) : toModuleEnd(entry.id);
  }

  /** Note that a step is finished. Resolves to true if that finished the module. */
  private async finish(entry: Entry, module: Module, step: Step): Promise<boolean> {
    const { version } = this.course;
    const note = (of: string) => this.log.append({ kind: "finished", of, ...(version && { version }) });
    const done = this.log.state.modules.has(entry.id);
    await note(`${entry.id}/${step.id}`);
    const { steps, modules } = this.log.state;
    // Of a module that was finished before only what has changed is missing.
    const whole = !done && (modules.has(entry.id) || module.steps.every((one) => steps.has(`${entry.id}/${one.id}`)));
    if (whole) await note(entry.id);
    return whole;
  }

  private async retake(of: string, entry: Entry, module: Module): Promise<void> {
    history.replaceState(null, "", await parts.renewal!.begin(this.log, of, entry, module));
    this.stage = undefined;
    await this.go(true);
  }

  private notice(): TemplateResult | typeof nothing {
    const { keeps, newer } = this.log.store;
    const phrase = newer ? "newer-elsewhere" : this.languageFailed ? "language-failed" : (parts.platform?.notice(this.log) ?? (this.log.failing ? "not-kept-now" : keeps === "never" ? "nothing-kept" : keeps === "mostly" ? "mostly-kept" : ""));
    const copy = this.course.resources["backup"]?.[0];
    return phrase ? html`<p class="notice ${phrase}">${this.say(phrase)}${copy && !["language-failed", "lms-shows"].includes(phrase) ? html` <a href=${toResource("backup")}>${copy}</a>` : nothing}</p>` : nothing;
  }
}
