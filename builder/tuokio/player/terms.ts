/** Terms of the glossary explain themselves where they stand, one at a time. */
import { toResource } from "./route.ts";

/** Wake the terms of whatever step stands in `main`; `find` knows a term's name and HTML of what it means. */
export function explainTerms(main: HTMLElement, find: (term: string) => [name: string, html: string] | undefined, all: () => string): void {
  let open: { term: HTMLElement; note: HTMLElement } | undefined;

  const close = () => {
    if (!open) return;
    const { term, note } = open;
    open = undefined;
    term.setAttribute("aria-expanded", "false");
    term.closest(".explaining")?.classList.remove("explaining");
    if (note.contains(document.activeElement)) term.focus();
    note.remove();
  };

  const explain = (term: HTMLElement, [name, html]: [string, string]) => {
    const note = document.createElement("span");
    note.className = "meaning";
    // It is heard at once, and is what comes next for who reads on.
    note.setAttribute("role", "status");
    (term.closest(".whole") ?? term).after(note);
    term.closest("p, li, dd, td")?.classList.add("explaining");
    open = { term, note };
    term.setAttribute("aria-expanded", "true");
    requestAnimationFrame(() => {
      const title = document.createElement("strong");
      const text = document.createElement("span");
      const more = document.createElement("a");
      title.textContent = name;
      text.innerHTML = html;
      more.href = toResource("glossary", term.dataset.term);
      more.textContent = all();
      note.append(title, " ", text, " ", more);
    });
  };

  // On `main`, as an iPhone tells nobody further out of a tap on plain text.
  main.addEventListener("click", ({ target }) => {
    const element = target as Element;
    if (element.closest(".meaning")) return;
    const term = element.closest<HTMLElement>("button.term");
    const again = term === open?.term;
    close();
    const known = term && !again && find(term.dataset.term!);
    if (known) explain(term, known);
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
}
