/** Handing a completion over: first seen, all of it; then sent, copied, saved or printed, or left. */
import type { TemplateResult } from "lit-html";
import { copyText, mailTo, openMail, printAlone, saveText } from "../../blocks/handing.ts";
import { sayDay } from "../../blocks/days.ts";
import type { Packing } from "../../player/loader.ts";
import type { Desk } from "../../player/resource.ts";
import type { Packed } from "./limits.ts";
import { nameFile, read, write, type Line } from "./reading.ts";
import { nameSheet, tally, type Counted } from "./statistics.ts";

export interface Around {
  root: HTMLElement;
  /** The completion as it leaves now; none without a name. */
  packed(): Packed | undefined;
  packing(): Packing | undefined;
  draw(): void;
  askName(): void;
}

/** `name` is a field for the name, where it stands nowhere else. */
export interface Handing {
  view(name?: TemplateResult): TemplateResult;
  close(): void;
  /** Whether it was asked for without a name. */
  lacksName(): boolean;
}

/** What is on its way: a completion, anonymous statistics, or nothing. */
type Way = "completion" | "statistics" | "";

/** What leaves, in each of its forms. */
interface Leaving {
  subject: string;
  /** Pasted and mailed; short, since mail links are. */
  message: string;
  /** Saved and printed. */
  whole: string;
  file: string;
}

const LONG = 1200; // letters

