import type { Wakeful } from "../block.ts";
import type { Control, Mark, Tools } from "../control.ts";
import { exceptAnew, markParts, parts } from "../marks.ts";
import type { Question, QuestionData } from "../question.ts";
import type { BendOrHold, Rule } from "./model.d.ts";

type Data = BendOrHold & QuestionData;

/** What was chosen for each part, if both are of this question; named twice, the first counts. */
function choices({ parts }: Data, response: string[]): Map<string, string> {
  const chosen = new Map<string, string>();
  for (const pair of response) {
    const dot = pair.indexOf(".");
    const [part, option] = [pair.slice(0, dot), pair.slice(dot + 1)];
    if (!chosen.has(part) && parts.some(({ id, options }) => id === part && options.includes(option))) chosen.set(part, option);
  }
  return chosen;
}

function grade(data: Data, response: string[]) {
  const chosen = choices(data, response);
  const right = data.parts.filter(({ id, right }) => chosen.get(id) === right);
  const missed = data.parts.filter((part) => !right.includes(part));
  return {
    score: right.length / data.parts.length,
    marks: Object.fromEntries([...chosen.keys()].map((id) => [id, right.some((part) => part.id === id) ? ("right" as const) : ("wrong" as const)])),
    missed: missed.map(({ id }) => id as string),
    keep: right.map(({ id, right }) => `${id}.${right}`),
    answers: Object.fromEntries(missed.map(({ id, right }) => [id, right])),
  };
}

function control(root: HTMLElement, { data, say }: Tools<Data>): Control {
  const inputs = (row: HTMLElement) => [...row.querySelectorAll("input")];
  const list = root.querySelector<HTMLElement>(".deciding")!;
  let all: Record<string, Mark> = {};
  let over = false;

  /** `:has()` is missing on the older phones. */
  function showChosen(): void {
    for (const input of list.querySelectorAll("input")) input.parentElement!.classList.toggle("in", input.checked);
  }

  const chosenAnew = (id: string) => !!list.querySelector(`[data-option="${id}"] input:checked:enabled`);
  const nameOf = (option: string) => list.querySelector(`input[value="${option}"] + span`)?.textContent ?? "";
  const showMarks = () => markParts(root, exceptAnew(all, chosenAnew), over, nameOf);

  root.addEventListener("change", () => {
    showChosen();
    showMarks();
  });

  return {
    ask: "rule-ask",

    read: () => [...list.querySelectorAll<HTMLInputElement>("input:checked")].map(({ name, value }) => `${name}.${value}`),

    write(response) {
      const chosen = choices(data, response);
      for (const input of list.querySelectorAll("input")) input.checked = chosen.get(input.name) === input.value;
      showChosen();
    },

    lock(locked, held) {
      for (const row of parts(root)) for (const input of inputs(row)) input.disabled = locked || held.includes(row.dataset.option!);
      root.classList.toggle("locked", locked);
    },

    mark(marks, settled) {
      [all, over] = [marks, settled];
      showMarks();
    },

    // Bend and hold stay where they are; the reasons mix.
    arrange(order) {
      const reasons = list.querySelector(".reasons");
      const rows = new Map([...list.querySelectorAll<HTMLInputElement>(".reasons input")].map((input) => [input.value, input.parentElement!]));
      reasons?.append(...order([...rows.keys()].sort()).map((id) => rows.get(id)!));
    },

    refuse(response) {
      const chosen = choices(data, response);
      const lacking = data.parts.find(({ id }) => !chosen.has(id));
      return lacking && say(lacking.id === "decision" ? "rule-ask" : "rule-ask-reason");
    },
  };
}

/** Let the card be turned: the rule on its face, the reason on its back. */
function wake(root: HTMLElement): void {
  const card = root.querySelector<HTMLElement>(".card")!;
  const button = card.querySelector<HTMLElement>(".turn")!;
  for (const part of card.querySelectorAll<HTMLElement>("[data-turns]")) part.hidden = false;
  card.classList.add("turns");
  button.addEventListener("click", () => button.setAttribute("aria-expanded", String(card.classList.toggle("turned"))));
}

export default { grade, control, wake } satisfies Question<Data> & Wakeful<Rule>;
