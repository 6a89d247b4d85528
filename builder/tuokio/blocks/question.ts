/**
 * How a question behaves, whatever its kind: answer, check, feedback in place, try again, hints.
 *
 * A kind brings only what is its own: `grade`, and a control where options in rows are not its way.
 */
import type { Attempt, ItemState } from "../record/fold.ts";
import type { NewEvent } from "../record/log.ts";
import type { MakeControl, Mark, Response, Tools } from "./control.ts";
import { options } from "./options.ts";

/** What every question's data holds (`Question` in question.py, without its texts). */
export interface QuestionData {
  kind: string;
  rev: string;
  points: number;
  attempts?: number;
  shuffle: boolean;
  gate: boolean;
  confidence?: boolean;
  objective?: string;
  tags?: string[];
}

export interface Grade {
  /** 0…1. */
  score: number;
  /** How each answered part came out. */
  marks: Record<string, "right" | "wrong">;
  /** Parts that should have been answered, or answered otherwise. */
  missed: string[];
  /** What stays when the learner tries again. */
  keep: Response;
  /** What would have been right, by part, where the parts are not options to choose among. */
  answers?: Record<string, string>;
  /** Which of the author's feedback on wrong answers applies: `data-answer` in the view. */
  known?: string;
}

/** A question kind. `grade` is pure: no clock, no chance, no page. */
export interface Question<Data> {
  grade(data: Data, response: Response): Grade;
  /** Left out, or where it makes none: options in rows. */
  control?: MakeControl<Data>;
}

/**
 * How a question is asked. `practice`: as often as one likes, with hints. In an exam: `once` with its
 * feedback at once, `quiet` until all are sent, `told` after that.
 */
export type Manner = "practice" | "once" | "quiet" | "told";

/** What a question is handed by the page it stands on. */
export interface Surroundings {
  id: string;
  manner: Manner;
  state(): ItemState | undefined;
  record(event: NewEvent): Promise<boolean>;
  say(phrase: string, places?: Record<string, string | number>): string;
  order(ids: string[]): string[];
}

const TYPING = 400; // milliseconds without a key before what was typed is kept
const SURE = 2;

