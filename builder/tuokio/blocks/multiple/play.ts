import type { Question, QuestionData } from "../question.ts";
import { gradeTicks } from "../ticks.ts";
import type { Multiple } from "./model.d.ts";

export default { grade: ({ options }, response) => gradeTicks(options, response) } satisfies Question<Multiple & QuestionData>;
