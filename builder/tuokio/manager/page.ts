/** The manager's page: what came by hand is read, put together and shown here. No request is made, and nothing is stored. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { sayDay } from "../blocks/days.ts";
import { chooseLanguage, languageSwitch, type Language } from "../player/language.ts";
import { readCourse } from "./course.ts";
import { Desk } from "./desk.ts";
import { showGoal } from "./goals.ts";
import { showIntake, takeFiles } from "./intake.ts";
import { showOutcome } from "./outcome.ts";
import { showPeople } from "./people.ts";
import { showQuestions } from "./questions.ts";
import { showTimeline } from "./timeline.ts";
import { showTroubles } from "./troubles.ts";

const course = readCourse();
const languages = Object.entries(course.editions).map(([code, { name }]): Language => [code, name, ""]);
const main = document.getElementById("main")!;
const desk = new Desk(course, chooseLanguage(Object.keys(course.editions), undefined, navigator.languages), () => new Date(), draw);

function draw(): void {
  const { edition, language, say } = desk;
  Object.assign(document.documentElement, { lang: language, dir: edition.direction });
  document.title = `${say("manager-title")} – ${edition.title}`;
  const switcher = document.getElementById("languages");
  if (switcher) render(languageSwitch(languages, language, (phrase) => say(`manager-${phrase}`), change), switcher);
  render(showPage(), main);
}

async function change(language: string): Promise<boolean> {
  desk.language = language;
  draw();
  return true;
}

function showPage(): TemplateResult {
  const { course, edition, language, say } = desk;
  return html`
    <header class="desk-head">
      <p class="eyebrow">${edition.title}${course.version ? html` · ${say("manager-version", { n: course.version })}` : html` · ${say("manager-unpublished")}`} · ${sayDay(desk.today, language)}</p>
      <h1>${say("manager-title")}</h1>
      <p class="lead unprinted">${say("manager-about")}</p>
      <p class="soft unprinted">${say("manager-stays")}</p>
    </header>
    ${showIntake(desk)} ${showPeople(desk)} ${showTroubles(desk)} ${showTimeline(desk)} ${showOutcome(desk)} ${showGoal(desk)} ${course.statistics ? showQuestions(desk) : nothing}
    <footer class="desk-foot unprinted"><a href=${edition.notice}>${say("manager-notice")}</a> <span class="soft">${say("manager-notice-about")}</span></footer>
  `;
}

// Files may be dropped anywhere, and none may be opened in the page's place.
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  const files = [...(event.dataTransfer?.files ?? [])];
  const text = event.dataTransfer?.getData("text/plain") ?? "";
  if (files.length || text) void takeFiles(desk, files, files.length ? "" : text);
});
addEventListener("beforeunload", (event) => {
  if (desk.unsaved) event.preventDefault();
});

main.replaceChildren(); // what it said before it had its script
draw();
