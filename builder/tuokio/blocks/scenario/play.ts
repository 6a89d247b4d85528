/** A conversation on a phone: it grows downward, reply by reply, and what is there stays there. */
import type { Around, Wakeful } from "../block.ts";
import { findTurn, isInterim, isOver, judge, nameOf, pathOf, replay, type Moment } from "./conversation.ts";
import type { Scenario } from "./model.d.ts";

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name: string, ...inside: (Node | string | undefined)[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...inside.filter((one): one is Node | string => one !== undefined));
  return element;
}

function wake(root: HTMLElement, { id: of, data, say, state, record, order }: Around<Scenario>): () => void {
  const find = (selector: string) => root.querySelector<HTMLElement>(selector)!;
  const [title, talk, foot, best, restart] = [".stem", ".scenario-talk", ".scenario-foot", ".scenario-best", ".scenario-restart"].map(find) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const parts = new Map([...root.querySelector("template")!.content.children].map((part) => [(part as HTMLElement).dataset.part, part]));
  const again = [restart.textContent!, say("scenario-again")];
  /** All the path leads to, of which what is after `at` is still to come: an end for now is left by a button. */
  let moments: Moment[] = [];
  let at = 0;
  let shown: string[] = [];
  let pending = 0; // replies that are not in the record yet
  let count = 0;

  /** A part of what the view prepared. */
  const take = (part: string, selector: string): HTMLElement | undefined => parts.get(part)?.querySelector<HTMLElement>(selector)?.cloneNode(true) as HTMLElement | undefined;
  const feeling = ({ mood }: Moment) => take(`mood/${mood}`, ".scenario-mood")!;
  const press = (name: string, inside: Node | string, go: () => void) => {
    const button = make("button", name, inside);
    button.type = "button";
    // The second half of a double tap would answer what came under the finger meanwhile.
    button.addEventListener("click", ({ detail }) => detail < 2 && go());
    return button;
  };
  const list = (elements: (Element | null | undefined)[]) =>
    elements.flatMap((one) => (one ? [(one.id ||= `${root.id}/said${++count}`)] : [])).join(" ");

  /** What came of the reply before, and what is said next; heard when it is focused. */
  function build(number: number): HTMLElement {
    const [before, now] = [moments[number - 1], moments[number]!];
    const [happens, bubble] = [take(now.scene, ".scenario-happens"), take(now.scene, ".scenario-bubble")];
    const feels = bubble?.querySelector(".scenario-feels");
    feels?.append(feeling(now));
    const heard = make("div", "scenario-next");
    const part = make("div", "scenario-part", heard);
    const speaker = bubble?.querySelector(".scenario-who");
    let name: Element = speaker ?? happens!;
    let more: (Element | null | undefined)[] = [];
    if (before?.reply) {
      const reply = nameOf(before);
      const way = Math.sign(now.mood - before.mood);
      const change = make("span", "scenario-mark", say(way > 0 ? "scenario-mood-up" : way < 0 ? "scenario-mood-down" : "scenario-mood-same"));
      change.dataset.way = String(way);
      const feedback = take(reply, ".scenario-feedback");
      more = [feedback, happens, speaker];
      name = make("p", "scenario-marks", change, feels ? undefined : feeling(now), take(reply, ".scenario-mark"));
      heard.append(make("div", "scenario-came-of", name, feedback));
      part.prepend(make("div", "scenario-bubble scenario-own", make("span", "unseen", say("scenario-you"), " "), take(reply, ".scenario-text")));
    } else if (now.by) {
      more = [happens, speaker];
      name = take(now.by, ".scenario-after")!;
      heard.append(name);
    } else more = speaker ? [happens] : [];
    if (happens) heard.append(happens);
    if (bubble) heard.append(bubble);
    else if (!number) heard.append(feeling(now));
    more.push(bubble?.querySelector(".scenario-says"));
    const { end } = data.scenes[now.scene]!;
    if (end) {
      const ended = make("h4", "scenario-ended", say(end === "good" ? "scenario-end-good" : end === "mixed" ? "scenario-end-mixed" : "scenario-end-bad"));
      ended.dataset.end = end;
      if (isOver(data, now)) {
        heard.append(ended);
        more.push(ended);
      }
    }
    heard.setAttribute("role", "group");
    heard.setAttribute("aria-labelledby", list([name]));
    heard.setAttribute("aria-describedby", list(more));
    return part;
  }

  /** What can be done now. */
  function offer(): HTMLElement {
    const now = moments[at]!;
    if (isOver(data, now)) return showResult();
    if (isInterim(data, now)) return make("div", "scenario-turns", press("button scenario-onward", say("scenario-onward"), () => go(at + 1)));
    const replies = data.scenes[now.scene]!.replies!.map(({ id }) => id!);
    const buttons = order([...replies].sort(), now.scene).map((id) => {
      const name = `${now.scene}.${id}`;
      const button = press("scenario-reply", take(name, ".scenario-text")!, () => go(at + 1, [...pathOf(moments), name]));
      button.dataset.reply = id;
      return button;
    });
    const group = make("div", "scenario-turns", ...buttons);
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", say("scenario-ask"));
    return group;
  }

  function showResult(): HTMLElement {
    const result = take("result", ".scenario-result")!;
    const within = (selector: string) => result.querySelector<HTMLElement>(selector)!;
    const { kind, right, said, best } = judge(data, moments);
    const rightly = right > 2 / 3 - 1e-9;
    within(".scenario-came").append(feeling(moments[0]!));
    within(".scenario-left").append(feeling(moments[at]!));
    within(".scenario-figure").textContent = say("scenario-figure", { said, best });
    within(".scenario-figure").parentElement!.hidden = !best;
    // Each half of the field is one side of what is enough.
    const dot = within("i");
    dot.style.insetInlineStart = `${100 * (rightly ? 0.6 + (right - 2 / 3) * 0.9 : 0.1 + right * 0.45)}%`;
    dot.style.bottom = `${100 * (kind === 1 ? 0.75 : 0.1 + kind * 0.3)}%`;
    within(".scenario-told").textContent = say(rightly ? (kind === 1 ? "scenario-told-both" : "scenario-told-right") : kind === 1 ? "scenario-told-kind" : "scenario-told-neither");
    const debrief = take(moments[at]!.scene, ".scenario-debrief");
    if (debrief) within(".scenario-told").after(debrief);
    const stepsOf = (replies: { steps?: string[] }[]) => new Set(replies.flatMap(({ steps }) => steps!));
    const taken = stepsOf(moments.flatMap(({ reply }) => reply ?? []));
    const offered = stepsOf(Object.values(data.scenes).flatMap(({ replies }) => replies!));
    for (const step of result.querySelectorAll<HTMLElement>("[data-step]")) {
      const { step: id } = step.dataset;
      const as = taken.has(id!) ? "taken" : offered.has(id!) ? "missed" : "absent";
      step.dataset.went = as;
      step.querySelector("span")!.textContent = say(as === "taken" ? "scenario-step-taken" : as === "missed" ? "scenario-step-missed" : "scenario-step-absent");
    }
    const turn = data.scenes[moments[at]!.scene]!.end === "good" ? -1 : findTurn(data, moments);
    within(".scenario-turn").hidden = turn < 0;
    within(".scenario-turn").addEventListener("click", () => go(turn, pathOf(moments.slice(0, turn))));
    tellOtherwise(within(".scenario-see"), within(".scenario-eyes"));
    return result;
  }

  /** The same once more, as the other side had it: what they thought, what they heard, how they felt. */
  function tellOtherwise(button: HTMLElement, panel: HTMLElement): void {
    const rows = moments.map((now) => {
      const reply = now.reply && nameOf(now);
      return { now, thinks: take(now.scene, ".scenario-thinks"), heard: reply && make("div", "scenario-hearing", make("b", "", say("scenario-heard")), " ", take(reply, ".scenario-text")), felt: reply && take(reply, ".scenario-felt") };
    });
    button.hidden = !rows.some(({ thinks, felt }) => thinks || felt);
    const last = rows[rows.length - 1];
    const told = rows.filter((row) => row === last || row.thinks || row.heard);
    panel.querySelector("ol")!.append(...told.map(({ now, thinks, heard, felt }) => make("li", "", feeling(now), thinks, heard, felt || undefined)));
    button.addEventListener("click", () => {
      const open = panel.hidden;
      panel.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
      if (!open) return;
      panel.querySelector("h4")!.focus({ preventScroll: true });
      panel.scrollIntoView({ block: "nearest" });
    });
  }

  /** Show the moments up to `at`; what is on the page already stays. */
  function show(): void {
    const keys = moments.slice(0, at + 1).map(({ scene, mood }, number) => [moments[number - 1]?.reply?.id, scene, mood].join());
    let same = 0;
    while (same < shown.length && keys[same] === shown[same]) same++;
    while (talk.children.length > same) talk.lastChild!.remove();
    talk.querySelector(".scenario-turns, .scenario-result")?.remove();
    talk.querySelector("[tabindex]")?.removeAttribute("tabindex");
    for (let number = same; number <= at; number++) talk.append(build(number));
    shown = keys;
    talk.lastElementChild!.append(offer());
    talk.lastElementChild!.querySelector<HTMLElement>(".scenario-next")!.tabIndex = -1;
    foot.hidden = at === 0;
    // Who comes here by a link or after a break begins at the title, or where the conversation is.
    if (at) title.removeAttribute("tabindex");
    else title.tabIndex = -1;
    restart.textContent = again[Number(isOver(data, moments[at]!))]!;
    showBest();
  }

  /** What the best time came to, for who comes back. */
  function showBest(): void {
    const runs = (state()?.attempts ?? []).map(({ response }) => replay(data, response)).filter((run) => isOver(data, run[run.length - 1]!));
    best.hidden = !runs.length || isOver(data, moments[at]!);
    if (best.hidden) return;
    const run = runs.reduce((one, other) => (judge(data, other).score > judge(data, one).score ? other : one));
    const { said, best: most } = judge(data, run);
    best.textContent = say("scenario-best", { mood: feeling(run[run.length - 1]!).textContent!.trim(), said, best: most });
  }

  /** Come to a moment, of another path if one is given: show it, put the focus there or on the reply that was taken back, and keep it. */
  function go(to: number, path?: string[], undone?: string): void {
    if (path) moments = replay(data, path);
    at = to;
    find(".scenario-changed").hidden = true;
    show();
    const part = talk.lastElementChild!;
    part.querySelector<HTMLElement>(undone ? `[data-reply="${undone}"]` : ".scenario-next")!.focus({ preventScroll: true });
    part.scrollIntoView({ block: "nearest" });
    void keep(Boolean(path));
  }

  async function keep(changed: boolean): Promise<void> {
    const response = pathOf(moments);
    const { rev, points } = data;
    pending++;
    if (isOver(data, moments[at]!)) {
      const kept = await record({ kind: "answered", of, rev, response, score: judge(data, moments).score, points: points!, attempt: (state()?.attempts.length ?? 0) + 1 });
      root.querySelector<HTMLElement>(".scenario-result > .saved")?.toggleAttribute("hidden", !kept);
    } else if (changed) await record({ kind: "drafted", of, rev, response });
    pending--;
  }

  /** Take up what the record says. */
  function resume(): void {
    const { draft, attempts = [] } = state() ?? {};
    const path = draft ?? attempts[attempts.length - 1]?.response ?? [];
    moments = replay(data, path);
    const fitted = pathOf(moments);
    at = moments.map(({ reply }) => Boolean(reply)).lastIndexOf(true) + 1;
    if (!draft && isOver(data, moments[moments.length - 1]!)) at = moments.length - 1; // all of it was seen
    find(".scenario-changed").hidden = fitted.length === path.length;
    show();
    if (draft && isOver(data, moments[at]!)) void keep(true); // the course was edited, and what was the middle is the end
  }

  find(".scenario-back").addEventListener("click", ({ detail }) => {
    if (detail > 1) return; // nor begin anew, which has come under the finger by then
    const { reply } = moments[at - 1]!;
    go(at - 1, reply && pathOf(moments.slice(0, at - 1)), reply?.id);
  });
  restart.addEventListener("click", ({ detail }) => detail < 2 && go(0, []));
  resume();
  return () => {
    // What another tab did must not take away what is being read here.
    if (pending || (document.hasFocus() && root.contains(document.activeElement))) return;
    const { draft, attempts = [] } = state() ?? {};
    if ((draft ?? attempts[attempts.length - 1]?.response ?? []).join() !== pathOf(moments).join()) resume();
  };
}

export default { wake } satisfies Wakeful<Scenario>;
