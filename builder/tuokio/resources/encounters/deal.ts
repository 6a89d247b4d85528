/** Whom one meets next. */
import type { State } from "../../record/fold.ts";
import { shuffle } from "../../player/shuffle.ts";

/** Choose one of those met least often, by the learner's own chance; another than the one just dealt if there is any. */
export function deal(ids: string[], { items, seed }: Pick<State, "items" | "seed">, before?: string): string {
  const met = (id: string) => items.get(id)?.attempts.length ?? 0;
  const others = ids.filter((id) => id !== before);
  const left = others.length ? others : ids;
  const least = Math.min(...left.map(met));
  const all = ids.reduce((sum, id) => sum + met(id), 0);
  // What was dealt and not played must not come back at once: the rest goes round in its order.
  const order = shuffle(ids, `${seed}/encounters/${all}`);
  const from = before === undefined ? 0 : order.indexOf(before) + 1;
  return [...order.slice(from), ...order.slice(0, from)].find((id) => left.includes(id) && met(id) === least)!;
}
