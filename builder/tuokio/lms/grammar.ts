/** The grammar of interactions as the strictest host reads it: what the standards ask for, and what hosts that are in use refuse beyond. For tests. */
import type { Interaction } from "../blocks/interaction.ts";
import type { Interaction12 } from "./interaction12.ts";

const NAME = /^\w{1,250}$/; // a hyphen is refused by some
const DECIMAL = /^-?\d{1,5}(\.\d{1,7})?$/;
const LINE = /^[^\n\r\u2028\u2029\p{Cc}\p{Cs}]*$/u;
const HINTS = /^(\{(?:case_matters|order_matters)=(?:true|false)\})*/;
const LANG = /^\{lang=[a-z]{2}\}/;
const RESERVED = /\[[,.:]\]/;
/** How many ways to be right a host must take. */
const WAYS: Record<Interaction["type"], number> = { "true-false": 1, choice: 10, sequencing: 5, matching: 5, "fill-in": 5, "long-fill-in": 5, numeric: 1, performance: 5, other: 1 };

const isText = (text: string, longest: number) => text !== "" && text.length <= longest && text.trim() === text && LINE.test(text) && !RESERVED.test(text) && !text.startsWith("{");
const isSet = (parts: string[], fits: (part: string) => boolean, most = 36) => parts.length <= most && parts.every(fits) && new Set(parts).size === parts.length;

function isPair(text: string): boolean {
  const halves = text.split("[.]");
  return halves.length === 2 && halves.every((half) => NAME.test(half));
}

/** Whether SCORM 2004 takes it as `learner_response`. */
export function isResponse(type: Interaction["type"], text: string): boolean {
  if (text === "" || text.length > 4000) return false;
  const parts = text.split("[,]");
  switch (type) {
    case "true-false":
      return text === "true" || text === "false";
    case "choice":
    case "sequencing":
      return isSet(parts, (part) => NAME.test(part));
    case "matching":
      return isSet(parts, isPair) && new Set(parts.map((part) => part.split("[.]")[0])).size === parts.length;
    case "performance":
      return parts.length <= 250 && parts.every(isPair);
    case "fill-in":
      return parts.length <= 10 && parts.every((part) => isText(part, 250));
    case "numeric":
      return DECIMAL.test(text) && digits(text) <= 10;
    default:
      return isText(text, 4000);
  }
}

const digits = (text: string) => text.replace(/^-?0?\.?|\D/g, "").length;

/** Whether SCORM 2004 takes it as a `pattern` of `correct_responses`. */
export function isPattern(type: Interaction["type"], text: string): boolean {
  if (type === "numeric") {
    const range = text.split("[:]");
    return range.length === 2 && range.every((end) => isResponse("numeric", end)) && Number(range[0]) <= Number(range[1]);
  }
  if (type === "fill-in") {
    // What is said about a text counts among its 250 characters in some hosts.
    const hints = HINTS.exec(text)![0];
    const parts = text.slice(hints.length).split("[,]");
    return new Set(hints.match(/\w+(?==)/g)).size === (hints.match(/=/g) ?? []).length && text.split("[,]").every((part) => part.length <= 250) && isSet(parts, (part) => isText(part.replace(LANG, ""), 250), 10);
  }
  // Where nothing divides a pattern, some refuse a comma in it.
  if (type === "long-fill-in" || type === "other") return isText(text.replace(type === "other" ? "" : LANG, ""), 4000 - 9) && !text.includes(",");
  return isResponse(type, text);
}

/** What SCORM 2004's strictest host refuses of an interaction. */
export function list2004Faults({ type, response, correct, options = [], targets = [] }: Interaction): string[] {
  return [
    ...(isResponse(type, response) ? [] : [`response of ${type}: ${response}`]),
    ...correct.filter((pattern) => !isPattern(type, pattern)).map((pattern) => `pattern of ${type}: ${pattern}`),
    ...(correct.length <= WAYS[type] ? [] : [`${correct.length} patterns of ${type}`]),
    ...(new Set(correct).size === correct.length ? [] : [`a pattern twice: ${correct}`]),
    ...[options, targets].filter((names) => !isSet(names, (one) => NAME.test(one))).map((names) => `names: ${names}`),
  ];
}

const SIGNS = /^[a-z0-9](,[a-z0-9])*$/;
const PAIRS = /^[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*$/;
const FORMS: Record<Interaction12["type"], RegExp> = { "true-false": /^[tf]$/, choice: SIGNS, sequencing: SIGNS, matching: PAIRS, "fill-in": /^\S(.*\S)?$/s, numeric: /^-?\d{1,5}(\.\d{1,7})?$/, performance: /^\w+\.\w+(,\w+\.\w+)*$/ };

/** What SCORM 1.2's strictest host refuses of an interaction. */
export function list12Faults({ type, response, correct }: Interaction12): string[] {
  if (!FORMS[type]) return [`type ${type}`];
  const fits = (text: string) => text.length <= 255 && LINE.test(text) && FORMS[type].test(text) && (!["choice", "sequencing"].includes(type) || isSet(text.split(","), Boolean));
  return [response, ...correct].filter((text) => !fits(text)).map((text) => `${type}: ${text}`);
}

/** Whether an id is one to both. */
export const isInteractionId = (id: string) => /^[A-Za-z0-9_-]{1,255}$/.test(id);

/** Whether a response is what one of the patterns asks for, `same` says of two texts; nothing where there are none. */
export function isAnticipated({ type, response, correct }: Interaction, same: (one: string, other: string) => boolean): boolean | undefined {
  if (!correct.length) return;
  const [given, ways] = [response.split("[,]"), correct.map((pattern) => pattern.replace(HINTS, "").split("[,]"))];
  switch (type) {
    case "numeric":
      return correct.some((range) => {
        const [lowest, highest] = range.split("[:]").map(Number);
        return lowest! <= Number(response) && Number(response) <= highest!;
      });
    case "choice":
    case "matching":
      return ways.some((way) => [...way].sort().join() === [...given].sort().join());
    case "fill-in":
    case "long-fill-in":
      return ways.some((way) => way.length === given.length && way.every((text, at) => same(given[at]!, text.replace(LANG, ""))));
    default:
      return correct.includes(response);
  }
}
