/** What is typed, read as people mean it (typed.py does the same for what authors write), and the field for one line of it. */
import type { Control, Mark, Response } from "./control.ts";
import { markParts } from "./marks.ts";

const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const APOSTROPHES = /[\u2018-\u201b\u2032\u00b4`]/g;
const QUOTES = /[\u201c-\u201f\u2033\u00ab\u00bb]/g;
const FIGURE = /^([^\d.,+\-\s]*)\s*([+-]?)\s*(?:(?:(\d+)\s+)?(\d+)\s*\/\s*(\d+)|(\d[\d .,']*|[.,]\d+))(.*)$/;
const DECIMAL = /^(?:\d+|\d*[.,]\d+)$/;
const GROUPED = /^[1-9]\d{0,2}([ '.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;
const LONGEST = 200;

/** A text as it is compared: case, width, kinds of dashes and quotation marks, and punctuation at its end make no difference. */
export function fold(text: string): string {
  const plain = text.slice(0, LONGEST).replace(UNSEEN, "").replace(QUOTES, '"').replace(APOSTROPHES, "'").replace(DASHES, "-").normalize("NFKC").toUpperCase().toLowerCase().replace(/\s+/g, " ").trim();
  return plain.replace(/^["']+(?=.)|[\s.,;:!?"']+$/g, "") || plain;
}

/** A number as it can be read. `1,000` has two values: one to some, a thousand to others. */
export interface Reading {
  values: number[];
  /** What stands beside it, folded. */
  unit: string;
}

/** Read a number as people type it: `2,5`, `1 000`, `−3`, `½`, `2 1/2`, `€5`, `12,-`. */
export function readNumber(typed: string): Reading | undefined {
  if (typed.length > LONGEST) return;
  const text = typed
    .replace(UNSEEN, "")
    .replace(/[\u00bc-\u00be\u2150-\u215e]/g, " $&")
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace("\u066b", ",")
    .replace(/\u066c/g, "'")
    .replace(DASHES, "-")
    .replace(APOSTROPHES, "'")
    .normalize("NFKC")
    .replace("\u2044", "/")
    .trim();
  const match = FIGURE.exec(text);
  if (!match) return;
  const [, before, sign, whole, over, under, figure] = match;
  let after = match[7]!;
  let values: number[];
  if (figure) {
    values = readFigure(figure.replace(/[ .,']+$/, ""));
    if (/[.,]$/.test(figure) || after.startsWith(":")) after = after.replace(/^:?-/, ""); // a price: 5,- or 5:-
  } else values = Number(under) ? [Number(whole ?? 0) + Number(over) / Number(under)] : [];
  const unit = fold(`${before} ${after}`);
  if (!values.length || /^[\d+\-:/]/.test(unit)) return;
  return { values: values.map((value) => (sign === "-" ? -value : value)), unit };
}

function readFigure(figure: string): number[] {
  const values = DECIMAL.test(figure) ? [Number(figure.replace(",", "."))] : [];
  const separator = GROUPED.exec(figure)?.[1];
  if (separator) {
    const grouped = Number(figure.split(separator).join("").replace(",", "."));
    if (!values.includes(grouped)) values.push(grouped);
  }
  return values;
}

/** Two numbers are the same but for the tolerance and what a computer's arithmetic adds to it. */
export const isClose = (one: number, other: number, tolerance = 0) => Math.abs(one - other) <= tolerance + 1e-9 * Math.max(Math.abs(one), Math.abs(other));

/** What a kind says of one line that was typed. */
export interface Saying {
  /** The phrase that asks for an answer. */
  ask: string;
  /** The right answer in words, if there is more to say than right. */
  answer(mark: Mark, typed: string): string | undefined;
  /** What to say of what cannot be an answer. */
  refuse?(typed: string): string | undefined;
}

/** The control of one field for one line. */
export function line(root: HTMLElement, saying: Saying): Control {
  const part = root.querySelector<HTMLElement>("[data-option]")!;
  const input = part.querySelector("input")!;
  let answering = true;
  input.addEventListener("input", () => input.removeAttribute("aria-invalid"));
  return {
    ask: saying.ask,
    read: () => (input.value.trim() ? [input.value.trim()] : []),
    write([typed = ""]: Response) {
      if (input.value.trim() !== typed) input.value = typed;
    },
    lock(locked) {
      answering = !locked;
      input.readOnly = locked;
    },
    // What is tried again is not marked by what was there before.
    mark(marks, settled) {
      const mark = answering ? undefined : marks[part.dataset.option!];
      const answer = mark && saying.answer(mark, input.value);
      markParts(root, mark ? { [part.dataset.option!]: { ...mark, answer } } : {}, settled);
    },
    refuse([typed = ""]) {
      const refusal = saying.refuse?.(typed);
      if (refusal) input.setAttribute("aria-invalid", "true");
      return refusal;
    },
  };
}
