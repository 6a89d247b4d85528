import type { Control, Mark, Tools } from "../control.ts";
import { exceptAnew, markParts, parts } from "../marks.ts";
import type { Question, QuestionData } from "../question.ts";
import type { Sort } from "./model.d.ts";

type Data = Sort & QuestionData;

/** The bucket chosen for each thing, if both are of this question; named twice, the first counts. */
function choices({ things, buckets }: Data, response: string[]): Map<string, string> {
  const chosen = new Map<string, string>();
  for (const pair of response) {
    const dot = pair.indexOf(".");
    const [thing, bucket] = [pair.slice(0, dot), pair.slice(dot + 1)];
    if (things.some(({ id }) => id === thing) && buckets.includes(bucket) && !chosen.has(thing)) chosen.set(thing, bucket);
  }
  return chosen;
}

function grade(data: Data, response: string[]) {
  const chosen = choices(data, response);
  const right = data.things.filter(({ id, bucket }) => chosen.get(id) === bucket);
  const missed = data.things.filter((thing) => !right.includes(thing));
  return {
    score: right.length / data.things.length,
    marks: Object.fromEntries([...chosen.keys()].map((id) => [id, right.some((thing) => thing.id === id) ? ("right" as const) : ("wrong" as const)])),
    missed: missed.map(({ id }) => id),
    keep: right.map(({ id, bucket }) => `${id}.${bucket}`),
    answers: Object.fromEntries(missed.map(({ id, bucket }) => [id, bucket])),
  };
}

function control(root: HTMLElement, { data }: Tools<Data>): Control {
  const inputs = (row: HTMLElement) => [...row.querySelectorAll("input")];
  const list = root.querySelector<HTMLElement>(".sorting")!;

  /** `:has()` is missing on the older phones. */
  function showChosen(): void {
    for (const input of list.querySelectorAll("input")) input.parentElement!.classList.toggle("in", input.checked);
  }

  let all: Record<string, Mark> = {};
  let over = false;
  const chosenAnew = (id: string) => !!list.querySelector(`[data-option="${id}"] input:checked:enabled`);
  const nameOf = (bucket: string) => list.querySelector(`input[value="${bucket}"] + span`)?.textContent ?? "";
  const showMarks = () => markParts(root, exceptAnew(all, chosenAnew), over, nameOf);

  root.addEventListener("change", () => {
    showChosen();
    showMarks();
  });

  return {
    ask: "sort-ask",

    // In the author's order, whatever order they are shown in.
    read: () =>
      data.things.flatMap(({ id }) => {
        const bucket = list.querySelector<HTMLInputElement>(`[data-option="${id}"] input:checked`)?.value;
        return bucket ? [`${id}.${bucket}`] : [];
      }),

    write(response) {
      const chosen = choices(data, response);
      for (const row of parts(root)) for (const input of inputs(row)) input.checked = chosen.get(row.dataset.option!) === input.value;
      showChosen();
    },

    lock(locked, held) {
      for (const row of parts(root)) for (const input of inputs(row)) input.disabled = locked || held.includes(row.dataset.option!);
      root.classList.toggle("locked", locked);
    },

    mark(marks, settled) {
      [all, over] = [marks, settled];
      showMarks();
    },

    arrange(order) {
      const rows = new Map(parts(root).map((row) => [row.dataset.option!, row]));
      list.append(...order([...rows.keys()].sort()).map((id) => rows.get(id)!));
    },
  };
}

export default { grade, control } satisfies Question<Data>;
