/** What has come: codes found in files and pasted texts, each read or set aside with the reason. `arrivals.py` does the same. */
import type { Completion } from "../record/completion.d.ts";
import { FOUND, type Parcel, SCHEMA, unpack } from "../record/parcel.ts";
import type { Statistics } from "../record/statistics.d.ts";
import { isCompletion, isStatistics } from "./contract.ts";

/** Why something does not count: no code in it, its end is missing, the check does not fit, made by a newer Tuokio, of another course, a learner's backup, not as it should be. */
export type Reason = "nothing" | "cut" | "damaged" | "newer" | "foreign" | "backup" | "unreadable";

/** A completion and the check code it came with. */
export interface Sent {
  completion: Completion;
  check: string;
}

/** Something that came and does not count. */
export interface Trouble {
  /** The file it was in. */
  source: string;
  reason: Reason;
  /** Whose it is, and of which other course, as far as can be read. */
  name: string;
  course: string;
}

/** What the page keeps of its own. */
export interface Kept {
  names: string[];
  due: string;
  /** Which name that came is which of the list, both folded. */
  joined: Record<string, string>;
}

export interface Arrivals {
  sent: Sent[];
  /** Item statistics, each sheet once. */
  sheets: Statistics[];
  troubles: Trouble[];
  /** How many came more than once, and count once. */
  twice: number;
  kept?: Kept;
}

/** The kind of parcel in which the page keeps its own. */
export const LIST = "names";

/** Read texts, each with the name of its source. `course` is the id of the course that is asked about; empty, that of the first completion. */
export function receive(texts: [source: string, text: string][], course = ""): Arrivals {
  const arrivals: Arrivals = { sent: [], sheets: [], troubles: [], twice: 0 };
  const seen = new Set<string>();
  for (const [source, text] of texts) {
    const parcels = unpack(text);
    if (!parcels.length) arrivals.troubles.push({ source, reason: "nothing", name: "", course: "" });
    for (const parcel of parcels) {
      const key = `${parcel.kind} ${parcel.check} ${parcel.intact}`;
      if (parcel.intact && seen.has(key)) arrivals.twice++;
      else course = sort(parcel, source, course, arrivals);
      seen.add(key);
    }
  }
  return arrivals;
}

/** The codes in a text as they came, without what stands around them. */
export const findCodes = (text: string): string[] => [...text.matchAll(FOUND)].map(([code]) => code.replace(/[\s>]+/g, ""));

/** Put a parcel where it belongs. Returns the course that is asked about. */
function sort({ kind, schema, check, intact, content }: Parcel, source: string, course: string, arrivals: Arrivals): string {
  const said = (content && typeof content === "object" ? content : {}) as Record<string, unknown>;
  const read = (key: string, most: number) => (typeof said[key] === "string" ? said[key].slice(0, most) : "");
  const setAside = (reason: Reason, of = "") => {
    arrivals.troubles.push({ source, reason, name: read("name", 80), course: of });
    return course;
  };
  if (kind === "backup") return setAside("backup");
  if (!check) return setAside("cut");
  if (!intact) return setAside("damaged");
  if (schema > SCHEMA) return setAside("newer");
  if (kind === LIST) {
    arrivals.kept = readKept(said);
    return course;
  }
  const made = kind === "completion" ? isCompletion(content) && content : kind === "statistics" && isStatistics(content) && content;
  if (!made) return setAside("unreadable");
  if (course && made.course !== course) return setAside("foreign", read("course", 64));
  if ("sheet" in made) {
    if (arrivals.sheets.some(({ sheet }) => sheet === made.sheet)) arrivals.twice++;
    else arrivals.sheets.push(made);
  } else arrivals.sent.push({ completion: made, check });
  return made.course;
}

function readKept({ names, due, joined }: Record<string, unknown>): Kept {
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : []);
  const pairs = Object.entries(joined && typeof joined === "object" ? joined : {}).filter(([, to]) => typeof to === "string") as [string, string][];
  return { names: texts(names), due: typeof due === "string" && /^\d{4}-\d\d-\d\d$/.test(due) ? due : "", joined: Object.fromEntries(pairs) };
}
