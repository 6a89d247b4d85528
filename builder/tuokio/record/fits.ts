/**
 * Whether what a store gives back can be folded and shown: an event whose parts are missing or of another type would stop the page.
 * The whole schema is too heavy for the first page (`valid.js`, which what comes from elsewhere is held to); nothing that it lets in is refused here.
 */
import type { Event } from "./event.d.ts";

/** Numbers end here (`LATEST` in event.py), so that whatever was joined, a later event still fits. */
export const LATEST = 1e9;

/** What cannot be done without, beside what every event says. */
const NEEDS: Partial<Record<Event["kind"], string>> = {
  reopened: "items",
  drafted: "response",
  answered: "response score",
  played: "response",
  hinted: "hint",
  wrote: "fields",
  drawn: "attempt items points",
  "exam-timed": "minutes",
  "exam-finished": "score passed",
  preferred: "value",
};
const common = ["id", "n", "at", "of", "kind"];
const needs = new Map(Object.entries(NEEDS).map(([kind, names]) => [kind, [...common, ...names.split(" ")]]));

const isText = (value: unknown): value is string => typeof value === "string";
const isMoment = (value: unknown) => isText(value) && Date.parse(value) < Infinity;
const areTexts = (values: unknown) => typeof values === "object" && Object.values(values!).every(isText);
/** By its name, what a part is like in every kind of event. Other names are those of a newer Tuokio. */
const likeness: [string, (value: unknown) => boolean][] = [
  ["id kind of rev round entry value", isText],
  ["n tz score points attempt sure hint minutes version", Number.isFinite],
  ["at since", isMoment],
  ["response items", (value) => Array.isArray(value) && areTexts(value)],
  ["fields", areTexts],
  ["passed", (value) => value === !!value],
];
const suits = new Map(likeness.flatMap(([names, suit]) => names.split(" ").map((name) => [name, suit])));

/** An event of a kind that is not known fits too, if it says what every one does: a newer Tuokio in another tab wrote it. */
export function fits(record: unknown): record is Event {
  const event = (record ?? {}) as Event;
  return (
    (needs.get(event.kind) ?? common).every((name) => event[name as "id"] != null) &&
    Object.keys(event).every((name) => event[name as "id"] == null || (suits.get(name)?.(event[name as "id"]) ?? true)) &&
    event.n <= LATEST &&
    (event.kind !== "preferred" || /^(language|role|name)$/.test(event.of)) // it names a part of the state
  );
}
