/** How much fits one sheet of A4: smaller letters in more columns as there is more to say, and in the end a number in place of lines. */

/** Letters a line holds and lines there are for both lists, by size, on A4 and on Letter below a name of three lines; the style sheet has the same names. */
const SIZES = [
  { size: "few", letters: 44, lines: 38 },
  { size: "many", letters: 36, lines: 75 },
];

export interface Spread {
  size: string;
  /** How many of each list are named, and how many are not. */
  lines: [modules: number, rules: number];
  rest: [modules: number, rules: number];
}

export function spread(modules: string[], rules: string[]): Spread {
  const lists = [modules, rules] as const;
  const linesOf = (texts: readonly string[], letters: number) => texts.reduce((sum, text) => sum + Math.ceil(text.length / letters), 0);
  const fitting = SIZES.find(({ letters, lines }) => lists.reduce((sum, list) => sum + linesOf(list, letters), 0) <= lines);
  if (fitting) return { size: fitting.size, lines: [modules.length, rules.length], rest: [0, 0] };
  const { size, letters, lines } = SIZES[SIZES.length - 1]!;
  // Modules come first; rules have at least a fifth of the sheet.
  const first = beginning(modules, letters, Math.max(lines - linesOf(rules, letters), lines * 0.8));
  const second = beginning(rules, letters, lines - linesOf(modules.slice(0, first), letters));
  return { size, lines: [first, second], rest: [modules.length - first, rules.length - second] };
}

/** How many texts of a list fit so many lines, one of them for what is left out. */
function beginning(texts: string[], letters: number, lines: number): number {
  let left = lines - 1;
  const end = texts.findIndex((text) => (left -= Math.ceil(text.length / letters)) < 0);
  return end < 0 ? texts.length : end;
}
