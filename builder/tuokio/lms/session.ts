/**
 * A session with a learning platform: what it knows is joined with the record, and of what comes then it is told. The record on the device stays whole;
 * the platform keeps what a snapshot of it holds, how the learner stands, and each answer. Nothing the platform knows is taken back.
 *
 * What is set is committed while the course is open, since all that can be sent while it is left must fit 64 KiB: soon after an answer, by and by after
 * anything else, and when the page is hidden, for a phone may not come back. Leaving only ends the session.
 */
import type { Course } from "../player/outline.ts";
import { join } from "../record/carried.ts";
import type { Event } from "../record/event.d.ts";
import type { Log } from "../record/log.ts";
import { describe, listen } from "./catalogue.ts";
import type { Answer, Dialect, Elements } from "./dialect.ts";
import { NOBODY } from "./drawer.ts";
import { judge, raise, type Standing } from "./judge.ts";
import { find, speak, type Line } from "./line.ts";
import type { Connect, Platform } from "./platform.ts";
import { decode, encode, type Ordinals } from "./snapshot.ts";

const SOON = 150; // ms: what follows an answer is painted first, and what is finished together is told together
const LATER = 10_000; // ms
const LOCATION = 255; // characters that every platform keeps of a place; the rest would only be within its step
const STATE = "cmi.suspend_data";
const URGENT = /answered|finished|completed|reopened/;
const DONE = /answered|finished/;
const OWN = /wrote|erased|copied/; // a platform has nothing of these

let ordinals: Ordinals;

/** What finds the platform, by the version of SCORM it is spoken to in. */
export function connectBy(dialect: Dialect): Connect {
  listen();
  tuokio.ordinals = (given) => void (ordinals = given);
  return async () => {
    const api = find(dialect.api, window);
    const line = api && speak(api, dialect);
    if (!line?.start(dialect.learner)) return runAlone();
    const session = begin(line, dialect, ordinals);
    addEventListener("pagehide", session.leave);
    // What comes back from where the browser keeps left pages has no session any more.
    addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
    addEventListener("visibilitychange", () => session.pause(document.hidden));
    addEventListener("online", session.retry);
    return session;
  };
}

/** No platform: the course runs by itself, and says so where it begins. */
function runAlone(): Platform {
  const first = begins();
  return { learner: "", notice: (log) => (first() && isKept(log) ? "lms-none" : undefined), attend: async () => undefined };
}

/** What tells whether the home page is shown since the course was opened: what is only good to know is said there once. */
function begins(): () => boolean {
  let left = false;
  return () => !(left ||= location.hash.length > 2);
}
const isKept = ({ store, failing }: Log) => store.keeps !== "never" && !failing;

export interface Session extends Platform {
  /** The page is hidden, or seen again: a phone may close it without a word. */
  pause(hidden: boolean): void;
  /** Try again to tell what the platform did not take. */
  retry(): void;
  /** End the session. What was not committed goes with it. */
  leave(): void;
}

