/** What is marked in a step: what of it has changed, that it has run out or will soon, that it is for others. */
import { sayDay } from "../../blocks/days.ts";
import { EXAM } from "../../player/outline.ts";
import type { Desk, Place } from "../../player/resource.ts";
import { isMine } from "../../player/standing/standing.ts";
import { listDue, type Ledger } from "./ledger.ts";
import { listTerms } from "./validity.ts";

const MARK = "change-mark";

export function mark(data: Ledger, { course, log, say, now }: Desk, { entry, module, step, root, again }: Place): void {
  const { state } = log;
  for (const old of root.querySelectorAll(`.${MARK}`)) old.remove();
  const put = (at: Element | null, ...parts: (string | Node)[]) => {
    const note = document.createElement("p");
    note.className = MARK;
    note.append(...parts);
    if (at) return at.before(note);
    const head = root.querySelector(":scope > h2:first-child");
    if (head) head.after(note);
    else root.prepend(note);
  };
  for (const { of, date, html, language, note } of listDue(data, course, state).filter((due) => due.module === entry.id && due.step === step.id).reverse()) {
    const at = of === step.id || step.id === EXAM ? null : find(root, entry.id, step.id, of.split(".")[0]!);
    // A rule tells on its card what changed.
    if (at?.querySelector(".changed")) put(at, say("mark-here"));
    else put(at, bold(say("mark-changed", { date: sayDay(date, course.language) })), " ", text(html, language, note));
  }
  const first = step === module.steps[0];
  if (first && !isMine(course, state, entry.id)) put(null, say("mark-others", { roles: course.audience![entry.id]!.flatMap((role) => course.roles?.[role] ?? []).join(", ") }));
  const term = listTerms(course, state, now().getTime()).find((one) => one.entry.id === entry.id);
  if (!term || term.stage === "holds" || (term.stage === "soon" && !first)) return;
  const date = sayDay(term.until, course.language);
  if (term.stage === "lapsed") put(null, say("mark-lapsed", { date }));
  else put(null, say("mark-soon", { date }), " ", button(say("mark-renew"), again));
}

/** What a change is of: a block, a question in it, or a heading. */
function find(root: HTMLElement, module: string, step: string, of: string): Element | null {
  const at = root.querySelector(`[data-block="${of}"], [data-item="${of}"], [data-draw="${of}"], [id="/${module}/${step}/${of}"]`);
  return at?.closest("section, figure, .draw") ?? at;
}

function bold(words: string): Element {
  const element = document.createElement("b");
  element.textContent = words;
  return element;
}

/** A note as it was typeset. */
function text(html: string, language: string, plain: string): Element {
  const element = document.createElement("span");
  if (language) element.lang = language;
  element.dir = "auto";
  if (html) element.innerHTML = html;
  else element.textContent = plain;
  return element;
}

function button(label: string, press: () => void): Element {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "quiet";
  element.textContent = label;
  element.addEventListener("click", press);
  return element;
}
