/**
 * How much fits one sheet of A4: smaller letters in more columns as there is more to say, and in the end a number in place of lines.
 * Columns are parted here, because WebKit prints none of CSS.
 */

/** Columns, letters a line of one holds, and lines there are for both lists, on A4 and on Letter below a name of two lines; the style sheet has the same names. */
const SIZES = [
  { size: "few", columns: 2, letters: 44, lines: 36 },
  { size: "many", columns: 3, letters: 36, lines: 75 },
];

export interface Spread {
  size: string;
  /** For each list and each of its columns, the places of what stands there. */
  columns: number[][][];
  /** How many of each list are not named. */
  rest: number[];
}

/** Spread texts of modules and of rules. Modules come first; rules have at least a fifth of the sheet. */
export function spread(modules: string[], rules: string[]): Spread {
  const [roomy, tight] = SIZES as [(typeof SIZES)[0], (typeof SIZES)[0]];
  const fits = ({ letters, lines }: typeof roomy) => linesOf([...modules, ...rules], letters) <= lines;
  const { size, columns, letters, lines } = fits(roomy) ? roomy : tight;
  const all = fits(roomy) || fits(tight);
  const first = all ? modules.length : beginning(modules, letters, Math.max(lines - linesOf(rules, letters), lines * 0.8));
  const second = all ? rules.length : beginning(rules, letters, lines - linesOf(modules.slice(0, first), letters) - 1);
  const shown = [modules.slice(0, first), rules.slice(0, second)];
  return { size, columns: shown.map((texts) => part(texts, columns, letters)), rest: [modules.length - first, rules.length - second] };
}

const linesOf = (texts: string[], letters: number): number => texts.reduce((sum, text) => sum + Math.ceil(text.length / letters), 0);

/** How many texts of a list fit so many lines, one of them for what is left out. */
function beginning(texts: string[], letters: number, lines: number): number {
  let left = lines - 1;
  const end = texts.findIndex((text) => (left -= Math.ceil(text.length / letters)) < 0);
  return end < 0 ? texts.length : end;
}

/** Part a list into columns of about the same height, in its order. */
function part(texts: string[], columns: number, letters: number): number[][] {
  const all = linesOf(texts, letters);
  const parted: number[][] = Array.from({ length: columns }, () => []);
  let before = 0;
  texts.forEach((text, place) => {
    parted[Math.min(columns - 1, Math.floor((before / all) * columns))]!.push(place);
    before += Math.ceil(text.length / letters);
  });
  return parted.filter((column) => column.length);
}
