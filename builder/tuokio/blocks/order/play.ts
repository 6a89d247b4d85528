import type { Control, Mark, Tools } from "../control.ts";
import { markParts, parts } from "../marks.ts";
import type { Question, QuestionData } from "../question.ts";
import type { Order } from "./model.d.ts";

type Data = Order & QuestionData;

/** The longest run of places that rise, whatever stands between them; of several, the one that ends first. */
function longestRun(places: number[]): number[] {
  const runs: number[][] = [];
  for (const [at, place] of places.entries()) {
    const before = runs.filter((_, number) => places[number]! < place).reduce((best, run) => (run.length > best.length ? run : best), []);
    runs[at] = [...before, place];
  }
  return runs.reduce((best, run) => (run.length > best.length ? run : best), []);
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
  const shown = () => parts(root).map((row) => row.dataset.option!);
  let start = shown();
  let moved = false;

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
    showEnds();
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
    },
    mark(marks, settled) {
      const words = (mark: Mark) => (mark.as === "wrong" ? say("order-misplaced") : mark.words);
      const all = Object.fromEntries(Object.entries(marks).map(([id, mark]) => [id, { ...mark, words: words(mark) }]));
      markParts(root, all, settled, (n) => say("order-place", { n }));
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
