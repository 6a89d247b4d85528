import type { Grade, Question, QuestionData } from "../question.ts";
import { findExact, findMeant } from "../spelling.ts";
import { line } from "../typed.ts";
import type { Text } from "./model.d.ts";

export default {
  grade({ answers, typos = 0, wrong }, response) {
    const typed = response.length === 1 ? response[0]! : "";
    const right = typed.trim() && findMeant(typed, answers, typos, wrong) !== undefined;
    const marks: Grade["marks"] = typed.trim() ? { answer: right ? "right" : "wrong" } : {};
    return {
      score: right ? 1 : 0,
      marks,
      missed: right ? [] : ["answer"],
      keep: right ? [typed] : [],
      answers: { answer: answers[0]! },
      known: right || !typed.trim() ? undefined : findExact(typed, wrong ?? []),
    };
  },

  control(root, { data: { answers, typos = 0, wrong }, say }) {
    return line(root, {
      ask: "type-answer",
      answer(mark, typed) {
        if (mark.as !== "right") return answers[0];
        return findExact(typed, answers) === undefined ? say("spelled", { word: findMeant(typed, answers, typos, wrong)! }) : undefined;
      },
    });
  },
} satisfies Question<Text & QuestionData>;
