/** What holds of interactions whatever authors and learners write. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { choose, fill, go, pair, sequence, type Interaction } from "../blocks/interaction.ts";
import { isInteractionId, list12Faults, list2004Faults } from "./grammar.ts";
import { toInteractionId, toScorm12 } from "./interaction12.ts";

fc.configureGlobal({ seed: 20261122, endOnFailure: true }); // the same every time, and no hours spent on the shortest way to a failure

const HOSTILE = ["", " ", "-", "_", "a-b", "a_b", "a.b", "a b", "__proto__", "constructor", "[,]", "[.]", "[:]", "[[,],]", "[[.]", "{lang=fi}kuitti", "{case_matters=true}", "{", "a,b", "\n", "\r\n", "\u2028", "\u0000", "\ud800", "a\udc00b", "\ufeff", "\u200f", "שלום עולם", "مرحبا", "👩‍👩‍👧‍👦", "💶".repeat(150), "x".repeat(199) + "💶", "ä".repeat(10_000), "İ", "1e999", "…"];

const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary" }), fc.string({ unit: "grapheme", maxLength: 300 }), fc.tuple(fc.constantFrom(...HOSTILE), fc.constantFrom(...HOSTILE)).map((two) => two.join("")));
const ids = (most: number) => fc.uniqueArray(fc.oneof(fc.constantFrom("a", "b", "A", "of-refund", "of_refund", "of_refund_2", ...HOSTILE), fc.string({ unit: "binary", maxLength: 80 })), { minLength: 1, maxLength: most, size: "max" });
const language = fc.constantFrom("fi", "sv-FI", "EN", "smn", "zh-Hant-TW", "", "x");

function assertTaken(interaction: Interaction | undefined): void {
  if (!interaction) return;
  assert.deepEqual(list2004Faults(interaction), []);
  assert.deepEqual(list12Faults(toScorm12(interaction)), []);
}

/** Options of which some are right and some chosen. */
const chosen = ids(200).chain((all) => fc.tuple(fc.constant(all), fc.subarray(all), fc.subarray(all)));
const asOptions = (all: string[], right: string[]) => all.map((id) => ({ id, correct: right.includes(id) }));

test("options are told in the grammar of both, two or two hundred, whatever their ids", () => {
  fc.assert(fc.property(chosen, ([all, right, response]) => assertTaken(choose(asOptions(all, right), response))));
});

test("two different choices are told in different words, and the right one as it is asked for", () => {
  fc.assert(
    fc.property(ids(36).chain((all) => fc.tuple(fc.constant(all), fc.subarray(all, { minLength: 1 }), fc.subarray(all, { minLength: 1 }))), ([all, right, other]) => {
      const [one, two] = [right, other].map((response) => choose(asOptions(all, right), response)!);
      assert.equal(one!.response, one!.correct[0]);
      assert.equal(one!.response === two!.response, right.length === other.length && right.every((id) => other.includes(id)));
      assert.equal(toScorm12(one!).response === toScorm12(two!).response, one!.response === two!.response);
    }),
  );
});

test("an option has the same letter in SCORM 1.2 whatever else is chosen", () => {
  fc.assert(
    fc.property(ids(36), (all) => {
      const together = toScorm12(choose(asOptions(all, []), all)!).response.split(",");
      all.forEach((id, at) => assert.equal(toScorm12(choose(asOptions(all, []), [id])!).response, together[at]));
    }),
  );
});

test("an id that hosts take is told as it is, and another that would look like it is told apart", () => {
  const options = asOptions(["of-refund", "of_refund", "flat_white", "of.refund"], ["of_refund"]);
  assert.deepEqual(choose(options, ["of-refund", "of_refund", "flat_white", "of.refund"]), { type: "choice", response: "of_refund_2[,]of_refund[,]flat_white[,]of_refund_3", correct: ["of_refund"], options: ["of_refund_2", "of_refund", "flat_white", "of_refund_3"] });
});

