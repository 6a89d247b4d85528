import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { Scorm12API } from "scorm-again/scorm12";
import { Scorm2004API } from "scorm-again/scorm2004";
import type { Interact, Interaction } from "../blocks/interaction.ts";
import type { Grade } from "../blocks/question.ts";
import { findMeant } from "../blocks/spelling.ts";
import { isAnticipated, list12Faults, list2004Faults } from "./grammar.ts";
import { toInteractionId, toScorm12 } from "./interaction12.ts";

type Data = Record<string, unknown>;
interface Case {
  says: string;
  response: string[];
  score?: number;
  data?: Data;
}

fc.configureGlobal({ seed: 20261122 }); // the same every time

// The scripts that ship, each with what it shares with others.
const interacts = new Map<string, Interact<Data>>();
const grades = new Map<string, (data: Data, response: string[]) => Grade>();
const loaded = new Set<string>();
Object.assign(globalThis, { tuokio: { shared: {}, kind: (name: string, { grade }: { grade: (data: Data, response: string[]) => Grade }) => grades.set(name, grade), interaction: (name: string, interact: Interact<Data>) => interacts.set(name, interact) } });

function load(part: string): void {
  if (loaded.has(part)) return;
  loaded.add(part);
  const script = readFileSync(`tuokio/bundle/${part}.js`, "utf8");
  for (const [, name] of script.matchAll(/tuokio\.shared\.(\w+)(?!\w*=)/g)) load(`shared/${name}`);
  (0, eval)(script);
}

const kinds = readdirSync("tuokio/bundle/interactions").map((file) => file.replace(".js", ""));
for (const kind of kinds) [`blocks/${kind}`, `interactions/${kind}`].forEach(load);

/** Every answer that a kind's cases or walks tell of, with its question. */
function* listCases(kind: string): Generator<Case & { data: Data }> {
  const read = (file: string) => JSON.parse(readFileSync(`tuokio/blocks/${kind}/${file}`, "utf8"));
  if (readdirSync(`tuokio/blocks/${kind}`).includes("cases.json")) {
    const { data, cases } = read("cases.json") as { data: Data; cases: Case[] };
    for (const one of cases) yield { ...one, data: { ...data, ...one.data } };
  } else {
    const { scenarios, cases } = read("walks.json") as { scenarios: Record<string, Data>; cases: { says: string; scenario: string; path: string[] }[] };
    for (const { says, scenario, path } of cases) yield { says, response: path, data: scenarios[scenario]! };
  }
}

/** Two texts that a question takes for one, typos forgiven; `b.kuitti` where they were filled in. */
const same = ({ typos = 0, wrong = [] }: Data) => (one: string, other: string) => {
  const [gap, word] = /^[a-z]{1,2}\./.test(other) ? [other.slice(0, other.indexOf(".") + 1), other.slice(other.indexOf(".") + 1)] : ["", other];
  return one.startsWith(gap) && findMeant(one.slice(gap.length), [word], typos as number, wrong as string[]) !== undefined;
};

function assertTaken(interaction: Interaction): void {
  assert.deepEqual(list2004Faults(interaction), []);
  assert.deepEqual(list12Faults(toScorm12(interaction)), []);
}

