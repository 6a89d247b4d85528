/** Finds steps: which words of the course are meant by what was typed is told here, and MiniSearch weighs the steps that have them. */
import MiniSearch, { type AsPlainObject } from "minisearch";
import { formsIn, kinIn } from "./forms.ts";

/** A step that was found. */
export interface Found {
  module: string;
  step: string;
  title: string;
  /** The words it was found by, as the course has them. */
  words: string[];
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
}

export const NOTHING: Finding = { found: [], count: 0, whole: true };

const SHOWN = 50; // who has not found it among these types another word
const OPTIONS = { fields: ["title", "text"], storeFields: ["title"], tokenize: (text: string) => text.split(" "), processTerm: (term: string) => term };
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

  private constructor(private index: MiniSearch, words: string[], languages: string[]) {
    this.words = words.sort();
    this.text = `\n${this.words.join("\n")}\n`;
    this.forms = formsIn(languages);
    this.kin = kinIn(languages);
  }

  /** Read the index a little at a time, for it may be large, the phone old and its owner scrolling. */
  static async read(json: string, languages: string[]): Promise<Finder> {
    const file = JSON.parse(json) as AsPlainObject;
    const words = (file.index as [string, unknown][]).map(([word]) => word);
    return new Finder(await MiniSearch.loadJSAsync(file, OPTIONS), words, languages);
  }

  find(query: string): Finding {
    const asked = split(query).map((word) => this.recognise(word));
    if (!asked.length) return NOTHING;
    const search = (combineWith: "AND" | "OR") =>
      this.index.search({
        combineWith,
        queries: asked.map((words) => ({ queries: [...words.keys()], combineWith: "OR", boostTerm: (word: string) => words.get(word) ?? 0 })),
      }, { boost: { title: 3 }, boostDocument: (id: string) => (id.startsWith("-") ? ASIDE : 1) });
    const all = search("AND");
    const results = all.length ? all : search("OR");
    // MiniSearch multiplies by the number of forms that a step has; what counts is how many of the words it has.
    const has = (terms: string[]) => (asked.length > 1 ? asked.filter((words) => terms.some((term) => words.has(term))).length : 1);
    for (const result of results) result.score *= has(result.terms) / result.queryTerms.length;
    const found = results.sort((a, b) => b.score - a.score).slice(0, SHOWN).map(({ id, title, terms, text, language }) => {
      const [module, step] = (id as string).split("/") as [string, string];
      return { module, step, title: title as string, words: terms, ...(text && { text: text as string, language: language as string | undefined }) };
    });
    return { found, count: results.length, whole: all.length > 0 };
  }

  /** What could have been meant when nothing was found. */
  suggest(query: string): string[] {
    const near = split(query).flatMap((word) => this.index.autoSuggest(word, { fuzzy: 0.4, maxFuzzy: 4 }));
    return [...new Set(near.flatMap(({ terms }) => terms))].slice(0, 3);
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
      for (const { terms } of this.index.search(word, { fuzzy: 0.25, maxFuzzy: 2 })) for (const one of terms) add(one, MISSPELT);
      for (let end = word.length - 1; !meant.size && end >= Math.max(ROOT, word.length * 0.35); end--) for (const one of this.beginning(word.slice(0, end))) add(one, MISSPELT);
    }
    return meant;
  }

  private beginning(start: string): string[] {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle]! < start) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (this.words[end]?.startsWith(start)) end++;
    return this.words.slice(low, end);
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
