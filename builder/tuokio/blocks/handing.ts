/** What leaves the page by the learner's own hand and by no request: a printed sheet, a mail draft, a copied text, a file. The looks are `handing.css`. */

export const LONGEST_MAIL = 1800; // characters of a link that every mail program takes
const ENDS = ["afterprint", "pointerdown", "keydown", "hashchange"];

/** Print an element by itself, and nothing else of the page: it is added to the page for that, so hand over a copy of what stands there. */
export function printAlone(sheet: HTMLElement): void {
  document.querySelectorAll(".printing-sheet").forEach((before) => before.remove());
  const page = document.documentElement;
  sheet.classList.add("printing-sheet");
  for (const named of sheet.querySelectorAll("[id]")) named.removeAttribute("id"); // what is copied stands on the page too
  document.body.append(sheet);
  page.classList.add("printing-alone");
  const done = () => {
    page.classList.remove("printing-alone");
    sheet.remove();
    for (const event of ENDS) removeEventListener(event, done, true);
  };
  window.print();
  // Phones return from print() while their dialog is still open, and older ones never say that it was closed: then the next touch does.
  for (const event of ENDS) addEventListener(event, done, true);
}

/** Save a text as a file, wherever the browser puts what is downloaded. */
export function saveText(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const anchor = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // iOS asks first, and reads it only then
}

/** A link that opens a mail draft, to nobody if `mail` is empty; empty where it would be too long for one. */
export function mailTo(mail: string, subject: string, body: string): string {
  const link = `mailto:${encodeURIComponent(mail).replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`;
  return link.length > LONGEST_MAIL ? "" : link;
}

/** Open a mail draft. A link does it, since a page that is told to go elsewhere might be left. */
export function openMail(link: string, near: HTMLElement): void {
  const anchor = Object.assign(document.createElement("a"), { href: link });
  near.append(anchor);
  anchor.click();
  anchor.remove();
}

/** Copy a text. Resolves to whether that was done. The old way comes first: it works on `file://`, on plain http and in old browsers. */
export async function copyText(text: string, near: HTMLElement): Promise<boolean> {
  const before = document.activeElement as HTMLElement;
  const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, className: "unseen" });
  near.append(area);
  area.select();
  area.setSelectionRange(0, text.length); // select() alone selects nothing on iOS
  const done = document.execCommand("copy");
  area.remove();
  before.focus();
  return done || navigator.clipboard?.writeText(text).then(() => true, () => false) || false;
}
