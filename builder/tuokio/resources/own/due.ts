/** What the learner wrote and wanted to look back on, when its day has come. */
import { dayOf } from "../../blocks/days.ts";
import type { Own } from "../../record/fold.ts";

/** A technical field: the day, as `2026-11-29`, from which a block asks again. */
const ASK = ".ask";

export interface Due {
  of: string;
  entry: Own;
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
