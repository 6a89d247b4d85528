/** The two ways out of a page that asks no server: a mail draft and the clipboard. */

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
