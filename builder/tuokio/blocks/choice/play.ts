import type { Question, QuestionData } from "../question.ts";
import { gradeTicks } from "../ticks.ts";
import type { Choice } from "./model.d.ts";

export default { grade: ({ options }, response) => gradeTicks(options, response) } satisfies Question<Choice & QuestionData>;
