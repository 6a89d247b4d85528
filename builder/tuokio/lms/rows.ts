/** Rows of small whole numbers as signs that every platform keeps as they are: those of base64url. What was written is read in the same order. */

/** What is known of something; empty where nothing is. */
export type Row = number[];

/** Those of base64url, what is frequent in ids first, and two more that ids and lists of them may have. */
const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDEFGHIJKLMNOPQRSTUVWXYZ. ";
const CHECK = 7; // signs

/** Numbers as bits, each in few if it is small (Elias gamma). */
const toBits = (numbers: Row): string => numbers.map((number) => (number + 1).toString(2)).map((bits) => bits.padStart(2 * bits.length - 1, "0")).join("");

/** A row as bits, with how long it is. */
export const rowToBits = (row: Row): string => toBits([row.length, ...row]);

/** Lists of rows as a text that bears a check of itself. */
export function toText(lists: Row[][]): string {
  const bits = lists.map((rows) => toBits([rows.length]) + rows.map(rowToBits).join("")).join("");
  const body = bits.match(/.{1,6}/g)!.map((six) => SIGNS[parseInt(six.padEnd(6, "0"), 2)]).join("");
  return check(body) + body;
}

/** The lists of a text; undefined if its check is not right. */
export function toLists(text: string): Row[][] | undefined {
  const body = text.slice(CHECK);
  if (check(body) + body !== text) return undefined;
  const bits = [...body].map((sign) => (SIGNS.indexOf(sign) + 64).toString(2).slice(1)).join("");
  const numbers: Row = [];
  for (let [at, one] = [0, 0]; (one = bits.indexOf("1", at)) >= 0; at = 2 * one - at + 1) numbers.push(parseInt(bits.slice(one, 2 * one - at + 1), 2) - 1);
  numbers.reverse();
  const next = () => numbers.pop()!;
  const list = <T>(each: () => T): T[] => Array.from({ length: next() }, each);
  const lists: Row[][] = [];
  while (numbers.length) lists.push(list(() => list(next)));
  return lists;
}

/** A long list of rows in a few: by turns the place of a way and how often it follows itself, then the ways, the most frequent first. */
export function pack(rows: Row[]): Row[] {
  const names = rows.map(String);
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ways = [...counts.keys()].sort((one, other) => counts.get(other)! - counts.get(one)!);
  const runs: Row = [];
  names.forEach((name, at) => (name === names[at - 1] ? runs[runs.length - 1]!++ : runs.push(ways.indexOf(name), 0)));
  return [runs, ...ways.map((way) => (way ? way.split(",").map(Number) : []))];
}

/** What was packed. Rows that are alike are one. */
export const unpack = ([runs, ...ways]: Row[]): Row[] => runs!.flatMap((more, at) => (at % 2 ? Array<Row>(more + 1).fill(ways[runs![at - 1]!]!) : []));

/** A text of those signs as a row. */
export const spell = (text: string): Row => [...text].map((sign) => SIGNS.indexOf(sign));
export const unspell = (row: Row): string => row.map((place) => SIGNS[place]).join("");

/** FNV-1a of a text that comes after others. */
export function digest(text: string, hash = 0x811c9dc5): number {
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Signs by which a text is told from others. */
export const check = (text: string): string => (digest(text, text.length) >>> 0).toString(36).padStart(CHECK, "0");
