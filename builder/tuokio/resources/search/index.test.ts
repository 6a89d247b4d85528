import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import MiniSearch from "minisearch";
import { Index } from "./index.ts";

const OPTIONS = { fields: ["title", "text"], storeFields: ["title"], tokenize: (text: string) => [...new Set(text.split(" "))], processTerm: (term: string) => term };
const word = fc.string({ unit: fc.constantFrom(..."abcä"), minLength: 2, maxLength: 5 });
const steps = fc.array(fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.array(word, { minLength: 1, maxLength: 9 })), { minLength: 1, maxLength: 9 });
const meant = fc.dictionary(word, fc.constantFrom(0.1, 0.5, 1), { minKeys: 1, maxKeys: 4, noNullPrototype: true }).map((weights) => new Map(Object.entries(weights)));

function make(all: [string[], string[]][]): MiniSearch {
  const index = new MiniSearch(OPTIONS);
  index.addAll(all.map(([title, text], at) => ({ id: `m/${at}`, title: title.join(" "), text: text.join(" ") })));
  return index;
}

test("steps weigh what they weigh in MiniSearch, and have as many of the words", () => {
  const round = (score: number) => score.toFixed(6);
  fc.assert(fc.property(steps, fc.array(meant, { minLength: 1, maxLength: 3 }), (all, asked) => {
    const library = make(all);
    const index = new Index(JSON.stringify(library), () => 1);
    const theirs = library.search({ combineWith: "OR", queries: asked.map((words) => ({ queries: [...words.keys()], combineWith: "OR", boostTerm: (one: string) => words.get(one)! })) }, { boost: { title: 3 } });
    const has = (terms: string[]) => asked.filter((words) => terms.some((term) => words.has(term))).length;
    const told = index.weigh(asked.map((words) => new Map([...words].filter(([one]) => index.words.includes(one)))));
    deepEqual(
      told.map(({ step, score, has }) => [index.ids[step], round(score), has]).sort(),
      theirs.map(({ id, score, terms, queryTerms }) => [id, round(score / queryTerms.length), has(terms)]).sort(),
    );
  }));
});

test("words that differ in a few letters are those that MiniSearch finds", () => {
  fc.assert(fc.property(steps, word, fc.integer({ min: 1, max: 4 }), (all, wanted, most) => {
    const library = make(all);
    const found = library.search(wanted, { fuzzy: most, maxFuzzy: most });
    deepEqual(new Index(JSON.stringify(library), () => 1).near(wanted, most).sort(), [...new Set(found.flatMap(({ terms }) => terms))].sort());
  }));
});

test("the nearest word comes first, and of those that are as near the most common", () => {
  const index = new Index(JSON.stringify(make([[["kassa"], ["kansa", "kasa"]], [["kansa"], ["kassi"]]])), () => 1);
  deepEqual(index.near("kassaa", 3), ["kassa", "kansa", "kasa", "kassi"]);
  deepEqual(index.near("kassa", 0), []);
});

test("a title may say whatever an index could", () => {
  const library = new MiniSearch({ ...OPTIONS, tokenize: (text: string) => text.split(/\W+/) });
  const title = 'tuokio "index":[["aa",{"0":{"0":1}}]]';
  library.add({ id: "m/0", title, text: "bb" });
  const index = new Index(JSON.stringify(library), () => 1);
  equal(index.stored[0]!.title, title);
  deepEqual(index.words.filter((one) => one.length === 2), ["aa", "bb"]);
});
