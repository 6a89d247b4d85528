import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { shuffle } from "../../player/shuffle.ts";
import { deal, WITHIN, type Card, type Deck } from "./deal.ts";
import golden from "./golden.json";

type Order = (ids: string[], of: string) => string[];

const DEALS = 10_000;
const SEEDS = ["kesakuu", "a1b2", "9"];
const names = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
const MOODS = names("m", 6);
// As a course has them: twelve customers, each in two to six of the moods, and ten twists.
const deck: Deck = { comes: names("c", 12).map((id, at) => ({ id, moods: MOODS.slice(at % 5) })), happens: names("t", 10) };
const fair = (seed: string): Order => (ids, of) => shuffle(ids, `${seed}/${of}`);

function play(cards: Deck, order: Order, times = DEALS): Card[] {
  const history: Card[] = [];
  for (let turn = 0; turn < times; turn++) history.push(deal(cards, history, order));
  return history;
}

/** χ² of counts that should all be equal, as a share of what is exceeded by chance once in a hundred (Wilson–Hilferty). */
function unevenness(drawn: string[], among: string[]): number {
  const expected = drawn.length / among.length;
  const counts = new Map(among.map((one) => [one, 0]));
  for (const one of drawn) counts.set(one, counts.get(one)! + 1);
  const chi = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const k = among.length - 1;
  return chi / (k * (1 - 2 / (9 * k) + 2.326 * Math.sqrt(2 / (9 * k))) ** 3);
}

/** Of each deal, the place of the customer among those who could come: unlike customers themselves, these are independent of one another. */
function places(dealt: Card[]): string[] {
  return dealt.slice(WITHIN).map(([customer], at) => {
    const away = dealt.slice(at + 1, at + WITHIN).map(([id]) => id);
    return String(deck.comes.map(({ id }) => id).filter((id) => !away.includes(id)).indexOf(customer));
  });
}

const ids = deck.comes.map(({ id }) => id);
const customers = (dealt: Card[]) => unevenness(dealt.map(([customer]) => customer), ids);
const choices = (dealt: Card[]) => unevenness(places(dealt), names("", ids.length - WITHIN + 1));
const twists = (dealt: Card[]) => unevenness(dealt.map(([, , twist]) => twist), deck.happens);
const moods = (dealt: Card[]) => Math.max(...deck.comes.map(({ id, moods: may }) => unevenness(dealt.filter(([customer]) => customer === id).map(([, mood]) => mood), may)));

for (const seed of SEEDS)
  test(`customers, their moods and twists come equally often in ${DEALS} deals from the seed ${seed}`, () => {
    const dealt = play(deck, fair(seed));
    for (const measure of [customers, choices, twists]) ok(measure(dealt) < 1, `${measure.name} ${measure(dealt)}`);
    // Twelve tests at once: the greatest of them is above the mark more often than one alone.
    ok(moods(dealt) < 1.25, `moods ${moods(dealt)}`);
  });

test("a dealer who favours one in twenty times is caught", () => {
  let count = 0;
  const biased: Order = (all, of) => (count++ % 60 < 3 ? all : fair("bent")(all, of)); // three orders make a deal
  const dealt = play(deck, biased);
  for (const measure of [choices, twists]) ok(measure(dealt) > 1, `${measure.name} ${measure(dealt)}`);
});

test("nobody comes twice within six cards, and a mood is always one of the customer's", () => {
  for (const seed of SEEDS)
    play(deck, fair(seed)).forEach(([customer, mood], at, dealt) => {
      ok(!dealt.slice(Math.max(0, at - WITHIN + 1), at).some(([id]) => id === customer));
      ok(deck.comes.find(({ id }) => id === customer)!.moods.includes(mood));
    });
});

test("of fewer than six, whoever came last longest ago comes next", () => {
  for (const size of [1, 2, 3, 5]) {
    const few = { ...deck, comes: deck.comes.slice(0, size) };
    play(few, fair("few"), 200).forEach(([customer], at, dealt) => ok(!dealt.slice(Math.max(0, at - size + 1), at).some(([id]) => id === customer)));
  }
});

test("without twists none is dealt", () => deepEqual("", deal({ ...deck, happens: [] }, [], fair("x"))[2]));

test("the same seed deals the same game, here as in every browser", () => {
  deepEqual(play(golden.deck, fair(golden.seed), golden.deals.length), golden.deals as Card[]);
});
