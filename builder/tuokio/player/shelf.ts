/** What the course offers as a whole: opens resources, shows the one that is open, and asks review what waits. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Log } from "../record/log.ts";
import { loadParcel, loadPool, loadQuestions, loadResource, loadWhole } from "./loader.ts";
import type { Course } from "./outline.ts";
import type { Desk, Outlook, Place, Resource, ResourceFile, Showing } from "./resource.ts";
import { toHome } from "./route.ts";
import { speaker, type Say } from "./say.ts";
import { barView } from "./step.ts";

const REVIEW = "review"; // the resource that knows what is due
const OWN = "own"; // the resource that knows what was written to be looked back on
const CHANGES = "changes"; // the resource that knows what is to be done again, and for whom what is

export class Shelf {
  private showing?: Showing & { name: string };
  private wanted = "";

  /** For one language: another has another shelf. `draw` has the page drawn anew. */
  constructor(private course: Course, private log: Log, private say: Say, private draw: () => void) {}

  /** Have a resource ready to be shown. Resolves to false if there is none of that name; rejects if it cannot be loaded. */
  async open(name: string, rest: string): Promise<boolean> {
    if (!Object.keys(this.course.resources).includes(name)) return false;
    this.wanted = name;
    if (this.showing?.name !== name) {
      const { resource, file } = await loadResource(this.course, name);
      if (this.wanted !== name) return true; // the learner has gone on; what was on screen stood there until now
      if (this.showing?.name !== name) this.showing = { name, ...resource.open(file.data, this.desk(file)) };
    }
    this.showing.show(rest);
    return true;
  }

  title(): string {
    return this.showing?.title() ?? "";
  }

  refresh(): void {
    this.showing?.refresh?.();
  }

  view(): TemplateResult | typeof nothing {
    if (!this.showing) return nothing; // in another language it is still on its way
    const { name, root, bar } = this.showing;
    return html`
      <div class=${`column resource ${name}`}>${root}</div>
      ${barView({ back: { href: toHome, label: this.say("home") }, ...bar?.() }, this.say, "")}
    `;
  }

  /** What waits for the learner. */
  async lookOut(): Promise<Outlook> {
    const { steps, seen, own, role, finishedAt } = this.log.state;
    // Who has done nothing and is nobody in particular has missed nothing.
    const names = [finishedAt.size || role ? CHANGES : "", own.size ? OWN : "", steps.size || seen.size ? REVIEW : ""];
    const found = await Promise.all(names.map((name) => this.ask(name, ({ outlook }, data, desk) => outlook?.(data, desk))));
    return Object.assign({ due: 0, visit: 0, minutes: 0, waiting: "", changes: [] }, ...found, { news: found.map((one) => one?.news) });
  }

  /** Mark in a step what is to be known of it. Who cannot be told can read it all the same. */
  mark(place: Place): void {
    void this.ask(CHANGES, ({ mark }, data, desk) => mark?.(data, desk, place)).catch(() => undefined);
  }

  private async ask<T>(name: string, what: (resource: Resource<never>, data: never, desk: Desk) => T): Promise<T | undefined> {
    if (!(name in this.course.resources)) return undefined;
    const { resource, file } = await loadResource(this.course, name);
    return what(resource, file.data, this.desk(file));
  }

  private desk(file: ResourceFile): Desk {
    const { course, log } = this;
    const own = speaker(course.language, file.words);
    return {
      course,
      log,
      say: (phrase, places) => (phrase in file.words ? own : this.say)(phrase, places),
      now: () => new Date(),
      load: (entry) => loadWhole(course, entry),
      loadPool: (banks) => loadPool(course, banks),
      loadQuestions: () => loadQuestions(course),
      loadParcel: () => loadParcel(course),
      draw: this.draw,
      print: file.print,
    };
  }
}
