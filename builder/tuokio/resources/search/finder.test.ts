import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import MiniSearch from "minisearch";
import { excerpt, extractText, mark } from "./excerpt.ts";
import { Finder, split } from "./finder.ts";

const STEPS = {
  "kuitti/start": ["Kuitti", "Asiakas voi palauttaa tuotteen kuitin kanssa."],
  "kuitti/verkko": ["Verkosta ostettu", "Verkkokaupan asiakaspalautus on toinen asia kuin myymälän."],
  "korut/start": ["Vihkisormukset", "Vihkisormus kaiverretaan. Sormuksen kokoa muutetaan."],
  "korut/hoito": ["Korujen hoito", "Puhdista vihkisormus liinalla, niin se säilyttää kiiltonsa. Kuitenkin varovasti."],
};

function read(languages = ["fi"]): Finder {
  const index = new MiniSearch({ fields: ["title", "text"], storeFields: ["title"], tokenize: split, processTerm: (term) => term });
  index.addAll(Object.entries(STEPS).map(([id, [title, text]]) => ({ id, title, text })));
  return new Finder(JSON.stringify(index), languages);
}
const finder = read();
const steps = (query: string) => finder.find(query).found.map(({ module, step }) => `${module}/${step}`);

test("a title weighs more than the text, and a form of a word finds it", () => {
  deepEqual(steps("kuitista"), ["kuitti/start"]);
  equal(steps("sormus")[0], "korut/start");
});

test("the later part of a compound is found, and so is its beginning", () => {
  deepEqual(steps("palautuksen").sort(), ["kuitti/start", "kuitti/verkko"]); // its kin `palauttaa` too
  equal(steps("palautuksen")[0], "kuitti/verkko");
  deepEqual(steps("verkkok"), ["kuitti/verkko"]);
  deepEqual(steps("SORMUKSIA").sort(), ["korut/hoito", "korut/start"]);
});

test("a slip of the finger is forgiven, but only where no word is meant as it is written", () => {
  deepEqual(steps("asiaaks"), ["kuitti/start"]);
  deepEqual(steps("kuitti"), ["kuitti/start"]);
});

test("a step that has every word is found alone; if there is none, those that have some are", () => {
  deepEqual(finder.find("kuitti palauttaa").whole, true);
  const { found, whole } = finder.find("kuitti liina");
  deepEqual([found.length, whole], [2, false]);
});

test("nothing is found of nothing, and what is near is suggested", () => {
  deepEqual([steps(""), steps(" ?! "), steps("a")], [[], [], []]);
  deepEqual(steps("zyxzyx"), []);
  deepEqual(finder.suggest("ormussen").includes("sormuksen"), true);
});

test("an excerpt has most of the words, and they are marked", () => {
  const text = `${"Alkua on tässä paljon. ".repeat(20)}Asiakas näyttää kuitin, ja kuitti riittää. ${"Loppua. ".repeat(40)}`.trim();
  const parts = excerpt(text, ["kuitin", "kuitti"]);
  deepEqual(parts.filter((_, at) => at % 2), ["kuitin", "kuitti"]);
  deepEqual([parts[0]!.startsWith("… "), parts.at(-1)!.endsWith(" …"), parts.join("").length < 160], [true, true, true]);
  deepEqual(mark("Kuitti", ["kuitti"]), ["", "Kuitti", ""]);
  deepEqual(excerpt("Lyhyt.", ["muu"]), ["Lyhyt."]);
});

test("the text of a step has a question's stem and nothing that would answer it", () => {
  const question = '<section class="item" id="/m/s/q"><form><fieldset><legend class="stem"><p>Mik&auml; &amp; miksi?</p></legend><ul><li>Oikea</li></ul></fieldset><div hidden>Palaute</div></form></section>';
  equal(extractText(`<p>[<a href="x">kuitti</a>n]</p>${question}<p>Loppu<sup><a href="#/m/s/n">1</a></sup>.</p>`), "[kuittin] Mik&auml; & miksi? Loppu.");
});
