/** What a slip says, when its answer is due, and how it stands among those that were sent. Pure: no clock, no page. */
import { dayAfter, dayOf } from "../days.ts";

/** What an entry holds: the answers to the prompts by letters, `answer` for what came back, and the rest of this. */
export type Fields = Record<string, string>;

export const WITHOUT_DAY = 7; // days after which it is asked again where the promise names none

/** The day by which an answer is promised to what is sent now; empty where the promise is in words. */
export function dueDay(now: Date, days: number, working: boolean): string {
  if (!days) return "";
  if (!working) return dayAfter(now, days);
  let after = 0;
  for (let left = days; left;) {
    const weekday = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ++after, 12).getDay();
    if (weekday % 6) left--;
  }
  return dayAfter(now, after);
}

/** The day on which one asks whether an answer came: the day after it was due. */
export function askDay(now: Date, due: string): string {
  return due ? dayAfter(new Date(`${due}T12:00`), 1) : dayAfter(now, WITHOUT_DAY);
}

/** What a slip says first: the answers are named by single letters. */
export function gistOf(fields: Fields): string {
  const first = Object.keys(fields).filter((name) => name.length === 1).sort()[0];
  return first ? fields[first]! : "";
}

export type Standing = "answered" | "late" | "reminded" | "waiting";

/** How a sent slip stands today. */
export function standing(fields: Fields, now: Date): Standing {
  if (fields[".answered"]) return "answered";
  if (fields[".ask"] && fields[".ask"] <= dayOf(now)) return "late";
  return fields[".reminded"] ? "reminded" : "waiting";
}

interface Sent {
  at: number;
  fields: Fields;
}

/** What was sent, as it is listed: whose answer has been due longest stands first; of the answered the newest. */
export function list<One extends Sent>(entries: One[]): { open: One[]; closed: One[] } {
  const sent = entries.filter(({ fields }) => fields[".sent"]);
  const by = (day: string) => (a: One, b: One) => `${a.fields[day]} ${a.at}`.localeCompare(`${b.fields[day]} ${b.at}`);
  return { open: sent.filter(({ fields }) => !fields[".answered"]).sort(by(".ask")), closed: sent.filter(({ fields }) => fields[".answered"]).sort(by(".answered")).reverse() };
}

/** Whether a text seems to hold a mail address, a telephone number or a personal identity code. */
export function isPersonal(text: string): boolean {
  return /[^\s@]@[^\s@]+\.\w|(?:\+|\b)(?!\d{4}-\d\d-\d\d\b)\d(?:[ \u00a0-]?\d){6,}|\b\d{6}[-+A-FU-Y]\d{3}\w\b/.test(text);
}
