import { pair, type Interact } from "../interaction.ts";
import { readPairs } from "../pairs.ts";
import type { BendOrHold } from "./model.d.ts";

/** The decision and its reason, each with what was chosen for it. */
export default (({ parts }, response) => pair(parts, parts.flatMap(({ options }) => options), readPairs(parts, response))) satisfies Interact<BendOrHold>;
