/** A card that a person made: shown as it will look, copied or put into a mail draft, and only when they press for it. */

export interface Card {
  /** What stands above it, and is the subject of a mail. */
  head: string;
  texts: string[];
  /** Who it is from; may be empty. */
  from: string;
}

const LONGEST_LINK = 1800; // signs of a mailto: link that every mail program still takes

/** What a card says, as plain text. */
export const tell = ({ head, texts, from }: Card): string => [head, ...texts, from].map((text) => text.trim()).filter(Boolean).join("\n\n");

/** A link that opens a mail draft with the card in it; empty where it is too long for one. */
export function linkMail(card: Card): string {
  const body = tell({ ...card, head: "" }).replace(/\n/g, "\r\n");
  const link = `mailto:?subject=${encodeURIComponent(card.head)}&body=${encodeURIComponent(body)}`;
  return link.length > LONGEST_LINK ? "" : link;
}

/** What the forms of a name have in common begins alike: `Matti` and `Matin`, `Markus` and `Markuksen`. */
const plain = (word: string): string => word.toLowerCase().replace(/(.)\1/g, "$1");

/** The first of the people in `who` whom a text names, in whatever form; "" if it names none of them. */
export function findName(text: string, who: string): string {
  const names = (of: string) => of.match(/\p{Lu}[\p{L}\p{M}]{2,}/gu) || [];
  const said = names(text).map(plain);
  return names(who).find((name) => said.some((one) => one.startsWith(plain(name).replace(/(nen|s)$/, "")))) || "";
}

function make(tag: string, name: string, ...inside: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.append(...inside);
  return element;
}

/** Draw a card in the course's brand. */
export function draw(place: HTMLElement, { head, texts, from }: Card): void {
  const [logo, name] = [".logo", "span"].map((part) => document.querySelector(`.brand ${part}`));
  const said = texts.map((text) => text.trim()).filter(Boolean);
  place.classList.toggle("successes-brief", said.join("").length < 160);
  place.replaceChildren(
    make("p", "successes-card-head", head),
    ...said.map((text) => make("p", "successes-card-text", text)),
    ...(from.trim() ? [make("p", "successes-card-from", from.trim())] : []),
    make("p", "successes-card-brand", ...(logo ? [logo.cloneNode()] : []), name ? name.textContent! : ""),
  );
}

/** Copy a text. False if the browser does not let a page do so: then it lies selected in `area`, to be copied by hand. */
export async function copy(text: string, area: HTMLTextAreaElement): Promise<boolean> {
  area.hidden = true;
  area.value = text;
  try {
    await navigator.clipboard.writeText(text); // missing where a course is not served securely
    return true;
  } catch {
    area.hidden = false;
    area.focus();
    area.select();
    const done = document.execCommand("copy");
    area.hidden = done;
    return done;
  }
}
