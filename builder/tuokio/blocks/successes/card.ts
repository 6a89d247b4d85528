/** A card that a person made: shown as it will look, copied or put into a mail draft, and only when they press for it. */
import { mailTo } from "../handing.ts";

export interface Card {
  /** What stands above it, and is the subject of a mail. */
  head: string;
  texts: string[];
  /** Who it is from; may be empty. */
  from: string;
}

/** What a card says, as plain text. */
export const tell = ({ head, texts, from }: Card): string => [head, ...texts, from].map((text) => text.trim()).filter(Boolean).join("\n\n");

/** A link that opens a mail draft with the card in it; empty where it is too long for one. */
export const linkMail = (card: Card): string => mailTo("", card.head, tell({ ...card, head: "" }));

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
