/** A plan of two halves. When its day has come it is asked whether it came up; nothing is counted. */
import type { Wakeful } from "../block.ts";
import { dayAfter, dayOf, sayDay } from "../days.ts";
import { fill, offerErase, writeOn, type Own } from "../writing.ts";
import type { Plan } from "./model.d.ts";
import { tell, tidy } from "./sentence.ts";

type Half = "when" | "then";

const wake: Wakeful<Plan>["wake"] = (root, around) => {
  const { data, say, now } = around;
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
  const [title, make, made, asked, past, message] = [find(".writing-title"), find(".plan-make"), find(".plan-made"), find(".plan-asked"), find(".plan-past"), find(".message")];
  const halves: Record<Half, HTMLTextAreaElement> = { when: find("[data-field=when]"), then: find("[data-field=then]") };
  const chips = [...root.querySelectorAll<HTMLElement>(".writing-chip")];
  const list = past.querySelector("ul")!;
  let changing = false; // a plan that is made is written anew
  let listed = "";

  const sheet = writeOn(root, around, { changed: () => showSentence() });
  const wordsOf = ({ when = "", then = "" }: Record<string, string>) => tell(root.dataset.sentence!, when, then);
  const released = () => around.own().filter(({ fields }) => ".over" in fields).reverse();

  function showSentence(): void {
    const sentence = wordsOf(sheet.read());
    for (const line of root.querySelectorAll<HTMLElement>(".plan-make > .plan-sentence, .plan-made > .plan-sentence")) if (line.textContent !== sentence) line.textContent = sentence;
    for (const chip of chips) chip.setAttribute("aria-pressed", String(tidy(halves[chip.dataset.for as Half].value, chip.dataset.for as Half) === tidy(chip.textContent!, chip.dataset.for as Half)));
  }

  function show(): void {
    const { ".made": settled, ".ask": ask } = sheet.read();
    make.hidden = settled !== undefined && !changing;
    made.hidden = !make.hidden;
    for (const [words, shown] of [[".plan-before", made.hidden], [".plan-after", !made.hidden]] as const) root.querySelector(words)?.toggleAttribute("hidden", !shown);
    asked.hidden = !ask || ask > dayOf(now());
    find(".plan-change").hidden = !asked.hidden;
    const day = find(".plan-day");
    day.hidden = !ask || !asked.hidden;
    const words = day.hidden ? "" : say("plan-day", { day: sayDay(ask!) });
    if (day.textContent !== words) day.textContent = words;
    showSentence();
    const gone = released();
    past.hidden = !gone.length;
    const latest = JSON.stringify(gone);
    if (latest === listed) return;
    listed = latest;
    list.replaceChildren(...gone.map(row));
  }

  function row({ entry, fields }: Own): HTMLElement {
    const item = past.querySelector("template")!.content.firstElementChild!.cloneNode(true) as HTMLElement;
    item.querySelector("p")!.textContent = wordsOf(fields);
    offerErase(item, async () => {
      await around.erase(entry);
      told("plan-gone");
      show();
    });
    return item;
  }

  /** The plan that stands: the newest that was not let go. */
  function rest(): void {
    changing = false;
    sheet.lay(around.own().filter(({ fields }) => !(".over" in fields)).pop());
    show();
  }

  function told(phrase: string): void {
    title.focus();
    message.textContent = say(phrase);
  }

  function rewrite(): void {
    changing = true;
    show();
    halves.when.focus();
  }

  /** What is noted when it is asked about becomes a note of that day. */
  function noted(): Record<string, string> {
    const { note = "" } = sheet.read();
    return { ".came": "", note: "", [`note-${dayOf(now())}`]: note };
  }

  find(".plan-settle").addEventListener("click", () => {
    message.textContent = "";
    const lacking = (["when", "then"] as Half[]).find((half) => !tidy(halves[half].value, half));
    if (lacking) {
      message.textContent = say(`plan-needs-${lacking}`);
      return halves[lacking].focus();
    }
    changing = false;
    void settle({ ".made": dayOf(now()), ".ask": dayAfter(now(), data.ask_after ?? 7) });
  });

  async function settle(more: Record<string, string>): Promise<void> {
    const kept = sheet.keep(more);
    show();
    find(".plan-made > .plan-sentence").focus();
    await kept;
    show();
  }

  find(".plan-change").addEventListener("click", rewrite);
  find(".plan-rewrite").addEventListener("click", async () => {
    await sheet.keep(noted());
    rewrite();
  });
  find(".plan-keep").addEventListener("click", () => void settle({ ...noted(), ".ask": dayAfter(now(), data.ask_after ?? 7) }));
  find(".plan-let-go").addEventListener("click", async () => {
    await sheet.keep({ ...noted(), ".ask": "", ".over": dayOf(now()) });
    rest();
    told("plan-released");
  });
  for (const chip of chips) chip.addEventListener("click", () => fill(halves[chip.dataset.for as Half], chip.textContent!.trim()));
  offerErase(made, async () => {
    await sheet.erase();
    rest();
    told("plan-gone");
  });

  rest();
  return () => {
    const before = sheet.entry;
    sheet.show();
    if (before && !sheet.entry) rest();
    else show();
  };
};

export default { wake } satisfies Wakeful<Plan>;
