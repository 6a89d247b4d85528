/**
 * Exams: a script of their own, shipped with courses that have one.
 *
 * An attempt is a round of the record: the questions drawn for it, drafts as one answers, and grades
 * when all are sent. Whatever happens in between, the record knows where one was.
 */
import { keyOf, type Round } from "../../record/fold.ts";
import type { Drawable, ExamData } from "../outline.ts";
import type { Questions } from "../questions.ts";
import { toStep } from "../route.ts";
import type { Scene } from "../scene.ts";
import type { Bar, Stage } from "../step.ts";
import { byObjective, listAsked, passes, shareOf, type Asked } from "./result.ts";
import { drawLobby, drawQuestion, drawResult, drawReview, drawTime, PRACTICE, RESULT, REVIEW, type Desk } from "./views.ts";

const PRACTISED = 5; // questions a round when practising what was weak
const MINUTE = 60_000;
const PAUSE = 600; // milliseconds in which a second tap still belongs to the first

/** Where an exam stands. */
export interface ExamScene extends Scene {
  language: string;
  /** Draw the page anew: the bar belongs to the player. */
  draw(): void;
  /** Note that the step is finished. */
  finish(): Promise<unknown>;
}

function raise(html: string, exam: ExamData, questions: Questions, scene: ExamScene): Stage {
  const { log, say } = scene;
  const { lit } = tuokio;
  const of = scene.module.id;
  const stage = document.createElement("div");
  stage.className = "prose";
  stage.innerHTML = html;
  const root = stage.querySelector<HTMLElement>("[data-exam]")!;
  const own = Object.entries(exam.own).map(([id, item]): Drawable => ({ id, ...item }));
  const banked = questions.draws!.choosePool(scene.pool(exam.from ?? []), exam).filter((item) => !item.ungraded);
  const pool = [...own, ...banked];
  const raised = new Map<string, { root: HTMLElement; refresh(): void }>();
  let place: string | undefined;
  let again = false; // the learner wants another attempt and is shown its terms
  let clock: ReturnType<typeof setInterval> | undefined;
  let toldMinutes = Infinity;
  let sending = false;
  let button = { label: "", since: 0 };
  let practice: { of: string; root: HTMLElement; refresh(): void } | undefined;

  const rounds = (): Round[] => log.state.rounds.get(of) ?? [];
  const latest = () => rounds().at(-1);
  const running = () => {
    const round = latest();
    return round && !round.result ? round : undefined;
  };
  const find = (id: string) => pool.find((item) => item.id === id);
  const asked = (round: Round): Asked[] => listAsked(log.state, of, round, find);
  const to = (where?: string) => toStep(of, scene.step, where);
  const passed = () => rounds().some((round) => round.result?.passed);
  const left = () => (exam.attempts ? exam.attempts - rounds().filter((round) => round.result).length : Infinity);

  async function start(minutes: number): Promise<void> {
    const attempt = (latest()?.attempt ?? 0) + 1;
    const seed = `${log.seed}/${of}#${attempt}`;
    const drawn = questions.draws!.draw(banked, exam.draw ?? banked.length, log.state.seen, seed);
    const items = questions.shuffle([...own.map(({ id }) => id), ...drawn], `${seed}/order`);
    if (!items.length) return;
    again = false;
    toldMinutes = Infinity;
    await log.append({ kind: "drawn", of, attempt, items, points: exam.points });
    if (minutes) await log.append({ kind: "exam-timed", of, attempt, minutes });
    location.hash = to(items[0]);
  }

  /** Grade what was answered, and give the result. What a crash cut short is not graded twice. */
  async function send(round: Round): Promise<void> {
    if (sending) return;
    sending = true;
    await gradeAll(round).finally(() => (sending = false));
    // Whoever has gone elsewhere meanwhile is left there.
    if (location.hash.startsWith(to())) location.hash = to(RESULT);
  }

  async function gradeAll(round: Round): Promise<void> {
    const name = `${of}#${round.attempt}`;
    for (const { item, response, answered, score } of asked(round)) {
      if (!answered || score !== undefined) continue;
      await log.append({ kind: "answered", of: item.id, rev: item.rev, round: name, response, score: questions.grade(item, response), points: item.points, attempt: 1 });
    }
    const share = shareOf(asked(round));
    await log.append({ kind: "exam-finished", of, attempt: round.attempt, score: share, passed: passes(exam, share) });
    if (passes(exam, share)) await scene.finish();
  }

  /** Give more minutes from now on, or all the time in the world; those who do not see the clock hear it, or go on where they were. */
  async function extend(round: Round, minutes: number): Promise<void> {
    toldMinutes = Infinity;
    root.querySelector(".exam-clock")!.textContent = "";
    await log.append({ kind: "exam-timed", of, attempt: round.attempt, minutes: minutes === Infinity ? 0 : Math.max(round.minutes, minutesGone(round)) + minutes });
    refresh();
    const clock = root.querySelector(".exam-clock");
    if (clock) clock.textContent = say("exam-time-left", { n: minutesLeft(running()!) });
    else root.querySelector<HTMLElement>(".exam-head, .stem")?.focus();
  }

  function question(round: Round, item: Drawable, told: boolean): HTMLElement {
    const name = `${of}#${round.attempt}`;
    const manner = told ? "told" : exam.feedback === "during" ? "once" : "quiet";
    const key = `${manner}/${keyOf(item.id, name)}`;
    let one = raised.get(key);
    if (!one) raised.set(key, (one = questions.raiseItem(item, scene, manner, name)));
    one.refresh();
    return one.root;
  }

  function practise(weak: string[]): HTMLElement {
    const name = weak.join();
    if (practice?.of !== name) {
      const holder = document.createElement("div");
      holder.innerHTML = `<div class="draw" data-draw="${of}--practice"></div>`;
      const data = { draw: PRACTISED, from: [], objective: weak, points: 0 };
      practice = { of: name, root: holder, refresh: questions.raise(holder, { [`${of}--practice`]: data }, { ...scene, pool: () => pool }) };
    }
    practice.refresh();
    return practice.root;
  }

  /** Which question is shown: the one the address names, else the first that is not answered. */
  function here(all: Asked[]): number {
    const named = all.findIndex(({ item }) => item.id === place);
    return named >= 0 ? named : Math.max(0, all.findIndex(({ answered }) => !answered));
  }

  // A clock that was set back gives no time that was never there.
  const minutesGone = (round: Round) => Math.max(0, Date.now() - round.began) / MINUTE;
  const minutesLeft = (round: Round) => (round.minutes ? Math.ceil(round.minutes - minutesGone(round)) : Infinity);

  function watchClock(round: Round | undefined): void {
    if (!round?.minutes) {
      clearInterval(clock);
      clock = undefined;
    } else clock ??= setInterval(() => (root.isConnected ? refresh() : clearInterval(clock)), MINUTE / 12);
  }

  /** What those hear who do not see the clock: at five minutes, at one, and when it is over. */
  function announce(round: Round): string {
    const minutes = minutesLeft(round);
    for (const mark of [0, 1, 5]) {
      if (minutes > mark || toldMinutes <= mark) continue;
      toldMinutes = mark;
      return mark ? say("exam-time-left", { n: minutes }) : say("exam-time-up");
    }
    return "";
  }

  const desk = (): Desk => ({ exam, say, language: scene.language, to, left: left(), best: Math.max(0, ...rounds().map((round) => round.result?.score ?? 0)), rounds: rounds().length });

  function refresh(): void {
    const round = running();
    watchClock(round);
    lit.render(view(round), root);
    if (round?.minutes) {
      const words = announce(round);
      if (words) root.querySelector(".exam-clock")!.textContent = words;
    }
  }

  function view(round: Round | undefined) {
    const last = latest();
    if (round) {
      const all = asked(round);
      const time = drawTime(desk(), minutesLeft(round), (minutes) => void extend(round, minutes));
      if (place === REVIEW || !all.length) return drawReview(desk(), all.map((one) => ({ ...one, stem: stemOf(question(round, one.item, false)) })), time);
      const number = here(all);
      return drawQuestion(desk(), number, all.length, question(round, all[number]!.item, false), time);
    }
    if (!last || again) return drawLobby(desk(), own.length + Math.min(exam.draw ?? banked.length, banked.length));
    const all = asked(last);
    const objectives = byObjective(exam, all);
    const weak = objectives.filter((one) => one.weak && one.objective).map((one) => one.objective);
    const told = exam.feedback === "never" ? [] : all.map(({ item }) => question(last, item, true));
    return drawResult(desk(), last.result!, objectives, told, place === PRACTICE && weak.length ? practise(weak) : undefined);
  }

  /** The button is where the one before it was, and a thumb may tap twice: what cannot be taken back waits until the second tap is over. */
  function bar(): Partial<Bar> {
    const meant = barOf();
    const { next } = meant;
    if (!next) return meant;
    if (next.label !== button.label) {
      button = { label: next.label, since: performance.now() };
      if (next.weighty) setTimeout(scene.draw, PAUSE);
    }
    const early = next.weighty && performance.now() - button.since < PAUSE - 1;
    return early ? { ...meant, next: { ...next, early, go: () => undefined } } : meant;
  }

  function barOf(): Partial<Bar> {
    const round = running();
    if (!round) {
      if (passed() && !again) return {};
      if (latest() && !again) return left() > 0 ? { next: { label: say("exam-again"), go: tryAgain, weighty: true } } : { next: { label: say("home"), go: () => (location.hash = "#/") } };
      return left() > 0 ? { next: { label: say("exam-start"), go: () => void start(chosenMinutes(root)), weighty: true } } : {};
    }
    const all = asked(round);
    const number = here(all);
    const at = { value: number + 1, of: all.length, short: `${number + 1}/${all.length}`, long: say("exam-question", { at: number + 1, n: all.length }) };
    if (place === REVIEW || !all.length) {
      return { back: { href: to(all.at(-1)?.item.id), label: say("back") }, at: { ...at, value: all.length, short: `${all.length}/${all.length}` }, next: { label: say("exam-send"), go: () => void send(round), weighty: true } };
    }
    const after = all[number + 1];
    const back = number ? { href: to(all[number - 1]!.item.id), label: say("back") } : undefined;
    return { ...(back && { back }), at, next: { label: say(after ? "next" : "exam-review"), go: () => (location.hash = to(after ? after.item.id : REVIEW)) } };
  }

  function tryAgain(): void {
    again = true;
    location.hash = to();
    scene.draw();
    refresh();
    root.querySelector<HTMLElement>(".exam-head")?.focus();
  }

  refresh();
  return {
    root: stage,
    refresh,
    bar,
    show(where) {
      place = where;
      refresh();
    },
  };
}

const stemOf = (root: HTMLElement) => (root.querySelector(".statement") ?? root.querySelector(".stem"))?.textContent?.trim() ?? "";
const chosenMinutes = (root: HTMLElement) => Number(root.querySelector<HTMLInputElement>("[name=minutes]:checked")?.value ?? 0);

const exams = { raise };
export type Exams = typeof exams;
tuokio.exams(exams);
