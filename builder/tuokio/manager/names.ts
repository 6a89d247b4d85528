/** Names as people write them: lists that are pasted, which two are the same person, and which are nearly so. `names.py` does the same. */
import distance from "damerau-levenshtein";

const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const BREAKS = /\r\n|[\n\r\v\f\x85\u2028\u2029]/; // ends of lines, those of word processors too
const LISTED = /^\s*(?:[-–•*·]|\d+[.)])\s+/; // what stands before a name in a list
const ADDRESS = /\s*<[^<>\n]*@[^<>\n]*>\s*[;,]?/g; // as mail programs copy recipients
const FIRST = ["etunimi", "etunimet", "kutsumanimi", "förnamn", "tilltalsnamn", "first name", "firstname", "given name"];
const LAST = ["sukunimi", "efternamn", "last name", "lastname", "surname", "family name"];
const WHOLE = ["nimi", "työntekijä", "henkilö", "osallistuja", "namn", "anställd", "medarbetare", "deltagare", "name", "full name", "employee", "person", "participant"];
const LONG = 8; // letters of a name from which two slips are taken for slips
const LONGEST = 80; // characters

const words = (text: string) => text.split(/\s+/).filter(Boolean);

/** What two spellings of a name have in common: `AINO  virtanen ` and `Aino Virtanen` are the same person. */
export function fold(name: string): string {
  const text = name.normalize("NFKC").replace(UNSEEN, "").toLowerCase().replace(/ß/g, "ss").replace(/’/g, "'");
  return words(text.replace(/[.,;]/g, " ")).join(" ");
}

/** What a name and `Virtanen, Aino` have in common: its words in alphabetical order. */
export const turn = (name: string): string => words(fold(name)).sort().join(" ");

/** Whether two names that are not the same may well be of one person: a slip or two, a name left out, an initial, dots of an `ä`. */
export function areNear(one: string, other: string): boolean {
  const [plain, others] = [makePlain(one), makePlain(other)];
  if (plain.replace(/\D/g, "") !== others.replace(/\D/g, "")) return false; // `Till 1` and `Till 2`
  const [few, many] = [words(plain), words(others)].sort((a, b) => a.length - b.length) as [string[], string[]];
  if (isWithin(few, many) || (few.length === many.length && isWithin(many, few))) return true;
  const slips = Math.min(plain.length, others.length) >= LONG ? 2 : 1;
  const sorted = [[...few].sort().join(" "), [...many].sort().join(" ")] as const;
  return [[plain, others] as const, sorted].some(([a, b]) => isWithReach(a, b, slips) && distance(a, b).steps <= slips);
}

/** Whether all names are among others, or are initials of them, but not initials alone. */
const isWithin = (few: string[], many: string[]) =>
  few.some((word) => word.length > 1) && few.every((word) => many.some((longer) => word === longer || (word.length === 1 && longer.startsWith(word))));

/** Whether two words may be so few slips apart, by their letters alone: of five hundred names with as many, at every key, few pairs are measured. */
function isWithReach(one: string, other: string, slips: number): boolean {
  if (Math.abs(one.length - other.length) > slips) return false;
  let rest = other;
  let missing = 0;
  for (const letter of one) {
    const at = rest.indexOf(letter);
    if (at >= 0) rest = rest.slice(0, at) + rest.slice(at + letter.length);
    else if (++missing > slips) return false;
  }
  return true;
}

const plains = new Map<string, string>();

function makePlain(name: string): string {
  const plain = plains.get(name) ?? fold(name).normalize("NFD").replace(/\p{M}/gu, "");
  plains.set(name, plain);
  return plain;
}

/** The names of a pasted list, as often as they are in it: one a line, or a table with `;`, tab or `,` between columns. */
export function readNames(text: string): string[] {
  const lines = text.replace(ADDRESS, "\n").split(BREAKS).map((line) => line.replace(UNSEEN, "").replace(LISTED, "").trim()).filter(Boolean);
  const mark = ["\t", ";", ","].find((one) => lines.some((line) => line.includes(one))) ?? "\t";
  const rows = lines.map((line) => split(line, mark));
  const { columns, headed } = findColumns(rows[0] ?? []);
  const found: string[] = [];
  for (const row of headed ? rows.slice(1) : rows) {
    const parts = headed ? columns.flatMap((column) => row[column] ?? []) : row.slice(0, row.length > 1 && row.slice(0, 2).every(isWord) ? 2 : 1);
    const name = words(parts.join(" ")).join(" ");
    if (fold(name)) found.push([...name].slice(0, LONGEST).join(""));
  }
  return found;
}

/** The names of two lists, each as often as in the one that has it more often: the same list given again makes nobody two. */
export function joinLists(one: string[], other: string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of one) counts.set(fold(name), (counts.get(fold(name)) ?? 0) + 1);
  const isMissing = (name: string) => {
    const left = (counts.get(fold(name)) ?? 0) - 1;
    counts.set(fold(name), left);
    return left < 0;
  };
  return [...one, ...other.filter(isMissing)];
}

const split = (line: string, mark: string) =>
  [...(mark + line).matchAll(new RegExp(`${mark}(?: *"((?:[^"]|"")*)" *|([^${mark}]*))(?=${mark}|$)`, "g"))].map(([, quoted, plain]) => (quoted?.replace(/""/g, '"') || plain || "").trim());

const isWord = (cell: string) => /^\p{L}+(?:[-'’]\p{L}+)*$/u.test(cell);

/** The columns of the names, first name first, and whether there is a head that tells. */
function findColumns(head: string[]): { columns: number[]; headed: boolean } {
  const heads = head.map(fold);
  for (const wanted of [[FIRST, LAST], [WHOLE], [FIRST], [LAST]]) {
    const columns = wanted.map((names) => heads.findIndex((cell) => names.includes(cell)));
    if (!columns.includes(-1)) return { columns, headed: true };
  }
  return { columns: [0], headed: false };
}
