/** The list of slips that were sent: who is waited for, who is late, and what came back. */
import type { Own } from "../../record/fold.ts";
import type { Around } from "../block.ts";
import { dayOf } from "../days.ts";
import { offerErase, writeOn, type Sheet } from "../writing.ts";
import type { Signal, Topic } from "./model.d.ts";
import { askDay, dueDay, list, standing, type Fields } from "./slip.ts";

export type Way = "mail" | "copy" | "print" | "remind";

interface Ways {
  /** What a slip says to whoever gets it. */
  compose(fields: Fields): string;
  /** Hands a slip on, and returns what to say of it; empty where it is too long for a mail. */
  hand(way: Way, fields: Fields, mail: string, near: HTMLElement): string | Promise<string>;
  /** A day in words. */
  day(iso: string): string;
  /** What is known of a contact now. */
  mailOf(contact?: string): Topic | undefined;
}

interface Row {
  item: HTMLElement;
  sheet: Sheet;
  show(own: Own): void;
}

/** Show the list, kept in the order of who is waited for longest. `show(entry, said)` leads to one of them. */
export function followSent(root: HTMLElement, around: Around<Signal>, { compose, hand, day, mailOf }: Ways): { show(entry?: string, said?: string): void } {
  const { say, own, now } = around;
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
  const [section, open, answers] = [find(".signal-sent"), find(".signal-open"), find<HTMLDetailsElement>(".signal-answers")];
  const rows = new Map<string, Row>();

  function tellStanding(fields: Fields): string {
    const due = fields[".due"];
    const time = fields[".time"] ?? "";
    switch (standing(fields, now())) {
      case "answered": return say("signal-answered-on", { day: day(fields[".answered"]!) });
      case "late": return due ? say("signal-late", { day: day(due) }) : say("signal-late-words", { time });
      case "reminded": return say("signal-reminded", { day: day(fields[".reminded"]!) });
      default: return due ? say("signal-by", { day: day(due) }) : say("signal-waiting", { time });
    }
  }

  function makeRow(): Row {
    const item = find<HTMLTemplateElement>("template.signal-one").content.firstElementChild!.cloneNode(true) as HTMLElement;
    const part = <E extends HTMLElement>(selector: string) => item.querySelector<E>(selector)!;
    const sheet = writeOn(item, around);
    const held = () => sheet.read();

    function show(one: Own): void {
      if (!sheet.entry) sheet.lay(one);
      sheet.show();
      const { fields } = one;
      const answered = Boolean(fields[".answered"]);
      item.dataset.standing = standing(fields, now());
      part(".signal-subject").textContent = fields[".about"] ?? "";
      part(".signal-standing").textContent = tellStanding(fields);
      part(".signal-when").textContent = `${fields[".to"]} · ${say("signal-sent-on", { day: day(fields[".sent"]!) })}`;
      part(".signal-close").hidden = part("[data-way='remind']").hidden = answered;
      part(".signal-reopen").hidden = !answered;
      part("[data-way='mail']").hidden = answered || !mailOf(fields[".contact"])?.mail;
    }

    async function go(way: Way): Promise<void> {
      const contact = mailOf(held()[".contact"]);
      const told = await hand(way, held(), contact?.mail ?? "", item);
      part(".signal-said").textContent = told || say("signal-long", { mail: contact?.mail ?? "" });
      if (way !== "remind") return;
      const next = dueDay(now(), contact?.days ?? 0, contact?.working ?? false);
      await sheet.keep({ ".reminded": dayOf(now()), ".ask": askDay(now(), next) });
    }

    async function close(answered: boolean): Promise<void> {
      await sheet.keep(answered ? { ".answered": dayOf(now()), ".ask": "" } : { ".answered": "", ".ask": askDay(now(), "") });
      part<HTMLDetailsElement>(".signal-item").open = false;
      place(item, answered ? say("signal-closed") : "");
    }

    item.addEventListener("click", ({ target }) => {
      const button = (target as HTMLElement).closest<HTMLElement>("button");
      if (button?.dataset.way) void go(button.dataset.way as Way);
      else if (button?.matches(".signal-close")) void close(true);
      else if (button?.matches(".signal-reopen")) void close(false);
    });
    part(".signal-item").addEventListener("toggle", () => (part(".signal-text").textContent = compose(held())));
    offerErase(item, async () => {
      await sheet.erase();
      place();
    });
    return { item, sheet, show };
  }

  /** Put the focus on a slip, or where the list begins, and say something of it. */
  function place(item?: HTMLElement, said = ""): void {
    const summary = item?.isConnected && !(item.closest(".signal-answers") && !answers.open) ? item.querySelector<HTMLElement>("summary")! : find<HTMLElement>(".signal-sent > h4");
    summary.focus();
    find(".signal-sent > .signal-said").textContent = said;
  }

  function fill(into: HTMLElement, entries: Own[]): void {
    const wanted = entries.map((one) => {
      const row = rows.get(one.entry) ?? makeRow();
      rows.set(one.entry, row);
      row.show(one);
      return row.item;
    });
    if (wanted.length === into.children.length && wanted.every((item, at) => into.children[at] === item)) return;
    const focused = document.activeElement as HTMLElement | null;
    into.replaceChildren(...wanted);
    if (focused && into.contains(focused)) focused.focus(); // what is moved loses it
  }

  function show(entry?: string, said?: string): void {
    const { open: waiting, closed } = list(own());
    fill(open, waiting);
    fill(answers.querySelector("ul")!, closed);
    answers.hidden = !closed.length;
    answers.querySelector("summary")!.textContent = say("signal-answers", { count: closed.length });
    section.hidden = !waiting.length && !closed.length;
    for (const [name, { item }] of rows) if (!item.isConnected && !own().some((one) => one.entry === name)) rows.delete(name);
    if (entry) place(rows.get(entry)?.item, said);
  }

  return { show };
}
