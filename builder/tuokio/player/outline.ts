/** What the player knows of a course before any module is loaded, and of a module once it is. */
import type { QuestionData } from "../blocks/question.ts";
import type { Phrase } from "./say.ts";

/** A module as the outline has it: id, file hash, title, minutes, number of steps, points, number of its area or -1, and its language where it is not translated. */
type Row = [string, string, string, number, number, number, number, string?];

/** The course in one language. */
export interface OutlineFile {
  title: string;
  description: string;
  language: string;
  direction: "ltr" | "rtl";
  /** The file with everything on one page. */
  print: string;
  areas: string[];
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

export interface Step {
  id: string;
  title: string;
  html: string;
  items: Record<string, QuestionData>;
}

export interface Module {
  why: string;
  objectives: string[];
  steps: Step[];
}

export interface Course extends Omit<OutlineFile, "modules" | "words"> {
  modules: Entry[];
  points: number;
}

export function readOutline({ modules: rows, words: _, ...rest }: OutlineFile): Course {
  const modules = rows.map(([id, hash, title, minutes, steps, points, area, language = rest.language]) => ({ id, title, minutes, steps, points, area, language, file: `modules/${language}/${id}.${hash}.js` }));
  return { ...rest, modules, points: modules.reduce((sum, module) => sum + module.points, 0) };
}
