/** What a learner's task is, where the course tells tasks apart: asked on the home page until it is answered, and changed here. */
import type { Desk, Outlook, Resource, Showing } from "../../player/resource.ts";

/** An element that asks for the role and keeps what is chosen. "" stands for none of them. */
function ask({ course, log, say }: Pick<Desk, "course" | "log" | "say">): HTMLElement {
  const { html, nothing, render } = tuokio.lit;
  const root = document.createElement("div");
  root.className = "role-choice";
  let told = "";

  async function choose({ target }: Event): Promise<void> {
    await log.append({ kind: "preferred", of: "role", value: (target as HTMLSelectElement).value });
    told = say("role-kept");
    draw();
  }

  function draw(): void {
    const { role } = log.state;
    render(
      html`
        <p class="soft" id="role-text">${say("role-text")}</p>
        <select class="field" aria-label=${say("role-question")} aria-describedby="role-text" @change=${choose}>
          ${role === undefined ? html`<option value="" selected disabled>${say("role-choose")}</option>` : nothing}
          ${Object.entries(course.roles ?? {}).map(([id, name]) => html`<option value=${id} ?selected=${id === role}>${name}</option>`)}
          <option value="" ?selected=${role === ""}>${say("role-none")}</option>
        </select>
        <p class="soft" role="status">${told}</p>
      `,
      root,
    );
  }

  draw();
  return root;
}

function open(_: unknown, desk: Desk): Showing {
  const { html, render } = tuokio.lit;
  const root = document.createElement("div");
  const title = () => desk.course.resources["role"]![0];
  return { root, title, show: () => render(html`<h1 tabindex="-1">${title()}</h1>${ask(desk)}`, root) };
}

/** Asked once and quietly. */
function outlook(_: unknown, desk: Desk): Outlook {
  const { html } = tuokio.lit;
  const news = html`<section class="news" aria-labelledby="role"><h2 class="role-question" id="role">${desk.say("role-question")}</h2>${ask(desk)}</section>`;
  return { due: 0, visit: 0, minutes: 0, waiting: "", changes: [], news };
}

export default { open, outlook } satisfies Resource<unknown>;
