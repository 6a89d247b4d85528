/** What the author should know, over the course and apart from it: in a shadow root, so that neither's style reaches the other. In English, as all findings are. */

export interface Problem {
  severity: "error" | "warning" | "hint";
  message: string;
  place: string;
  code: string;
  cure: string;
  more: number;
}

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

  constructor() {
    const root = this.host.attachShadow({ mode: "open" });
    const style = document.createElement("link");
    style.rel = "stylesheet";
    style.href = "/-/serve.css";
    this.host.lang = "en";
    // Unstyled it would push the course aside for a moment.
    this.panel.hidden = this.host.hidden = true;
    style.onload = () => (this.host.hidden = false);
    this.status.setAttribute("role", "status");
    this.panel.setAttribute("aria-label", "Findings of Tuokio");
    this.gone.setAttribute("role", "status");
    this.gone.hidden = true;
    root.append(style, this.status, this.panel, this.gone);
    root.addEventListener("keydown", (event) => (event as KeyboardEvent).key === "Escape" && this.close());
    document.body.prepend(this.host);
  }

  /** Show a report; one that says the same again leaves everything as it is, also if it was closed. */
  show(report: Report): void {
    const text = JSON.stringify(report);
    if (text === this.last) return;
    const mended = this.last !== "" && !this.panel.hidden;
    this.last = text;
    const errors = report.problems.filter(({ severity }) => severity === "error");
    const others = report.problems.filter(({ severity }) => severity !== "error");
    const parts: HTMLElement[] = [];
    if (report.failed) {
      const head = make("div", "head");
      const close = make("button", "close", "Close");
      close.addEventListener("click", () => this.close());
      head.append(make("h2", "", report.trouble ? "Not built" : count(report.problems, "error")), close);
      parts.push(head, make("p", "soft", report.shown ? "Below is the last course that could be built." : "The course appears when this is mended."));
      if (report.trouble) parts.push(make("p", "message", report.trouble));
      parts.push(...errors.map(entry));
    }
    const summary = ["warning", "hint"].map((severity) => count(report.problems, severity)).filter(Boolean).join(", ");
    if (others.length) {
      const folded = make("details", "");
      folded.append(make("summary", "", summary), ...others.map(entry));
      parts.push(folded);
    }
    this.panel.replaceChildren(...parts);
    this.panel.hidden = !parts.length;
    this.panel.className = report.failed ? "panel failed" : "panel";
    this.host.toggleAttribute("data-quiet", !report.failed);
    this.status.textContent = report.failed ? this.panel.querySelector("h2")!.textContent : summary || (mended ? "All is well." : "");
  }

  /** Say whether the preview can be reached: without it, saves no longer arrive. */
  reach(there: boolean): void {
    this.gone.textContent = there ? "" : "The preview has stopped. Start `tuokio serve` again, and this page goes on.";
    this.gone.hidden = there;
  }

  private close(): void {
    this.panel.hidden = true;
  }
}

function entry({ severity, message, place, code, cure, more }: Problem): HTMLElement {
  const item = make("article", severity);
  const text = make("p", "message");
  text.append(make("b", "", severity), ` ${message}`);
  item.append(text, make("p", "place", place));
  if (code) {
    const frame = make("pre", "", code);
    frame.tabIndex = 0; // it scrolls, so the keyboard must reach it
    item.append(frame);
  }
  if (cure) item.append(make("p", "cure", cure));
  if (more) item.append(make("p", "soft", `And ${more} more like this.`));
  return item;
}

function count(problems: Problem[], severity: string): string {
  const number = problems.reduce((sum, one) => sum + (one.severity === severity ? 1 + one.more : 0), 0);
  return number ? `${number} ${severity}${number === 1 ? "" : "s"}` : "";
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = ""): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
}
