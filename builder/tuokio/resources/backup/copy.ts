/** A learner's record as a text, and back: what is not wholly ours to join is refused, and why. Pure, so that it can be tried with anything. */
import { dayOf } from "../../blocks/days.ts";
import type { Packing } from "../../player/loader.ts";
import type { Backup } from "../../record/backup.d.ts";
import type { Event } from "../../record/event.d.ts";
import { ownKey } from "../../record/fold.ts";
import type { Log } from "../../record/log.ts";
import { fits } from "../../record/fits.ts";
import { isBackup } from "../../record/valid.js";

/** More characters than any record has; a year of daily use is under a tenth of it. */
export const LONGEST = 20_000_000;
const SWELLS = 40; // times the text it came as: a record is some 15, what was made to swell a thousand
const LEAST = 4_000_000; // bytes that any may unpack to
const WIDTH = 100; // characters a line: editors and mail programs choke on one of a million

/** Those of this Tuokio; the types see to it that none is missing. */
const KINDS: Record<Event["kind"], true> = {
  opened: true, finished: true, reopened: true, completed: true, copied: true, drafted: true, answered: true, hinted: true,
  played: true, wrote: true, erased: true, drawn: true, "exam-timed": true, "exam-finished": true, preferred: true, carried: true,
};

/** Why a text was not taken up; of another course its title too. */
export interface Refusal {
  refused: "nothing" | "damaged" | "other" | "newer" | "completion" | "large" | "empty";
  title?: string;
}
export interface Found {
  events: Event[];
  made: string;
}

/**
 * What goes into a copy. An event that came from a damaged store and is beyond the schema's bounds is set aside in it too, or the
 * copy could be joined nowhere; one of a kind that a newer Tuokio wrote stays, for a course that knows it.
 */
export function make(course: { id: string; title: string }, events: Event[], damaged: unknown[], now: Date): Backup {
  const copy = { course: course.id, title: course.title, made: now.toISOString() };
  const aside = events.filter((event) => event.kind in KINDS && !isBackup({ ...copy, events: [event] }));
  const rest = [...damaged, ...aside];
  return { ...copy, events: aside.length ? events.filter((event) => !aside.includes(event)) : events, ...(rest.length && { damaged: rest.map(plain) }) };
}

/** A copy as a text file: what it is, in words, and then the parcel. Windows editors want both ends of a line, and a sign of UTF-8. */
export function toFile(words: string[], parcel: string): string {
  const check = parcel.lastIndexOf("."); // it stays in one piece
  return `\uFEFF${[...words, "", ...(parcel.slice(0, check).match(new RegExp(`.{1,${WIDTH}}`, "g")) ?? []), parcel.slice(check)].join("\r\n")}\r\n`;
}

/** `course-nickname-2026-11-22.tuokio.txt`, of signs that every system takes. The day is that of the learner's own calendar. */
export function nameFile(course: string, nickname: string, now: Date): string {
  const name = nickname.normalize("NFC").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 40);
  return `${[course, name, dayOf(now)].filter(Boolean).join("-")}.tuokio.txt`;
}

/** Find the copies in a text, whatever stands around them. If any cannot be taken up, none is. */
export function read(text: string, course: { id: string }, { unpack, SCHEMA }: Pick<Packing, "unpack" | "SCHEMA">): Found | Refusal {
  if (text.length > LONGEST) return { refused: "large" };
  const parcels = unpack(text.replace(/\0/g, ""), Math.max(LEAST, text.length * SWELLS)); // an editor may have saved it with two bytes a sign
  const copies = parcels.filter(({ kind }) => kind === "backup");
  if (!copies.length) return { refused: parcels.length ? "completion" : "nothing" };
  const events = new Map<string, Event>();
  let made = "";
  for (const { schema, intact, content } of copies) {
    if (schema > SCHEMA) return { refused: "newer" };
    if (!intact) return { refused: "damaged" };
    if (!isBackup(content)) return { refused: isLater(content) ? "newer" : "damaged" };
    if (content.course !== course.id) return { refused: "other", title: (content.title || content.course).slice(0, 200) };
    for (const event of content.events) if (!events.has(event.id)) events.set(event.id, event);
    if (content.made > made) made = content.made;
  }
  return events.size ? { events: [...events.values()], made } : { refused: "empty" };
}

/** Whether every event is one, and what does not fit is more than we know: its check was right, so a newer Tuokio wrote it. */
function isLater(content: unknown): boolean {
  const { events } = (content ?? {}) as Partial<Backup>;
  return Array.isArray(events) && events.length > 0 && events.every(fits);
}

/** Which of these events are not here and were erased neither here nor in the copy. */
export function pickNew(events: Event[], log: Pick<Log, "list" | "state">): Event[] {
  const known = new Set(log.list().map(({ id }) => id));
  const erased = new Set([...log.state.erased, ...events.flatMap((event) => (event.kind === "erased" ? [ownKey(event.of, event.entry)] : []))]);
  return events.filter((event) => !known.has(event.id) && !(event.kind === "wrote" && erased.has(ownKey(event.of, event.entry || event.id))));
}

/** Whether a copy has nothing in common with the answers it would be joined with: it may be a colleague's, and nothing takes the two apart again. */
export function isStrange(events: Event[], here: Event[]): boolean {
  const known = new Set(here.map(({ id }) => id));
  return here.some(({ kind }) => kind === "answered") && !events.some(({ id }) => known.has(id));
}

/** Join the events of a copy with what is here: all of them or, if the store refuses, none. Resolves to whether they are here. */
export async function join(events: Event[], log: Pick<Log, "store" | "refresh">): Promise<boolean> {
  const kept = await log.store.append(events).then(() => true, () => false);
  if (kept) await log.refresh();
  return kept;
}

/** How much some events are, for whoever did it. */
export interface Sum {
  answers: number;
  modules: number;
  /** Entries of one's own writing. */
  own: number;
  /** The first day and the last, in milliseconds; 0 where there is none. */
  from: number;
  to: number;
}

export function sumUp(events: Event[]): Sum {
  const modules = new Set<string>();
  const own = new Set<string>();
  let [answers, from, to] = [0, Infinity, 0];
  for (const event of events) {
    if (event.kind === "answered") answers++;
    if (event.kind === "finished" && !event.of.includes("/")) modules.add(event.of);
    if (event.kind === "wrote") own.add(event.entry || event.id);
    const at = Date.parse(event.at);
    from = Math.min(from, at);
    to = Math.max(to, at);
  }
  return { answers, modules: modules.size, own: own.size, from: events.length ? from : 0, to };
}

/** What was damaged may be anything that a database holds. */
function plain(record: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(record));
  } catch {
    return String(record);
  }
}
