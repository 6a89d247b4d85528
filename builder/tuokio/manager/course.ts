/** What the page knows of its course: `write.py` puts it into the page. */
import type { Phrase } from "../player/say.ts";
import type { Asked } from "./fared.ts";
import type { Syllabus } from "./roster.ts";

/** The course in one language. */
export interface Edition {
  /** What the language calls itself. */
  name: string;
  direction: "ltr" | "rtl";
  title: string;
  /** Titles of modules, by id. */
  titles: Record<string, string>;
  words: Record<string, Phrase>;
  /** The questions whose figures may be shown; none where the course collects none. */
  items: Record<string, Asked>;
  /** The notice to staff. */
  notice: string;
}

export interface Course extends Syllabus {
  /** Whether learners may send how questions went. */
  statistics: boolean;
  /** The source language first. */
  editions: Record<string, Edition>;
}

/** The course of this page. */
export const readCourse = (): Course => JSON.parse(document.getElementById("course")!.textContent!) as Course;
