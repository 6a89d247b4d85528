/** What the author should know, over the course and apart from it. What stops the course shows itself; the rest waits to be asked for. */
import { count, drawProblem, make, makeRoot, reveal, sum, type Problem } from "./problem.ts";

/** What came of a build; `report()` in preview.py makes it. */
export interface Report {
  command: "report";
  path: string;
  failed: boolean;
  /** Whether there is a course under the overlay. */
  shown: boolean;
  /** What mending the course does not help. */
  trouble: string;
  problems: Problem[];
}

export class Overlay {
  private host = document.createElement("tuokio-findings");
  private status = make("p", "unseen");
  private panel = make("section", "panel");
  private gone = make("p", "panel gone");
  private last = "";
  private wanted = false; // by the reader, and not by an error

  /** `leap` is called when the reader follows a finding to its place, `changed` when the list opens or closes. */
  constructor(private leap: (problem: Problem) => void, private changed: (open: boolean) => void) {
    const root = makeRoot(this.host);
    this.panel.hidden = true;
    this.panel.tabIndex = -1;
    this.status.setAttribute("role", "status");
    this.panel.setAttribute("aria-label", "Findings of Tuokio");
    this.gone.setAttribute("role", "status");
    this.gone.hidden = true;
    root.append(this.status, this.panel, this.gone);
    root.addEventListener("keydown", (event) => (event as KeyboardEvent).key === "Escape" && this.close());
    const skip = document.querySelector(".skip"); // it is the first of all for whoever comes by keyboard
    skip ? skip.after(this.host) : document.body.prepend(this.host);
  }

  /** Show a report; one that says the same again leaves everything as it is, also if it was closed. */
  show(report: Report): void {
    const text = JSON.stringify(report);
    if (text === this.last) return;
    const mended = this.last !== "" && !report.problems.length && !report.trouble;
    this.last = text;
    const errors = report.problems.filter(({ severity }) => severity === "error");
    const others = report.problems.filter(({ severity }) => severity !== "error");
    const summary = sum(others);
    const draw = (problem: Problem) => drawProblem(problem, () => this.leap(problem));
    const head = make("div", "head");
    const close = make("button", "close", "Close");
    close.addEventListener("click", () => this.close());
    head.append(make("h2", "", report.trouble ? "Not built" : report.failed ? count(report.problems, "error") : summary), close);
    const parts: HTMLElement[] = [head];
    if (report.failed) {
      parts.push(make("p", "soft", report.shown ? "Below is the last course that could be built." : "The course appears when this is mended."));
      if (report.trouble) parts.push(make("p", "message", report.trouble));
      parts.push(...errors.map(draw));
    }
    if (report.failed && others.length) {
      const folded = make("details", "");
      folded.append(make("summary", "", summary), ...others.map(draw));
      parts.push(folded);
    } else parts.push(...others.map(draw));
    this.panel.replaceChildren(...parts);
    this.panel.className = report.failed ? "panel failed" : "panel";
    this.host.toggleAttribute("data-quiet", !report.failed);
    this.open(report.failed || (this.wanted && report.problems.length > 0));
    this.status.textContent = report.failed ? this.panel.querySelector("h2")!.textContent : summary || (mended ? "All is well." : "");
  }

  /** Say whether the preview can be reached: without it, saves no longer arrive. */
  reach(there: boolean): void {
    this.gone.textContent = there ? "" : "The preview has stopped. Start `tuokio serve` again, and this page goes on.";
    this.gone.hidden = there;
  }

  /** Open the list, or close it, when the reader asks for it. */
  toggle(): void {
    this.wanted = Boolean(this.panel.hidden);
    this.open(this.wanted);
    if (this.wanted) this.panel.focus();
  }

  private open(wanted: boolean): void {
    this.panel.hidden = !wanted;
    reveal(this.panel);
    this.changed(wanted);
  }

  /** Step aside for what the reader wants to see. */
  close(): void {
    this.wanted = false;
    this.open(false);
  }
}
