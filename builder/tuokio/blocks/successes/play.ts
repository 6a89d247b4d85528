/** A log of one's own successes: one sheet to write on, what was written below it, and cards made of it. */
import type { Around, Wakeful } from "../block.ts";
import { sayDay } from "../days.ts";
import { offerErase, writeOn, type Own, type Sheet } from "../writing.ts";
import { ask, openPanel } from "./panel.ts";

const SHOWN = 5; // the newest; the others are one press away

const isSuccess = ({ fields }: Own) => Boolean(fields.what || fields.because || fields.helped || fields.with);
const isWhole = ({ fields }: Own) => Boolean(fields.what && fields.because);

function wake(root: HTMLElement, around: Around<unknown>): () => void {
  const { own, say } = around;
  const find = <Element extends HTMLElement>(selector: string, within: ParentNode = root) => within.querySelector<Element>(selector)!;
  const { content } = find<HTMLTemplateElement>("template");
  const take = <Element extends HTMLElement>(part: string) => find(`[data-part=${part}]`, content).cloneNode(true) as Element;
  const [form, log, older, told] = [".successes-form", ".successes-log", ".successes-older", ".successes-told"].map((selector) => find(selector)) as [HTMLFormElement, HTMLElement, HTMLElement, HTMLElement];
  const [button, changing] = [find(".button", form), find(".successes-changing")];
  const add = button.textContent!;
  const thanks = root.querySelector<HTMLElement>(".successes-thanks"); // none where its author left it out
  const rows = new Map<string, { row: HTMLElement; told: string }>();
  let edited = ""; // an entry of the list that is on the sheet again
  let all = false;
  /** The one card that is open, and the row it is in; a new one is in none. */
  let open: { sheet: Sheet; form: HTMLFormElement; row?: HTMLElement } | undefined;

  const sheet = writeOn(form, around, { changed: () => edited && edited !== sheet.entry && tellSheet() });

  function tellSheet(own?: Own): void {
    edited = own ? own.entry : "";
    changing.textContent = own ? say("successes-changing", { day: sayDay(own.at) }) : "";
    button.textContent = own ? say("successes-change") : add;
    ask(form);
  }

  /** Lay on the sheet what was begun and not ended. */
  function layUnfinished(): void {
    sheet.lay([...own()].reverse().find((one) => isSuccess(one) && !isWhole(one)));
    tellSheet();
  }

  function fillRow(one: Own): HTMLElement {
    const { entry, at, fields } = one;
    const row = take(isSuccess(one) ? "success" : "thanks");
    find(".successes-day", row).textContent = sayDay(at);
    find(".successes-did", row).textContent = isSuccess(one) ? fields.what! : say("successes-thank-you", { name: fields.to || "…" });
    for (const says of row.querySelectorAll<HTMLElement>("[data-says]")) {
      says.textContent = fields[says.dataset.says!] || "";
      says.parentElement!.hidden = !says.textContent;
    }
    for (const press of row.querySelectorAll(".successes-doing > .quiet, .writing-ask")) press.insertAdjacentHTML("beforeend", `<span class="unseen"> – ${sayDay(at)}</span>`);
    find("[data-way=open]", row).addEventListener("click", () => openCard(one));
    const edit = row.querySelector("[data-way=edit]");
    if (edit) edit.addEventListener("click", () => {
      closeCard();
      told.textContent = "";
      sheet.lay(one);
      tellSheet(one);
      show();
      find("textarea", form).focus();
    });
    offerErase(row, async () => {
      const heading = find("h4", row.closest<HTMLElement>(".successes-log, .successes-thanks")!);
      if (open && open.row === row) closeCard();
      await around.erase(entry);
      rows.delete(entry);
      told.textContent = say("successes-gone");
      (heading.offsetParent ? heading : find("textarea", form)).focus();
    });
    return row;
  }

  /** Put rows in a list; what is there already is not touched, for somebody may be writing in it. */
  function fill(list: HTMLElement, entries: Own[]): void {
    const wanted = entries.map((one) => {
      const told = JSON.stringify(one.fields);
      let known = rows.get(one.entry);
      if (!known || (known.told !== told && !(open && known.row === open.row))) rows.set(one.entry, (known = { row: fillRow(one), told }));
      return known.row;
    });
    for (const row of [...list.children]) if (!wanted.includes(row as HTMLElement)) row.remove();
    wanted.forEach((row, at) => list.children[at] !== row && list.insertBefore(row, list.children[at] || null));
  }

  function show(): void {
    sheet.show();
    if (open) open.sheet.show();
    const entries = [...own()].reverse();
    if (open && open.row && !entries.some(({ entry }) => entry === open!.sheet.entry)) open = undefined; // deleted, with the row it was in
    const successes = entries.filter((one) => one.entry !== sheet.entry && isSuccess(one) && isWhole(one));
    fill(find("ol", log), all ? successes : successes.slice(0, SHOWN));
    log.hidden = !successes.length;
    older.hidden = all || successes.length <= SHOWN;
    older.textContent = say("successes-older", { n: successes.length - SHOWN });
    if (thanks) fill(find("ol", thanks), entries.filter((one) => !isSuccess(one) && (!open || open.row || one.entry !== open.sheet.entry)));
  }

  function openCard(one?: Own): void {
    closeCard();
    const form = take<HTMLFormElement>(one && isSuccess(one) ? "card-of-success" : "card-of-thanks");
    const row = one && rows.get(one.entry)!.row;
    const place = row || thanks!;
    place.append(form);
    place.classList.add("successes-opened");
    const sheet = openPanel(form, around, one, () => {
      const { entry } = sheet;
      closeCard();
      const made = rows.get(entry);
      (made ? made.row : find(".successes-thank")).focus();
    });
    open = { sheet, form, row };
    form.focus();
  }

  function closeCard(): void {
    if (!open) return;
    const { form } = open;
    open = undefined;
    form.parentElement!.classList.remove("successes-opened");
    form.remove();
    show();
  }

  form.addEventListener("input", () => {
    ask(form);
    told.textContent = "";
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const missing = [...form.querySelectorAll("textarea")].find(({ value }) => !value.trim());
    if (missing) return ask(form, [say(`successes-${missing.dataset.field}-first`), missing]);
    const kept = sheet.keep();
    const { entry } = sheet; // before another press of the same key lays the next sheet
    if (!(await kept)) return;
    layUnfinished();
    show();
    told.textContent = say("successes-added");
    rows.get(entry)!.row.focus();
  });
  // The second half of a double tap would ask what is missing on the next, empty sheet.
  button.addEventListener("click", (event) => event.detail > 1 && event.preventDefault());
  older.addEventListener("click", () => {
    all = true;
    show();
    (find("ol", log).children[SHOWN] as HTMLElement).focus();
  });
  if (thanks) find(".successes-thank").addEventListener("click", () => openCard());

  layUnfinished();
  show();
  return show;
}

export default { wake } satisfies Wakeful<unknown>;
