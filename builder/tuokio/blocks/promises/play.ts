import { gradeTicks } from "../ticks.ts";
import type { Question, QuestionData } from "../question.ts";

type Data = QuestionData & { options: { id: string; correct: boolean }[] };

export default { grade: ({ options }, response) => gradeTicks(options, response) } satisfies Question<Data>;
