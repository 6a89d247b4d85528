/** The place where a card is made: its words to change, how it will look, and the ways it can go. */
import type { Around } from "../block.ts";
import { copyText, printAlone } from "../handing.ts";
import { writeOn, type Own, type Sheet } from "../writing.ts";
import { draw, findName, linkMail, tell, type Card } from "./card.ts";

type Control = HTMLInputElement | HTMLTextAreaElement;

/** What is still missing: the phrase that asks for it, and where. */
type Lack = [text: string, field: Control];

interface Making {
  compose(): Card;
  findLack(): Lack | undefined;
}

/** Say what is missing beside the field where it is missing, and go there; nothing that was written changes. */
export function ask(form: HTMLElement, lack?: Lack): void {
  const told = form.querySelector<HTMLElement>(".successes-asks")!;
  form.querySelectorAll("[aria-invalid]").forEach((field) => {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  });
  told.textContent = lack ? lack[0] : "";
  told.classList.toggle("successes-calm", !lack);
  if (!lack) return;
  const [, field] = lack;
  field.setAttribute("aria-invalid", "true");
  field.setAttribute("aria-describedby", told.id);
  field.closest("label")!.after(told);
  field.focus();
}

/** Open a card in `form`, of the entry `own` or a new one. `close` is called when the learner is done with it. */
export function openPanel(form: HTMLFormElement, around: Around<unknown>, own: Own | undefined, close: () => void): Sheet {
  const field = (name: string) => form.querySelector<Control>(`[data-field="${name}"]`)!;
  const way = <Element extends HTMLElement>(name: string) => form.querySelector<Element>(`[data-way="${name}"]`)!;
  const { compose, findLack } = (field("card") ? shareSuccess : thankColleague)(form, field, around);
  const mail = way<HTMLAnchorElement>("mail");

  const preview = form.querySelector<HTMLElement>(".successes-card")!;

  function look(): void {
    const card = compose();
    draw(preview, card);
    mail.href = (!findLack() && linkMail(card)) || "#"; // nor may another way of opening a link get past what is asked
  }

  function say(phrase: string): void {
    const told = form.querySelector<HTMLElement>(".successes-asks")!;
    form.querySelector(".successes-ways")!.before(told);
    told.textContent = "";
    setTimeout(() => (told.textContent = around.say(phrase))); // emptied first, so that it is heard again
  }

  /** Whether the card may go: nothing is missing, and nobody is named who was not asked. */
  function isReady(): boolean {
    const lack = findLack();
    ask(form, lack);
    return !lack;
  }

  const sheet = writeOn(form, around, { changed: () => form.isConnected && look() });
  sheet.lay(own);
  if (field("card") && !field("card").value) field("card").value = compileSuccess(around, own!);
  form.addEventListener("input", () => {
    ask(form);
    look();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  way("copy").addEventListener("click", async () => {
    if (!isReady()) return;
    const text = form.querySelector<HTMLTextAreaElement>(".successes-text")!;
    text.value = tell(compose());
    text.hidden = await copyText(text.value, form);
    say(text.hidden ? "successes-copied" : "successes-by-hand");
    if (!text.hidden) text.select(); // to be copied by hand
  });
  way("print").addEventListener("click", () => isReady() && printAlone(preview.cloneNode(true) as HTMLElement));
  mail.addEventListener("click", (event) => {
    const ready = isReady();
    if (ready && linkMail(compose())) return;
    event.preventDefault();
    if (ready) say("successes-long");
  });
  way("close").addEventListener("click", close);
  look();
  return sheet;
}

/** What a card of a success says at first: all that its learner wrote, but who was there. */
function compileSuccess({ say }: Around<unknown>, { fields }: Own): string {
  const helped = fields.helped ? `\n\n${say("successes-helped-who")} ${fields.helped.trim()}` : "";
  return `${fields.what!.trim()}\n\n${say("successes-why")} ${fields.because!.trim()}${helped}`;
}

function shareSuccess(form: HTMLFormElement, field: (name: string) => Control, { say }: Around<unknown>): Making {
  const agreed = form.querySelector<HTMLInputElement>(".successes-agreed > input")!;
  const who = () => field("with").value.trim();
  const showTick = () => (agreed.parentElement!.hidden = !who());
  field("with").addEventListener("input", () => {
    agreed.checked = false; // these are others, who were not asked
    showTick();
  });
  return {
    compose() {
      showTick();
      return { head: say("successes-head"), texts: [field("card").value, agreed.checked && who() ? `${say("successes-with-who")} ${who()}` : ""], from: field("from").value };
    },
    findLack() {
      if (!field("card").value.trim()) return [say("successes-empty"), field("card")];
      const name = agreed.checked ? "" : findName(field("card").value, who());
      return name ? [say("successes-named", { name }), agreed] : undefined;
    },
  };
}

function thankColleague(_: HTMLFormElement, field: (name: string) => Control, { say }: Around<unknown>): Making {
  const said = (name: string) => field(name).value.trim();
  return {
    compose: () => ({ head: said("to") ? say("successes-thank-you", { name: said("to") }) : say("successes-thank-blank"), texts: [said("for"), said("matter")], from: said("from") }),
    findLack() {
      const missing = ["to", "for", "matter"].find((name) => !said(name));
      return missing ? [say(`successes-${missing}-first`), field(missing)] : undefined;
    },
  };
}
