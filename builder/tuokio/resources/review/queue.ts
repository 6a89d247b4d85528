/** What there is to review, and in which order. Pure: the record, the course and the day are handed in. */
import { surelyWrong, unitOf, type State } from "../../record/fold.ts";
import { schedule } from "./schedule.ts";

/** Where everything that can be asked again is found (`collect` in resource.py). */
export interface Catalogue {
  modules: Record<string, Record<string, (string | string[])[]>>;
  banks: Record<string, string[]>;
}

/** A piece of knowledge, and the questions that ask for it. */
export interface Unit {
  id: string;
  /** Where it stands; what is drawn from a bank stands nowhere. */
  at: { module: string; step: string } | { bank: string };
  questions: string[];
}

export function listUnits({ modules, banks }: Catalogue): Map<string, Unit> {
  const units = new Map<string, Unit>();
  for (const [module, steps] of Object.entries(modules))
    for (const [step, rows] of Object.entries(steps))
      for (const row of rows) {
        const [id, ...names] = typeof row === "string" ? [row] : (row as [string, ...string[]]);
        units.set(id, { id, at: { module, step }, questions: names.length ? names.map((name) => `${id}.${name}`) : [id] });
      }
  for (const [bank, ids] of Object.entries(banks)) for (const id of ids) units.set(id, { id, at: { bank }, questions: [id] });
  return units;
}

export interface Queue {
  /** What is due, most urgent first. */
  due: Unit[];
  /** The next day on which something is, if nothing is now. */
  next?: number;
}

/**
 * What is due on a day: what was answered wrongly by someone who was sure, then what has waited longest for its interval,
 * then what a finished step taught by heart and never asked.
 */
export function queue(units: Map<string, Unit>, state: State, today: number): Queue {
  const sure = new Set(surelyWrong(state).map(unitOf));
  const waiting: { unit: Unit; urgency: number }[] = [];
  const unmet: Unit[] = [];
  let next: number | undefined;
  for (const unit of units.values()) {
    const meetings = state.meetings.get(unit.id);
    if (meetings) {
      const { day, interval } = schedule(meetings, today);
      if (day > today) next = Math.min(next ?? day, day);
      else waiting.push({ unit, urgency: sure.has(unit.id) ? Infinity : (today - day) / interval });
    } else if (unit.questions.length > 1 && "step" in unit.at && state.steps.has(`${unit.at.module}/${unit.at.step}`)) unmet.push(unit);
  }
  waiting.sort((a, b) => (a.urgency === b.urgency ? 0 : b.urgency - a.urgency));
  return { due: [...waiting.map(({ unit }) => unit), ...unmet], next };
}

/** Which question asks for it this time: one that was never met, else the one met longest ago. */
export function chooseQuestion({ id, questions }: Unit, state: State): string {
  const order = (state.meetings.get(id) ?? []).map(({ of }) => of);
  const last = (question: string) => order.lastIndexOf(question);
  return questions.reduce((oldest, question) => (last(question) < last(oldest) ? question : oldest));
}
