import { choose, type Interact } from "../interaction.ts";
import type { Hotspot } from "./model.d.ts";

export default (({ regions }, response) => choose(regions, response)) satisfies Interact<Hotspot>;
