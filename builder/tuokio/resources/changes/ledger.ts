/** What of the change ledgers concerns a learner. Pure. */
import type { Course } from "../../player/outline.ts";
import type { Change } from "../../player/resource.ts";
import { isMine, openAgain } from "../../player/standing/standing.ts";
import type { State } from "../../record/fold.ts";

/** What ledgers say (`collect` in resource.py). */
export interface Ledger {
  /** Newest first. */
  ledger: LedgerEntry[];
}

export interface LedgerEntry extends Omit<Change, "minutes"> {
  kind: "changed" | "clarified";
  /** Since when: an ISO day, and in days since 1970. */
  date: string;
  day: number;
  /** The note as it was typeset. */
  html: string;
  /** Of the step. */
  title: string;
  /** The language it is in, where that is not the course's. */
  language: string;
}

export type Due = LedgerEntry & Change;

const DAY = 86_400_000; // milliseconds
const A_CHANGE = 1; // minutes to read a changed rule and to answer for it, where nobody reckoned them

/** What has changed since the learner finished it and is to be caught up with. Newest first, each thing once. By versions; in a course that was never published, by days. */
export function listDue({ ledger }: Ledger, course: Course, state: State): Due[] {
  const changes = ledger.filter(({ kind, module }) => kind === "changed" && isMine(course, state, module));
  const newest = changes.filter((one, at) => changes.findIndex(({ module, of }) => module === one.module && of === one.of) === at);
  if (!course.version) return newest.filter((one) => isNews(one, state)).map((one) => ({ ...one, minutes: A_CHANGE }));
  const rows = openAgain(course, state);
  return newest.flatMap((one) => {
    const own = rows.filter(([module, , of]) => module === one.module && of === one.of);
    const [row] = own;
    return row ? [{ ...one, step: row[1] || one.step, minutes: Math.max(A_CHANGE, ...own.map(([, , , , minutes]) => minutes)) }] : [];
  });
}

/** Whether it was neither read nor answered since it changed. */
function isNews({ module, step, of, day }: LedgerEntry, state: State): boolean {
  const finished = state.finishedAt.get(`${module}/${step}`);
  const met = Math.max(finished ?? -Infinity, state.meetings.get(of)?.at(-1)?.at ?? -Infinity);
  return finished !== undefined && Math.floor(met / DAY) < day;
}

/** Minutes to catch up: a step in which two things changed is gone through once. */
export function minutesOf(due: Due[]): number {
  const steps = new Map<string, number>();
  for (const { module, step, minutes } of due) steps.set(`${module}/${step}`, Math.max(minutes, steps.get(`${module}/${step}`) ?? 0));
  return Math.ceil([...steps.values()].reduce((sum, minutes) => sum + minutes, 0));
}
