/** Questions drawn from banks, or from those a block made: which ones, and how they stand in a step. */
import type { Round, State } from "../record/fold.ts";
import { keyOf } from "../record/fold.ts";
import type { Drawable, DrawData } from "./outline.ts";
import type { Scene } from "./scene.ts";
import { shuffle } from "./shuffle.ts";

/** The questions of a pool that a draw may pick. */
export function choosePool(pool: Drawable[], { tags, objective }: Pick<DrawData, "tags" | "objective">): Drawable[] {
  return pool.filter((item) => (!tags?.length || tags.some((tag) => item.tags?.includes(tag))) && (!objective?.length || objective.includes(item.objective ?? "")));
}

/** Draw ids: those never answered first, each group in an order that the seed decides, but not the same thing twice before all others. */
export function draw(pool: Drawable[], count: number, seen: State["seen"], seed: string): string[] {
  const order = shuffle(pool.map(({ id }) => id), seed);
  const fresh = order.filter((id) => !seen.has(id));
  return [...spread(fresh), ...spread(order.filter((id) => seen.has(id)))].slice(0, count);
}

/** Put what asks for the same piece of knowledge in another way (`deck.card.form`) behind the first of all the others. */
function spread(ids: string[]): string[] {
  const turns = new Map<string, number>();
  const inTurn = ids.map((id) => {
    const unit = id.replace(/\.[^.]*$/, "");
    const turn = turns.get(unit) ?? 0;
    turns.set(unit, turn + 1);
    return { id, turn };
  });
  return inTurn.sort((one, other) => one.turn - other.turn).map(({ id }) => id);
}

type RaiseItem = (item: Drawable, scene: Scene, round: string) => { root: HTMLElement; refresh(): void };

/** Wake a draw that stands in a step. Returns a function that shows anew what the record says. */
export function wakeDraw(root: HTMLElement, data: DrawData, scene: Scene, raiseItem: RaiseItem): () => void {
  const { log, say } = scene;
  const of = root.dataset.draw!;
  const pool = data.from ? choosePool(scene.pool(data.from), data) : scene.made(of);
  let shown = 0;
  let refreshes: (() => void)[] = [];

  const latest = (): Round | undefined => log.state.rounds.get(of)?.at(-1);
  // What has left the bank since is passed over.
  const here = (round: Round) => round.items.flatMap((id) => pool.find((item) => item.id === id) ?? []);

  function begin(attempt: number): void {
    const items = draw(pool, data.draw, log.state.seen, `${log.seed}/${of}#${attempt}`);
    if (items.length) void log.append({ kind: "drawn", of, attempt, items, points: data.points });
  }

  function show(): void {
    const round = latest();
    if (!round) return begin(1);
    const items = here(round);
    if (!items.length) return begin(round.attempt + 1);
    const name = `${of}#${round.attempt}`;
    if (shown !== round.attempt) {
      shown = round.attempt;
      const raised = items.map((item) => raiseItem(item, scene, name));
      refreshes = raised.map(({ refresh }) => refresh);
      root.replaceChildren(...raised.map((one) => one.root), more);
    }
    refreshes.forEach((refresh) => refresh());
    more.hidden = pool.length <= items.length || !items.every(({ id }) => log.state.items.get(keyOf(id, name))?.attempts.length);
  }

  const more = document.createElement("button");
  more.type = "button";
  more.className = "quiet more";
  more.textContent = say("draw-more");
  more.hidden = true;
  more.addEventListener("click", () => {
    begin(latest()!.attempt + 1);
    root.querySelector<HTMLElement>(".stem")?.focus();
  });

  show();
  return show;
}

export type Draws = { choosePool: typeof choosePool; draw: typeof draw; wakeDraw: typeof wakeDraw };
