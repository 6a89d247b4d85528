/**
 * How a question behaves, whatever its kind: answer, check, feedback in place, try again, hints.
 *
 * A kind brings only what is its own: `grade`, and a `Control` where options in rows are not its way.
 */
import type { ItemState } from "../record/fold.ts";
import type { NewEvent } from "../record/log.ts";
import type { Control, Mark, Response } from "./control.ts";
import { options } from "./options.ts";

/** What every question's data holds (`Question` in question.py, without its texts). */
export interface QuestionData {
  kind: string;
  rev: string;
  points: number;
  attempts?: number;
  shuffle: boolean;
  gate: boolean;
}

export interface Grade {
  /** 0…1. */
  score: number;
  /** How each chosen option came out. */
  marks: Record<string, "right" | "wrong">;
  /** Options that should have been chosen. */
  missed: string[];
  /** What stays when the learner tries again. */
  keep: Response;
}

/** A question kind. `grade` is pure: no clock, no chance, no page. */
export interface Question<Data> {
  grade(data: Data, response: Response): Grade;
  control?: Control;
}

/** What a question is handed by the page it stands on. */
export interface Surroundings {
  id: string;
  state(): ItemState | undefined;
  record(event: NewEvent): Promise<boolean>;
  say(phrase: string, places?: Record<string, string | number>): string;
  order(ids: string[]): string[];
}