for (const kind of kinds) {
  test(`${kind}: every answer of its cases is said as the strictest hosts read it, and what is right is what was asked for`, () => {
    const seen = new Set<unknown>();
    for (const { says, data, response, score } of listCases(kind)) {
      const interaction = interacts.get(kind)!(data, response, "fi");
      if (!interaction) continue;
      assertTaken(interaction);
      const anticipated = isAnticipated(interaction, same(data));
      if (anticipated !== undefined && (score === 0 || score === 1)) assert.equal(anticipated, score === 1, `${says}: ${JSON.stringify(interaction)}`);
      seen.add(anticipated);
    }
    // Of a conversation there are many ways to be right.
    if (grades.get(kind)) assert.ok(seen.has(true) && seen.has(false), "right and wrong answers are among the cases");
    else assert.deepEqual([...seen], [undefined]);
  });

  test(`${kind}: scorm-again takes every answer of its cases without an error, by both standards`, () => {
    const apis = [new Scorm12API({ logLevel: 5 }), new Scorm2004API({ logLevel: 5 })] as const;
    assert.deepEqual([apis[0].LMSInitialize(""), apis[1].Initialize("")], ["true", "true"]);
    let n = 0;
    for (const { data, response } of listCases(kind)) {
      const interaction = interacts.get(kind)!(data, response, "fi");
      if (!interaction) continue;
      const { type, response: answer, correct } = toScorm12(interaction);
      const set = (said: Record<string, string>, setValue: (name: string, value: string) => string, lastError: () => string) => {
        for (const [name, value] of Object.entries(said)) assert.deepEqual([setValue(`cmi.interactions.${n}.${name}`, value), String(lastError())], ["true", "0"], `${name}=${value} (${interaction.type})`);
      };
      const patterns = (ways: string[]) => Object.fromEntries(ways.map((way, at) => [`correct_responses.${at}.pattern`, way]));
      const id = toInteractionId(`${kind}.a_b`, "final#1", n + 1);
      set({ id, type, ...patterns(correct), student_response: answer }, (name, value) => apis[0].LMSSetValue(name, value), () => apis[0].LMSGetLastError());
      set({ id, type: interaction.type, ...patterns(interaction.correct), learner_response: interaction.response }, (name, value) => apis[1].SetValue(name, value), () => apis[1].GetLastError());
      assert.equal(apis[1].GetValue(`cmi.interactions.${n}.learner_response`), interaction.response);
      n++;
    }
    assert.ok(n > 0);
  });
}

test("no answer is no interaction", () => {
  for (const kind of kinds) for (const { data } of listCases(kind)) assert.equal(interacts.get(kind)!(data, [], "fi"), undefined);
});

const HOSTILE = ["", " ", ".", "a.", ".a", "a.b.c", "[,]", "a.[,]b", "[.]", "[:]", "{lang=fi}x", "{", "\n", "\u2028", "\u0000", "\ud800", "__proto__", "constructor", "__proto__.a", "a.__proto__", "NaN", "1e999", "-0", "½", "1/3", "99999,9999999", "100000", "0,00000001", "12345678901234567890", "١٢", "שלום", "👩‍👩‍👧", "x".repeat(5000), "9".repeat(500)];

for (const kind of kinds) {
  test(`${kind}: whatever is answered is said as the strictest hosts read it, and is right or wrong as it was graded`, () => {
    const cases = [...listCases(kind)];
    const said = [...new Set(cases.flatMap(({ response }) => response))];
    const token = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...said) }, fc.constantFrom(...HOSTILE), fc.tuple(fc.constantFrom(...said), fc.constantFrom(...HOSTILE)).map((two) => two.join("")), fc.string({ unit: "binary" }));
    const response = fc.oneof(fc.array(token, { maxLength: 12 }), fc.subarray(said), fc.shuffledSubarray(said));
    fc.assert(
      fc.property(fc.constantFrom(...cases.map(({ data }) => data)), response, fc.constantFrom("fi", "sv-FI", "smn"), (data, response, language) => {
        const interaction = interacts.get(kind)!(data, response, language);
        if (!interaction) return;
        assertTaken(interaction);
        const score = grades.get(kind)?.(data, response).score;
        const anticipated = isAnticipated(interaction, same(data));
        if (anticipated !== undefined && (score === 0 || score === 1)) assert.equal(anticipated, score === 1, JSON.stringify([data, response, interaction]));
      }),
      { numRuns: 200 },
    );
  });
}