/** A session on a line that has one. */
export function begin(line: Line, dialect: Dialect, ordinals: Ordinals): Session {
  const get = (element: string) => line.get(element) ?? "";
  /** The platform only shows what was done: who reviews it is not judged again, and goes on all the same. */
  const mode = get(dialect.mode);
  const browses = mode === "browse";
  const shows = browses || mode === "review";
  /** The platform's snapshot as it was; undefined if it could not be read, and then it is left alone. */
  const had = line.get(STATE)?.trim();
  const sent = new Map<string, string>();
  const first = begins();
  let log: Log;
  let course: () => Course;
  let foreign = false;
  /** The platform has begun anew, though the device may know of an attempt before: opening and closing is no pass. */
  let fresh = !had;
  let known: Standing = dialect.hear(get);
  const answers: Answer[] = [];
  let told = 0; // of them: set, but not committed yet
  let due = Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: ((has: boolean) => void)[] = [];
  let failing = false;
  let ended = false;
  let spent = 0; // ms in view
  let since: number | undefined = performance.now(); // none while hidden

  /** Without any record, at least the place is taken up. */
  async function goWhere({ modules }: Course): Promise<void> {
    const [module, step] = get(dialect.location).split("/");
    if (step && modules.some(({ id }) => id === module)) await log.append({ kind: "opened", of: `${module}/${step}` });
  }

  /** Resolves to true once the platform has what came of an event; where the device has it, nobody waits for that. */
  async function hear(event: Event): Promise<boolean> {
    if (ended || browses || OWN.test(event.kind)) return false;
    fresh &&= !DONE.test(event.kind);
    const answer = !shows && event.kind === "answered" && describe(event, course().language);
    if (answer) answers.push(answer);
    const urgent = URGENT.test(event.kind);
    schedule(urgent ? SOON : LATER);
    if (!urgent || (log.store.keeps === "always" && !log.failing)) return false;
    return new Promise((resolve) => waiting.push(resolve));
  }

  function schedule(ms: number): void {
    const then = performance.now() + ms;
    if (ended || due <= then) return;
    clearTimeout(timer);
    due = then;
    timer = setTimeout(tell, ms);
  }

  /** Tell the platform everything, and have it kept. */
  function tell(): void {
    clearTimeout(timer);
    due = Infinity;
    const has = (line.isOpen() || restart()) && set({ ...all(), ...ending() }) && report() && line.commit();
    if (has) answers.splice(0, told), (told = 0);
    for (const resolve of waiting.splice(0)) resolve(has);
    if (has !== failing) return;
    failing = !has;
    log.tell();
  }

  /** The session was lost: another begins, and is told everything anew. */
  function restart(): boolean {
    if (!line.start(dialect.learner)) return false;
    sent.clear();
    told = 0;
    return true;
  }

  function all(): Elements {
    const { state } = log;
    const now = course();
    if (!fresh) known = raise(known, { ...judge(now, state), progress: dialect.measure?.(now, state) });
    // What is not ours stays until there is something to keep.
    const keeps = had !== undefined && !(foreign && !state.steps.size && !state.seen.size);
    const { step = "", item } = state.last ?? {};
    return {
      ...(shows ? dialect.show(get) : dialect.tell(known)),
      [dialect.location]: (item ? `${step}/${item}` : step).slice(0, LOCATION) || undefined,
      [STATE]: keeps ? encode(state, now, ordinals, dialect.most, foreign ? "" : had) : undefined,
    };
  }

  /** Set each time, since a session may end without a word. */
  function ending(): Elements {
    return { [dialect.time]: dialect.span(spent + (since === undefined ? 0 : performance.now() - since)), [dialect.exit]: "suspend" }; // any other exit, and hosts forget the state
  }

  /** Set what has changed. What is refused is not tried again as it is. Returns whether there is a session. */
  function set(elements: Elements): boolean {
    for (const [element, value] of Object.entries(elements)) {
      if (value === undefined || sent.get(element) === value || !line.isOpen()) continue;
      sent.set(element, value);
      line.set(element, value);
    }
    return line.isOpen();
  }

  /** Add answers to the platform's journal, if it has one. Returns whether there is a session. */
  function report(): boolean {
    for (let count = parseInt(get("cmi.interactions._count")); count >= 0 && told < answers.length; told++) {
      const { id, ...rest } = dialect.report(answers[told]!);
      const name = `cmi.interactions.${count}.`;
      if (line.set(`${name}id`, id!)) {
        count++;
        for (const [of, value] of Object.entries(rest)) if (value !== undefined) line.set(name + of, value);
      }
      if (!line.isOpen()) return false;
    }
    return true;
  }

  return {
    learner: get(dialect.learner) || NOBODY,
    notice(log) {
      if (failing) return isKept(log) ? "lms-silent" : "lms-lost";
      if (shows) return first() && isKept(log) ? "lms-shows" : undefined;
      return isKept(log) ? "" : "lms-only";
    },
    async attend(its, meant, load) {
      // Without what joins the two, the platform's is left as it is until the course is opened again.
      if (await load(meant()).then(() => false, () => (failing = true))) return;
      log = its;
      course = meant;
      const summary = had ? decode(had, course(), ordinals) : undefined;
      foreign = Boolean(had) && !summary;
      if (foreign) console.warn(STATE, had);
      await join(log, summary);
      if (!log.state.last) await goWhere(course());
      log.report = hear;
      if (!shows) schedule(SOON);
    },
    pause(hidden) {
      const now = performance.now();
      if (since !== undefined) spent += now - since;
      since = hidden ? undefined : now;
      // A page that is being closed is hidden too, and may commit no more: it does not live to see this timer.
      if (hidden && due < Infinity) schedule(0);
    },
    retry: () => failing && log && tell(),
    leave() {
      if (ended) return;
      clearTimeout(timer);
      // Whoever leaves before the record is open has at least begun.
      if (set({ ...(browses ? dialect.show(get) : log ? all() : !shows && dialect.tell(known)), ...ending(), ...dialect.leave }) && report()) line.finish();
      ended = true;
    },
  };
}
