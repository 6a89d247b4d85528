import type { Wakeful } from "../block.ts";

/** Make tabs of the titles, as the WAI-ARIA Authoring Practices have them: the keyboard moves by arrows, Home and End, and what has the focus is shown. */
function wake(root: HTMLElement): void {
  const panels = [...root.querySelectorAll<HTMLElement>(":scope > .tab-text")];
  const list = document.createElement("div");
  list.className = "tab-list";
  list.setAttribute("role", "tablist");
  const tabs = panels.map((panel) => {
    const title = panel.querySelector<HTMLElement>(".tab-title")!;
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `${panel.id}/tab`;
    tab.innerHTML = title.innerHTML;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    panel.tabIndex = 0;
    title.hidden = true; // and printed with its text
    tab.addEventListener("click", () => show(tab));
    return tab;
  });

  function show(chosen: HTMLElement): void {
    tabs.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
      panels[at]!.hidden = tab !== chosen;
    });
  }

  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const onward = getComputedStyle(list).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const at = tabs.indexOf(event.target as HTMLButtonElement);
    const steps: Record<string, number> = { Home: -at, End: -at - 1, ArrowLeft: -1, ArrowRight: -1, [onward]: 1 };
    const step = steps[event.key];
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const tab = tabs[(at + step + tabs.length) % tabs.length]!;
    show(tab);
    tab.focus();
  });

  list.append(...tabs);
  root.prepend(list);
  show(tabs[0]!);
}

export default { wake } satisfies Wakeful<unknown>;
