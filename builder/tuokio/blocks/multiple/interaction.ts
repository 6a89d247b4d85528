import { choose, type Interact } from "../interaction.ts";
import type { Multiple } from "./model.d.ts";

export default (({ options }, response) => choose(options, response)) satisfies Interact<Multiple>;