test("an order is told in the grammar of both, and only the right one as it is asked for", () => {
  fc.assert(
    fc.property(ids(200).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all))), ([all, response]) => {
      const interaction = sequence(all, response);
      assertTaken(interaction);
      if (interaction?.correct.length) assert.equal(interaction.response === interaction.correct[0], response.join("\0") === all.join("\0"));
    }),
  );
});

test("pairs are told in the grammar of both, and all of them right as they are asked for", () => {
  fc.assert(
    fc.property(ids(60), ids(60), fc.infiniteStream(fc.nat()), (all, options, numbers) => {
      const pick = () => options[(numbers.next().value as number) % options.length]!;
      const parts = all.map((id) => ({ id, right: pick() }));
      assertTaken(pair(parts, options, new Map(all.filter(() => pick() !== options[0]).map((id) => [id, pick()]))));
      const right = pair(parts, options, new Map(parts.map((part) => [part.id, part.right])))!;
      if (right.correct.length) assert.equal(right.response, right.correct[0]);
    }),
  );
});

test("what is typed is told in the grammar of both, whatever it is and whatever is accepted", () => {
  const way = fc.array(text, { minLength: 1, maxLength: 14 });
  fc.assert(fc.property(way, fc.array(way, { maxLength: 12 }), fc.option(way, { nil: undefined }), language, (typed, ways, meant, code) => assertTaken(fill(typed, ways, meant, code))));
});

test("of many answers that are accepted, the one that was meant is told", () => {
  const { correct } = fill(["kolme"], ["yksi", "kaksi", "neljä", "viisi", "kuusi", "kolme"].map((word) => [word]), ["kolme"], "fi-FI")!;
  assert.equal(correct.length, 5);
  assert.ok(correct.includes("{case_matters=false}{order_matters=true}{lang=fi}kolme"));
});

test("a text is cut between its characters, and only where it is too long", () => {
  assert.equal(fill(["💶".repeat(150)], [], undefined, "fi")!.response, "💶".repeat(100));
  assert.equal(fill(["x".repeat(199) + "💶"], [], undefined, "fi")!.response, "x".repeat(199));
  assert.equal(toScorm12({ type: "other", response: "x".repeat(254) + "💶", correct: ["y".repeat(256)] }).response, "x".repeat(254));
});

test("a conversation is told in the grammar of both, however long it went on", () => {
  fc.assert(fc.property(fc.array(fc.tuple(text, text), { maxLength: 400, size: "max" }), (steps) => assertTaken(go(steps))));
  assert.equal(go(Array(300).fill(["a", "b"]))!.response.split("[,]").length, 250);
});

test("an id is one to both, whatever its item and round are called", () => {
  fc.assert(fc.property(text.filter(Boolean), fc.option(text, { nil: undefined }), fc.integer({ min: 1, max: 999 }), (...one) => assert.ok(isInteractionId(toInteractionId(...one)))));
  assert.equal(toInteractionId("opened-20-days"), "opened-20-days");
  assert.equal(toInteractionId("coffees.flat-white.suits", "-review#3", 2), "coffees__flat-white__suits_in--review_n3_try-2");
});

test("no two items, rounds or attempts have the same id", () => {
  const parts = ["a", "_", "-", ".", "#", "in-", "try-2", "n"];
  const lengthen = (texts: string[]) => texts.flatMap((one) => parts.map((part) => one + part));
  const [two, four] = [lengthen(parts), lengthen(lengthen(lengthen(parts)))].map((texts) => [...new Set(texts)]) as [string[], string[]];
  const all = [...four.map((item) => [item] as const), ...two.flatMap((item) => two.flatMap((round) => [[item, round] as const, [item, round, 2] as const]))];
  assert.equal(new Set(all.map((one) => toInteractionId(...one))).size, all.length);
  assert.notEqual(toInteractionId(`${"a".repeat(300)}b`), toInteractionId(`${"a".repeat(300)}c`));
});
