/** That a learner is done: the certificate, or what is still missing, and how to tell whoever asks. */
import { dayOf } from "../../blocks/days.ts";
import { printAlone } from "../../blocks/handing.ts";
import type { Packing } from "../../player/loader.ts";
import { ofCourse } from "../../player/progress.ts";
import { assign } from "../../player/standing/standing.ts";
import type { Desk, Resource, Showing } from "../../player/resource.ts";
import { toStep } from "../../player/route.ts";
import { certificateView } from "./certificate.ts";
import { compose } from "./compose.ts";
import { offer } from "./handover.ts";
import { fit, type Packed } from "./limits.ts";
import type { Counted } from "./statistics.ts";

export interface Completing {
  /** What makes completions, and its version. */
  tool: string;
  /** HTML of a line of each rule, by module. */
  rules: Record<string, string[]>;
  /** The questions whose first answers may be counted, where the course counts any. */
  counted?: Counted;
}

function open(data: Completing, desk: Desk): Showing {
  const { course, log, say, now } = desk;
  const { html, nothing, render } = tuokio.lit;
  const root = document.createElement("div");
  let packing: Packing | undefined;
  let name = log.state.name ?? "";
  let typed = false; // by this learner, here, and not kept yet

  const composed = () => compose(course, log.state, { name, today: dayOf(now()), tool: data.tool });
  let made = composed();
  let packed: Packed | undefined; // as it leaves; none without a name, or until what packs is here

  function pack(): Packed | undefined {
    const { completion, lacking } = made;
    const open = lacking.map(({ id }) => id).filter((id) => !completion.again?.includes(id));
    return packing && completion.name ? fit(completion, open, course, packing.pack) : undefined;
  }

  async function keepName(): Promise<void> {
    if (name.trim() !== (log.state.name ?? "")) await log.append({ kind: "preferred", of: "name", value: name.trim() });
    typed = false;
  }

  const handing = offer(desk, data.counted, { root, packed: () => packed, packing: () => packing, draw, askName });

  function askName(): void {
    root.querySelector<HTMLInputElement>(".completion-name")!.focus();
  }

  const nameField = () => html`
    <div class="completion-who">
      <label for="completion-name">${say("completion-your-name")}</label>
      <input class="field completion-name" id="completion-name" name="name" autocomplete="name" maxlength="80" dir="auto" aria-invalid=${handing.lacksName() ? "true" : nothing} aria-describedby="completion-fault" .value=${name} @input=${type} @change=${keepName} />
      <p class="message" id="completion-fault" role="alert">${handing.lacksName() ? say("completion-name-first") : ""}</p>
    </div>
  `;

  function type({ target }: InputEvent): void {
    [name, typed] = [(target as HTMLInputElement).value, true];
    draw();
  }

  function certificate() {
    const { completion } = made;
    const code = packing && packed ? packing.spell(packed.text.slice(-8)) : "";
    const named = html`${nameField()}<p class="certificate-name" dir="auto" data-long=${completion.name.length > 30}>${completion.name}</p>`;
    return html`
      ${certificateView({ completion, course, rules: data.rules, code, name: named, say })}
      <p class="completion-ways"><button type="button" class="button" @click=${print}>${say("completion-print")}</button></p>
    `;
  }

  async function print(): Promise<void> {
    await keepName();
    const sheet = document.createElement("div");
    sheet.className = "completion";
    sheet.append(root.querySelector(".certificate")!.cloneNode(true));
    printAlone(sheet);
  }

  function missing() {
    const { completion, lacking } = made;
    const percent = new Intl.NumberFormat(course.language, { style: "percent" });
    const own = assign(course, log.state);
    const share = percent.format(Math.floor(ofCourse(own, log.state).share * 100 + 1e-9) / 100); // 79,9 % must not read as a reached 80 %
    const list = lacking.length ? lacking : own.modules;
    return html`
      <h1 tabindex="-1">${say("completion-so-far")}</h1>
      <p class="lead">${course.title}</p>
      <p>${lacking.length ? say("completion-lacking", { n: lacking.length }) : say("course-short", { least: percent.format(course.mastery ?? 0), share })}</p>
      <ul class="links" role="list">
        ${list.map(({ id, title, language }) => html`<li><a href=${toStep(id, "")} lang=${language === course.language ? nothing : language}>${title}</a>${completion.again?.includes(id) ? html` <span class="soft">${say("completion-again")}</span>` : nothing}</li>`)}
      </ul>
    `;
  }

  function draw(): void {
    made = composed();
    packed = pack();
    render(made.completion.met ? html`${certificate()}${handing.view()}` : html`${missing()}${handing.view(nameField())}`, root);
  }

  return {
    root,
    title: () => say(made.completion.met ? "completion-certificate" : "completion-so-far"),
    show() {
      name = log.state.name ?? "";
      handing.close();
      draw();
      if (!packing) void desk.loadParcel().then((script) => ((packing = script), draw()), () => undefined);
    },
    refresh() {
      if (!typed) name = log.state.name ?? "";
      draw();
    },
  };
}

export default { open } satisfies Resource<Completing>;
