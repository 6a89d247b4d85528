/**
 * What a learner writes of their own: kept while they type, laid open again to be changed, deleted for good.
 * The HTML is `writing.html`, the looks are `writing.css`; days are in `days.ts`.
 *
 *     const sheet = writeOn(root, around, { changed: show });  // every [data-field] inside root belongs to it
 *     sheet.lay(around.own().at(-1));                           // go on with an entry; without one, an empty sheet
 *     await sheet.keep({ ".ask": "2026-11-29" });               // keep now, and something more with it; "" takes a field away
 *     offerErase(root, async () => { await sheet.erase(); … }); // once the learner has confirmed it in place
 *     return () => sheet.show();                                // from `wake`: what the record now says
 */
import type { Own } from "../record/fold.ts";
import type { Around } from "./block.ts";

export type { Own };

const TYPING = 400; // milliseconds without a key before what was typed is kept

export type Fields = Record<string, string>;

/** One entry, as it is written in the fields of a page. */
export interface Sheet {
  /** The entry it writes; empty until something of it was kept. */
  readonly entry: string;
  /** What stands in it now, with what it holds beside its fields. What is empty is left out. */
  read(): Fields;
  /** Whether none of its fields says anything. */
  isBlank(): boolean;
  /** Lay an entry before the learner, or an empty sheet. */
  lay(own?: Own): void;
  /** Keep it now, and `more` with it. True once it is safe; an empty sheet that never was an entry is not kept. */
  keep(more?: Fields): Promise<boolean>;
  /** Delete its entry for good, and lay an empty sheet. */
  erase(): Promise<boolean>;
  /** Show what the record says now, such as another tab's wording, unless somebody is writing here. */
  show(): void;
}

interface Manner {
  /** What is kept with the fields each time. */
  also?(): Fields;
  /** Called after what stands in the fields has changed, and after it was kept. */
  changed?(): void;
}

type Control = HTMLInputElement | HTMLTextAreaElement;
const isTicked = (control: Control): control is HTMLInputElement => control.type === "radio" || control.type === "checkbox";

/**
 * Keep what is typed, chosen or ticked in every `[data-field]` inside `root`, each under the name it has there:
 * a moment after the last key, and when the field or the page is left. `.saved` shows once it is safe.
 */
