/** Finds steps: which words of the course are meant by what was typed, and which steps have them. */
import { formsIn, kinIn } from "./forms.ts";
import { Index } from "./index.ts";

/** A step that was found. */
export interface Found {
  module: string;
  step: string;
  title: string;
  /** Of a page that is no module's: what it says, and its language where it is not the course's. */
  text?: string;
  language?: string;
}

export interface Finding {
  /** The best of them. */
  found: Found[];
  /** How many there are. */
  count: number;
  /** Whether a step has every word that was typed. */
  whole: boolean;
  /** The words of the course that are meant. */
  words: string[];
}

export const NOTHING: Finding = { found: [], count: 0, whole: true, words: [] };

const SHOWN = 50; // who has not found it among these types another word
const FORM = 0.8;
const BEGINNING = 0.6;
const PART = 0.5; // of a compound: `sormus` in `vihkisormus`
const KIN = 0.1; // low, for `palaute` is kin of `palautus` as well
const MISSPELT = 0.3;
const ASIDE = 0.5; // pages beside the modules: what is taught comes first
const ROOT = 4; // letters by which a part of a compound is looked for
const LONGEST = 9; // letters in which forms of a word may differ: `mahdollisuus`, `mahdollisuuksistamme`
const MOST = 60; // words of the course for one that was typed

export class Finder {
  /** All words of the course in alphabetical order, and in one text for finding parts. */
  private words: string[];
  private text: string;
  private forms: (word: string) => Set<string>;
  private kin: (word: string) => Set<string>;
  private index: Index;

  constructor(json: string, languages: string[]) {
    this.index = new Index(json, (id) => (id.startsWith("-") ? ASIDE : 1));
    this.words = this.index.words;
    this.text = `\n${this.words.join("\n")}\n`;
    this.forms = formsIn(languages);
    this.kin = kinIn(languages);
  }

  find(query: string): Finding {
    const asked = split(query).map((word) => this.recognise(word));
    if (!asked.length) return NOTHING;
    const some = this.index.weigh(asked);
    const all = some.filter(({ has }) => has === asked.length);
    const results = (all.length ? all : some).sort((a, b) => b.score * b.has - a.score * a.has);
    const found = results.slice(0, SHOWN).map(({ step: number }) => {
      const [module, step] = this.index.ids[number]!.split("/") as [string, string];
      return { module, step, ...this.index.stored[number]! };
    });
    return { found, count: results.length, whole: all.length > 0, words: [...new Set(asked.flatMap((meant) => [...meant.keys()]))] };
  }

  /** What could have been meant when nothing was found. */
  suggest(query: string): string[] {
    return [...new Set(split(query).flatMap((word) => this.index.near(word, Math.min(4, Math.round(word.length * 0.4)))))].slice(0, 3);
  }

  /** Return the words of the course that a typed one stands for, each with its weight. Only if there are none is it misspelt, or of a kind that begins alike. */
  private recognise(word: string): Map<string, number> {
    const meant = new Map<string, number>();
    const add = (one: string, weight: number) => meant.size < MOST && weight > (meant.get(one) ?? 0) && meant.set(one, weight);
    const forms = this.forms(word);
    const kin = this.kin(word);
    const shares = (keys: Set<string>, others: Set<string>) => [...keys].some((key) => others.has(key));
    for (const one of this.beginning(word.slice(0, sameIn(word)))) {
      if (one === word) add(one, 1);
      else if (mayEnd(word, one) && shares(forms, this.forms(one))) add(one, FORM);
    }
    for (const one of this.beginning(word)) add(one, (BEGINNING * word.length) / one.length);
    if (word.length >= ROOT) {
      for (const [one, tail] of this.containing(word.slice(0, ROOT))) if (tail.startsWith(word) || (mayEnd(word, tail) && shares(forms, this.forms(tail)))) add(one, PART);
      if (kin.size) for (const one of this.beginning(word.slice(0, 3))) if (mayEnd(word, one) && shares(kin, this.kin(one))) add(one, KIN);
    }
    if (!meant.size && word.length > 2) {
      for (const one of this.index.near(word, Math.min(2, Math.round(word.length * 0.25)))) add(one, MISSPELT);
      for (let end = word.length - 1; !meant.size && end >= Math.max(ROOT, word.length * 0.35); end--) for (const one of this.beginning(word.slice(0, end))) add(one, MISSPELT);
    }
    return meant;
  }

  private beginning(start: string): string[] {
    return this.words.slice(this.index.seek(start), this.index.seek(`${start}\uffff`));
  }

  /** Return words in which another stands further on, and how they end from there. */
  private containing(root: string): [string, string][] {
    const found: [string, string][] = [];
    for (let at = this.text.indexOf(root); at >= 0; at = this.text.indexOf(root, at + 1)) {
      const begin = this.text.lastIndexOf("\n", at) + 1;
      if (at - begin > 2) found.push([this.text.slice(begin, this.text.indexOf("\n", at)), this.text.slice(at, this.text.indexOf("\n", at))]);
    }
    return found;
  }
}

/** How many letters all forms of a word begin with: what bends in `luku` and `luvun`, `vika` and `vian`, is the third. */
const sameIn = (word: string) => (word.length < 5 || /^..[kptvdgj]/.test(word) ? 2 : 3);

/** Whether two words part so near their ends that they may be forms of one. */
function mayEnd(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return one.length - at < LONGEST && other.length - at < LONGEST;
}

/** The words of a text, as the index has them. */
export function split(text: string): string[] {
  return text.normalize("NFC").toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}
