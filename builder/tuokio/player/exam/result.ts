/** What came of an exam: pure functions of the record and the questions. */
import { keyOf, type Round, type State } from "../../record/fold.ts";
import type { Drawable, ExamData } from "../outline.ts";

/** One question of an attempt, as the record has it. */
export interface Asked {
  item: Drawable;
  response: string[];
  answered: boolean;
  /** 0…1; undefined until it is graded. */
  score?: number;
}

/** The questions of an attempt. What has left the bank since is passed over, so that an edit harms no running attempt. */
export function listAsked(state: State, module: string, round: Round, find: (id: string) => Drawable | undefined): Asked[] {
  return round.items.flatMap((id) => {
    const item = find(id);
    if (!item) return [];
    const known = state.items.get(keyOf(id, `${module}#${round.attempt}`));
    // Sending was cut short, and the answer changed after it had been graded: it is to be graded again.
    const attempt = known?.draft && !round.result ? undefined : known?.attempts.at(-1);
    const response = attempt?.response ?? known?.draft ?? [];
    return [{ item, response, answered: response.length > 0, ...(attempt && { score: attempt.score }) }];
  });
}

/** The share of the points that was earned, 0…1. */
export function shareOf(asked: Asked[]): number {
  const all = asked.reduce((sum, { item }) => sum + item.points, 0);
  return all ? asked.reduce((sum, { item, score = 0 }) => sum + score * item.points, 0) / all : 0;
}

/** Whether a share passes; thirds must not miss 80 % by a rounding error. */
export const passes = ({ mastery = 0 }: ExamData, share: number): boolean => share >= mastery - 1e-9;

export interface ByObjective {
  /** Empty for questions that serve none. */
  objective: string;
  share: number;
  /** It fell short of what the exam asks: or of all, if it asks for nothing. */
  weak: boolean;
}

/** How each objective went, in the exam's order, questions that serve none last. */
export function byObjective(exam: ExamData, asked: Asked[]): ByObjective[] {
  const groups = new Map<string, Asked[]>();
  for (const one of asked) {
    const objective = one.item.objective && exam.objectives[one.item.objective] ? one.item.objective : "";
    groups.set(objective, [...(groups.get(objective) ?? []), one]);
  }
  const order = [...Object.keys(exam.objectives), ""].filter((objective) => groups.has(objective));
  return order.map((objective) => {
    const share = shareOf(groups.get(objective)!);
    return { objective, share, weak: share < (exam.mastery ?? 1) - 1e-9 };
  });
}
