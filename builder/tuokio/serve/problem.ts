/** A finding as the page shows it: in the list of all, and in the margin beside what it speaks of. */

export interface Problem {
  severity: "error" | "warning" | "hint";
  message: string;
  place: string;
  code: string;
  cure: string;
  more: number;
  /** What opens the author's editor there, if this is the author's machine. */
  edit: string;
  /** Where in the course it is to be seen, if anywhere. */
  address: string;
  step: string;
  block: string;
  /** Words of the line, by which it is found where there is no block. */
  words: string;
}

/** `leap` is added where the page can go there. */
export function drawProblem({ severity, message, place, code, cure, more, edit, address }: Problem, leap?: () => void): HTMLElement {
  const item = make("article", severity);
  const text = make("p", "message");
  text.append(drawSign(severity), make("b", "", severity), ` ${message}`);
  item.append(text, make("p", "place", place));
  if (code) {
    const frame = make("pre", "", code);
    frame.tabIndex = 0; // it scrolls, so the keyboard must reach it
    item.append(frame);
  }
  if (cure) item.append(make("p", "cure", cure));
  if (more) item.append(make("p", "soft", `And ${more} more like this.`));
  const ways = make("p", "ways");
  if (leap && address) {
    const way = makeLink(address, "Show on the page");
    way.addEventListener("click", leap);
    ways.append(way);
  }
  if (edit) ways.append(makeLink(edit, "Edit", `Edit ${place}`));
  if (ways.childElementCount) item.append(ways);
  return item;
}

/** Scroll code to the place that is meant, once it is on screen. */
export function reveal(root: ParentNode): void {
  for (const frame of root.querySelectorAll("pre")) {
    const marks = frame.textContent!.split("\n").at(-1)!;
    const longest = Math.max(...frame.textContent!.split("\n").map(({ length }) => length));
    if (marks.indexOf("^") * (frame.scrollWidth / longest) > frame.clientWidth * 0.8) frame.scrollLeft = (marks.indexOf("^") / longest) * frame.scrollWidth - frame.clientWidth / 3;
  }
}

/** Each severity has a shape of its own, so that colour is not needed to tell them apart. */
export function drawSign(severity: Problem["severity"]): SVGSVGElement {
  const shapes = {
    error: "M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9z M8 8l8 8 M16 8l-8 8",
    warning: "M12 2L23 21.5H1z M12 9v6 M12 18v.5",
    hint: "M12 1.5a10.5 10.5 0 1 0 .01 0z M12 11v6.5 M12 6.5v.5",
  };
  return drawIcon(shapes[severity], `sign ${severity}`);
}

export function drawIcon(path: string, name = "icon"): SVGSVGElement {
  const space = "http://www.w3.org/2000/svg";
  const icon = document.createElementNS(space, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("class", name);
  icon.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", path);
  icon.append(line);
  return icon;
}

/** "1 error, 2 hints", of these or of those that stand for more. */
export function sum(problems: Problem[]): string {
  return (["error", "warning", "hint"] as const).map((severity) => count(problems, severity)).filter(Boolean).join(", ");
}

export function count(problems: Problem[], severity: Problem["severity"]): string {
  const number = problems.reduce((sum, one) => sum + (one.severity === severity ? 1 + one.more : 0), 0);
  return number ? `${number} ${severity}${number === 1 ? "" : "s"}` : "";
}

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, name: string, text = ""): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
}

export function makeLink(href: string, text: string, label = ""): HTMLAnchorElement {
  const link = make("a", "", text);
  link.href = href;
  if (label) link.setAttribute("aria-label", label);
  return link;
}

/** A root apart from the course, so that neither's style reaches the other. Unstyled it would push the course aside, so it waits for its style, and says when it is there. In English, as all findings are. */
export function makeRoot(host: HTMLElement, ready: () => void = () => undefined): ShadowRoot {
  const root = host.attachShadow({ mode: "open" });
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = "/-/serve.css";
  host.lang = "en";
  host.dir = "ltr";
  host.hidden = true;
  style.onload = () => {
    host.hidden = false;
    ready();
  };
  root.append(style);
  return root;
}
