/** A slip: written, seen as it will be read, handed on by mail, copy or print, and followed until an answer is back. */
import type { Wakeful } from "../block.ts";
import { dayOf, sayNearDay } from "../days.ts";
import { copyText, mailTo, openMail, printAlone } from "../handing.ts";
import { offerErase, writeOn } from "../writing.ts";
import type { Signal } from "./model.d.ts";
import { followSent, type Way } from "./sent.ts";
import { askDay, dueDay, isPersonal, type Fields } from "./slip.ts";

const wake: Wakeful<Signal>["wake"] = (root, around) => {
  const { data, say, own, now } = around;
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
  const [form, slip, preview, message] = [find(".signal-form"), find(".signal-slip"), find(".signal-preview"), find(".message")];
  const prompts = [...slip.querySelectorAll<HTMLElement>("[data-field]")].map((field) => ({ name: field.dataset.field!, text: field.previousElementSibling!.textContent! }));
  const language = (root.closest<HTMLElement>("[lang]") ?? document.documentElement).lang;
  const day = (iso: string) => sayNearDay(iso, language);
  const sheet = writeOn(form, around, { changed: show });
  const draft = () => own().filter(({ fields }) => !fields[".sent"]).pop();

  const tellPromise = (fields: Fields) => (fields[".due"] ? say("signal-by", { day: day(fields[".due"]) }) : `${say("signal-time")}: ${fields[".time"]}`);

  /** What an entry says to whoever gets it. */
  function compose(fields: Fields): string {
    const told = prompts.filter(({ name }) => fields[name]?.trim()).map(({ name, text }) => `${text}\n${fields[name]!.trim()}`);
    return [...told, `${say("signal-to")}: ${fields[".to"]}\n${tellPromise(fields)}\n${say("signal-sent-on", { day: day(fields[".sent"]!) })}`].join("\n\n");
  }

  /** What the entry holds besides its words once it is sent today: all that its list needs, also when the course has changed. */
  function seal(topic: Signal["owners"][number]): Fields {
    const [about, to, time] = [".option > span", ".signal-name", ".signal-time"].map((part) => find(`[data-topic="${topic.id}"] ${part}`).textContent!.trim()) as [string, string, string];
    const due = dueDay(now(), topic.days, topic.working);
    return { ".about": about, ".contact": topic.contact, ".to": to, ".time": time, ".due": due, ".ask": askDay(now(), due), ".sent": dayOf(now()) };
  }

  const chosen = () => data.owners.find(({ id }) => id === sheet.read()[".topic"]);
  const written = () => prompts.some(({ name }) => sheet.read()[name]);

  function show(): void {
    const topic = chosen();
    slip.hidden = !topic;
    for (const part of form.querySelectorAll<HTMLElement>("[data-topic]")) part.classList.toggle("chosen", part.dataset.topic === topic?.id);
    if (!topic) return;
    const fields = { ...sheet.read(), ...seal(topic) };
    preview.hidden = !written();
    find(".signal-text").textContent = `${fields[".about"]}\n\n${compose(fields)}`;
    find(".signal-warning").textContent = isPersonal(Object.values(sheet.read()).join("\n")) ? say("signal-personal") : "";
    find("[data-way='mail']").hidden = !topic.mail;
  }

  /** Hand a slip on. Returns what to say of it; empty where it went nowhere. */
  function hand(way: Way, fields: Fields, mail: string, near: HTMLElement): string | Promise<string> {
    const topic = fields[".about"]!;
    const reminds = way === "remind";
    const text = (reminds ? `${say("signal-still-waiting", { day: day(fields[".sent"]!) })}\n\n` : "") + compose(fields);
    const subject = reminds ? say("signal-reminder", { topic }) : topic;
    if (way === "print") {
      const leaf = find<HTMLTemplateElement>(".signal-leaf").content.firstElementChild!.cloneNode(true) as HTMLElement;
      leaf.lang = language;
      leaf.querySelector("h1")!.textContent = topic;
      leaf.querySelector(".signal-text")!.textContent = text;
      printAlone(leaf);
      return say("signal-printed");
    }
    const link = way === "copy" || !mail ? "" : mailTo(mail, subject, text);
    if (link) {
      openMail(link, near);
      return say("signal-mailed");
    }
    if (way === "mail") return "";
    return copyText(`${subject}\n\n${text}`, near).then((done) => say(done ? "signal-copied" : "signal-not-copied"));
  }

  const sent = followSent(root, around, { compose, tellPromise, hand, day });

  let sending = false; // so that a double tap sends one

  async function send(way: Way): Promise<void> {
    if (sending) return;
    sending = true;
    await handOver(way).finally(() => (sending = false));
  }

  async function handOver(way: Way): Promise<void> {
    const topic = chosen()!;
    if (!written()) {
      message.textContent = say("signal-write-first");
      return find("textarea").focus();
    }
    const fields = { ...sheet.read(), ...seal(topic) };
    const told = await hand(way, fields, topic.mail, slip);
    if (!told) return void (message.textContent = say("signal-long", { mail: topic.mail }));
    await sheet.keep(seal(topic));
    const { entry } = sheet;
    sheet.lay();
    sent.show(entry, told);
  }

  form.addEventListener("input", () => (message.textContent = "")); // and not whenever something was kept: what is typed last is, while a button is pressed
  slip.addEventListener("click", ({ target }) => {
    const button = (target as HTMLElement).closest<HTMLElement>("[data-way]");
    if (button) void send(button.dataset.way as Way);
  });
  offerErase(slip, async () => {
    await sheet.erase();
    find("input").focus();
  });

  sheet.lay(draft());
  sent.show();
  return () => {
    sheet.show();
    if (!sheet.entry && sheet.isBlank() && !document.hasFocus()) sheet.lay(draft()); // begun in another tab
    sent.show();
  };
};

export default { wake } satisfies Wakeful<Signal>;
