/**
 * An answer as those keep it who count answers: learning platforms, stores of statements. It is written in the grammar of SCORM 2004,
 * which is xAPI's too, and so that the strictest host takes it; `lms/interaction12.ts` says the same to SCORM 1.2.
 */
import type { Response } from "./control.ts";

export interface Interaction {
  type: "true-false" | "choice" | "sequencing" | "matching" | "fill-in" | "long-fill-in" | "numeric" | "performance" | "other";
  /** What was answered (`learner_response`); never empty. */
  response: string;
  /** What would have been right (`correct_responses`), one for each way to be; none where too many ways are, or none can be written. */
  correct: string[];
  /** What there was to choose among, in the author's order and by the names in `response`; in pairs, the first halves. */
  options?: string[];
  /** The second halves of pairs. */
  targets?: string[];
}

/** What a kind's `interaction.ts` makes of an answer; nothing of what is none. `language` is that of the question's text. Pure, as `grade` is. */
export type Interact<Data> = (data: Data, response: Response, language: string) => Interaction | undefined;

// What every host takes, and the strictest no more of.
const CHOICES = 36;
const TEXTS = 10; // in one answer
const WAYS = 5; // to be right
const LONGEST = 200; // characters of a text; 250 with what is said about it
const LONGEST_OF_ALL = 4000;

/** Some of the parts were chosen. */
export function choose(parts: readonly { id?: string; correct?: boolean }[], response: Response): Interaction | undefined {
  const names = name(parts.map(({ id }) => id!));
  const those = (fits: (part: { id?: string; correct?: boolean }) => unknown) => [...new Set(parts.filter(fits).map(({ id }) => names.get(id!)!))];
  return list("choice", those(({ id }) => response.includes(id!)), those(({ correct }) => correct), { options: [...names.values()] });
}

/** Things were put in an order. */
export function sequence(ids: readonly string[], response: Response): Interaction | undefined {
  const names = name(ids);
  return list("sequencing", [...new Set(response)].flatMap((id) => names.get(id) ?? []), [...names.values()], { options: [...names.values()] });
}

/** Each part was given one of the options, or was left. `chosen` tells which, by ids. */
export function pair(parts: readonly { id: string; right: string }[], options: readonly string[], chosen: ReadonlyMap<string, string>): Interaction | undefined {
  const [sources, targets] = [name(parts.map(({ id }) => id)), name(options)];
  const join = (id: string, option?: string) => (targets.has(option!) ? [`${sources.get(id)}[.]${targets.get(option!)}`] : []);
  const [given, right] = [parts.flatMap(({ id }) => join(id, chosen.get(id))), parts.flatMap(({ id, right }) => join(id, right))];
  return list("matching", given, right, { options: [...sources.values()], targets: [...targets.values()] });
}

/** Texts were typed. `ways` are those to have all of them right; `meant` is the one that this was, if it was one. */
export function fill(typed: string[], ways: string[][], meant: string[] | undefined, language: string): Interaction | undefined {
  const texts = typed.map(tidy).filter(Boolean);
  if (!texts.length) return;
  const lang = /^[a-z]{2}(?![a-z])/i.exec(language)?.[0].toLowerCase();
  const tag = lang ? `{lang=${lang}}` : "";
  const first = ways.slice(0, WAYS);
  if (meant && !first.some((way) => String(way) === String(meant))) first.splice(WAYS - 1, 1, meant);
  // Some hosts refuse a way that says the same twice.
  const right = first.map((way) => way.map(tidy)).filter((way) => way.every(Boolean) && new Set(way).size === way.length);
  if (Math.max(texts.length, ...right.map((way) => way.length)) <= TEXTS)
    return { type: "fill-in", response: texts.join("[,]"), correct: distinct(right.map((way) => `{case_matters=false}{order_matters=true}${way.map((text) => tag + text).join("[,]")}`)) };
  const long = right.map((way) => tag + way.join("; ")).filter((text) => text.length <= LONGEST_OF_ALL && !text.includes(","));
  return { type: "long-fill-in", response: cut(texts.join("; "), LONGEST_OF_ALL), correct: distinct(long) };
}

/** A way was gone, step by step; there is no telling all the right ones. Of a very long one it is the beginning. */
export function go(steps: readonly (readonly [string, string])[]): Interaction | undefined {
  const path = keep(steps.map(([where, what]) => `${clean(where)}[.]${clean(what)}`).slice(0, 250), "[,]");
  return path ? { type: "performance", response: path, correct: [] } : undefined;
}

/** A number in figures that every host reads: ten of them, five before the point at most and seven after it. Nothing of one that is greater. */
export function writeFigures(number: number): string | undefined {
  const short = Number(number.toPrecision(10));
  return Math.abs(short) < 100_000 ? short.toFixed(7).replace(/\.?0+$/, "").replace(/^-0$/, "0") : undefined;
}

/** What was chosen of a list; of one that is longer than hosts take, in words. */
function list(type: "choice" | "sequencing" | "matching", given: string[], right: string[], all: { options: string[]; targets?: string[] }): Interaction | undefined {
  if (!given.length) return;
  if (Math.max(all.options.length, all.targets?.length ?? 0) <= CHOICES) return { type, response: given.join("[,]"), correct: right.length ? [right.join("[,]")] : [], ...all };
  const [response, correct] = [given, right].map((names) => names.map((one) => one.replace("[.]", ".")));
  const whole = correct!.join(" ");
  return { type: "other", response: keep(response!, " "), correct: whole && whole.length <= LONGEST_OF_ALL ? [whole] : [] };
}

/** Names that hosts take, each another: an id itself where it is one. */
function name(ids: readonly string[]): Map<string, string> {
  const taken = new Set(ids.filter((id) => clean(id) === id));
  return new Map(
    distinct(ids).map((id) => {
      const plain = clean(id);
      if (plain === id) return [id, id];
      let unlike = plain;
      for (let n = 2; taken.has(unlike); n++) unlike = `${plain}_${n}`;
      taken.add(unlike);
      return [id, unlike];
    }),
  );
}

const clean = (id: string) => id.replace(/\W/g, "_").slice(0, 64) || "_";
const distinct = (texts: readonly string[]) => [...new Set(texts)];

/** A text on one line, without what means something to hosts: `[,]` and a brace before it. */
const tidy = (text: string) => cut(text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]+/gu, " ").replace(/\[([,.:])\]/g, "($1)").trim().replace(/^\{/, "("), LONGEST).trim();

/** The beginning of a text, in whole characters. */
export const cut = (text: string, length: number) => text.slice(0, length).replace(text.length > length ? /[\ud800-\udbff]$/ : "", "");

/** As many of the first as there is room for. */
function keep(parts: string[], between: string): string {
  let text = "";
  for (const part of parts) {
    const longer = text ? text + between + part : part;
    if (longer.length > LONGEST_OF_ALL) break;
    text = longer;
  }
  return text;
}
