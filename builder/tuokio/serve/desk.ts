/** The author's tools, at the edge of the window: a handle, and what it opens. */
import { drawIcon, drawSign, make, makeRoot, type Problem } from "./problem.ts";
import { keep, recall } from "./store.ts";

const ICONS = {
  tools: "M4 7h9 M17 7h3 M4 17h3 M11 17h9 M15 4.5a2.5 2.5 0 1 0 .01 0z M9 14.5a2.5 2.5 0 1 0 .01 0z",
  phone: "M8 2h8a1.5 1.5 0 0 1 1.5 1.5v17A1.5 1.5 0 0 1 16 22H8a1.5 1.5 0 0 1-1.5-1.5v-17A1.5 1.5 0 0 1 8 2z M11 18.8h2",
  gates: "M3 21V5 M21 21V5 M3 8h6 M3 13h6 M15 8h6 M15 13h6",
  dark: "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z",
  edit: "M4 20l1-5L16 4l4 4L9 19z M13 7l4 4",
};
const WIDE = "(min-width: 62rem)";

export interface Actions {
  list(): void;
  phone(): void;
  gates(): void;
  dark(): void;
}

export class Desk {
  private host = document.createElement("tuokio-desk");
  private handle = tool("button", "tools", "Tools");
  private findings = tool("button", "tools", "Findings");
  private phone = tool("button", "phone", "Phone");
  private gates = tool("button", "gates", "Open gates");
  private dark = tool("button", "dark", "Dark");
  private step = tool("a", "edit", "Edit step");
  private block = tool("a", "edit", "Edit block");
  private tools = make("div", "tools");
  private number = make("span", "number");

  constructor(actions: Actions, hasDark: boolean) {
    const root = makeRoot(this.host);
    const section = make("section", "desk");
    section.setAttribute("aria-label", "Tools of Tuokio");
    this.handle.classList.add("handle");
    this.handle.append(this.number);
    this.handle.addEventListener("click", () => this.open(Boolean(this.tools.hidden), true));
    this.findings.addEventListener("click", actions.list);
    this.phone.addEventListener("click", actions.phone);
    this.phone.title = "Show the course as wide as a phone";
    this.dark.addEventListener("click", actions.dark);
    this.dark.title = "Show the course as on a device that is set to dark";
    this.gates.addEventListener("click", actions.gates);
    this.gates.title = "Go on without answering what holds learners";
    this.step.title = "Open this step in your editor";
    this.phone.hidden = this.gates.hidden = !("tuokio" in globalThis); // on the printable page, and where there is no course yet
    this.dark.hidden = !hasDark;
    this.findings.hidden = this.step.hidden = this.block.hidden = true;
    this.tools.append(this.findings, this.phone, this.dark, this.gates, this.step, this.block);
    section.append(this.handle, this.tools);
    section.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.tools.hidden) return;
      this.open(false, true);
      this.handle.focus();
    });
    root.append(section);
    document.body.append(this.host);
    this.press("phone", false);
    this.press("gates", false);
    this.list(false);
    const wide = matchMedia(WIDE);
    const fit = () => this.open(wide.matches && recall("desk") !== "closed", false); // where there is little room, only when asked for
    wide.addEventListener("change", fit);
    fit();
  }

  /** Say how much there is to mend. */
  tell(problems: Problem[]): void {
    const worst = (["error", "warning", "hint"] as const).find((severity) => problems.some((one) => one.severity === severity));
    const number = problems.reduce((all, one) => all + 1 + one.more, 0);
    this.findings.hidden = !worst;
    const told = number === 1 ? " finding" : " findings";
    this.number.replaceChildren(...(number ? [String(number), make("span", "unseen", told)] : []));
    this.number.className = `number ${worst ?? ""}`;
    if (worst) this.findings.replaceChildren(drawSign(worst), make("span", "", number + told));
  }

  /** The list is open, or not any more; on a narrow window there is no room for both. */
  list(open: boolean): void {
    if (open && !matchMedia(WIDE).matches) this.open(false, false);
    this.findings.setAttribute("aria-expanded", String(open));
  }

  press(what: "phone" | "dark" | "gates", on: boolean): void {
    this[what].setAttribute("aria-pressed", String(on));
  }

  /** Where the step on screen, and the block in it that has the focus, are written. */
  lead(step: string, block: string, id: string): void {
    for (const [tool, href] of [[this.step, step], [this.block, block]] as const) {
      tool.hidden = !href;
      tool.href = href || "#";
    }
    this.block.title = `Open \`${id}\` in your editor`;
  }

  private open(wanted: boolean, chosen: boolean): void {
    this.tools.hidden = !wanted;
    this.handle.setAttribute("aria-expanded", String(wanted));
    if (chosen) keep("desk", wanted ? "open" : "closed");
  }
}

function tool<K extends "a" | "button">(tag: K, icon: keyof typeof ICONS, text: string): HTMLElementTagNameMap[K] {
  const element = make(tag, "tool");
  element.dataset.tool = icon;
  element.append(drawIcon(ICONS[icon]), make("span", "", text));
  return element;
}
