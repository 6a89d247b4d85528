/** Findings beside what they speak of: a sign in the margin where there is one, a line of its own under it where not. What it says opens on demand. */
import { drawProblem, drawSign, make, makeRoot, reveal, sum, type Problem } from "./problem.ts";

const GAP = 8; // px between the column and its margin
const SIZE = 48;
const WIDTH = 384; // of what opens

export class Marks {
  private all: Mark[] = [];

  constructor() {
    addEventListener("resize", () => this.settle());
    document.fonts.addEventListener("loadingdone", () => this.settle());
  }

  /** Show just these. One that says the same as before stays as it is, open or not. */
  show(dealt: Map<HTMLElement, Problem[]>): void {
    const before = this.all;
    this.all = [...dealt].map(([beside, problems]) => before.find((mark) => mark.says(beside, problems)) ?? new Mark(beside, problems, () => this.settle(), (opened) => this.all.forEach((mark) => mark === opened || mark.open(false))));
    for (const mark of before) if (!this.all.includes(mark)) mark.remove();
    for (const mark of this.all) mark.stay();
    this.settle();
  }

  /** Lead the reader to the one that tells of a finding; false if there is none on the page. */
  visit(problem: Problem): boolean {
    const mark = this.all.find((one) => one.tells(problem));
    mark?.visit();
    return Boolean(mark);
  }

  /** Put every one where it belongs, none on another. */
  settle(): void {
    let free = -Infinity;
    const inOrder = [...this.all].sort((a, b) => (a.beside.compareDocumentPosition(b.beside) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    for (const mark of inOrder) free = mark.settle(free);
  }
}

class Mark {
  private host = document.createElement("tuokio-mark");
  private button = make("button", "mark");
  private card = make("section", "card");
  private text: string;
  private observer: ResizeObserver;
  private awaited = false;

  constructor(readonly beside: HTMLElement, private problems: Problem[], moved: () => void, private opened: (mark: Mark) => void) {
    this.text = JSON.stringify(problems);
    const root = makeRoot(this.host, () => (moved(), this.awaited && this.visit()));
    const severities = (["error", "warning", "hint"] as const).filter((severity) => problems.some((one) => one.severity === severity));
    const told = sum(problems);
    this.button.append(drawSign(severities[0]!), make("span", "told", told));
    if (problems.length > 1) {
      const number = make("span", "number", String(problems.length));
      number.setAttribute("aria-hidden", "true");
      this.button.append(number);
    }
    this.button.title = problems[0]!.message;
    this.button.setAttribute("aria-expanded", "false");
    this.card.setAttribute("aria-label", `Findings: ${problems[0]!.message}`);
    this.card.hidden = true;
    this.card.append(...problems.map((problem) => drawProblem(problem)));
    this.button.addEventListener("click", () => this.open(Boolean(this.card.hidden)));
    root.addEventListener("keydown", (event) => {
      event.stopPropagation(); // what a question does with keys is not meant here
      if ((event as KeyboardEvent).key !== "Escape" || this.card.hidden) return;
      this.open(false);
      this.button.focus();
    });
    root.append(this.button, this.card);
    this.observer = new ResizeObserver(moved);
    this.observer.observe(this.beside);
    this.stay();
  }

  says(beside: HTMLElement, problems: Problem[]): boolean {
    return beside === this.beside && this.text === JSON.stringify(problems);
  }

  tells({ place, message }: Problem): boolean {
    return this.problems.some((one) => one.place === place && one.message === message);
  }

  visit(): void {
    this.awaited = Boolean(this.host.hidden); // its style is still on the way
    if (this.awaited) return;
    this.beside.scrollIntoView({ block: "center" });
    this.open(true);
    this.button.focus({ preventScroll: true });
  }

  /** Be where it belongs, also after the page was drawn anew. */
  stay(): void {
    if (this.host.previousElementSibling !== this.beside) this.beside.after(this.host);
  }

  remove(): void {
    this.observer.disconnect();
    this.host.remove();
  }

  /** Move to the margin, below `free`, if there is one; returns where it ends. */
  settle(free: number): number {
    this.host.style.transform = "";
    const box = this.beside.getBoundingClientRect();
    const isRight = getComputedStyle(this.beside).direction === "ltr";
    const hasMargin = (isRight ? innerWidth - box.right : box.left) > SIZE + 2 * GAP;
    this.host.toggleAttribute("data-margin", hasMargin);
    if (!hasMargin) return free;
    const own = this.host.getBoundingClientRect();
    const left = isRight ? box.right + GAP : box.left - GAP - SIZE;
    const top = Math.max(box.top, free);
    this.host.style.transform = `translate(${left - own.left}px, ${top - own.top}px)`;
    this.card.style.insetInlineEnd = `${Math.min(0, left + SIZE - Math.min(WIDTH, innerWidth - 2 * GAP) - GAP)}px`;
    return top + SIZE;
  }

  /** Only one is open at a time, or they would lie over each other. */
  open(wanted: boolean): void {
    if (wanted) this.opened(this);
    this.card.hidden = !wanted;
    this.host.toggleAttribute("data-open", wanted);
    reveal(this.card);
    this.button.setAttribute("aria-expanded", String(wanted));
  }
}
