/** The control of options in rows: radio buttons or boxes to tick, and letters on the keyboard. */
import type { Control, Mark } from "./control.ts";

const rows = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>("[data-option]")];
const inputs = (root: HTMLElement) => rows(root).map((row) => row.querySelector("input")!);
const awake = new WeakSet<HTMLElement>();

export const options: Control = {
  ask: "choose-first",

  // In the author's order, whatever order they are shown in.
  read: (root) => inputs(root).filter((input) => input.checked).map((input) => input.value).sort(),

  write(root, response) {
    for (const input of inputs(root)) input.checked = response.includes(input.value);
    showChosen.call(root);
    if (!awake.has(root)) {
      awake.add(root);
      root.addEventListener("keydown", chooseByLetter);
      root.addEventListener("change", showChosen);
    }
  },

  lock(root, locked) {
    for (const input of inputs(root)) input.disabled = locked;
    root.classList.toggle("locked", locked);
  },

  mark(root, marks: Record<string, Mark>, settled) {
    for (const row of rows(root)) {
      const mark = marks[row.dataset.option!];
      row.dataset.mark = mark?.as ?? "";
      let words = row.querySelector<HTMLElement>(".mark");
      if (mark && !words) {
        words = document.createElement("span");
        words.className = "mark";
        row.querySelector(".option")!.append(words);
      }
      if (words) words.textContent = mark?.words ?? "";
      for (const side of ["chosen", "unchosen"] as const) {
        const text = row.querySelector<HTMLElement>(`[data-${side}]`);
        if (text) text.hidden = (mark?.feedback ?? (settled ? "unchosen" : undefined)) !== side;
      }
    }
  },

  arrange(root, order) {
    const all = rows(root);
    const list = all[0]?.parentElement;
    const byId = new Map(all.map((row) => [row.dataset.option!, row]));
    for (const id of order([...byId.keys()])) list?.append(byId.get(id)!);
  },
};

/** Style the whole row of a ticked option; `:has()` is missing on the older phones. */
function showChosen(this: HTMLElement): void {
  for (const row of rows(this)) row.classList.toggle("chosen", row.querySelector("input")!.checked);
}

/** A, B, C … choose while the focus is inside the question. */
function chooseByLetter(this: HTMLElement, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !/^[a-z]$/i.test(event.key)) return;
  if (!(event.target instanceof HTMLInputElement)) return;
  const input = inputs(this)[event.key.toLowerCase().charCodeAt(0) - 97];
  if (input && !input.disabled) {
    input.focus();
    input.click();
  }
}
