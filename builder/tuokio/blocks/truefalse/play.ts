import type { Question, QuestionData } from "../question.ts";
import { gradeTicks } from "../ticks.ts";
import type { TrueFalse } from "./model.d.ts";

export default {
  grade: ({ correct }, response) => gradeTicks([{ id: "true", correct }, { id: "false", correct: !correct }], response),
} satisfies Question<TrueFalse & QuestionData>;
