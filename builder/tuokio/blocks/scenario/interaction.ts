import { go, type Interact } from "../interaction.ts";
import type { Scenario } from "./model.d.ts";

/** Which reply was given in which scene. */
export default (({ scenes }, response) =>
  go(
    response.flatMap((step) => {
      const dot = step.indexOf(".");
      const [scene, reply] = [step.slice(0, dot), step.slice(dot + 1)];
      return scenes[scene]?.replies?.some(({ id }) => id === reply) ? [[scene, reply] as const] : [];
    }),
  )) satisfies Interact<Scenario>;
