/** What the learner wrote and wanted to look back on, when its day has come. */
import type { Own } from "../../record/fold.ts";

/** A technical field: the day, as `2026-11-29`, from which a block asks again. */
const ASK = ".ask";

export interface Due {
  of: string;
  entry: Own;
}

/** A day by the device's calendar, as `2026-11-29`. */
export function dayOf(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0"));
  return `${year}-${month}-${day}`;
}

/** Entries that are to be looked at again today or were before, those that have waited longest first. */
export function listDue(own: Map<string, Own[]>, today: Date): Due[] {
  const day = dayOf(today);
  const due = [...own].flatMap(([of, entries]) => entries.filter(({ fields }) => fields[ASK] && fields[ASK] <= day).map((entry) => ({ of, entry })));
  return due.sort((one, other) => (one.entry.fields[ASK]! < other.entry.fields[ASK]! ? -1 : one.entry.fields[ASK]! > other.entry.fields[ASK]! ? 1 : one.entry.at - other.entry.at));
}

/** The texts of an entry; fields whose names begin with a dot are figures and states. */
export function textsOf({ fields }: Own): string[] {
  return Object.entries(fields).flatMap(([name, text]) => (name.startsWith(".") || !text.trim() ? [] : [text.trim()]));
}
