import type { Wakeful } from "../block.ts";
import type { Scenario } from "./model.d.ts";

export default { wake() {} } satisfies Wakeful<Scenario>;
