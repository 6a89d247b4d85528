/** Who learns on this device: one's nickname and task, others beside one, a PIN, and the way to be removed. */
import type { Desk, Resource, Showing, Threshold } from "../../player/resource.ts";
import { toResource } from "../../player/route.ts";
import { LEARNERS, type Cabinet, type Store } from "../../record/store.ts";
import { LONGEST, pick } from "./picker.ts";
import { cover, isPin } from "./pin.ts";
import { accompany, keepPlace, known, wasReloaded, type Presence } from "./presence.ts";
import { asks, FIRST, isTaken, Roster, tidy, type Here, type Learner } from "./roster.ts";

const NAME = "learners";
const BACKUP = "backup"; // the resource that saves a copy

/** What was said last, and beside which form. */
interface Told {
  at: "name" | "other" | "pin" | "";
  text: string;
  /** Whether it refuses what is in the field there. */
  fault?: boolean;
}

/** Who is here, once that is known. Whoever is alone has no roster. */
let roster: Roster | undefined;
let presence: Presence | undefined;
let me = FIRST;
let listed: Learner[] = []; // when they came, so that nothing of the page moves under a thumb

const isShareable = (cabinet: Cabinet): cabinet is Required<Cabinet> => cabinet.open !== undefined;

async function enter(_: unknown, threshold: Threshold): Promise<Store> {
  const { cabinet, say, now, course } = threshold;
  roster = await Roster.open(cabinet as Required<Cabinet>, now);
  const reloaded = wasReloaded();
  const follow = (learners: Learner[], here: Here) => known(learners, here, roster!.sinceTouch(here), reloaded);
  let trouble = "";
  for (;;) {
    const { learners, here } = await roster.read();
    if (!learners.length) {
      // All were removed, and a crash left the list.
      await cabinet.drop!(LEARNERS);
      location.reload();
      return new Promise(() => undefined);
    }
    me = (!trouble && follow(learners, here)) || (await pick(roster, threshold, follow, trouble));
    try {
      const store = await roster.enter(me);
      ({ learners: listed } = await roster.read());
      keepPlace(me);
      presence = accompany(store, roster, me, { text: say("learners-switch"), language: course.language }, now);
      return store;
    } catch (error) {
      trouble = say((error as Error).name === "AbortError" ? "learners-gone" : "learners-failed");
    }
  }
}

