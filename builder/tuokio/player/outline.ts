/** What the player knows of a course before any module is loaded, and of a module once it is. */
import type { QuestionData } from "../blocks/question.ts";
import { keyOf, type State } from "../record/fold.ts";
import type { Phrase } from "./say.ts";

/** A module as the outline has it: id, file hash, title, minutes, number of steps, points, number of its area or -1, and its language where it is not translated. */
type Row = [string, string, string, number, number, number, number, string?];

/** A change by which what was learnt before is wrong: its module, its step (empty: all of them), what changed, the version it came with, and minutes to catch up. */
export type ChangedRow = [module: string, step: string, of: string, version: number, minutes: number];

/** The course in one language. */
export interface OutlineFile {
  /** The course's id, the same in every language. */
  id: string;
  title: string;
  description: string;
  language: string;
  direction: "ltr" | "rtl";
  /** The file with everything on one page; empty where there is none. */
  print: string;
  /** The script that questions need, with what it says; empty in a course without any. */
  questions: string;
  /** What the first page does without: its script, the phrases it says, its style. */
  later: [script: string, words: string, style: string];
  /** The style that blocks need; empty in a course without any. */
  blocks: string;
  /** Question banks: hash of the file and the language it is in. */
  banks?: Record<string, [string, string]>;
  /** What the course offers as a whole: its label on the home page, and the hashes of its script, its data and its style. */
  resources: Record<string, [string, string, string, string?]>;
  /** Those of them that may have news for the home page, in the order it stands there. */
  outlooks?: string[];
  /** What packs a record for elsewhere: the script that `desk.loadParcel` loads. */
  parcel: string;
  areas: string[];
  /** The published version; 0 if it never was. */
  version: number;
  /** A hash of what the course says, twelve hexadecimal digits. */
  content: string;
  /** What people's tasks are called, by id. */
  roles?: Record<string, string>;
  /** The roles a module is meant for, by module; of those not named here, everyone. */
  audience?: Record<string, string[]>;
  /** Ids of what modules with an audience ask, by module, since others' points do not count. */
  asks?: Record<string, string[]>;
  /** How many months having passed a module holds, by module. */
  valid?: Record<string, number>;
  /** What changed since the first version so that it opens again what was passed before. */
  changed?: ChangedRow[];
  /** Revisions of questions that meant something else, by id: results from then do not count. */
  stale?: Record<string, string[]>;
  /** Ids that are gone, and those whose results theirs are now. */
  replaced?: Record<string, string>;
  /** It is made to be opened from a learning platform, which is told of results. */
  platform?: boolean;
  /** Where learners send that they are done, and whether they may send how questions went. */
  results?: { mail?: string; statistics?: boolean };
  /** The share of points that completes the course, or null. */
  mastery: number | null;
  words: Record<string, Phrase>;
  modules: Row[];
}

export interface Entry {
  id: string;
  title: string;
  minutes: number;
  steps: number;
  points: number;
  area: number;
  /** The language its text is in: not the course's where it is not translated yet. */
  language: string;
  /** The script that registers the module. */
  file: string;
}

/** What a draw asks of banks (`Drawing` in settings.py); without any, of the questions that its own block made. */
export interface DrawData {
  draw: number;
  from?: string[];
  tags?: string[];
  objective?: string[];
  points: number;
  gate?: boolean;
}

/** A question that waits to be drawn. */
export interface Drawable extends QuestionData {
  id: string;
  html: string;
  /** Own words, which no exam can grade. */
  ungraded?: boolean;
  /** The language it is in, where that is not the course's. */
  language?: string;
}

/** A bank's script registers this. */
export interface BankFile {
  items: Record<string, Omit<Drawable, "id">>;
}

export interface Step {
  id: string;
  title: string;
  html: string;
  items: Record<string, QuestionData | DrawData>;
  /** To read it and to answer its questions, as measured. */
  minutes: number;
}

/** The id of the step that is an exam. */
export const EXAM = "exam";

/** How a module is tried (`Exam` in settings.py). */
export interface ExamData extends Partial<Omit<DrawData, "points">> {
  mastery?: number;
  attempts?: number;
  feedback: "during" | "after" | "never";
  minutes?: number;
  points: number;
  /** The module's own questions, always asked. */
  own: BankFile["items"];
  /** Texts of objectives, and the modules that teach them. */
  objectives: Record<string, string>;
  homes: Record<string, string>;
}

export interface Module {
  why: string;
  objectives: string[];
  steps: Step[];
  banks?: string[];
  /** Questions that its blocks made, by block. */
  made?: Record<string, BankFile["items"]>;
  exam?: ExamData;
  /** The terms that are marked in it: their names, and HTML of what they mean. */
  terms?: Record<string, [name: string, html: string]>;
}

/** What finds a question on its page, or a block that counts like one. */
export const findItem = (id: string) => `[data-item="${id}"], [data-block="${id}"]`;

/** The questions that an entry of a step asks, by the names of their states: itself, or what was drawn last. */
export function asked(id: string, data: QuestionData | DrawData, state: State): string[] {
  if (!("draw" in data)) return [id];
  const round = state.rounds.get(id)?.at(-1);
  return round ? round.items.map((item) => keyOf(item, `${id}#${round.attempt}`)) : [id];
}

export interface Course extends Omit<OutlineFile, "modules" | "words"> {
  modules: Entry[];
  points: number;
  /** Modules that are not for the learner's role, and ids of what they ask. */
  others?: Entry[];
  uncounted?: string[];
}

export function readOutline({ modules: rows, words: _, ...rest }: OutlineFile): Course {
  const modules = rows.map(([id, hash, title, minutes, steps, points, area, language = rest.language]) => ({ id, title, minutes, steps, points, area, language, file: `modules/${language}/${id}.${hash}.js` }));
  return { ...rest, modules, points: modules.reduce((sum, module) => sum + module.points, 0) };
}
