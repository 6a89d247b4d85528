/**
 * When a piece of knowledge is due again: FSRS-6 with its default weights, which predict forgetting well from the first
 * answer on (srs-benchmark), replayed over the meetings each time. Nothing of it is stored, so a better rule needs no migration.
 *
 * Only days between meetings count, never dates: a clock that was set, even by years, can shift one interval and break none.
 */
import { fsrs, type FSRSState } from "ts-fsrs";
import type { Meeting } from "../../record/fold.ts";

const DAY = 86_400_000; // milliseconds
const LONGEST = 180; // days: a course changes, and nobody waits half a year to be asked
const LADDER = [1, 3, 7, 16, 35, 90, LONGEST]; // days, should FSRS ever refuse
const [AGAIN, HARD, GOOD] = [1, 2, 3];
const model = fsrs({ enable_fuzz: false, enable_short_term: false, maximum_interval: LONGEST });

export interface Due {
  /** The day it is due, as `dayOf` counts. */
  day: number;
  /** The interval that leads to it, in days. */
  interval: number;
}

/** Days since 1970 in UTC: between two shifts a day has always changed, in Finland at 2 or 3 in the morning. */
export const dayOf = (milliseconds: number) => Math.floor(milliseconds / DAY);

/** When to meet again what was met like this; `today` as `dayOf` counts. */
export function schedule(meetings: Meeting[], today: number): Due {
  const days = meetings.map(({ at }) => (Number.isFinite(at) ? dayOf(at) : today));
  const elapsed = days.map((day, index) => (index ? clamp(day - days[index - 1]!, 0, 3650) : 0));
  const interval = clamp(replay(meetings, elapsed), 1, LONGEST);
  const last = days.at(-1)!;
  // Met in the future: the clock was set back since. It is asked at once, and the new date mends it.
  return { day: last > today + 1 ? today : last + interval, interval };
}

function replay(meetings: Meeting[], elapsed: number[]): number {
  try {
    let memory: FSRSState | null = null;
    meetings.forEach((meeting, index) => (memory = model.next_state(memory, elapsed[index]!, gradeOf(meeting))));
    const interval = model.next_interval(memory!.stability, elapsed.at(-1)!);
    if (Number.isFinite(interval)) return interval;
  } catch {
    // The ladder below does without.
  }
  return LADDER[meetings.reduce((rung, meeting) => clamp(gradeOf(meeting) === AGAIN ? rung - 2 : rung + 1, 0, LADDER.length - 1), -1)]!;
}

/** Half right or unsure is remembered with effort; nobody is ever asked whether it was easy. */
function gradeOf({ score, sure }: Meeting): number {
  if (score < 0.5) return AGAIN;
  return score < 1 || sure === 0 ? HARD : GOOD;
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
