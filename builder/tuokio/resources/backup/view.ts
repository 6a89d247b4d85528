/** Save a copy of the record, as a file or as text, and bring one in: first what is in it is shown, then it is joined with what is here. */
import { sayDay } from "../../blocks/days.ts";
import { copyText } from "../../blocks/handing.ts";
import type { Desk, Outlook, Resource, Showing } from "../../player/resource.ts";
import { toResource } from "../../player/route.ts";
import type { Event } from "../../record/event.d.ts";
import { isStrange, join, LONGEST, make, nameFile, pickNew, read, sumUp, toFile, type Found, type Refusal } from "./copy.ts";
import { isForgetful, remind } from "./reminder.ts";

const NAME = "backup";
const FITS_A_MESSAGE = 60_000; // characters; chats take some 65,000

const forgetful = () => isForgetful(navigator, (query) => matchMedia(query).matches);
/** On the home screen it is a course of its own, so it must come from somewhere. */
const canBeInstalled = () => location.protocol.startsWith("http");

function open(_: unknown, desk: Desk): Showing {
  const { say, log, course } = desk;
  const { html, nothing, render } = tuokio.lit;
  const root = document.createElement("div");
  let told: string[] = [];
  let refused: Refusal | undefined;
  let found: (Found & { fresh: Event[] }) | undefined;
  let working = false;

  const date = (at: number | string) => sayDay(at, course.language);

  async function parcel(): Promise<string> {
    const { pack } = await desk.loadParcel();
    return pack(NAME, make(course, log.list(), log.damaged, desk.now()));
  }

  async function saveFile(): Promise<void> {
    const now = desk.now();
    const words = [say("backup-head", { title: course.title, date: date(now.getTime()) }), say("backup-private"), say("backup-head-back")];
    const name = nameFile(course.id, log.store.nickname ?? "", now);
    const link = URL.createObjectURL(new Blob([toFile(words, await parcel())], { type: "text/plain" }));
    const anchor = Object.assign(document.createElement("a"), { href: link, download: name });
    root.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(link), 60_000); // a phone may ask first
    await log.append({ kind: "copied", of: "file" });
    tell(say("backup-saved", { name }));
  }

  async function saveText(): Promise<void> {
    const text = await parcel();
    if (!(await copyText(text, root))) return tell(say("backup-not-copied"));
    await log.append({ kind: "copied", of: "text" });
    tell(say("backup-copied"), ...(text.length > FITS_A_MESSAGE ? [say("backup-long", { n: text.length })] : []));
  }

  function tell(...texts: string[]): void {
    told = texts;
    draw();
  }

  async function take(text: string): Promise<void> {
    const result = read(text, course, await desk.loadParcel());
    [told, refused, found] = [[], undefined, undefined];
    if ("refused" in result) refused = result;
    else found = { ...result, fresh: pickNew(result.events, log) };
    draw();
    root.querySelector<HTMLElement>(refused ? ".backup-refused" : ".backup-found > h2")!.focus();
  }

  async function takeFile(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > LONGEST * 2) return take(" ".repeat(LONGEST + 1)); // not even read
    const text = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => resolve("");
      reader.readAsText(file);
    });
    await take(text);
  }

  async function add(): Promise<void> {
    if (working) return;
    working = true;
    const done = await join(found!.fresh, log);
    [working, found] = [false, undefined];
    root.querySelector<HTMLFormElement>("form")?.reset();
    tell(say(done ? "backup-added" : "backup-not-added"));
    root.querySelector<HTMLElement>("h1")!.focus();
    scrollTo(0, 0);
  }

  function cancel(): void {
    found = undefined;
    draw();
    root.querySelector<HTMLElement>(".backup-box input")!.focus();
  }

  function list(events: Event[]): string {
    const { answers, modules, own } = sumUp(events);
    const parts = [answers && say("backup-answers", { n: answers }), modules && say("backup-modules", { n: modules }), own && say("backup-own", { n: own })];
    return parts.filter(Boolean).join(", ");
  }

  function preview({ events, made, fresh }: NonNullable<typeof found>) {
    const { from, to } = sumUp(events);
    const span = date(from) === date(to) ? "" : say("backup-span", { from: date(from), to: date(to) });
    const [all, anew] = [list(events), list(fresh)];
    return html`
      <section class="backup-found" aria-labelledby="backup-found">
        <h2 id="backup-found" tabindex="-1">${say("backup-preview")}</h2>
        <p class="soft">${say("backup-made", { date: date(Date.parse(made)) })}${span && html` · ${span}`}</p>
        ${all ? html`<p>${say("backup-in-it", { what: all })}</p>` : nothing}
        ${isStrange(events, log.list()) ? html`<p class="backup-strange">${say("backup-strange")}</p>` : nothing}
        <p>${!fresh.length ? say("backup-no-new") : anew ? say("backup-new", { what: anew }) : say("backup-new-else")}</p>
        <div class="backup-ways">
          ${fresh.length ? html`<button type="button" class="button" @click=${add}>${say("backup-add")}</button>` : nothing}
          <button type="button" class="quiet" @click=${cancel}>${say("backup-cancel")}</button>
        </div>
      </section>
    `;
  }

  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    (event.currentTarget as HTMLElement).classList.toggle("backup-over", is);
  };
  const drop = (event: DragEvent) => {
    over(event, false);
    const { files } = event.dataTransfer!;
    void (files.length ? takeFile(files[0]) : take(event.dataTransfer!.getData("text")));
  };
  const choose = (event: Event_) => {
    const input = event.target as HTMLInputElement;
    void takeFile(input.files?.[0]).then(() => (input.value = "")); // so that the same file can be chosen again
  };
  const look = (event: SubmitEvent) => {
    event.preventDefault();
    void take((event.target as HTMLFormElement).querySelector("textarea")!.value);
  };

  const restore = () => html`
    <section>
      <h2>${say("backup-restore")}</h2>
      <p>${say("backup-restore-why")}</p>
      <form class="backup-box" @submit=${look} @dragover=${(event: DragEvent) => over(event, true)} @dragleave=${(event: DragEvent) => over(event, false)} @drop=${drop}>
        <input type="file" aria-label=${say("backup-choose")} accept=".txt,text/plain" @change=${choose} />
        <label for="backup-text">${say("backup-paste")}</label>
        <textarea class="field" id="backup-text" spellcheck="false" autocomplete="off" autocapitalize="none"></textarea>
        <div class="backup-ways"><button class="quiet">${say("backup-look")}</button></div>
      </form>
      ${refused ? html`<p class="backup-refused" role="alert" tabindex="-1">${say(`backup-refused-${refused.refused}`, { title: refused.title ?? "" })}</p>` : nothing}
      ${found ? preview(found) : nothing}
    </section>
  `;

  function standing() {
    const { copied, since, answers } = log.state.copy;
    if (!log.state.seed) return html`<p class="soft">${say("backup-none")}</p>`;
    return html`
      <div class="backup-ways">
        <button type="button" class="button" @click=${saveFile}>${say("backup-file")}</button>
        <button type="button" class="quiet" @click=${saveText}>${say("backup-text")}</button>
      </div>
      <p class="soft">${!copied ? say("backup-never") : answers ? say("backup-last", { n: answers, date: date(since) }) : say("backup-all", { date: date(since) })}</p>
    `;
  }

  const draw = () =>
    render(
      html`
        <h1 tabindex="-1">${course.resources[NAME]![0]}</h1>
        <p class="lead">${say(course.platform ? "backup-why-platform" : "backup-why")}</p>
        ${standing()}
        <p class="backup-told" role="status">${told.join(" ")}</p>
        <p>${say("backup-private")}</p>
        ${forgetful() ? html`<p>${say("backup-forgetful")} ${canBeInstalled() ? say("backup-home-screen") : nothing}</p>` : nothing}
        ${log.damaged.length ? html`<p class="soft">${say("backup-damaged-here", { n: log.damaged.length })}</p>` : nothing}
        ${restore()}
      `,
      root,
    );

  return {
    root,
    title: () => course.resources[NAME]![0],
    show() {
      [told, refused, found] = [[], undefined, undefined];
      draw();
    },
    refresh: draw,
  };
}

let dismissed = false; // for this visit

/** Once a visit, and quietly: what is not copied yet. */
function outlook(_: unknown, { log, say, now, course }: Desk): Pick<Outlook, "news"> {
  const { html, nothing, render } = tuokio.lit;
  const why = dismissed || course.platform ? "" : remind(log.state, now(), forgetful());
  if (!why) return {};
  const holder = document.createElement("div");
  const later = () => {
    dismissed = true;
    render(nothing, holder);
    document.querySelector<HTMLElement>("#main h1")?.focus();
  };
  render(
    html`
      <section class="backup-reminder" aria-labelledby="backup-reminder">
        <h2 id="backup-reminder">${why === "much" ? say("backup-remind", { n: log.state.copy.answers }) : say("backup-forgetful")}</h2>
        <p><a class="quiet" href=${toResource(NAME)}>${say("resource-backup")}</a> <button type="button" class="quiet" @click=${later}>${say("backup-later")}</button></p>
      </section>
    `,
    holder,
  );
  return { news: html`${holder}` };
}

type Event_ = globalThis.Event;

export default { open, outlook } satisfies Resource<unknown>;
