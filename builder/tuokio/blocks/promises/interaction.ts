import { choose, type Interact } from "../interaction.ts";

export default (({ options }, response) => choose(options, response)) satisfies Interact<{ options: { id: string; correct: boolean }[] }>;
