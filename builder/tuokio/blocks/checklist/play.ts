/** Ticks that hold for today. Yesterday's are deleted, and nobody is told what was left. */
import type { Wakeful } from "../block.ts";
import { dayOf } from "../days.ts";
import { printAlone } from "../handing.ts";
import { offerErase, writeOn } from "../writing.ts";
import type { Checklist } from "./model.d.ts";

const wake: Wakeful<Checklist>["wake"] = (root, around) => {
  const { now, own, erase } = around;
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
  const boxes = [...root.querySelectorAll<HTMLInputElement>("[data-field]")];
  const [all, clear, title] = [find(".checklist-all"), find(".writing-erase"), find(".writing-title")];
  let day = "";

  const sheet = writeOn(root, around, { also: () => ({ ".day": day }), changed: show });

  function show(): void {
    const said = boxes.every((box) => box.checked) ? all.dataset.all! : "";
    if (all.textContent !== said) all.textContent = said;
    clear.hidden = !boxes.some((box) => box.checked);
  }

  /** Begin the day, if it is another one by now. */
  function begin(): void {
    if (day === dayOf(now())) return;
    day = dayOf(now());
    const today = own().filter(({ fields }) => fields[".day"] === day);
    for (const { entry, fields } of own()) if (fields[".day"] !== day) void erase(entry);
    sheet.lay(today.pop());
  }

  function wakeUp(): void {
    if (root.isConnected) begin();
    else document.removeEventListener("visibilitychange", wakeUp);
  }

  root.addEventListener("pointerdown", begin);
  root.addEventListener("focusin", begin);
  document.addEventListener("visibilitychange", wakeUp);
  find(".checklist-print").addEventListener("click", () => printAlone(find<HTMLTemplateElement>("template").content.firstElementChild!.cloneNode(true) as HTMLElement));
  offerErase(root, async () => {
    await sheet.erase();
    title.focus();
  });

  begin();
  return () => {
    const today = own().filter(({ fields }) => fields[".day"] === day).pop();
    if (!sheet.entry && today) sheet.lay(today); // ticked in another tab
    else sheet.show();
    show();
  };
};

export default { wake } satisfies Wakeful<Checklist>;
