/** A deck whose cards turn, and the questions made of it: a card to pick, or its back to recall and judge. */
import type { Wakeful } from "../block.ts";
import type { Control, Tools } from "../control.ts";
import type { Grade, Question, QuestionData } from "../question.ts";
import { gradeTicks } from "../ticks.ts";
import type { Cards } from "./model.d.ts";

/** Without options, the back of a card is recalled. */
type Data = QuestionData & { options?: { id: string; correct: boolean }[] };

function wake(root: HTMLElement): void {
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)!;
  const cards = [...root.querySelectorAll<HTMLElement>(".card")];
  const table = root.querySelector<HTMLElement>(".scroll");
  const [one, all, turn, top] = [find(".deck-one"), find(".deck-all"), find(".turn"), find(".deck-top")];
  let at = 0;
  let turned = false;
  let spread = false;

  function show(): void {
    cards.forEach((card, number) => {
      card.hidden = !spread && number !== at;
      card.querySelector<HTMLElement>(".front")!.hidden = turned && !spread;
      card.querySelector<HTMLElement>(".back")!.hidden = !turned && !spread;
    });
    find(".deck-at").textContent = `${at + 1}/${cards.length}`;
    find(".deck-moves").hidden = spread || cards.length === 1;
    one.hidden = !spread;
    all.hidden = turn.hidden = spread;
    top.hidden = spread && table !== null;
    if (table) table.hidden = !spread;
    root.classList.toggle("spread", spread);
  }

  function move(by: number): void {
    at = (at + by + cards.length) % cards.length;
    turned = false;
    root.classList.remove("turning");
    show();
  }

  function lay(out: boolean): void {
    spread = out;
    root.classList.remove("turning");
    show();
    (out ? one : all).focus();
  }

  find(".before").addEventListener("click", () => move(-1));
  find(".after").addEventListener("click", () => move(1));
  all.addEventListener("click", () => lay(true));
  one.addEventListener("click", () => lay(false));
  turn.addEventListener("click", () => {
    turned = !turned;
    root.classList.add("turning");
    show();
  });
  root.addEventListener("keydown", (event) => {
    const onward = getComputedStyle(root).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (spread || !/^Arrow(Left|Right)$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(event.key === onward ? 1 : -1);
  });
  find(".deck-bar").hidden = false;
  show();
}

/** A response is what was written, perhaps nothing; once the card is turned, also the judgement, empty at first. */
function judge([text = "", judged]: string[]): Grade {
  return { score: judged === "knew" ? 1 : judged === "almost" ? 0.5 : 0, marks: {}, missed: [], keep: text.trim() ? [text] : [] };
}

function recall(root: HTMLElement, { say, tell }: Tools<Data>): Control {
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
  const words = root.querySelector("textarea");
  const [check, judges] = [find<HTMLButtonElement>(".check"), find(".judges")];
  const checks = check.textContent;
  let judged: string | undefined;

  root.classList.add("recalling", "judged-oneself");
  judges.addEventListener("click", ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return;
    judged = target.value;
    check.click();
  });

  return {
    ask: "choose-first",

    read: () => [words?.value ?? "", ...(judged === undefined ? [] : [judged])],

    write([text = "", as]) {
      judged = as;
      if (words && words.value !== text) words.value = text; // what is the same stays, and the cursor with it
      if (words) words.parentElement!.hidden = as !== undefined && !text.trim();
      find(".turned").hidden = as === undefined;
      check.textContent = as === undefined ? say("card-turn") : checks;
      root.classList.toggle("judging", as === "");
    },

    lock(locked) {
      if (words) words.readOnly = locked || judged !== undefined;
      judges.hidden = locked;
      find(".later").hidden = !locked || judged === "knew";
    },

    mark() {},

    verdict: ([, as]) => say(`recall-${as}`),

    advance([text, as]) {
      if (as) return undefined;
      if (as === "") tell(say("recall-judge-first"));
      return { response: [text!, ""], at: as === "" ? judges.querySelector("button")! : find(".recall-back") };
    },
  };
}

export default {
  grade: ({ options }, response) => (options ? gradeTicks(options, response) : judge(response)),
  control: (root, tools) => (tools.data.options ? undefined : recall(root, tools)),
  wake,
} satisfies Question<Data> & Wakeful<Cards>;
