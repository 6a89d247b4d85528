/** The list of slips that were sent: who is waited for, who is late, and what came back. */
import type { Around } from "../block.ts";
import { dayOf } from "../days.ts";
import { beginningOf, offerErase, writeOn, type Own } from "../writing.ts";
import type { Signal, Topic } from "./model.d.ts";
import { askDay, dueDay, gistOf, list, standing, type Fields } from "./slip.ts";

export type Way = "mail" | "copy" | "print" | "remind";

interface Ways {
  /** What a slip says to whoever gets it. */
  compose(fields: Fields): string;
  /** When an answer is promised, in words. */
  tellPromise(fields: Fields): string;
  /** Hands a slip on, and returns what to say of it; empty where it is too long for a mail. */
  hand(way: Way, fields: Fields, mail: string, near: HTMLElement): string | Promise<string>;
  /** A day in words. */
  day(iso: string): string;
}

interface Row {
  item: HTMLElement;
  show(own: Own): void;
}

/** Show the list, in the order of who is waited for longest. `show(entry, said)` leads to one of them, and says something of it. */
export function followSent(root: HTMLElement, { data, say, now, ...around }: Around<Signal>, { compose, tellPromise, hand, day }: Ways): { show(entry?: string, said?: string): void } {
  const [section, template] = [root.querySelector<HTMLElement>(".signal-sent")!, root.querySelector<HTMLTemplateElement>(".signal-one")!];
  const [title, told, open, answers] = [...section.children] as [HTMLElement, HTMLElement, HTMLElement, HTMLDetailsElement];
  const [summary, closed] = [...answers.children] as HTMLElement[];
  const rows = new Map<string, Row>();
  const find = (fields: Fields): Partial<Topic> => data.owners.find(({ contact }) => contact === fields[".contact"]) ?? {}; // who has left the course owns nothing

  function tellStanding(fields: Fields): string {
    switch (standing(fields, now())) {
      case "answered": return say("signal-answered-on", { day: day(fields[".answered"]!) });
      case "late": return say("signal-late", { promise: tellPromise(fields) });
      case "reminded": return say("signal-reminded", { day: day(fields[".reminded"]!) });
      default: return tellPromise(fields);
    }
  }

  function makeRow(): Row {
    const item = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
    const part = (selector: string) => item.querySelector<HTMLElement>(selector)!;
    const details = item.firstElementChild as HTMLDetailsElement;
    const sheet = writeOn(item, { now, ...around });

    let shown = "";

    function show(one: Own): void {
      if (!sheet.entry) sheet.lay(one);
      sheet.show();
      const { fields } = one;
      if (shown === (shown = dayOf(now()) + JSON.stringify(fields))) return; // every event of the course comes by here
      const texts = { subject: fields[".about"], standing: tellStanding(fields), gist: beginningOf(gistOf(fields)), when: `${fields[".to"]} · ${say("signal-sent-on", { day: day(fields[".sent"]!) })}`, text: compose(fields) };
      for (const [name, text] of Object.entries(texts)) part(`.signal-${name}`).textContent = text ?? "";
      item.dataset.standing = standing(fields, now());
      part("[data-way='mail']").hidden = !find(fields).mail;
    }

    async function go(way: Way): Promise<void> {
      const { mail = "", days = 0, working = false } = find(sheet.read());
      part(".signal-said").textContent = (await hand(way, sheet.read(), mail, item)) || say("signal-long", { mail });
      if (way === "remind") await sheet.keep({ ".reminded": dayOf(now()), ".ask": askDay(now(), dueDay(now(), days, working)) });
    }

    async function close(answered: boolean): Promise<void> {
      await sheet.keep(answered ? { ".answered": dayOf(now()), ".ask": "" } : { ".answered": "", ".ask": askDay(now(), "") });
      details.open = false;
      lead(item, answered ? say("signal-closed") : "");
    }

    item.addEventListener("click", ({ target }) => {
      const button = (target as HTMLElement).closest("button");
      if (button?.dataset.way) void go(button.dataset.way as Way);
      else if (button?.matches(".signal-close, .signal-reopen")) void close(button.matches(".signal-close"));
    });
    offerErase(item, async () => {
      await sheet.erase();
      lead();
    });
    return { item, show };
  }

  /** Lead to a slip, or to where the list begins, and say something of it. */
  function lead(item?: HTMLElement, said = ""): void {
    (item && (!answers.contains(item) || answers.open) ? item.querySelector("summary")! : title).focus();
    told.textContent = said;
  }

  function fill(into: HTMLElement, entries: Own[]): void {
    const items = entries.map((one) => {
      const row = rows.get(one.entry) ?? makeRow();
      rows.set(one.entry, row);
      row.show(one);
      return row.item;
    });
    if (items.length === into.children.length && items.every((item, at) => item === into.children[at])) return;
    const focused = document.activeElement as HTMLElement;
    into.replaceChildren(...items);
    if (into.contains(focused)) focused.focus(); // what is moved loses it
  }

  function show(entry?: string, said?: string): void {
    const slips = list(around.own());
    fill(open, slips.open);
    fill(closed!, slips.closed);
    summary!.textContent = say("signal-answers", { count: slips.closed.length });
    answers.hidden = !slips.closed.length;
    section.hidden = answers.hidden && !slips.open.length;
    if (entry) lead(rows.get(entry)?.item, said);
  }

  return { show };
}