/** Wake a question. Returns a function that shows anew what the record says. */
export function wake<Data extends QuestionData>(root: HTMLElement, kind: Question<Data>, data: Data, around: Surroundings): () => void {
  const { say, id: of } = around;
  const { rev, points } = data;
  const control = kind.control ?? options;
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector);
  const outcome = find(".outcome")!;
  const verdict = find(".verdict")!;
  const message = find(".message")!;
  const buttons = { check: find(".check")!, again: find(".again")!, reveal: find(".reveal")!, hint: find(".ask-hint") };
  const hints = root.querySelectorAll<HTMLElement>(".hint");
  const actions = find(".actions")!;
  const tick = find(".saved")!;
  const label = verdict.querySelector("span")!;
  root.querySelectorAll(".feedback, .explanation, .option > span, [data-about]").forEach((text, number) => (text.id = `${root.id}/said${number}`));
  const about = [...root.querySelectorAll("[data-about]")].map((text) => text.id).join(" ");
  if (about) find("fieldset")!.setAttribute("aria-describedby", about);
  if (data.shuffle) control.arrange(root, around.order);
  let saved = false;
  let shown = "";

  const blank: ItemState = { attempts: [], best: 0, hints: 0, revealed: false };

  function show(state: ItemState = around.state() ?? blank): void {
    // Every event of the course comes by here; only what concerns this question is worth a layout.
    const now = JSON.stringify([state, saved]);
    if (now === shown) return;
    shown = now;
    const last = state.attempts.at(-1);
    const settled = state.best === 1 || state.revealed || state.attempts.length >= (data.attempts ?? Infinity);
    const answering = !settled && (!last || state.draft !== undefined);
    const grade = last ? kind.grade(data, last.response) : undefined;

    control.write(root, answering ? (state.draft ?? []) : (last?.response ?? []));
    control.lock(root, !answering);
    control.mark(root, marks(grade, settled), settled);
    hints.forEach((hint, number) => (hint.hidden = number >= state.hints));
    buttons.check.hidden = !answering;
    buttons.again.hidden = answering || settled;
    buttons.reveal.hidden = settled || !last;
    if (buttons.hint) buttons.hint.hidden = !answering || state.hints >= hints.length;
    actions.hidden = settled;

    outcome.hidden = answering || (!last && !state.revealed);
    if (!outcome.hidden) tell(state, (grade ?? kind.grade(data, [])).missed, settled);
    root.classList.toggle("settled", settled);
  }

  function marks(grade: Grade | undefined, settled: boolean): Record<string, Mark> {
    const all: Record<string, Mark> = {};
    const bare = grade ?? kind.grade(data, []);
    for (const [option, as] of Object.entries(bare.marks)) all[option] = { as, words: say(`mark-${as}`), feedback: "chosen" };
    const missed = Object.values(bare.marks).includes("right") ? "mark-missed" : "mark-answer";
    if (settled) for (const option of bare.missed) all[option] = { as: "missed", words: say(missed), feedback: "unchosen" };
    return all;
  }

  function tell(state: ItemState, missed: string[], settled: boolean): void {
    const score = state.attempts.at(-1)?.score ?? 0;
    const shownOnly = state.revealed && state.best < 1;
    const went = shownOnly ? "shown" : score === 1 ? "right" : score > 0 ? "partly" : "wrong";
    label.textContent = say(`verdict-${went}`);
    verdict.dataset.went = went;
    tick.hidden = !saved;
    const when = { right: "correct", partly: "partly", wrong: "wrong", shown: "" }[went];
    for (const text of outcome.querySelectorAll<HTMLElement>("[data-when]")) text.hidden = text.dataset.when !== when;
    const explanation = outcome.querySelector<HTMLElement>(".explanation");
    if (explanation) explanation.hidden = !settled;
    // Whoever hears the verdict hears what is said with it: the answer, if it was asked for, and all feedback in view.
    const answers = shownOnly ? missed.map((option) => find(`[data-option="${option}"] .option > span`)) : [];
    const said = [...answers, ...root.querySelectorAll<HTMLElement>(".feedback, .explanation")];
    outcome.setAttribute("aria-describedby", said.flatMap((text) => (text && !text.hidden ? [text.id] : [])).join(" "));
  }

  function check(): void {
    const response = control.read(root);
    if (!response.length) {
      // Emptied first, so that it is heard again when nothing has changed.
      message.textContent = "";
      setTimeout(() => (message.textContent = say(control.ask)));
      return;
    }
    message.textContent = "";
    const state = around.state() ?? blank;
    const { score } = kind.grade(data, response);
    const attempt = { response, score, points };
    saved = false;
    // Painted at once; the store comes right after, and the ✓ waits for it.
    show({ ...state, draft: undefined, attempts: [...state.attempts, attempt], best: Math.max(state.best, score) });
    outcome.focus({ preventScroll: true });
    outcome.scrollIntoView({ block: "nearest" });
    root.querySelector("[data-option] .feedback:not([hidden])")?.scrollIntoView({ block: "nearest" });
    setTimeout(async () => {
      saved = await around.record({ kind: "answered", of, rev, ...attempt, attempt: state.attempts.length + 1 });
      show();
    });
  }

  find<HTMLFormElement>("form")!.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!buttons.check.hidden) check();
  });
  root.addEventListener("change", () => {
    message.textContent = "";
    void around.record({ kind: "drafted", of, rev, response: control.read(root) });
  });
  buttons.again.addEventListener("click", () => {
    const last = around.state()?.attempts.at(-1);
    const draft = last ? kind.grade(data, last.response).keep : [];
    show({ ...(around.state() ?? blank), draft });
    void around.record({ kind: "drafted", of, rev, response: draft });
    root.querySelector<HTMLElement>(".stem")?.focus();
  });
  buttons.reveal.addEventListener("click", () => {
    show({ ...(around.state() ?? blank), revealed: true });
    outcome.focus();
    void around.record({ kind: "hinted", of, rev, hint: 0 });
  });
  buttons.hint?.addEventListener("click", () => {
    const state = around.state() ?? blank;
    const number = state.hints + 1;
    show({ ...state, draft: control.read(root), hints: number });
    const hint = hints[number - 1]!;
    hint.tabIndex = -1;
    hint.focus();
    void around.record({ kind: "hinted", of, rev, hint: number });
  });
  show();
  return () => show();
}
