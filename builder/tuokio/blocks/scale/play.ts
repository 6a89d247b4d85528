/** Statements to place oneself on: answered, looked at, asked again when it is time, and both times side by side. */
import type { Wakeful } from "../block.ts";
import { dayAfter, dayOf, sayDay } from "../days.ts";
import { offerErase } from "../writing.ts";
import type { Scale } from "./model.d.ts";
import { readRounds, strongest, writeRound, type Round } from "./rounds.ts";

const wake: Wakeful<Scale>["wake"] = (root, { data, say, own, write, erase, now }) => {
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
  const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
  const [form, shown, said, saved, remove] = [find(".scale-form"), find(".scale-shown"), find(".scale-said"), find(".scale-saved"), find(".writing-erase")];
  const labels = [...find(".scale-row").querySelectorAll("span")].map((span) => span.textContent!.trim());
  const today = () => dayOf(now());
  let asking = false; // by choice, before it is time
  let current = ""; // the entry that is being answered, or changed on its own day
  let writing = 0;
  let seen = "";

  const rounds = () => readRounds(own(), data);
  const known = () => rounds().find(({ entry }) => entry === current);
  const isDue = ({ ask }: Round) => ask !== undefined && ask <= today();

  async function keep(round: Omit<Round, "entry">, entry: string): Promise<boolean> {
    writing++;
    const safe = await write(writeRound(round, data), entry);
    writing--;
    return safe;
  }

  function readForm(): Record<string, number> {
    const places: Record<string, number> = {};
    for (const input of root.querySelectorAll<HTMLInputElement>("input:checked")) places[input.closest<HTMLElement>("[data-statement]")!.dataset.statement!] = Number(input.value);
    return places;
  }

  function showChosen(): void {
    for (const part of all("fieldset")) {
      const input = part.querySelector<HTMLInputElement>("input:checked");
      part.querySelector(".scale-chosen")!.textContent = input ? labels[Number(input.value)]! : "";
    }
  }

  function show(): void {
    const every = rounds();
    const done = every.filter(({ day }) => day);
    const open = every.find(({ day }) => !day);
    if (open) current = open.entry;
    else if (current && !writing && !own().some(({ entry }) => entry === current)) current = ""; // deleted in another tab
    const filling = !done.length || asking || open !== undefined || done.some(isDue);
    const state = JSON.stringify([every, filling, today()]);
    if (state === seen) return;
    seen = state;
    form.hidden = !filling;
    shown.hidden = filling;
    remove.hidden = !own().length;
    filling ? showForm(every.find(({ entry }) => entry === current), done.pop()) : showRounds(done);
  }

  function showForm(round: Round | undefined, last: Round | undefined): void {
    for (const input of root.querySelectorAll<HTMLInputElement>("input")) input.checked = round?.places[input.closest<HTMLElement>("[data-statement]")!.dataset.statement!] === Number(input.value);
    showChosen();
    const anew = find(".scale-anew");
    anew.hidden = find(".scale-later").hidden = !last || round?.day !== undefined;
    if (last) anew.textContent = say("scale-anew", { day: sayDay(last.day!) });
  }

  function showRounds(times: Round[]): void {
    const newest = times[times.length - 1]!;
    const first = times.length > 1 ? times[0] : undefined;
    find(".scale-head").textContent = first ? say("scale-then") : say("scale-now", { day: sayDay(newest.day!) });
    find(".scale-key").hidden = !first;
    if (first) {
      find(".scale-first > span").textContent = say("scale-first", { day: sayDay(first.day!) });
      find(".scale-newest > span").textContent = say("scale-newest", { day: sayDay(newest.day!) });
    }
    for (const row of all(".scale-chart > li")) {
      const id = row.dataset.statement!;
      const [before, after] = [first?.places[id], newest.places[id]];
      [...row.querySelector(".scale-line")!.children].forEach((step, at) => {
        step.classList.toggle("before", at === before);
        step.classList.toggle("after", at === after);
        step.classList.toggle("way", at > Math.min(before!, after!) && at <= Math.max(before!, after!)); // with NaN, nowhere
      });
      row.querySelector(".scale-words")!.textContent = first ? compare(before, after) : after === undefined ? say("scale-unsaid") : labels[after]!;
    }
    const strong = strongest(data, newest.places);
    for (const part of all(".scale-strengths")) {
      part.hidden = !strong.length;
      for (const one of all("[data-profile]")) one.hidden = !strong.includes(one.dataset.profile!);
    }
    find(".scale-all").hidden = !first;
    fillTable(times);
    const between = times.slice(1, -1).map(({ day }) => sayDay(day!));
    find(".scale-between").hidden = !between.length;
    find(".scale-between").textContent = say("scale-between", { days: between.join(", ") });
    const ask = times.find((round) => round.ask)?.ask;
    find(".scale-next").hidden = !ask;
    if (ask) find(".scale-next").textContent = say("scale-next", { day: sayDay(ask) });
    find(".scale-again").textContent = say(newest.day === today() ? "scale-change" : "scale-again");
  }

  /** Say of one statement where it stood first and where it stands now: which way, and never how good that is. */
  function compare(from: number | undefined, to: number | undefined): string {
    if (from === undefined && to === undefined) return say("scale-unsaid");
    const places = { before: labels[from!] ?? "", after: labels[to!] ?? "", end: labels[to! > from! ? labels.length - 1 : 0]! };
    if (from === undefined) return say("scale-only-after", places);
    if (to === undefined) return say("scale-only-before", places);
    return from === to ? say("scale-same", places) : say(places.after === places.end ? "scale-moved-to" : "scale-moved", places);
  }

  function fillTable(times: Round[]): void {
    for (const cell of all(".scale-all thead th ~ th, .scale-all td")) cell.remove();
    for (const { day, places } of times) {
      const head = document.createElement("th");
      head.scope = "col";
      head.textContent = sayDay(day!);
      find(".scale-all thead tr").append(head);
      for (const row of all(".scale-all tbody tr")) row.appendChild(document.createElement("td")).textContent = labels[places[row.dataset.statement!]!] ?? "–";
    }
  }

  /** Show what has changed, from its beginning. */
  function enter(heading: string): void {
    said.textContent = "";
    saved.hidden = true;
    show();
    find(heading).focus({ preventScroll: true });
    root.scrollIntoView({ block: "start" });
  }

  async function look(): Promise<void> {
    const places = readForm();
    if (!Object.keys(places).length) {
      said.textContent = say("scale-none");
      return;
    }
    const first = rounds().every(({ day, entry }) => !day || entry === current);
    const ask = known()?.ask ?? (data.again && first ? dayAfter(now(), data.again) : undefined);
    if (!(await keep({ places, day: today(), ask }, name()))) return; // the player says so, and the form stays
    await settle();
    leave();
  }

  /** Leave it as it was; if it was time, for as many days again. */
  async function putOff(): Promise<void> {
    if (current) await erase(current);
    await settle(dayAfter(now(), data.again ?? 7));
    leave();
  }

  /** What was asked again by now is settled, or asked another day; also of a scale that had other labels. */
  async function settle(next = ""): Promise<void> {
    writing++;
    for (const { entry, fields } of [...own()]) {
      const { ".ask": ask = "", ...rest } = fields;
      if (ask && ask <= today()) await write({ ...rest, ...(next && { ".ask": next }) }, entry);
    }
    writing--;
  }

  function leave(): void {
    asking = false;
    current = "";
    enter(".scale-head");
  }

  function askAgain(): void {
    const newest = rounds().pop()!;
    if (newest.day === today()) current = newest.entry;
    asking = true;
    enter(".scale-title");
  }

  async function eraseAll(): Promise<void> {
    asking = false;
    current = "";
    for (const { entry } of [...own()]) await erase(entry);
    find(".scale-gone").textContent = say("scale-deleted");
    enter(".scale-title");
  }

  const name = () => (current ||= `t${now().getTime().toString(36)}`);

  root.addEventListener("change", async () => {
    showChosen();
    said.textContent = find(".scale-gone").textContent = "";
    saved.hidden = true;
    const safe = await keep({ ...known(), places: readForm() }, name());
    if (writing) return; // another choice is on its way
    saved.hidden = !safe;
    show();
  });
  find(".scale-show").addEventListener("click", look);
  find(".scale-later").addEventListener("click", putOff);
  find(".scale-again").addEventListener("click", askAgain);
  offerErase(root, eraseAll);

  show();
  return () => {
    if (!writing) show();
  };
};

export default { wake } satisfies Wakeful<Scale>;
