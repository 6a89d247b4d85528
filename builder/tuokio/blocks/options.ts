/** The control of options in rows: radio buttons or boxes to tick, and letters on the keyboard. */
import type { Control } from "./control.ts";
import { markParts, parts } from "./marks.ts";

export function options(root: HTMLElement): Control {
  const inputs = () => parts(root).map((row) => row.querySelector("input")!);

  /** Style the whole row of a ticked option; `:has()` is missing on the older phones. */
  function showChosen(): void {
    for (const row of parts(root)) row.classList.toggle("chosen", row.querySelector("input")!.checked);
  }

  /** A, B, C … or 1, 2, 3 … choose while the focus is among the options. */
  function chooseByKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || !/^[a-z1-9]$/i.test(event.key)) return;
    if (!(event.target as Element).closest("[data-option]")) return;
    const input = inputs()[Number(event.key) ? Number(event.key) - 1 : event.key.toLowerCase().charCodeAt(0) - 97];
    if (input && !input.disabled) {
      input.focus();
      input.click();
    }
  }

  root.addEventListener("keydown", chooseByKey);
  root.addEventListener("change", showChosen);

  return {
    ask: "choose-first",

    // In the author's order, whatever order they are shown in.
    read: () => inputs().filter((input) => input.checked).map((input) => input.value).sort(),

    write(response) {
      for (const input of inputs()) input.checked = response.includes(input.value);
      showChosen();
    },

    lock(locked, held) {
      for (const input of inputs()) input.disabled = locked || held.includes(input.value);
      root.classList.toggle("locked", locked);
    },

    mark: (marks, settled) => markParts(root, marks, settled),

    arrange(order) {
      const all = parts(root);
      const list = all[0]?.parentElement;
      const byId = new Map(all.map((row) => [row.dataset.option!, row]));
      for (const id of order([...byId.keys()])) list?.append(byId.get(id)!);
    },
  };
}
