import type { Question, QuestionData } from "../question.ts";
import type { TrueFalse } from "./model.d.ts";

export default {
  grade({ correct }, [answer]) {
    const right = answer === String(correct);
    return {
      score: right ? 1 : 0,
      marks: answer === undefined ? {} : { [answer]: right ? "right" : "wrong" },
      missed: right ? [] : [String(correct)],
      keep: [],
    };
  },
} satisfies Question<TrueFalse & QuestionData>;
