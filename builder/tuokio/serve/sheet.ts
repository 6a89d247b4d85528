/** What is to be said of the module on screen, and where on the page that is. */
import type { Problem } from "./problem.ts";

/** `sheet()` in preview.py makes it: links into the author's files by step and by block, and the module's findings. */
export interface Sheet {
  command: "sheet";
  module: string;
  language: string;
  steps: Record<string, string>;
  blocks: Record<string, string>;
  problems: Problem[];
}

const BLOCK = "[data-item], [data-block], [data-draw]";

/** The module and the step on screen; nothing on other pages. */
export function findHere(): { module: string; step: string } | undefined {
  const module = decodeURI(location.hash).split("/")[1];
  const prose = findProse();
  if (!module || module.startsWith("-") || !prose) return undefined;
  const current = document.querySelector<HTMLAnchorElement>(".steps [aria-current]")?.hash ?? "";
  return { module, step: decodeURI(current).split("/")[2] ?? "" };
}

const findProse = () => document.querySelector<HTMLElement>("#main .step-page .prose");

/** The block an element is in, by its id. */
export const idOf = (element: Element | null) => {
  const { item, block, draw } = element?.closest<HTMLElement>(BLOCK)?.dataset ?? {};
  return item ?? block ?? draw;
};

export const findBlock = (id: string) => [...(findProse()?.querySelectorAll<HTMLElement>(BLOCK) ?? [])].find((element) => idOf(element) === id);

/** Deal the findings out to what they stand beside: a part of the step as a whole, so that a list or a table is not broken. */
export function deal({ problems }: Sheet, step: string, first: string): Map<HTMLElement, Problem[]> {
  const dealt = new Map<HTMLElement, Problem[]>();
  const prose = findProse();
  const head = document.querySelector<HTMLElement>("#main .module-head");
  if (!prose || !head) return dealt;
  for (const problem of problems) {
    const block = problem.block && findBlock(problem.block);
    const isHere = (problem.step || first) === (step || first);
    const found = block || (isHere && problem.words && findWords(prose, problem.words)) || (isHere && head);
    if (!found) continue;
    const beside = found === head ? head : top(found, prose);
    dealt.set(beside, [...(dealt.get(beside) ?? []), problem]);
  }
  return dealt;
}

function top(element: HTMLElement, prose: HTMLElement): HTMLElement {
  while (element.parentElement && element.parentElement !== prose) element = element.parentElement;
  return element;
}

/** Typesetting changes quotes and dashes, so only letters and figures are compared. */
function findWords(prose: HTMLElement, words: string): HTMLElement | undefined {
  const plain = (text: string | null) => (text ?? "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const wanted = plain(words);
  if (!wanted) return undefined;
  return [...prose.children].find((part): part is HTMLElement => part instanceof HTMLElement && !part.localName.startsWith("tuokio-") && plain(part.textContent).includes(wanted));
}
