/** How the parts of a question came out, shown in place: an icon and words beside it, feedback below it. */
import type { Mark } from "./control.ts";

/** The markable parts of a question: its options, things, gaps. */
export const parts = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>("[data-option]")];

/** Mark every part; `tellAnswer` words what would have been right there. */
export function markParts(root: HTMLElement, marks: Record<string, Mark>, settled: boolean, tellAnswer: (answer: string) => string = (answer) => answer): void {
  for (const part of parts(root)) {
    const mark = marks[part.dataset.option!];
    part.dataset.mark = mark?.as ?? "";
    write(part, "mark", part.querySelector(".option") ?? part, mark?.words ?? "");
    const answer = settled && mark?.answer !== undefined ? tellAnswer(mark.answer) : "";
    write(part, "answer-label", part, answer && mark!.label && mark!.as !== "right" ? `${mark!.label}: ` : "");
    write(part, "right-answer", part, answer);
    for (const side of ["chosen", "unchosen"] as const) {
      const text = part.querySelector<HTMLElement>(`[data-${side}]`);
      if (text) text.hidden = (mark?.feedback ?? (settled ? "unchosen" : undefined)) !== side;
    }
  }
}

/** Leave out what was said of parts that have been answered anew: it would read as a verdict on the new answer. */
export function exceptAnew(marks: Record<string, Mark>, anew: (part: string) => boolean): Record<string, Mark> {
  return Object.fromEntries(Object.entries(marks).filter(([part, mark]) => mark.as !== "wrong" || !anew(part)));
}

/** Put words into the part's place for them, which is made when first needed. */
function write(part: HTMLElement, name: string, into: Element, words: string): void {
  let place = part.querySelector<HTMLElement>(`.${name}`);
  if (!place && words) {
    place = document.createElement("span");
    place.className = name;
    if (name !== "mark") place.id = `${part.closest("[data-item]")!.id}/${name}/${part.dataset.option}`;
    into.insertBefore(place, into.querySelector(":scope > .feedback")); // right below what it is about
  }
  if (!place) return;
  place.textContent = words;
  place.hidden = !words;
}
