/**
 * The words of a course and the steps that have them, as Python writes them in MiniSearch's form. Steps are weighed as MiniSearch does, by BM25+.
 *
 * An index is megabytes and a query is about a few words of it, so at first it is only noted where each word's steps are told: to make objects of all
 * took the library seconds on a phone, and to make some of every step it weighs took half a second where words are common.
 */

interface Stored {
  title: string;
  /** Of a page that is no module's: all that is shown of it, and its language where it is not the course's. */
  text?: string;
  language?: string;
}

interface Head {
  documentIds: Record<string, string>;
  /** How many words a step's title and its text have, and how many those of all have on average. */
  fieldLength: Record<string, [title: number, text: number]>;
  averageFieldLength: [title: number, text: number];
  storedFields: Record<string, Stored>;
}

/** A step by its number here, what it weighs, and how many of the words that were asked for it has. */
export interface Weighed {
  step: number;
  score: number;
  has: number;
}

const ROWS = '"index":['; // stands in no title, whose quotes are escaped
const TITLE = 3; // what a word in a title weighs
const [GAIN, LENGTH, LEAST] = [1.2, 0.7, 0.5]; // BM25+, as MiniSearch sets it

export class Index {
  /** In alphabetical order. */
  readonly words: string[];
  /** By step: its id, and what is shown of it. */
  readonly ids: string[];
  readonly stored: Stored[];
  private numbers: Map<string, number>;
  /** By field and step: what its length makes of a word in it. */
  private worth: Float64Array[];
  /** By word: where in the text its steps are told, and what was read there. */
  private places = new Map<string, number>();
  private known = new Map<string, number[][]>();

  /** `boost` tells by a step's id how much it counts. */
  constructor(private json: string, boost: (id: string) => number) {
    const rows = json.indexOf(ROWS);
    const { documentIds, fieldLength, averageFieldLength, storedFields } = JSON.parse(`${json.slice(0, rows - 1)}}`) as Head;
    const numbers = Object.keys(documentIds);
    this.ids = Object.values(documentIds);
    this.stored = numbers.map((number) => storedFields[number]!);
    this.numbers = new Map(numbers.map((number, step) => [number, step]));
    this.worth = [TITLE, 1].map((weight, field) => Float64Array.from(numbers, (number, step) => weight * boost(this.ids[step]!) * (LEAST + (GAIN + 1) / (1 + GAIN * (1 - LENGTH + (LENGTH * fieldLength[number]![field]!) / averageFieldLength[field]!)))));
    for (let at = json.indexOf('["', rows); at >= 0; at = json.indexOf('["', at)) {
      const begin = at + 2;
      at = json.indexOf('"', begin);
      this.places.set(json.slice(begin, at), at + 2);
    }
    this.words = [...this.places.keys()].sort();
  }

  /** Weigh the steps that have any of what was asked for: of each word, those it may stand for, and how much they count. */
  weigh(asked: Map<string, number>[]): Weighed[] {
    const scores = new Float64Array(this.ids.length);
    const has = new Uint16Array(this.ids.length);
    const seen = new Uint16Array(this.ids.length); // the last of those asked for that a step has, from 1
    const found: number[] = [];
    asked.forEach((words, before) => {
      for (const [word, weight] of words) {
        this.read(word).forEach((steps, field) => {
          const worth = this.worth[field]!;
          const rare = weight * Math.log(1 + (this.ids.length - steps.length + 0.5) / (steps.length + 0.5));
          for (const step of steps) {
            scores[step]! += rare * worth[step]!;
            if (seen[step]! > before) continue;
            if (!seen[step]) found.push(step);
            seen[step] = before + 1;
            has[step]!++;
          }
        });
      }
    });
    return found.map((step) => ({ step, score: scores[step]!, has: has[step]! }));
  }

  /** Return the place of the first word that does not come before another. */
  seek(word: string): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words[middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Return the words that differ from one in at most so many letters, the nearest first, and of those the most common. */
  near(word: string, most: number): string[] {
    const found: [word: string, letters: number][] = [];
    // By Levenshtein, a row for each letter of the one that is compared: those it has in common with the one before it stand.
    const rows = [Array.from({ length: word.length + 1 }, (_, at) => at)];
    let before = "";
    for (let at = most ? 0 : this.words.length; at < this.words.length; at++) {
      const one = this.words[at]!;
      let depth = 0;
      while (depth < before.length && before[depth] === one[depth]) depth++;
      let least = 0;
      for (; depth < one.length && least <= most; depth++) {
        const above = rows[depth]!;
        const row = (rows[depth + 1] ??= []);
        row[0] = least = depth + 1;
        for (let to = 1; to <= word.length; to++) {
          row[to] = Math.min(above[to - 1]! + (one[depth] === word[to - 1] ? 0 : 1), above[to]! + 1, row[to - 1]! + 1);
          least = Math.min(least, row[to]!);
        }
      }
      before = one.slice(0, depth);
      const letters = rows[depth]![word.length]!;
      if (least > most) at = this.seek(`${before}\uffff`) - 1; // nor will any that begin so
      else if (letters <= most) found.push([one, letters]);
    }
    const common = ([one]: [string, number]) => this.read(one).reduce((sum, steps) => sum + steps.length, 0);
    return found.sort((a, b) => a[1] - b[1] || common(b) - common(a)).map(([one]) => one);
  }

  /** The steps that have a word in their title, and in their text. */
  private read(word: string): number[][] {
    let steps = this.known.get(word);
    if (!steps) {
      const place = this.places.get(word)!;
      const told = JSON.parse(this.json.slice(place, this.json.indexOf("]", place))) as Record<string, object>;
      this.known.set(word, (steps = [told[0], told[1]].map((field = {}) => Object.keys(field).map((number) => this.numbers.get(number)!))));
    }
    return steps;
  }
}
