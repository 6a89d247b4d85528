import { pair, type Interact } from "../interaction.ts";
import { readPairs } from "../pairs.ts";
import type { QuestionData } from "../question.ts";
import type { Sort } from "./model.d.ts";
import { listPairs } from "./play.ts";

export default ((data, response) => pair(listPairs(data), data.buckets, readPairs(listPairs(data), response))) satisfies Interact<Sort & QuestionData>;
