/** “Who is learning?”: everyone's nickname on a button, and a way in for who is new. Shown before anything of anyone is opened. */
import { sayDay } from "../../blocks/days.ts";
import type { Threshold } from "../../player/resource.ts";
import { cover } from "./pin.ts";
import { isTaken, tidy, type Here, type Learner, type Roster } from "./roster.ts";

const { html, nothing, render } = tuokio.lit;
export const LONGEST = 40; // signs of a nickname

type State = { view: "all" | "new" } | { view: "pin" | "forgotten"; learner: Learner };

/**
 * Ask who learns. Resolves to their id; of who is new once they are listed. `trouble` is said first, if anything went wrong.
 * `follow` tells from who is here by now, in another tab, whether that is the answer.
 */
export async function pick(roster: Roster, { course, say }: Pick<Threshold, "course" | "say">, follow: (learners: Learner[], here: Here) => string, trouble = ""): Promise<string> {
  let { learners } = await roster.read();
  let state: State = { view: "all" };
  let told = trouble;
  const root = document.createElement("div");
  root.className = "column resource learners";
  document.documentElement.lang = course.language;
  document.documentElement.dir = course.direction;
  document.title = `${say("learners-ask")} – ${course.title}`;
  document.getElementById("main")!.replaceChildren(root);
  const skip = document.querySelector<HTMLElement>(".skip")!; // there is nothing to skip, and its address would become a route
  skip.hidden = true;

  return new Promise((choose) => {
    let done = false;
    const finish = (id: string) => {
      done = true;
      skip.hidden = false;
      lead(root);
      choose(id);
    };

    function show(next: State, message = ""): void {
      [state, told] = [next, message];
      draw();
      root.querySelector<HTMLElement>(message || next.view === "all" || next.view === "forgotten" ? "[autofocus], h1" : "input")!.focus();
    }

    async function refresh(): Promise<void> {
      if (done) return;
      const now = await roster.read();
      ({ learners } = now);
      const there = state.view === "all" && follow(learners, now.here);
      if (done) return;
      if (there) return finish(there);
      // Who was removed in another tab is asked for no PIN.
      if ("learner" in state && !learners.some(({ id }) => id === (state as { learner: Learner }).learner.id)) show({ view: "all" });
      else draw();
    }

    async function join(event: SubmitEvent): Promise<void> {
      event.preventDefault();
      const input = root.querySelector<HTMLInputElement>("input")!;
      const name = tidy(input.value);
      const fault = !name ? say("learners-name-missing") : isTaken((await roster.read()).learners, name) ? say("learners-name-taken") : "";
      if (fault) return refuse(input, fault);
      await roster.add(name).then(finish, () => show({ view: "all" }, say("learners-failed")));
    }

    function unlock(event: SubmitEvent, { id, pin }: Learner): void {
      event.preventDefault();
      const input = root.querySelector<HTMLInputElement>("input")!;
      if (cover(id, input.value.trim()) === pin) return finish(id);
      input.value = "";
      refuse(input, say("learners-pin-wrong"));
    }

    function refuse(input: HTMLInputElement, fault: string): void {
      told = fault;
      draw();
      input.focus();
    }

    async function remove({ id }: Learner): Promise<void> {
      const gone = await roster.remove(id).then(() => true, () => false);
      ({ learners } = await roster.read().catch(() => ({ learners: [] })));
      if (gone && !learners.length) return location.reload();
      show({ view: "all" }, say(gone ? "learners-removed" : "learners-failed"));
    }

    const open = (learner: Learner) => (learner.pin ? show({ view: "pin", learner }) : finish(learner.id));

    const one = (learner: Learner) => html`
      <li><button type="button" class="learners-one" @click=${() => open(learner)}>
        <bdi>${learner.name}</bdi>${learner.seen ? html` <span class="soft">${say("learners-seen", { date: sayDay(learner.seen, course.language) })}</span>` : nothing}
      </button></li>
    `;

    const all = () => html`
      <h1 tabindex="-1">${say("learners-ask")}</h1>
      <p class="lead" dir="auto">${course.title}</p>
      <ul class="learners-all" role="list">
        ${learners.map(one)}
        <li><button type="button" class="learners-one learners-new" @click=${() => show({ view: "new" })}>${say("learners-new")}</button></li>
      </ul>
    `;

    const telling = () => html`<p class="learners-told" id="learners-told" role="status">${told}</p>`;

    const back = () => html`<button type="button" class="quiet" @click=${() => show({ view: "all" })}>${say("learners-back")}</button>`;

    const newcomer = () => html`
      <h1 tabindex="-1">${say("learners-welcome")}</h1>
      <form class="learners-form" @submit=${join}>
        <label for="learners-name">${say("learners-name")}</label>
        <p class="soft" id="learners-hint">${say("learners-hint")}</p>
        <input class="field" id="learners-name" maxlength=${LONGEST} autocomplete="off" enterkeyhint="go" aria-describedby="learners-hint learners-told" aria-invalid=${told ? "true" : nothing} />
        ${telling()}
        <p class="onward-foot"><button class="button">${say("start")}</button> ${back()}</p>
      </form>
    `;

    const locked = (learner: Learner) => html`
      <h1 tabindex="-1"><bdi>${learner.name}</bdi></h1>
      <form class="learners-form" @submit=${(event: SubmitEvent) => unlock(event, learner)}>
        <label for="learners-pin">${say("learners-pin")}</label>
        <input class="field learners-pin" id="learners-pin" inputmode="numeric" maxlength="4" autocomplete="off" enterkeyhint="go" aria-describedby="learners-told" aria-invalid=${told ? "true" : nothing} />
        ${telling()}
        <p class="onward-foot"><button class="button">${say("continue")}</button> ${back()}</p>
      </form>
      <p><button type="button" class="quiet" @click=${() => show({ view: "forgotten", learner })}>${say("learners-pin-forgotten")}</button></p>
    `;

    const forgotten = (learner: Learner) => html`
      <h1 tabindex="-1"><bdi>${learner.name}</bdi>: ${say("learners-pin-forgotten")}</h1>
      <p>${say("learners-pin-lost")}</p>
      <p class="onward-foot">${back()} <button type="button" class="learners-remove" @click=${() => remove(learner)}>${say("learners-remove-other")}</button></p>
    `;

    function draw(): void {
      const { view } = state;
      // A fault is told beside its field.
      render(view === "pin" ? locked(state.learner) : view === "new" ? newcomer() : html`${view === "forgotten" ? forgotten(state.learner) : all()}${telling()}`, root);
    }

    roster.list.watch(() => void refresh().catch(() => undefined));
    draw();
  });
}

/** Who has said who they are is led on: the button they pressed is gone, so the focus goes to the heading of what comes, unless it was put elsewhere. */
function lead(from: HTMLElement): void {
  const main = document.getElementById("main")!;
  new MutationObserver((_, observer) => {
    const heading = from.isConnected ? null : (main.querySelector<HTMLElement>(".prose > h2:first-child") ?? main.querySelector<HTMLElement>("h1"));
    if (!heading) return;
    observer.disconnect();
    if (!main.contains(document.activeElement) || document.activeElement === main) heading.focus({ preventScroll: true });
  }).observe(main, { childList: true, subtree: true });
}
