/** What lies on the manager's desk: all that came, the names, the due date. It lives as long as the page does, and nowhere else. */
import { dayOf } from "../blocks/days.ts";
import { speaker, type Say } from "../player/say.ts";
import { pack } from "../record/parcel.ts";
import { type Arrivals, findCodes, LIST, receive } from "./arrivals.ts";
import type { Course, Edition } from "./course.ts";
import { fold, joinLists, readNames } from "./names.ts";
import { callRoll, type Row } from "./roster.ts";

export class Desk {
  /** What came, each with the file it was in. */
  texts: [source: string, text: string][] = [];
  /** The list of names as it was pasted. */
  list = "";
  due = "";
  joined: Record<string, string> = {};
  /** Whether there is something that was not saved. */
  unsaved = false;
  private sorted?: Arrivals;
  private rolled?: Row[];
  private spoken = new Map<string, Say>();

  constructor(
    readonly course: Course,
    public language: string,
    readonly now: () => Date,
    /** Draws the page. */
    readonly draw: () => void,
  ) {}

  get edition(): Edition {
    return this.course.editions[this.language]!;
  }

  get say(): Say {
    const say = this.spoken.get(this.language) ?? speaker(this.language, this.edition.words);
    this.spoken.set(this.language, say);
    return say;
  }

  /** The day it is, ISO 8601. */
  get today(): string {
    return dayOf(this.now());
  }

  get titles(): Map<string, string> {
    return new Map(Object.entries(this.edition.titles));
  }

  get names(): string[] {
    return readNames(this.list);
  }

  get arrivals(): Arrivals {
    return (this.sorted ??= receive(this.texts, this.course.id));
  }

  get rows(): Row[] {
    return (this.rolled ??= callRoll(this.arrivals.sent, this.course, this.today, { names: this.names, due: this.due, joined: this.joined, troubles: this.arrivals.troubles }));
  }

  /** Take what was dropped or pasted. Returns what is new of it. */
  add(texts: [source: string, text: string][]): Arrivals {
    const before = this.arrivals;
    this.change(() => this.texts.push(...texts));
    const { sent, sheets, troubles, twice, kept } = this.arrivals;
    if (kept && kept !== before.kept) {
      this.list = joinLists(this.names, kept.names).join("\n");
      this.due ||= kept.due;
      this.joined = { ...kept.joined, ...this.joined };
      this.rolled = undefined;
    }
    return { sent: sent.slice(before.sent.length), sheets: sheets.slice(before.sheets.length), troubles: troubles.slice(before.troubles.length), twice: twice - before.twice, kept };
  }

  /** Change something and show what follows from it. */
  change(act: () => void): void {
    act();
    this.sorted = this.rolled = undefined;
    this.unsaved = this.texts.length > 0 || this.list.trim() !== "";
    this.draw();
  }

  /** Say that a name that came is one of the list. */
  join(came: string, listed: string): void {
    this.change(() => (this.joined = { ...this.joined, [fold(came)]: fold(listed) }));
  }

  /** All of it as a text that the page takes again. */
  write(): string {
    const own = pack(LIST, { names: this.names, due: this.due, joined: this.joined });
    const codes = new Set(this.texts.flatMap(([, text]) => findCodes(text)).filter((code) => !code.startsWith(`TUOKIO-${LIST.toUpperCase()}-`)));
    return [this.say("manager-saved-head", { day: this.today }), own, ...codes, ""].join("\n\n");
  }

  /** Take everything off it. */
  clear(): void {
    this.change(() => ([this.texts, this.list, this.due, this.joined] = [[], "", "", {}]));
  }
}