function open(_: unknown, desk: Desk): Showing {
  const { html, nothing, render } = tuokio.lit;
  const { say, log, course, cabinet, now } = desk;
  const root = document.createElement("div");
  let learners = listed;
  let told: Told = { at: "", text: "" };
  let sure = false; // it is asked whether to remove this learner
  const mine = () => learners.find(({ id }) => id === me);

  const heading = () => root.querySelector<HTMLElement>("h1")!;
  const value = (id: string) => root.querySelector<HTMLInputElement>(`#${id}`)!;

  async function load(): Promise<void> {
    if (roster) ({ learners } = await roster.read());
    draw();
  }

  function tell(at: Told["at"], text: string, focus?: HTMLElement): void {
    told = { at, text };
    draw();
    focus?.focus();
  }

  /** Refuse what is in a field. */
  function refuse(at: Told["at"], text: string, field: HTMLInputElement): void {
    told = { at, text, fault: true };
    draw();
    field.focus();
  }

  /** Do something with the list, and say beside its form how it went. */
  async function change(at: Told["at"], does: () => Promise<unknown>, text: string): Promise<void> {
    try {
      await does();
      if (roster) ({ learners } = await roster.read());
      await presence?.check();
      tell(at, text);
    } catch {
      tell(at, say("learners-failed"));
    }
  }

  const faultOf = (name: string, except = "") => (!name ? say("learners-name-missing") : isTaken(learners, name, except) ? say("learners-name-taken") : "");

  /** With a nickname the list begins: other tabs hear of it by the record, and ask who learns from then on. */
  async function begin(name: string): Promise<void> {
    cabinet.sole = undefined; // this tab knows who is here: it need not be loaded anew to find out
    roster = await Roster.open(cabinet as Required<Cabinet>, now, true);
    await roster.add(name, FIRST);
    await roster.change(FIRST, { seen: now().getTime() });
    await roster.touch(FIRST);
    await log.store.append([]);
    presence = accompany(log.store, roster, me, { text: say("learners-switch"), language: course.language }, now);
  }

  function rename(event: SubmitEvent): void {
    event.preventDefault();
    const name = tidy(value("learners-name").value);
    const fault = faultOf(name, me);
    if (fault) return refuse("name", fault, value("learners-name"));
    void change("name", () => (roster ? roster.change(me, { name }) : begin(name)), say("learners-saved"));
  }

  function invite(event: SubmitEvent): void {
    event.preventDefault();
    const input = value("learners-other");
    const name = tidy(input.value);
    const fault = faultOf(name);
    if (fault) return refuse("other", fault, input);
    input.value = "";
    void change("other", () => roster!.add(name), say("learners-added", { name }));
  }

  function curtain(event: SubmitEvent): void {
    event.preventDefault();
    const input = value("learners-pin");
    if (!isPin(input.value.trim())) return refuse("pin", say("learners-pin-four"), input);
    const pin = cover(me, input.value.trim());
    input.value = "";
    void change("pin", () => roster!.change(me, { pin }), say("learners-pin-set"));
  }

  /** The button goes with the PIN, so the focus goes to the field. */
  async function uncover(): Promise<void> {
    await change("pin", () => roster!.change(me, { pin: "" }), say("learners-pin-off"));
    value("learners-pin").focus();
  }

  function ask(asking: boolean): void {
    sure = asking;
    tell("", "");
    // On what keeps it: a second tap in the same place removes nothing.
    (root.querySelector<HTMLElement>(sure ? ".learners-stay" : ".learners-remove") ?? heading()).focus();
  }

  async function remove(): Promise<void> {
    presence?.rest(true);
    try {
      await (roster ? roster.remove(me) : cabinet.drop!(""));
      history.replaceState(null, "", "#/");
      location.reload();
    } catch {
      sure = false;
      presence?.rest(false);
      tell("", say("learners-failed"), heading());
    }
  }

  /** What is said of a form, between its field and its button. */
  const telling = (at: Told["at"]) => html`<p class="learners-told" id=${`learners-told-${at}`} role="status">${told.at === at ? told.text : ""}</p>`;

  const isInvalid = (at: Told["at"]) => (told.fault && told.at === at ? "true" : nothing);

  const switching = () => html`
    <p>${say("learners-now")} <strong><bdi>${mine()?.name}</bdi></strong></p>
    <p><button type="button" class="button" @click=${() => presence!.leave()}>${say("learners-switch")}</button></p>
  `;

  const naming = () => html`
    <form class="learners-form" @submit=${rename}>
      <h2><label for="learners-name">${say("learners-name")}</label></h2>
      <p class="soft" id="learners-hint">${say("learners-hint")}</p>
      <input class="field" id="learners-name" maxlength=${LONGEST} autocomplete="off" aria-describedby="learners-hint learners-told-name" aria-invalid=${isInvalid("name")} .value=${mine()?.name ?? ""} />
      ${telling("name")}
      <button class="button">${say("learners-save")}</button>
    </form>
  `;

  const sharing = (others: number) => html`
    <section>
      <h2>${say("learners-others")}</h2>
      <p>${say("learners-others-text")}</p>
      ${others > 0 ? html`<p>${say("learners-others-n", { n: others })}</p>` : nothing}
      ${mine()
        ? html`<form class="learners-form" @submit=${invite}>
            <label for="learners-other">${say("learners-other")}</label>
            <input class="field" id="learners-other" maxlength=${LONGEST} autocomplete="off" aria-describedby="learners-told-other" aria-invalid=${isInvalid("other")} />
            ${telling("other")}
            <button class="button">${say("learners-add")}</button>
          </form>`
        : html`<p>${say("learners-name-first")}</p>`}
    </section>
  `;

  const curtaining = () => html`
    <section>
      <h2>${say("learners-pin")}</h2>
      <p>${say("learners-pin-text")}</p>
      <p><strong>${say("learners-pin-warning")}</strong></p>
      <form class="learners-form" @submit=${curtain}>
        <label for="learners-pin">${say(mine()!.pin ? "learners-pin-new" : "learners-pin-four")}</label>
        <input class="field learners-pin" id="learners-pin" inputmode="numeric" maxlength="4" autocomplete="off" aria-describedby="learners-told-pin" aria-invalid=${isInvalid("pin")} />
        ${telling("pin")}
        <p class="onward-foot">
          <button class="button">${say("learners-pin-use")}</button>
          ${mine()!.pin ? html`<button type="button" class="quiet" @click=${uncover}>${say("learners-pin-none")}</button>` : nothing}
        </p>
      </form>
    </section>
  `;

  const removing = () => html`
    <section>
      <h2>${say("learners-remove")}</h2>
      ${sure
        ? html`<div class="learners-sure" role="group" aria-label=${say("learners-remove")}>
            <p>${say("learners-remove-sure")}</p>
            ${BACKUP in course.resources ? html`<p><a href=${toResource(BACKUP)}>${say("learners-copy-first")}</a></p>` : nothing}
            <p class="onward-foot"><button type="button" class="quiet learners-stay" @click=${() => ask(false)}>${say("learners-stay")}</button> <button type="button" class="learners-remove" @click=${remove}>${say("learners-remove-yes")}</button></p>
          </div>`
        : html`<p>${say("learners-remove-text")}</p>
            <p><button type="button" class="learners-remove" @click=${() => ask(true)}>${say("learners-remove")}</button></p>`}
    </section>
  `;

  function draw(): void {
    render(
      html`
        <h1 tabindex="-1">${course.resources[NAME]![0]}</h1>
        ${telling("")}
        ${isShareable(cabinet) && asks(learners) ? switching() : nothing}
        ${isShareable(cabinet) ? html`${naming()}${sharing(learners.length - 1)}${mine() ? curtaining() : nothing}${removing()}` : html`<p>${say("learners-alone")}</p>`}
      `,
      root,
    );
  }

  return {
    root,
    title: () => course.resources[NAME]![0],
    show() {
      [told, sure] = [{ at: "", text: "" }, false];
      draw();
      void load().catch(() => undefined);
    },
  };
}

export default { open, enter } satisfies Resource<unknown>;
