import type { Question, QuestionData } from "../question.ts";
import type { Multiple } from "./model.d.ts";

export default {
  grade({ options }, response) {
    const correct = options.filter((option) => option.correct).map((option) => option.id!);
    const chosen = options.map((option) => option.id!).filter((id) => response.includes(id));
    const right = chosen.filter((id) => correct.includes(id));
    const wrong = chosen.length - right.length;
    return {
      score: Math.max(0, right.length - wrong) / correct.length,
      marks: Object.fromEntries(chosen.map((id) => [id, correct.includes(id) ? "right" : "wrong"])),
      missed: correct.filter((id) => !chosen.includes(id)),
      keep: right,
    };
  },
} satisfies Question<Multiple & QuestionData>;
