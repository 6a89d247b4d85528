/** What a course offers as a whole, beside its modules (`resources/`): each is a script and data of its own, loaded when first opened. */
import type { TemplateResult } from "lit-html";
import type { Log } from "../record/log.ts";
import type { Cabinet, Store } from "../record/store.ts";
import type { Packing } from "./loader.ts";
import type { Course, Drawable, Entry, Module, Step } from "./outline.ts";
import type { Questions } from "./questions.ts";
import type { Say } from "./say.ts";
import type { Bar } from "./step.ts";

/** What there is before it is known who learns. */
export interface Threshold {
  course: Course;
  /** Says its own phrases and the player's. */
  say: Say;
  /** The present; resources have no clock of their own. */
  now(): Date;
  /** What is kept of the course on this device. */
  cabinet: Cabinet;
}

/** What a resource may use of the player. */
export interface Desk extends Threshold {
  log: Log;
  load(entry: Entry): Promise<Module>;
  /** Load the questions of banks. */
  loadPool(banks: string[]): Promise<Drawable[]>;
  loadQuestions(): Promise<Questions | undefined>;
  /** Load what packs records for elsewhere. */
  loadParcel(): Promise<Packing>;
  /** Have the page drawn anew: its title or its bar has changed. */
  draw(): void;
  /** Its booklet, if it can be printed. */
  print?: string;
}

/** A resource on screen. */
export interface Showing {
  root: HTMLElement;
  title(): string;
  /** Show what the rest of the address names: `#/-rules/receipt` gives `receipt`. */
  show(rest: string): void;
  /** Show what the record now says. */
  refresh?(): void;
  /** The way back and onward; what is left out leads home. */
  bar?(): Partial<Bar> | undefined;
}

/** What resources have for someone with a few minutes. */
export interface Outlook {
  /** Questions that are due. */
  due: number;
  /** As many as are asked at a time, if nobody says otherwise. */
  visit: number;
  /** Minutes a question. */
  minutes: number;
  /** How much that is, in words. */
  waiting: string;
  /** What has changed since the learner finished its step. */
  changes: Change[];
  /** What stands first on the home page. */
  news?: TemplateResult | (TemplateResult | undefined)[];
  /** What is told of modules instead of how far one is, by module. */
  rows?: Record<string, string>;
}

/** A step on screen, to be marked. */
export interface Place {
  entry: Entry;
  module: Module;
  step: Step;
  root: HTMLElement;
  /** Begin the module anew. */
  again(): void;
}

/** An entry of a module's change ledger. */
export interface Change {
  module: string;
  step: string;
  /** The id of what has changed. */
  of: string;
  /** Text without markup, since all of it is a link. */
  note: string;
  /** To catch up with it. */
  minutes: number;
}

export interface Resource<Data> {
  open(data: Data, desk: Desk): Showing;
  /** What it has for the home page, of all it might; `OUTLOOK` in resource.py has it asked. */
  outlook?(data: Data, desk: Desk): Partial<Outlook>;
  /** Mark in a step what is to be known of it. Again for the same step, it takes away what is so no more. */
  mark?(data: Data, desk: Desk, place: Place): void;
  /** Where several learn on this device: find out who it is, and open their record. */
  enter?(data: Data, threshold: Threshold): Promise<Store>;
}

/** What a resource's data script registers. */
export interface ResourceFile {
  words: Record<string, string>;
  data: never;
  print?: string;
}
