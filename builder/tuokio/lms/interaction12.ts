/** What SCORM 1.2 can say of an interaction: one sign for each option, 255 characters, and no word for what is long or other. */
import type { Interaction } from "../blocks/interaction.ts";
import { write } from "./dialect.ts";
import { check } from "./rows.ts";

export interface Interaction12 {
  type: "true-false" | "choice" | "sequencing" | "matching" | "fill-in" | "numeric" | "performance";
  /** `student_response`; never empty. */
  response: string;
  /** `correct_responses`, one for each way. */
  correct: string[];
}

// Where signs begin among ten figures and the letters: those of first halves of pairs elsewhere, so that the two are told apart.
const FIGURES = 1;
const LETTERS = 10;
const LONGEST = 255;
const DECIMALS = 6;

/** The sign of what is named, by its place among all. */
const sign = (all: string[], name: string, first: number) => ((all.indexOf(name) + first) % 36).toString(36);

/** Say it so that SCORM 1.2 takes it. An option is named by its place among the author's, whatever was answered. */
export function toScorm12({ type, response, correct, options = [], targets = [] }: Interaction): Interaction12 {
  const letter = (name: string) => sign(options, name, LETTERS);
  const ways: Partial<Record<Interaction["type"], (part: string) => string>> = {
    "true-false": (part) => part[0]!,
    choice: letter,
    sequencing: letter,
    matching(part) {
      const [source, target] = part.split("[.]") as [string, string];
      return `${sign(options, source, FIGURES)}.${sign(targets, target, LETTERS)}`;
    },
    numeric(part) {
      // There are no ranges: the number in the middle is what is asked for.
      const [lowest = 0, highest = lowest] = part.split("[:]").map(Number);
      return write((lowest + highest) / 2, DECIMALS);
    },
    performance: (part) => part.replace("[.]", "."),
  };
  const way = ways[type];
  const say = (text: string) => text.split("[,]").map(way ?? ((part) => part.replace(/^(\{\w+=[^}]*\})+/, ""))).join(way ? "," : "; ");
  return {
    type: way ? (type as Interaction12["type"]) : "fill-in",
    response: shorten(say(response), type),
    correct: [...new Set(correct.map(say))].filter((pattern) => pattern.length <= LONGEST), // half a right answer is none
  };
}

/** The beginning of what is too long; of a path, in whole steps. */
function shorten(text: string, type: Interaction["type"]): string {
  return text.slice(0, LONGEST).replace(type === "performance" && text.length > LONGEST ? /,[^,]*$/ : /[\ud800-\udbff]$/, "").trim();
}

/**
 * The id under which an answer is reported: that of its item, of the round it was asked in and of the attempt, if it is not the first. So what a platform counts
 * by ids are first answers. Letters, digits, `-` and `_`, 255 at most; each `_` begins a sign that stands for something else, so no two are alike.
 */
export function toInteractionId(item: string, round?: string, attempt = 1): string {
  const id = spell(item) + (round ? `_in-${spell(round)}` : "") + (attempt > 1 ? `_try-${attempt}` : "");
  return id.length <= LONGEST ? id : `${id.slice(0, 240)}_x${check(id)}`;
}

const SIGNS: Record<string, string> = { ".": "__", "#": "_n" };

const spell = (text: string) => text.replace(/[^A-Za-z0-9-]/g, (sign) => SIGNS[sign] ?? `_u${sign.charCodeAt(0).toString(16)}-`);
