import type { Wakeful } from "../block.ts";
import type { Control, Tools } from "../control.ts";
import { gradePairs, readPairs } from "../pairs.ts";
import type { Question, QuestionData } from "../question.ts";
import { radios } from "../radios.ts";
import type { BendOrHold, Rule } from "./model.d.ts";

type Data = BendOrHold & QuestionData;

function control(root: HTMLElement, { data, say }: Tools<Data>): Control {
  return {
    ask: "rule-ask",
    ...radios(root, data.parts),
    // Bend and hold stay where they are; the reasons mix.
    arrange(order) {
      const reasons = root.querySelector(".reasons");
      const rows = new Map([...root.querySelectorAll<HTMLInputElement>(".reasons input")].map((input) => [input.value, input.parentElement!]));
      reasons?.append(...order([...rows.keys()].sort()).map((id) => rows.get(id)!));
    },
    refuse(response) {
      const chosen = readPairs(data.parts, response);
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

export default { grade: ({ parts }, response) => gradePairs(parts, response), control, wake } satisfies Question<Data> & Wakeful<Rule>;
