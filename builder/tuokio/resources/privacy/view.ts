/** What is kept of a learner: what and where, what leaves only by their own hand, who else may see it, how long it lasts. Only of what this course has. */
import type { Desk, Resource, Showing } from "../../player/resource.ts";
import { toResource } from "../../player/route.ts";

interface Facts {
  /** Whether learners write anything of their own. */
  writes: boolean;
  /** Whether anything asks to be answered. */
  asks: boolean;
}

const NAME = "privacy";
const [BACKUP, LEARNERS] = ["backup", "learners"]; // the resources that save a copy, and that remove a learner

function open({ writes, asks }: Facts, { say, log, course, cabinet }: Desk): Showing {
  const { platform } = course;
  const { html, nothing, render } = tuokio.lit;
  const root = document.createElement("div");
  const { store } = log;
  const list = (...items: (string | false | undefined | null)[]) => html`<ul class="privacy-list">${items.flatMap((item) => (item ? html`<li>${item}</li>` : []))}</ul>`;
  const link = (name: string, text: string) => (name in course.resources ? html`<p><a href=${toResource(name)}>${text}</a></p>` : nothing);

  function draw(): void {
    const { mail, statistics } = course.results ?? {};
    render(
      html`
        <h1 tabindex="-1">${course.resources[NAME]![0]}</h1>
        <p class="lead">${say(store.keeps === "never" ? (platform ? "privacy-platform-nothing" : "privacy-nothing") : platform ? "privacy-platform" : "privacy-short")}</p>
        <h2>${say("privacy-kept")}</h2>
        ${list(say("privacy-steps"), asks && say("privacy-answers"), writes && say("privacy-notes"), say("privacy-choices"))}
        <h2>${say("privacy-leaves")}</h2>
        ${platform ? list(say("privacy-platform-gets"), asks && say("privacy-platform-answers"), (writes || asks) && say("privacy-platform-never")) : nothing}
        <p>${say(platform ? "privacy-platform-else" : "privacy-by-hand")}</p>
        ${list(BACKUP in course.resources && say("privacy-copy"), say("privacy-completion"), mail && say("privacy-mail", { mail }), statistics && say("privacy-statistics"), writes && say("privacy-notes-stay"))}
        <h2>${say("privacy-seen")}</h2>
        ${platform ? html`<p>${say("privacy-platform-seen")}</p>` : nothing}
        <p>${say(platform ? "privacy-platform-account" : "privacy-account")}</p>
        <h2>${say("privacy-lost")}</h2>
        ${list(say("privacy-cleared"), say("privacy-private"), say("privacy-safari"), say("privacy-moved"))}
        ${link(BACKUP, say("privacy-to-copy"))}
        <h2>${say("privacy-remove")}</h2>
        <p>${say(platform ? "privacy-platform-remove" : "privacy-remove-text")}</p>
        ${cabinet.drop ? link(LEARNERS, say("privacy-to-remove")) : nothing}
      `,
      root,
    );
  }

  return { root, title: () => course.resources[NAME]![0], show: draw, refresh: draw };
}

export default { open } satisfies Resource<Facts>;