test("a number is said in figures where hosts read it so, and in words where they do not", () => {
  const say = (number: number, tolerance: number, typed: string) => interacts.get("number")!({ number, tolerance, unit: ["€"] }, [typed], "fi")!;
  assert.deepEqual(say(2.5, 0.1, "2,4 €"), { type: "numeric", response: "2.4", correct: ["2.4[:]2.6"] });
  assert.deepEqual(say(-3, 0, "−3"), { type: "numeric", response: "-3", correct: ["-3[:]-3"] });
  assert.deepEqual(say(1000, 0, "1,000"), { type: "numeric", response: "1000", correct: ["1000[:]1000"] });
  assert.deepEqual(say(0.33, 0.01, "1/3"), { type: "numeric", response: "0.3333333333".slice(0, 9), correct: ["0.32[:]0.34"] });
  assert.deepEqual(say(250_000, 0, "250 000 €"), { type: "fill-in", response: "250000", correct: ["{case_matters=false}{order_matters=true}{lang=fi}250000"] });
  assert.deepEqual(say(2.5, 0, "monta"), { type: "fill-in", response: "monta", correct: ["{case_matters=false}{order_matters=true}{lang=fi}2.5"] });
});

test("a number that is said in figures is within what is asked for if it is right, and only then", () => {
  const figure = fc.oneof(fc.constantFrom(0.1, 0.2, 0.000001, 1 / 3, 99_999.999999, 12_345.678901, 1e5, 0), fc.integer({ min: -200_000, max: 200_000 }), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }).filter((number) => !String(number).includes("e")));
  fc.assert(
    fc.property(figure, fc.oneof(fc.constant(0), figure.map(Math.abs)), figure, fc.boolean(), (number, tolerance, other, near) => {
      const data = { number, tolerance };
      const response = [String(near ? number + Math.sign(other) * tolerance * (1 + 1e-8) : other)];
      const interaction = interacts.get("number")!(data, response, "fi")!;
      assertTaken(interaction);
      const anticipated = isAnticipated(interaction, (one, word) => one === word);
      if (anticipated !== undefined) assert.equal(anticipated, grades.get("number")!(data, response).score === 1, JSON.stringify([data, response, interaction]));
    }),
    { numRuns: 1000 },
  );
});

test("of more answers than a host takes, the one that was meant is told, typos and all", () => {
  const data = { answers: ["yksi", "kaksi", "neljä", "viisi", "kuusi", "kolme"], typos: 1 };
  assert.ok(isAnticipated(interacts.get("text")!(data, ["Kolmee"], "fi")!, same(data)));
});

test("SCORM 1.2 hears the same in its own grammar", () => {
  const options = ["a", "b", "flat_white"];
  assert.deepEqual(toScorm12({ type: "true-false", response: "true", correct: ["false"] }), { type: "true-false", response: "t", correct: ["f"] });
  assert.deepEqual(toScorm12({ type: "choice", response: "a[,]flat_white", correct: ["flat_white"], options }), { type: "choice", response: "a,c", correct: ["c"] });
  assert.deepEqual(toScorm12({ type: "sequencing", response: "flat_white[,]a[,]b", correct: ["a[,]b[,]flat_white"], options }), { type: "sequencing", response: "c,a,b", correct: ["a,b,c"] });
  assert.deepEqual(toScorm12({ type: "matching", response: "b[.]a", correct: ["a[.]b[,]b[.]flat_white"], options, targets: options }), { type: "matching", response: "2.a", correct: ["1.b,2.c"] });
  assert.deepEqual(toScorm12({ type: "numeric", response: "2.4", correct: ["2.4[:]2.6"] }), { type: "numeric", response: "2.4", correct: ["2.5"] });
  assert.deepEqual(toScorm12({ type: "fill-in", response: "a.14[,]b.Kyllä", correct: ["{case_matters=false}{order_matters=true}{lang=fi}a.14[,]{lang=fi}b.kyllä"] }), { type: "fill-in", response: "a.14; b.Kyllä", correct: ["a.14; b.kyllä"] });
  assert.deepEqual(toScorm12({ type: "performance", response: "counter[.]a[,]new_cup[.]c", correct: [] }), { type: "performance", response: "counter.a,new_cup.c", correct: [] });
});
