import type { Question, QuestionData } from "../question.ts";
import type { Choice } from "./model.d.ts";

export default {
  grade({ options }, response) {
    const chosen = options.find((option) => response.includes(option.id!));
    const right = Boolean(chosen?.correct);
    return {
      score: right ? 1 : 0,
      marks: chosen ? { [chosen.id!]: right ? "right" : "wrong" } : {},
      missed: right ? [] : options.filter((option) => option.correct).map((option) => option.id!),
      keep: right ? response : [],
    };
  },
} satisfies Question<Choice & QuestionData>;
