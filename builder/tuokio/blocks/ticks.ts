/** How parts that are chosen or left are graded, whatever they look like: options, regions of a picture. */
import type { Response } from "./control.ts";
import type { Grade } from "./question.ts";

/** Rightly chosen less wrongly chosen, of all that are right, never below 0. Where one is right, that is all or nothing. */
export function gradeTicks(parts: { id?: string; correct?: boolean }[], response: Response): Grade {
  const correct = parts.filter((part) => part.correct).map((part) => part.id!);
  const chosen = parts.map((part) => part.id!).filter((id) => response.includes(id));
  const right = chosen.filter((id) => correct.includes(id));
  const wrong = chosen.length - right.length;
  return {
    score: Math.max(0, right.length - wrong) / correct.length,
    marks: Object.fromEntries(chosen.map((id) => [id, correct.includes(id) ? "right" : "wrong"])),
    missed: correct.filter((id) => !chosen.includes(id)),
    keep: right,
  };
}
