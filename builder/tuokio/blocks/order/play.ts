import type { Control, Mark, Tools } from "../control.ts";
import { exceptAnew, markParts, parts } from "../marks.ts";
import type { Question, QuestionData } from "../question.ts";
import type { Order } from "./model.d.ts";

type Data = Order & QuestionData;

/** The longest run of places that rise, whatever stands between them; of several, the one with the most things in their very place. */
function longestRun(places: number[]): number[] {
  const better = (one: number[], other: number[]) => one.length - other.length || inPlace(one) - inPlace(other);
  const inPlace = (run: number[]) => run.filter((place) => places[place] === place).length;
  const best = (runs: number[][]) => runs.reduce((best, run) => (better(run, best) > 0 ? run : best), []);
  const runs: number[][] = []; // the best that ends in each place
  for (const place of places) runs.push([...best(runs.filter((run) => run.at(-1)! < place)), place]);
  return best(runs);
}

function grade({ order }: Data, response: string[]) {
  const ids = order.map((thing) => thing.id!);
  const given = [...new Set(response)].filter((id) => ids.includes(id));
  const run = longestRun(given.map((id) => ids.indexOf(id))).map((place) => ids[place]!);
  const right = run.length > 1 ? run : []; // one thing alone follows nothing
  const missed = ids.filter((id) => !right.includes(id));
  return {
    score: Math.max(0, run.length - 1) / (ids.length - 1),
    marks: Object.fromEntries(given.map((id) => [id, right.includes(id) ? ("right" as const) : ("wrong" as const)])),
    missed,
    keep: given,
    answers: Object.fromEntries(missed.map((id) => [id, String(ids.indexOf(id) + 1)])),
  };
}

function control(root: HTMLElement, { data, say, tell, changed }: Tools<Data>): Control {
  const list = root.querySelector<HTMLElement>(".ordering")!;
  const name = (row: HTMLElement) => {
    const text = row.querySelector(".option > span")!;
    return text.textContent!.trim() || text.querySelector("img")?.alt || "";
  };
  const rowOf = (id: string) => parts(root).find((row) => row.dataset.option === id)!;
  const shown = () => parts(root).map((row) => row.dataset.option!);
  let start = shown();
  let moved = false;
  const anew = new Set<string>();
  let all: Record<string, Mark> = {};
  let over = false;
  const showMarks = () => markParts(root, exceptAnew(all, (id) => anew.has(id)), over, (n) => `${n}. ${name(rowOf(data.order[Number(n) - 1]!.id!))}`);

  /** Put rows in an order. Those in place are left alone: a row taken out of the page loses the focus. */
  function put(ids: string[]): void {
    const rows = new Map(parts(root).map((row) => [row.dataset.option!, row]));
    const all = [...new Set([...ids.filter((id) => rows.has(id)), ...start])];
    all.forEach((id, at) => list.children[at] !== rows.get(id) && list.insertBefore(rows.get(id)!, list.children[at]!));
    showEnds();
  }

  function showEnds(): void {
    for (const row of parts(root)) {
      row.querySelector(".up")!.setAttribute("aria-disabled", String(!row.previousElementSibling));
      row.querySelector(".down")!.setAttribute("aria-disabled", String(!row.nextElementSibling));
    }
  }

  /** Move a row past its neighbour, by moving the neighbour: so it keeps the focus and the finger. */
  function pass(row: HTMLElement, neighbour: Element | null, up: boolean): boolean {
    if (neighbour) up ? row.after(neighbour) : row.before(neighbour);
    return !!neighbour;
  }

  function settle(row: HTMLElement): void {
    moved = true;
    anew.add(row.dataset.option!);
    showEnds();
    showMarks();
    tell(say("order-moved", { thing: name(row), n: parts(root).indexOf(row) + 1, of: start.length }));
    changed();
  }

  for (const row of parts(root)) {
    for (const up of [true, false]) {
      const button = row.querySelector<HTMLElement>(up ? ".up" : ".down")!;
      button.setAttribute("aria-label", say(up ? "order-up" : "order-down", { thing: name(row) }));
      button.addEventListener("click", () => {
        if (!pass(row, up ? row.previousElementSibling : row.nextElementSibling, up)) return tell(say(up ? "order-first" : "order-last", { thing: name(row) }));
        button.focus(); // Safari gives it to no button that is tapped
        settle(row);
      });
    }

    // The number is a grip as well: an extra, for those who point.
    const grip = document.createElement("div");
    grip.className = "grip";
    row.querySelector(".option")!.prepend(grip);
    let from: string | undefined;
    grip.addEventListener("pointerdown", (event) => {
      if (row.classList.contains("fixed") || event.button) return;
      grip.setPointerCapture(event.pointerId);
      from = shown().join();
      row.classList.add("dragged");
    });
    grip.addEventListener("pointermove", ({ clientY }) => {
      if (from === undefined) return;
      const { previousElementSibling: above, nextElementSibling: below } = row;
      const middle = (other: Element) => other.getBoundingClientRect().top + other.getBoundingClientRect().height / 2;
      if (above && clientY < middle(above)) pass(row, above, true);
      else if (below && clientY > middle(below)) pass(row, below, false);
    });
    grip.addEventListener("lostpointercapture", () => {
      row.classList.remove("dragged");
      if (from !== undefined && from !== shown().join()) settle(row);
      from = undefined;
    });
  }

  return {
    ask: "order-ask",
    // The order it begins with is nobody's answer.
    read: () => (moved ? shown() : []),
    write(response) {
      moved = response.length > 0;
      put(response);
    },
    lock(locked, held) {
      for (const row of parts(root)) row.classList.toggle("fixed", locked || held.includes(row.dataset.option!));
      root.classList.toggle("locked", locked);
      if (locked) anew.clear();
    },
    mark(marks, settled) {
      const given = shown();
      const words = (id: string) => (settled ? say("order-yours", { n: given.indexOf(id) + 1 }) : say("order-misplaced"));
      all = Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, mark.as === "wrong" ? { ...mark, words: words(id), label: undefined } : mark]));
      over = settled;
      // In the end one sees the right order as a whole, and where one had what.
      if (settled) put(data.order.map((thing) => thing.id!));
      showMarks();
    },
    arrange(order) {
      const right = data.order.map((thing) => thing.id!);
      start = order([...right].sort());
      if (start.join() === right.join()) start.push(start.shift()!);
      put(start);
    },
  };
}

export default { grade, control } satisfies Question<Data>;
