/** Own words first; then the model answer beside them, and a colleague. Every time is an entry of its own. */
import type { Wakeful } from "../block.ts";
import { sayDay } from "../days.ts";
import { beginningOf, offerErase, openWith, writeOn, type Own } from "../writing.ts";
import type { Reflect } from "./model.d.ts";

type Phase = "write" | "look" | "past";

const wake: Wakeful<Reflect>["wake"] = (root, around) => {
  const { data, say } = around;
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
  const [title, write, look, past, message] = [find(".writing-title"), find(".reflect-write"), find(".reflect-look"), find(".reflect-past"), find(".message")];
  const fields = [...write.querySelectorAll<HTMLTextAreaElement>("[data-field]")];
  const list = past.querySelector("ul")!;
  const comparable = look.querySelector(".reflect-model, .reflect-peer") !== null;
  let phase: Phase = "write";
  let listed = "";

  const sheet = writeOn(root, around, { changed: () => (message.textContent = "") });
  const wordsOf = ({ fields }: Own) => data.asks.map((name) => fields[name] ?? "").filter((text) => text.trim());
  const isDone = ({ fields }: Own) => ".done" in fields;
  const written = () => around.own().filter((own) => isDone(own) && wordsOf(own).length).reverse();

  function show(to: Phase = phase): void {
    phase = to;
    const all = written();
    write.hidden = phase !== "write";
    look.hidden = phase !== "look";
    past.hidden = phase === "look" || !all.length;
    find(".reflect-new").hidden = phase !== "past";
    const said = sheet.read();
    for (const text of look.querySelectorAll<HTMLElement>("[data-own]")) {
      const words = said[text.dataset.own!] ?? "";
      if (text.textContent === words) continue; // every event of the course comes by here
      text.textContent = words;
      text.parentElement!.hidden = !words;
    }
    const now = JSON.stringify(all);
    if (now === listed) return;
    listed = now;
    list.replaceChildren(...all.map(row));
  }

  function row(own: Own): HTMLElement {
    const [item, button, day, words] = ["li", "button", "span", "span"].map((name) => document.createElement(name)) as [HTMLElement, HTMLButtonElement, HTMLElement, HTMLElement];
    button.type = "button";
    button.dataset.entry = own.entry;
    day.className = "soft";
    day.textContent = sayDay(own.at);
    words.className = "reflect-words";
    words.dir = "auto";
    words.textContent = beginningOf(wordsOf(own).join(" "));
    button.append(day, words);
    item.append(button);
    return item;
  }

  /** Go on with what was begun and not ended; else to what there is. */
  function rest(): void {
    const begun = around.own().filter((own) => !isDone(own)).pop();
    sheet.lay(begun);
    show(begun || !written().length ? "write" : "past");
  }

  function leave(entry: string): void {
    rest();
    (list.querySelector<HTMLElement>(`[data-entry="${entry}"]`) ?? title).focus();
  }

  find(".reflect-done").addEventListener("click", async () => {
    if (fields.every((field) => !field.value.trim())) {
      message.textContent = say("reflect-empty");
      return fields[0]!.focus();
    }
    const kept = sheet.keep({ ".done": "yes" });
    if (comparable) {
      show("look");
      find("[id$='/own']").focus();
    }
    await kept;
    comparable ? show() : leave(sheet.entry);
  });
  find(".reflect-change").addEventListener("click", () => {
    show("write");
    fields[0]!.focus();
  });
  find(".reflect-close").addEventListener("click", async () => {
    const { entry } = sheet;
    await sheet.keep();
    leave(entry);
  });
  find(".reflect-new").addEventListener("click", () => {
    sheet.lay();
    show("write");
    fields[0]!.focus();
  });
  list.addEventListener("click", ({ target }) => {
    const entry = (target as HTMLElement).closest("button")?.dataset.entry;
    const own = around.own().find((own) => own.entry === entry);
    if (!own) return;
    sheet.lay(own);
    show("look");
    find("[id$='/own']").focus();
  });
  offerErase(look, async () => {
    await sheet.erase();
    rest();
    message.textContent = say("reflect-deleted");
    title.focus();
  });
  openWith(write, ".writing-chip", () => fields);

  rest();
  return () => {
    sheet.show();
    const shown = phase === "look" && !sheet.entry ? "past" : phase; // deleted elsewhere
    show(shown === "past" && !written().length ? "write" : shown);
  };
};

export default { wake } satisfies Wakeful<Reflect>;