export function writeOn(root: HTMLElement, around: Pick<Around<unknown>, "own" | "write" | "erase" | "now">, { also = () => ({}), changed = () => undefined }: Manner = {}): Sheet {
  const controls = [...root.querySelectorAll<Control>("[data-field]")];
  const marks = root.querySelectorAll<HTMLElement>(".saved");
  let entry = "";
  let held: Fields = {}; // what the entry says, as it was last laid or kept here
  let known = false; // whether the record has had it, so that missing there means deleted
  let typing: ReturnType<typeof setTimeout> | undefined;
  let writing = 0;
  let version = 0; // of what stands in the fields

  const mark = (safe: boolean) => marks.forEach((one) => (one.hidden = !safe));
  const names = new Set(controls.map(({ dataset }) => dataset.field!));
  const find = () => around.own().find((own) => own.entry === entry);

  function written(): Fields {
    const fields: Fields = {};
    for (const control of controls) if ((!isTicked(control) || control.checked) && control.value.trim()) fields[control.dataset.field!] = control.value;
    return fields;
  }

  function read(): Fields {
    const beside = Object.entries(held).filter(([name]) => !names.has(name));
    return { ...Object.fromEntries(beside), ...written() };
  }

  function set(fields: Fields): void {
    for (const control of controls) {
      const value = fields[control.dataset.field!] ?? "";
      if (isTicked(control)) control.checked = control.value === value;
      else if (control.value !== value) control.value = value; // what is the same stays, and the cursor with it
    }
    held = fields;
    version++;
  }

  function lay(own?: Own): void {
    clearTimeout(typing);
    typing = undefined;
    entry = own?.entry ?? "";
    known = own !== undefined;
    set(own?.fields ?? {});
    mark(false);
    changed();
  }

  async function keep(more: Fields = {}): Promise<boolean> {
    clearTimeout(typing);
    typing = undefined;
    if (entry && known && !find()) [entry, known] = ["", false]; // deleted elsewhere, and written again here: a new one
    const fields = Object.fromEntries(Object.entries({ ...read(), ...also(), ...more }).filter(([, text]) => text.trim()));
    if (!entry && !Object.keys({ ...written(), ...more }).length) return false;
    // Named here and not by the record, so that what is typed while it is first kept belongs to it too.
    if (!entry) entry = `w${around.now().getTime().toString(36)}`;
    if (Object.keys(more).some((name) => names.has(name))) set(fields);
    held = fields;
    const [of, at] = [entry, ++version];
    writing++;
    const safe = await around.write(fields, of);
    writing--;
    if (entry !== of) return safe;
    known = true;
    if (version === at) mark(safe);
    changed();
    return safe;
  }

  async function erase(): Promise<boolean> {
    const gone = entry;
    lay();
    return gone ? around.erase(gone) : true;
  }

  /** Keep what is not yet kept. */
  function leave(): void {
    if (typing !== undefined) void keep();
  }

  /** A page that is put away may never come back. */
  function putAway(): void {
    if (root.isConnected) return document.visibilityState === "hidden" ? leave() : undefined;
    leave();
    document.removeEventListener("visibilitychange", putAway);
    removeEventListener("pagehide", leave);
  }

  function show(): void {
    if (typing !== undefined || writing || !entry) return;
    const own = find();
    if (own ? JSON.stringify(own.fields) === JSON.stringify(held) : !known) return;
    if (document.hasFocus() && root.contains(document.activeElement) && own) return;
    lay(own);
  }

  root.addEventListener("input", ({ target }) => {
    const control = target as Control;
    if (!controls.includes(control)) return;
    version++;
    mark(false);
    clearTimeout(typing);
    if (isTicked(control)) void keep();
    else typing = setTimeout(keep, TYPING);
    changed();
  });
  root.addEventListener("change", () => {
    // Who takes everything out again wants nothing of it kept, and its earlier wordings would be.
    if (entry && !Object.keys(written()).length) void erase();
    else leave();
  });
  document.addEventListener("visibilitychange", putAway);
  addEventListener("pagehide", leave);

  return { get entry() { return entry; }, read, isBlank: () => !Object.keys(written()).length, lay, keep, erase, show };
}

/**
 * Ask in place before something is deleted: the macro `erase` of `writing.html`, inside `root`. To keep it stands where the first
 * press was, so a double tap deletes nothing. Once it is confirmed `erase` is called, which then says where the focus goes.
 */
export function offerErase(root: HTMLElement, erase: () => unknown): void {
  const box = root.querySelector<HTMLElement>(".writing-erase")!;
  const [ask, sure] = [box.querySelector<HTMLElement>(".writing-ask")!, box.querySelector<HTMLElement>(".writing-sure")!];
  const stay = sure.querySelector<HTMLElement>(".writing-stay")!;

  function open(asking: boolean): void {
    ask.hidden = asking;
    sure.hidden = !asking;
    (asking ? stay : ask).focus();
  }

  ask.addEventListener("click", () => open(true));
  stay.addEventListener("click", () => open(false));
  sure.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    open(false);
  });
  sure.querySelector(".writing-gone")!.addEventListener("click", () => {
    open(false);
    erase();
  });
}

/** Let buttons say how to begin: what is on one is put at the end of the field that was written in last, with the cursor after it. `fields` are those meant. */
export function openWith(root: HTMLElement, buttons: string, fields: () => HTMLTextAreaElement[]): void {
  let last: HTMLTextAreaElement | undefined;
  root.addEventListener("focusin", ({ target }) => {
    if (fields().includes(target as HTMLTextAreaElement)) last = target as HTMLTextAreaElement;
  });
  for (const button of root.querySelectorAll<HTMLElement>(buttons)) {
    button.addEventListener("click", () => {
      const field = last ?? fields()[0]!;
      const before = field.value.trimEnd();
      fill(field, `${before}${before && "\n"}${button.textContent!.trim().replace(/\s*(…|\.\.\.)$/, "")} `);
      field.focus();
    });
  }
}

/** How a text begins, for a line that leads to all of it: whoever hears that line would hear the whole text. */
export function beginningOf(text: string, most = 120): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.replace(/\s+\S{0,30}$|[\ud800-\udbff]$/, "")} …`;
}

/** Write into a field as if it was typed, with the cursor at its end. */
export function fill(field: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.setSelectionRange(text.length, text.length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
