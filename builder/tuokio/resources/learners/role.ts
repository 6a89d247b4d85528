/** What a learner's task is, where the course tells tasks apart: asked on the home page until it is answered, and changed in the resource. */
import type { Desk } from "../../player/resource.ts";

/** An element that asks for the role and keeps what is chosen. "" stands for none of them. */
export function askRole({ course, log, say }: Pick<Desk, "course" | "log" | "say">): HTMLElement {
  const { html, nothing, render } = tuokio.lit;
  const root = document.createElement("div");
  root.className = "learners-role";
  let told = "";

  async function choose({ target }: Event): Promise<void> {
    await log.append({ kind: "preferred", of: "role", value: (target as HTMLSelectElement).value });
    told = say("learners-role-kept");
    draw();
  }

  function draw(): void {
    const { role } = log.state;
    render(
      html`
        <p class="soft" id="learners-role-text">${say("learners-role-text")}</p>
        <select class="field" aria-label=${say("learners-role")} aria-describedby="learners-role-text" @change=${choose}>
          ${role === undefined ? html`<option value="" selected disabled>${say("learners-role-choose")}</option>` : nothing}
          ${Object.entries(course.roles ?? {}).map(([id, name]) => html`<option value=${id} ?selected=${id === role}>${name}</option>`)}
          <option value="" ?selected=${role === ""}>${say("learners-role-none")}</option>
        </select>
        <p class="soft" role="status">${told}</p>
      `,
      root,
    );
  }

  draw();
  return root;
}
