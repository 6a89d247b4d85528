/**
 * The laws that every kind's `grade` keeps, tried on answers nobody thought of. test_laws.py bundles this, puts the
 * scripts that ship and their cases before it as `trial`, and reads what it prints: by kind and law, what broke it.
 */
import fc from "fast-check";
import type { Response } from "./control.ts";
import type { Grade } from "./question.ts";

interface Case {
  response: Response;
  score: number;
  marks: Record<string, string>;
  missed: string[];
  data?: Data;
}

type Data = Record<string, unknown>;

interface Trial {
  name: string;
  script: string;
  /** Whether a machine tells right from wrong. */
  gradable: boolean;
  cases: { ordered?: boolean; data: Data; cases: Case[] };
}

declare const trial: Trial[];

const SEED = 20261122; // the same answers every time
const HOSTILE = ["", " ", ".", "a.", ".a", "a.b.c", "__proto__", "constructor", "toString", "__proto__.a", "a.__proto__", "\u0000", "\ud800", "NaN", "Infinity", "1e999", "-0", "١", "½", "İ", "ﬁ", "null", "true", "[object Object]", "x".repeat(100_000), "9".repeat(10_000), "1,".repeat(10_000)];

const graders: Record<string, (data: Data, response: Response) => Grade> = {};
Object.assign(globalThis, { tuokio: { shared: {}, kind: (name: string, kind: { grade: (data: Data, response: Response) => Grade }) => (graders[name] = kind.grade) } });

const sorted = (texts: string[]) => [...texts].sort();
const anyWrong = (grade: Grade) => Object.values(grade.marks).includes("wrong");

/** Every id in a question's data. */
function ids(data: unknown): string[] {
  if (Array.isArray(data)) return data.flatMap(ids);
  if (typeof data !== "object" || !data) return [];
  return Object.entries(data).flatMap(([key, value]) => (key === "id" && typeof value === "string" ? [value] : ids(value)));
}

/** A copy that nothing can change. */
function freeze<Value>(value: Value): Value {
  if (typeof value !== "object" || !value) return value;
  return Object.freeze(Array.isArray(value) ? value.map(freeze) : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, freeze(one)]))) as Value;
}

/** Answers as a page makes them: every part is named once. */
function once(response: Response): Response {
  const named = new Set<string>();
  return response.filter((one) => {
    const part = one.split(".")[0]!;
    return !named.has(part) && named.add(part);
  });
}

/** The laws of one kind with one of its questions: what each is tried on, and what it says. */
function* laws({ name, cases: { cases, ...all }, ...kind }: Trial, data: Data): Generator<[string, () => void]> {
  // What a block makes of its cards may be judged by the learner where its other questions are not.
  const [gradable, ordered] = [kind.gradable && !data.ungraded, all.ordered || data.ungraded];
  const grade = (response: Response, of = data) => graders[name]!(of, freeze(response));
  const parts = new Set([...ids(data), ...cases.flatMap(({ marks, missed }) => [...Object.keys(marks), ...missed])]);
  const said = [...new Set([...ids(data), ...cases.flatMap(({ response }) => response)])];
  const token = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...said) }, { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...said), fc.constantFrom(...said)).map((pair) => pair.join(".")) }, { weight: 2, arbitrary: fc.constantFrom(...HOSTILE) }, fc.string({ unit: "binary" }));
  const any = fc.oneof(fc.array(token, { maxLength: 12 }), fc.constantFrom(...cases.map(({ response }) => response)));
  const fair = fc.oneof(fc.subarray(said), fc.constantFrom(...cases.map(({ response }) => response))).map(once);
  const shuffled = fair.chain((response) => fc.tuple(fc.constant(response), fc.shuffledSubarray(response, { minLength: response.length })));
  const hold = <Value>(arbitrary: fc.Arbitrary<Value>, says: (value: Value) => unknown) => () =>
    fc.assert(fc.property(arbitrary, (value) => says(value) !== false), { seed: SEED, numRuns: 300 });

  yield ["any answer scores a number from 0 to 1", hold(any, (response) => grade(response).score >= 0 && grade(response).score <= 1)];
  yield ["an answer without end is graded too", () => [HOSTILE, Array<string>(10_000).fill(said[0]!)].forEach((response) => grade(response))];
  yield ["grading remembers nothing and changes nothing", hold(any, (response) => JSON.stringify(grade(response)) === JSON.stringify(grade([...response])))];
  yield ["only parts of the question are named", hold(any, (response) => {
    const { marks, missed, answers = {} } = grade(response);
    return [...Object.keys(marks), ...missed, ...Object.keys(answers)].every((part) => parts.has(part));
  })];
  yield ["what stays for the next try stays after it", hold(any, (response) => {
    const { keep } = grade(response);
    return JSON.stringify(sorted(grade(keep).keep)) === JSON.stringify(sorted(keep));
  })];
  if (gradable) {
    yield ["a full score leaves nothing to mend, and any other something", hold(any, (response) => (grade(response).score === 1) === (grade(response).missed.length === 0 && !anyWrong(grade(response))))];
    yield ["what stays for the next try scores no less", hold(any, (response) => grade(grade(response).keep).score >= grade(response).score)];
  }
  if (!ordered) {
    yield ["the order of an answer does not matter", hold(shuffled, ([one, other]) => grade(one).score === grade(other).score)];
    yield ["the author's order does not matter", hold(fc.tuple(fair, fc.infiniteStream(fc.nat())), ([response, numbers]) => {
      const other = Object.fromEntries(Object.entries(data).map(([key, value]) => [key, Array.isArray(value) && value.length && value.every((one) => ids([one]).length) ? mix(value, numbers) : value]));
      return grade(response).score === grade(response, other).score;
    })];
  }
}

function mix<Value>(values: Value[], numbers: Iterator<number>): Value[] {
  return values.map((value) => ({ value, at: numbers.next().value as number })).sort((one, other) => one.at - other.at).map(({ value }) => value);
}

const broken: Record<string, Record<string, string | null>> = {};
for (const one of trial) {
  (0, eval)(one.script);
  broken[one.name] = {};
  const { data, cases } = one.cases;
  const questions = [...new Set([data, ...cases.map((one) => ({ ...data, ...one.data }))].map((data) => JSON.stringify(data)))].map((text) => JSON.parse(text) as Data);
  for (const question of questions)
    for (const [law, hold] of laws(one, freeze(question))) {
      try {
        broken[one.name]![law] ??= null;
        hold();
      } catch (error) {
        broken[one.name]![law] ??= `${JSON.stringify(question).slice(0, 300)}\n${String((error as Error).message).slice(0, 1000)}`;
      }
    }
}
console.log(JSON.stringify(broken));
