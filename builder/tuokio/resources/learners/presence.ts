/** While somebody is here: their nickname in the masthead, other tabs followed, and back to the picker after ten minutes without a touch. */
import type { Store } from "../../record/store.ts";
import { asks, IDLE, type Here, type Learner, type Roster } from "./roster.ts";

const TOLD = 20_000; // ms between two notes that somebody is here
const TOUCHES = ["pointerdown", "keydown", "scroll", "touchstart", "timeupdate"]; // the last is what plays: somebody watches
const AWAY = "learners-away"; // on the page while nobody looks: whoever comes back may be another

export interface Presence {
  /** Look who is here, such as after a nickname was changed. */
  check(): Promise<void>;
  /** Ask anew who learns. */
  leave(): Promise<void>;
  /** Follow nobody for a while: this learner is being removed. */
  rest(resting: boolean): void;
}

/** `store` is the learner's own; `label` says what the nickname in the masthead does. */
export function accompany(store: Store, roster: Roster, me: string, label: { text: string; language: string }, now: () => Date): Presence {
  let last = now().getTime();
  let told = last;
  let leaving = false;
  let asking = false; // whether there is anyone to be mistaken for
  const writing = new Set<Promise<void>>();
  const { append } = store;
  store.append = (...kept) => {
    const one = append(...kept);
    const done = () => void writing.delete(one);
    writing.add(one);
    one.then(done, done);
    return one;
  };

  const sign = () => history.replaceState({ ...history.state, learner: me }, "");

  /** Load the page anew: nothing of this learner is left in it. What is being typed is kept first. */
  async function go(before = async () => {}): Promise<void> {
    if (leaving) return;
    leaving = true;
    dispatchEvent(new Event("pagehide"));
    await new Promise((resolve) => setTimeout(resolve));
    await Promise.all([...writing].map((one) => one.catch(() => undefined)));
    await before().catch(() => undefined);
    sign();
    location.reload();
  }

  const leave = () => go(() => roster.leave());

  async function check(): Promise<void> {
    const { learners, here } = await roster.read();
    if (leaving) return;
    const mine = learners.find(({ id }) => id === me);
    if (!mine || here.of !== me) return go();
    asking = asks(learners);
    name(asking ? mine.name : "");
    rest(here);
  }

  function name(nickname: string): void {
    store.nickname = nickname;
    let button = document.querySelector<HTMLElement>(".masthead > .learners-switch");
    if (!nickname) return button?.remove();
    if (!button) {
      button = Object.assign(document.createElement("button"), { type: "button", className: "learners-switch", onclick: () => void leave() });
      document.querySelector(".brand")!.after(button);
    }
    const way = Object.assign(document.createElement("span"), { className: "unseen", lang: label.language, textContent: `, ${label.text}` });
    const own = Object.assign(document.createElement("bdi"), { textContent: nickname });
    button.replaceChildren(own, way);
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Wait until nobody has touched the course for so long, in this tab or another. */
  function rest(here: Here): void {
    clearTimeout(timer);
    if (!asking) return;
    const quiet = Math.min(roster.sinceTouch(here), Math.max(0, now().getTime() - last));
    if (quiet >= IDLE) return void leave();
    timer = setTimeout(look, IDLE - quiet);
  }

  const look = () => void check().catch(() => undefined);

  function touched(): void {
    const at = now().getTime();
    // After a night in a drawer the first touch comes before any clock has struck.
    if (asking && Math.abs(at - last) >= IDLE) return look();
    last = at;
    if (Math.abs(last - told) < TOLD || leaving) return;
    told = last;
    // Who is here in another tab by now is not to be driven out by a key pressed in this one; and who leaves by this very touch has left.
    void roster.read().then(({ here }) => (leaving ? undefined : here.of === me ? roster.touch(me) : check())).catch(() => undefined);
  }

  sign();
  addEventListener("hashchange", sign);
  for (const event of TOUCHES) addEventListener(event, touched, { capture: true, passive: true });
  addEventListener("focus", look);
  const page = document.documentElement;
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") page.classList.toggle(AWAY, asking);
    else void check().catch(() => undefined).then(() => leaving || page.classList.remove(AWAY));
  });
  roster.list.watch(look);
  look();
  return { check, leave, rest: (resting) => void (leaving = resting) };
}

/** The place of one is not the place of the next: what the address names is left to whoever was here in this tab, and to whoever has just followed a link. */
export function keepPlace(me: string): void {
  const { learner } = history.state ?? {};
  if (learner && learner !== me) history.replaceState(null, "", "#/");
}

/** Whether this page was loaded anew where it was, and not opened. */
export const wasReloaded = () => {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return entry ? entry.type !== "navigate" : performance.navigation.type !== 0; // Safari has had the former since 15
};

/** Someone of those who learn here may go on without being asked: alone and without a PIN, or in a tab that was loaded anew while they are here. */
export function known(learners: Learner[], here: Here, quiet: number, reloaded: boolean): string {
  if (!asks(learners)) return learners[0]?.id ?? "";
  return reloaded && quiet < IDLE && learners.some(({ id }) => id === here.of) ? here.of : "";
}