/** Wake a question. Returns a function that shows anew what the record says. */
export function wake<Data extends QuestionData>(root: HTMLElement, kind: Question<Data>, data: Data, around: Surroundings): () => void {
  const { say, id: of, manner } = around;
  const { rev, points } = data;
  const limit = manner === "once" ? 1 : (data.attempts ?? Infinity);
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector);
  const outcome = find(".outcome")!;
  const verdict = find(".verdict")!;
  const message = find(".message")!;
  const buttons = { check: find(".check")!, again: find(".again")!, reveal: find(".reveal")!, hint: find(".ask-hint") };
  const hints = root.querySelectorAll<HTMLElement>(".hint");
  const actions = find(".actions")!;
  const tick = find(".saved")!;
  const label = verdict.querySelector("span")!;
  const nudge = find(".nudge")!;
  const sureness = find<HTMLFieldSetElement>(".sureness");
  const tools: Tools<Data> = {
    data,
    say,
    tell,
    changed: keepDraft,
    // Asked for when it is needed: a question wakes before it stands on its page.
    get language() {
      return root.closest<HTMLElement>("[lang]")?.lang || document.documentElement.lang;
    },
  };
  const control = kind.control?.(root, tools) ?? options(root);
  root.querySelectorAll(".feedback, .explanation, .option > span, .option > legend, [data-about]").forEach((text, number) => (text.id = `${root.id}/said${number}`));
  const about = [...root.querySelectorAll("[data-about]")].map((text) => text.id).join(" ");
  if (about) find("fieldset")!.setAttribute("aria-describedby", about);
  if (data.shuffle) control.arrange?.(around.order);
  let saved = false;
  let shown = "";
  let typing: ReturnType<typeof setTimeout> | undefined;
  let pending = 0; // what was done here and is not in the record yet

  const blank: ItemState = { attempts: [], best: 0, hints: 0, revealed: false, played: [] };
  const known = () => around.state() ?? blank;

  function show(state: ItemState = known()): void {
    // Every event of the course comes by here; only what concerns this question is worth a layout.
    const now = JSON.stringify([state, saved]);
    if (now === shown) return;
    shown = now;
    const last = state.attempts.at(-1);
    const settled = manner === "told" || state.best === 1 || state.revealed || state.attempts.length >= limit;
    const answering = manner === "quiet" || (!settled && (!last || state.draft !== undefined));
    const grade = last ? regrade(last) : undefined;

    control.write(answering ? (state.draft ?? (manner === "quiet" && last ? last.response : [])) : (last?.response ?? []));
    control.lock(!answering, grade && answering ? Object.keys(grade.marks).filter((part) => grade.marks[part] === "right") : []);
    control.mark(manner === "quiet" ? {} : marks(grade, settled), settled);
    hints.forEach((hint, number) => (hint.hidden = number >= state.hints));
    buttons.check.hidden = !answering;
    buttons.again.hidden = answering || settled;
    buttons.reveal.hidden = manner !== "practice" || settled || !last;
    if (buttons.hint) buttons.hint.hidden = manner !== "practice" || !answering || state.hints >= hints.length;
    actions.hidden = settled || manner === "quiet";
    if (sureness) {
      sureness.hidden = manner !== "practice" || !answering;
      for (const input of sureness.querySelectorAll("input")) input.checked = answering && input.value === String(state.sure);
    }

    outcome.hidden = answering || (!last && !state.revealed && manner !== "told");
    if (!outcome.hidden) showOutcome(state, grade ?? kind.grade(data, []), settled);
    root.classList.toggle("settled", settled);
  }

  /**
   * How an answer came out part by part. Where that is not as recorded, since words accepted then or in another language are not now, the record holds;
   * of an answer that was given elsewhere only the score may be there (`carried`), and what would be right is shown instead.
   */
  function regrade({ response, score }: Attempt): Grade {
    const grade = kind.grade(data, response);
    return grade.score === score ? grade : { ...grade, marks: {}, missed: score === 1 && response.length ? [] : grade.missed, known: undefined };
  }

  function marks(grade: Grade | undefined, settled: boolean): Record<string, Mark> {
    const all: Record<string, Mark> = {};
    const { marks, missed, answers } = grade ?? kind.grade(data, []);
    for (const [part, as] of Object.entries(marks)) all[part] = { as, words: say(`mark-${as}`), feedback: "chosen" };
    const words = say(Object.values(marks).includes("right") ? "mark-missed" : "mark-answer");
    if (settled) for (const part of missed) all[part] = { ...(all[part] ?? { as: "missed", words: answers ? "" : words, feedback: "unchosen" }), answer: answers?.[part], label: say("mark-answer") };
    return all;
  }

  function showOutcome(state: ItemState, grade: Grade, settled: boolean): void {
    const last = state.attempts.at(-1);
    const score = last?.score ?? 0;
    const shownOnly = state.revealed && state.best < 1;
    const went = shownOnly ? "shown" : !last ? "unanswered" : score === 1 ? "right" : score > 0 ? "partly" : "wrong";
    label.textContent = (last && !shownOnly && control.verdict?.(last.response)) || say(`verdict-${went}`);
    verdict.dataset.went = went;
    tick.hidden = !saved;
    const when = { right: "correct", partly: "partly", wrong: "wrong", unanswered: "wrong", shown: "" }[went];
    // Rounded down, so that only a full score is 100 %.
    const share = Math.floor(score * 100 + 1e-9);
    for (const text of outcome.querySelectorAll<HTMLElement>("[data-when]")) text.hidden = text.dataset.when !== when;
    for (const text of outcome.querySelectorAll<HTMLElement>("[data-from]")) text.hidden = shownOnly || share < Number(text.dataset.from) || share > Number(text.dataset.to);
    for (const text of outcome.querySelectorAll<HTMLElement>("[data-answer]")) text.hidden = shownOnly || text.dataset.answer !== grade.known;
    const sureAndWrong = outcome.querySelector<HTMLElement>(".sure-and-wrong");
    if (sureAndWrong) sureAndWrong.hidden = !(last?.sure === SURE && score < 1) || shownOnly;
    const explanation = outcome.querySelector<HTMLElement>(".explanation");
    if (explanation) explanation.hidden = !settled;
    // Where nothing speaks of this very answer, it says at least what can be done now.
    const spoken = [...root.querySelectorAll<HTMLElement>(".feedback:not(.nudge)")].some((text) => !text.hidden && !text.closest("[hidden]"));
    nudge.hidden = spoken || settled || score === 1;
    if (!nudge.hidden) nudge.textContent = say(state.hints < hints.length ? "nudge-hint" : "nudge");
    // Whoever hears the verdict hears what is said with it: the answer, if it was asked for, and all feedback in view.
    const said = [...(settled ? grade.missed.flatMap((part) => sayAnswer(part, shownOnly)) : []), ...root.querySelectorAll<HTMLElement>(".right-answer, .feedback, .explanation")];
    outcome.setAttribute("aria-describedby", [...new Set(said.flatMap((text) => (text?.id && !text.hidden ? [text.id] : [])))].join(" "));
  }

  /** What tells the right answer of a part: its name, where the answer does not say it too, and the answer, announced where the verdict does not. */
  function sayAnswer(part: string, announced: boolean): (HTMLElement | null)[] {
    const within = (what: string) => find(`[data-option="${part}"] ${what}`);
    const [name, answer] = [within(".option > legend") ?? within(".option > span"), within(".right-answer")];
    if (!answer || answer.hidden) return announced ? [name] : [];
    const words = name?.textContent!.trim();
    return [words && answer.textContent!.includes(words) ? null : name, announced ? null : within(".answer-label"), answer];
  }

  /** Say one thing below the question; calm unless something is asked for. */
  function tell(text: string, asks = false): void {
    message.classList.toggle("calm", !asks);
    // Emptied first, so that it is heard again when nothing has changed.
    message.textContent = "";
    if (text) setTimeout(() => (message.textContent = text));
  }

  const sure = () => {
    const chosen = sureness?.querySelector<HTMLInputElement>("input:checked")?.value;
    return chosen === undefined ? {} : { sure: Number(chosen) };
  };

  function keepDraft(response: Response = control.read()): void {
    clearTimeout(typing);
    typing = undefined;
    shown = ""; // the page is ahead of the record: if another tab's draft is the newer one, and what was shown before, it is to be shown again
    void keep({ kind: "drafted", of, rev, response, ...sure() });
  }

  async function keep(event: NewEvent): Promise<boolean> {
    pending++;
    const kept = await around.record(event);
    if (!--pending && !typing && event.kind !== "answered") show(); // another tab's, which came meanwhile, may be the newer one; an answer waits for its ✓
    return kept;
  }

  function check(): void {
    const response = control.read();
    const refusal = response.length ? control.refuse?.(response) : say(control.ask);
    if (refusal) {
      find("[aria-invalid]")?.focus();
      return tell(refusal, true);
    }
    message.textContent = "";
    clearTimeout(typing);
    const state = known();
    const further = control.advance?.(response);
    if (further) {
      show({ ...state, draft: further.response, ...sure() });
      keepDraft(further.response);
      further.at.focus();
      return;
    }
    const { score } = kind.grade(data, response);
    const attempt = { response, score, points, ...sure() };
    saved = false;
    // Painted at once; the store comes right after, and the ✓ waits for it.
    show({ ...state, draft: undefined, attempts: [...state.attempts, attempt], best: Math.max(state.best, score) });
    outcome.focus({ preventScroll: true });
    outcome.scrollIntoView({ block: "nearest" });
    root.querySelector("[data-option] .feedback:not([hidden])")?.scrollIntoView({ block: "nearest" });
    pending++; // a draft that is in the record only now must not take the outcome, and the focus on it, back
    setTimeout(async () => {
      pending--;
      saved = await keep({ kind: "answered", of, rev, ...attempt, attempt: state.attempts.length + 1 });
      show();
    });
  }

  find<HTMLFormElement>("form")!.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!buttons.check.hidden && manner !== "quiet") check();
  });
  root.addEventListener("change", () => {
    message.textContent = "";
    keepDraft();
    // Where nothing is checked before all is sent, what cannot be an answer is told as soon as it is typed.
    const response = control.read();
    const refusal = manner === "quiet" && response.length ? control.refuse?.(response) : undefined;
    if (refusal) tell(refusal, true);
  });
  root.addEventListener("input", ({ target }) => {
    const typed = target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text");
    if (!typed) return;
    clearTimeout(typing);
    typing = setTimeout(keepDraft, TYPING);
  });
  buttons.again.addEventListener("click", () => {
    const last = known().attempts.at(-1);
    const draft = last ? kind.grade(data, last.response).keep : [];
    show({ ...known(), draft });
    void keep({ kind: "drafted", of, rev, response: draft });
    root.querySelector<HTMLElement>(".stem")?.focus();
  });
  buttons.reveal.addEventListener("click", () => {
    show({ ...known(), revealed: true });
    outcome.focus();
    void keep({ kind: "hinted", of, rev, hint: 0 });
  });
  buttons.hint?.addEventListener("click", () => {
    const state = known();
    const number = state.hints + 1;
    show({ ...state, draft: control.read(), hints: number });
    const hint = hints[number - 1]!;
    hint.tabIndex = -1;
    hint.focus();
    void keep({ kind: "hinted", of, rev, hint: number });
  });
  show();
  // An older draft that is only now in the record must not undo what was chosen after it.
  return () => {
    if (!pending) show();
  };
}
