import { choose, type Interact } from "../interaction.ts";

/** A card that was picked; what was recalled is the learner's own. */
export default (({ options }, response) => (options ? choose(options, response) : undefined)) satisfies Interact<{ options?: { id: string; correct: boolean }[] }>;
