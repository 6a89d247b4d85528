/** Points that are rated, and two ratings side by side. */
import type { Around } from "../block.ts";
import type { Ratings } from "./game.ts";

export interface Rating {
  show(ratings: Ratings): void;
  /** Ask for the first point that is not rated, where it stands. Returns whether there is one. */
  ask(): boolean;
}

/** Make the points of a screen ratable: radio buttons of our own, since browsers write down the state of theirs. `missing` asks for one that is left. */
export function rate(screen: HTMLElement, missing: string, tell: (ratings: Ratings) => void): Rating {
  const groups = [...screen.querySelectorAll<HTMLElement>("[role=radiogroup]")];
  const levels = groups.map((group) => [...group.querySelectorAll("button")]);
  const asked = document.createElement("p");
  asked.id = `${groups[0]!.getAttribute("aria-labelledby")}/asked`;
  asked.textContent = missing;
  const hush = () => {
    asked.parentElement?.removeAttribute("aria-describedby");
    asked.remove();
  };
  const isChosen = (level: HTMLButtonElement) => level.getAttribute("aria-checked") === "true";

  function choose(group: number, value: string): void {
    const chosen = levels[group]!.findIndex((level) => level.value === value);
    levels[group]!.forEach((level, at) => {
      level.setAttribute("aria-checked", String(at === chosen));
      level.tabIndex = at === Math.max(0, chosen) ? 0 : -1; // a group is one stop for the Tab key
    });
  }

  groups.forEach((group, number) => {
    const pick = (level: HTMLButtonElement) => {
      choose(number, level.value);
      if (asked.parentElement === group) hush();
      tell(levels.map((row) => row.find(isChosen)?.value ?? "-"));
    };
    group.addEventListener("click", ({ target }) => target instanceof HTMLButtonElement && pick(target));
    group.addEventListener("keydown", (event) => {
      const onward = getComputedStyle(group).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      const step = event.key === onward || event.key === "ArrowDown" ? 1 : /^Arrow/.test(event.key) ? -1 : 0;
      const row = levels[number]!;
      const level = row[(row.indexOf(event.target as HTMLButtonElement) + step + row.length) % row.length]!;
      if (!step) return;
      event.preventDefault();
      level.focus();
      pick(level);
    });
  });

  return {
    show(ratings) {
      hush();
      ratings.forEach((value, number) => choose(number, value));
    },
    ask() {
      const left = levels.findIndex((row) => !row.some(isChosen));
      if (left < 0) return false;
      const group = groups[left]!;
      hush();
      group.append(asked);
      group.setAttribute("aria-describedby", asked.id); // so it is heard with the focus
      group.scrollIntoView({ block: "center" });
      levels[left]![0]!.focus({ preventScroll: true });
      return true;
    },
  };
}

/** Lay two ratings side by side, and say where they differ. */
export function compare(root: HTMLElement, self: Ratings, partner: Ratings, say: Around<unknown>["say"]): HTMLElement {
  const points = [...root.querySelectorAll(".encounter-watch > li")].map((point) => point.innerHTML);
  const plain = (phrase: string) => Object.assign(document.createElement("span"), { textContent: say(phrase) }).innerHTML; // a course may word it anew
  const names: Record<string, string> = { 2: plain("encounter-yes"), 1: plain("encounter-partly"), 0: plain("encounter-not-yet") };
  const table = document.createElement("div");
  const cell = (whose: string, level: string) => `<div><dt>${whose}</dt><dd data-level="${level}">${names[level] ?? "–"}</dd></div>`;
  table.innerHTML = points
    .map((point, at) => {
      const differs = self[at] !== partner[at];
      return `<div class="encounter-pair${differs ? " differs" : ""}"><div>${point}</div><dl>${cell(plain("encounter-self"), self[at]!)}${cell(plain("encounter-partner"), partner[at]!)}</dl>${differs ? `<p>${plain("encounter-differs")}</p>` : ""}</div>`;
    })
    .join("");
  if (String(self) === String(partner)) table.insertAdjacentHTML("beforeend", `<p>${plain("encounter-alike")}</p>`);
  return table;
}