export function offer({ course, log, say }: Desk, counted: Counted | undefined, { root, packed, packing, draw, askName }: Around): Handing {
  const { html, nothing } = tuokio.lit;
  const mail = course.results?.mail ?? "";
  let [seen, sharing] = [false, false];
  let asked = false; // whether a name is missing, or what packs
  let told: { at: Way; text: string } = { at: "", text: "" }; // what was done

  const day = (iso: string) => sayDay(iso, course.language);

  function close(): void {
    [seen, sharing, asked, told] = [false, false, false, { at: "", text: "" }];
  }

  function show(): void {
    const one = packed();
    [seen, asked] = [Boolean(one), !one];
    tell("", "");
    if (one) root.querySelector<HTMLElement>(".completion-leaves h2")!.focus();
    else if (packing()) askName();
  }

  function cancel(): void {
    close();
    tell("", say("completion-cancelled"));
    root.querySelector<HTMLElement>(".completion-offer")!.focus();
  }

  function leaving({ completion, text, fits }: Packed, lines: Line[]): Leaving {
    const { met, name, title, on, made } = completion;
    const subject = say(met ? "completion-subject" : "completion-subject-open", { course: title });
    const said = met ? say("completion-told", { name, course: title, day: day(on ?? made) }) : say("completion-told-open", { name, course: title });
    return { subject, message: fits ? `${said}\n\n${text}` : said, whole: `${write(lines)}\n\n${text}\n`, file: nameFile(course.id, name, met ? "done" : "so-far") };
  }

  /** Buttons for each way out. What is too long for a message leaves as a file, and so does first what is to have no sender. */
  function ways(at: Way, leaves: Leaving, fits = true) {
    const nameless = at === "statistics";
    const link = fits ? mailTo(mail, leaves.subject, leaves.message) : "";
    const saved = !link || nameless;
    const button = (label: string, act: (near: HTMLElement) => string | Promise<string>, first = false) => html`<button type="button" class=${first ? "button" : "quiet"} @click=${async ({ currentTarget }: Event) => tell(at, await act((currentTarget as HTMLElement).parentElement!))}>${label}</button>`;
    const save = button(say("completion-save"), () => (saveText(leaves.file, leaves.whole), say("completion-saved", { file: leaves.file })), saved);
    return html`
      ${fits ? nothing : html`<p>${say("completion-long")}</p>`} ${mail ? html`<p>${say("completion-to", { mail })}</p>` : nothing}
      <div class="completion-ways">
        ${saved ? save : nothing} ${link ? button(say("completion-mail"), (near) => (openMail(link, near), say("completion-mailed")), !saved) : nothing}
        ${fits ? button(say("completion-copy"), async (near) => say((await copyText(leaves.message, near)) ? "completion-copied" : "completion-not-copied")) : nothing} ${saved ? nothing : save}
        ${nameless ? nothing : button(say("completion-print-this"), () => (printAlone(paper(leaves)), say("completion-printed")))}
      </div>
      ${telling(at)}
    `;
  }

  function tell(at: Way, text: string): void {
    told = { at, text };
    draw();
  }

  /** What was done, said where it was done. */
  const telling = (at: Way) => html`<p class="soft" role="status">${told.at === at ? told.text : ""}</p>`;

  function paper({ subject, whole }: Leaving): HTMLElement {
    const sheet = Object.assign(document.createElement("div"), { className: "completion" });
    sheet.append(Object.assign(document.createElement("h1"), { textContent: subject }), Object.assign(document.createElement("p"), { className: "completion-text", textContent: whole }));
    return sheet;
  }

  /** What a field says. Of hundreds of modules one first reads how many they are. */
  function field([label, ...said]: Line) {
    const values = said.map((one) => html`<dd dir="auto">${one}</dd>`);
    return html`<div><dt>${label}</dt>${said.join("").length > LONG ? html`<dd><details class="completion-fold"><summary>${say("completion-unfold")}</summary>${said.map((one) => html`<p dir="auto">${one}</p>`)}</details></dd>` : values}</div>`;
  }

  function preview(one: Packed) {
    const lines = read(one.completion, course, say);
    const leaves = leaving(one, lines);
    return html`
      <section class="completion-leaves">
        <h2 tabindex="-1">${say("completion-leaves")}</h2>
        <p>${say("completion-leaves-only")}</p>
        <dl class="completion-said">${lines.map(field)}</dl>
        <p>${say("completion-as-code")}</p>
        ${codeView(one.text)}
        ${ways("completion", leaves, one.fits)}
        <p><button type="button" class="quiet" @click=${cancel}>${say("completion-cancel")}</button></p>
        ${counted && one.completion.met && log.state.items.size ? share(counted) : nothing}
      </section>
    `;
  }

  /** A field, so that it scrolls by keyboard and is selected whole by touch. */
  const codeView = (text: string) => html`<textarea class="field completion-code" readonly rows="5" dir="ltr" translate="no" spellcheck="false" aria-label=${say("completion-the-code")} .value=${text} @focus=${({ target }: Event) => (target as HTMLTextAreaElement).select()}></textarea>`;

  function share(counted: Counted) {
    return html`
      <section class="completion-share">
        <h3>${say("completion-share")}</h3>
        <p>${say("completion-share-what")}</p>
        <label class="completion-tick"><input type="checkbox" .checked=${sharing} @change=${({ target }: Event) => ((sharing = (target as HTMLInputElement).checked), tell("", ""))} /><span>${say("completion-share-yes")}</span></label>
        ${sharing ? sheet(counted) : nothing}
      </section>
    `;
  }

  function sheet(counted: Counted) {
    const { pack, checkOf } = packing()!;
    const statistics = tally(course, counted, log.state, nameSheet(course, log.state, checkOf));
    const went = ({ score }: { score: number }) => say(score >= 1 ? "completion-right" : score > 0 ? "completion-partly" : "completion-wrong");
    const items = Object.entries(statistics.items);
    const text = pack("statistics", statistics);
    const subject = say("completion-share-subject", { course: course.title });
    const leaves = { subject, message: text, whole: `${subject}\n\n${text}\n`, file: nameFile(course.id, "statistics", statistics.sheet) };
    return html`
      <details class="completion-fold">
        <summary>${say("completion-items", { n: items.length })}</summary>
        <ul dir="ltr">${items.map(([id, one]) => html`<li><code>${id}</code> ${[went(one), ...(one.options ?? [])].join(" · ")}</li>`)}</ul>
      </details>
      ${codeView(text)}
      <p>${say("completion-share-apart")}</p>
      ${ways("statistics", leaves)}
    `;
  }

  return {
    view(name) {
      const one = seen ? packed() : undefined;
      return html`
        <section class="completion-hand">
          <h2>${say(name ? "completion-hand-open" : "completion-hand")}</h2>
          <p>${say(course.platform ? "completion-platform" : "completion-hand-why")}</p>
          ${name ?? nothing}
          <p class="message" role="alert">${asked && !packing() ? say("completion-not-loaded") : ""}</p>
          ${one ? preview(one) : html`<p><button type="button" class="button completion-offer" @click=${show}>${say("completion-show")}</button></p>`}
          ${telling("")}
        </section>
      `;
    },
    close,
    lacksName: () => asked && packing() !== undefined && !packed(),
  };
}
