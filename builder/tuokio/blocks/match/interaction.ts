import { pair, type Interact } from "../interaction.ts";
import { readPairs } from "../pairs.ts";
import type { QuestionData } from "../question.ts";
import type { Match } from "./model.d.ts";
import { listPairs } from "./play.ts";

export default ((data, response) => pair(data.goes, data.rights, readPairs(listPairs(data), response))) satisfies Interact<Match & QuestionData>;
