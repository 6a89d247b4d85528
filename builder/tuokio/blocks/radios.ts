/** The control of parts that are each given one of a few options: a row of radio buttons for each. */
import type { Control, Mark } from "./control.ts";
import { exceptAnew, markParts, parts } from "./marks.ts";
import { readPairs, type Paired } from "./pairs.ts";

/** The control, but for what it asks for and how its rows are mixed. */
export function radios(root: HTMLElement, paired: Paired[]): Omit<Control, "ask"> {
  const inputs = (row: HTMLElement) => [...row.querySelectorAll("input")];
  const rows = () => parts(root);
  let all: Record<string, Mark> = {};
  let over = false;

  /** `:has()` is missing on the older phones. */
  function showChosen(): void {
    for (const row of rows()) for (const input of inputs(row)) input.parentElement!.classList.toggle("in", input.checked);
  }

  const chosenAnew = (id: string) => !!root.querySelector(`[data-option="${id}"] input:checked:enabled`);
  const nameOf = (option: string) => root.querySelector(`[data-option] input[value="${option}"] + span`)?.textContent ?? "";
  const showMarks = () => markParts(root, exceptAnew(all, chosenAnew), over, nameOf);

  root.addEventListener("change", () => {
    showChosen();
    showMarks();
  });

  return {
    // In the author's order, whatever order they are shown in.
    read: () =>
      paired.flatMap(({ id }) => {
        const option = root.querySelector<HTMLInputElement>(`[data-option="${id}"] input:checked`)?.value;
        return option ? [`${id}.${option}`] : [];
      }),

    write(response) {
      const chosen = readPairs(paired, response);
      for (const row of rows()) for (const input of inputs(row)) input.checked = chosen.get(row.dataset.option!) === input.value;
      showChosen();
    },

    lock(locked, held) {
      for (const row of rows()) for (const input of inputs(row)) input.disabled = locked || held.includes(row.dataset.option!);
      root.classList.toggle("locked", locked);
    },

    mark(marks, settled) {
      [all, over] = [marks, settled];
      showMarks();
    },
  };
}
