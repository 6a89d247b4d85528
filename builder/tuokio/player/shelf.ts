/** What the course offers as a whole: opens resources, shows the one that is open, and asks them what waits. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Log } from "../record/log.ts";
import type { Store } from "../record/store.ts";
import { loadParcel, loadPool, loadQuestions, loadResource, loadWhole, parts } from "./loader.ts";
import { readOutline, type Course, type OutlineFile } from "./outline.ts";
import type { Desk, Outlook, Place, Resource, ResourceFile, Showing, Threshold } from "./resource.ts";
import { toHome } from "./route.ts";
import { speaker, type Say } from "./say.ts";
import { barView } from "./step.ts";

const CHANGES = "changes"; // the resource that knows what is to be done again, and for whom what is
const LEARNERS = "learners"; // the resource that knows who learns here
const ROLE = "role"; // the resource that knows what their task is

/** Find out who learns, where several do, and open their record. */
export async function enter(outline: OutlineFile): Promise<Store> {
  const course = readOutline(outline);
  const { resource, file } = await loadResource(course, LEARNERS);
  return resource.enter!(file.data, threshold(course, file, speaker(course.language, outline.words)));
}

function threshold(course: Course, { words }: ResourceFile, say: Say): Threshold {
  const own = speaker(course.language, words);
  return { course, say: (phrase, places) => (phrase in words ? own : say)(phrase, places), now: () => new Date(), cabinet: parts.cabinet! };
}

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

  /** What waits for the learner; someone who has done nothing yet is only told what changes everything. */
  async lookOut(): Promise<Outlook> {
    const { steps, seen, own, role, finishedAt } = this.log.state;
    // Who has done nothing and is nobody in particular has missed nothing.
    const isAsked = (name: string) => (name === ROLE ? role === undefined : name === CHANGES ? finishedAt.size || role : steps.size || seen.size || own.size);
    const found = await Promise.all((this.course.outlooks ?? []).filter(isAsked).map((name) => this.ask(name, ({ outlook }, data, desk) => outlook?.(data, desk))));
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
    return {
      ...threshold(course, file, this.say),
      log,
      load: (entry) => loadWhole(course, entry),
      loadPool: (banks) => loadPool(course, banks),
      loadQuestions: () => loadQuestions(course),
      loadParcel: () => loadParcel(course),
      draw: this.draw,
      print: file.print,
    };
  }
}
