/** What has changed: the news of it on the home page, a page of all of it, and marks where it stands. */
import { sayDay } from "../../blocks/days.ts";
import { assign } from "../../player/standing/standing.ts";
import type { Desk, Outlook, Resource, Showing } from "../../player/resource.ts";
import { toResource, toStep } from "../../player/route.ts";
import { listDue, minutesOf, type Due, type Ledger, type LedgerEntry } from "./ledger.ts";
import { mark } from "./marks.ts";
import { listTerms, type Term } from "./validity.ts";

const { html, nothing, render } = tuokio.lit;

const NAME = "changes";
const SHOWN = 3; // changes on the home page; the page has all

const hrefOf = ({ module, step, of }: LedgerEntry) => toStep(module, step, of === step || of === module ? undefined : of.split(".")[0]);
const termsOf = ({ course, log, now }: Desk, ...stages: Term["stage"][]) => listTerms(assign(course, log.state), log.state, now().getTime()).filter(({ stage }) => stages.includes(stage));

function open(data: Ledger, desk: Desk): Showing {
  const { course, log, say } = desk;
  const root = document.createElement("div");
  const title = () => course.resources[NAME]![0] || say("changes-all");

  const row = (entry: LedgerEntry, minutes?: number) => html`
    <li>
      <p class="soft">${sayDay(entry.date, course.language)} · ${say(`kind-${entry.kind}`)}</p>
      <div dir="auto" lang=${entry.language || nothing} .innerHTML=${entry.html}></div>
      <p><a href=${hrefOf(entry)} dir="auto" lang=${entry.language || nothing}>${entry.title}</a>${minutes ? html`<span class="soft"> · ${say("minutes", { n: Math.ceil(minutes) })}</span>` : nothing}</p>
    </li>
  `;

  function draw(): void {
    const due = listDue(data, course, log.state);
    render(
      html`
        <h1 tabindex="-1">${title()}</h1>
        ${due.length
          ? html`<h2>${say("changes-yours")}</h2><p>${say("changes-minutes", { n: minutesOf(due) })}</p><ul class="ledger" role="list">${due.map((one) => row(one, one.minutes))}</ul>`
          : log.state.finishedAt.size && data.ledger.length
            ? html`<p>${say("changes-none")}</p>`
            : nothing}
        ${listEnding(desk)}
        ${data.ledger.length ? html`<h2>${say("changes-all")}</h2><p class="soft">${say("changes-kinds")}</p><ul class="ledger" role="list">${data.ledger.map((one) => row(one))}</ul>` : nothing}
      `,
      root,
    );
  }

  return { root, title, show: draw, refresh: draw };
}

const listOf = (terms: Term[], { course, say }: Desk) => html`
  <ul class="plan" role="list">
    ${terms.map(({ entry, until, stage }) => html`<li><a href=${toStep(entry.id, "")}><span dir="auto" lang=${entry.language === course.language ? nothing : entry.language}>${entry.title}</span><span class="soft">${say(stage === "lapsed" ? "changes-lapsed" : "valid-until", { date: sayDay(until, course.language) })}</span></a></li>`)}
  </ul>
`;

/** What has run out, and what will soon. */
function listEnding(desk: Desk) {
  return (["lapsed", "soon"] as const).flatMap((stage) => {
    const terms = termsOf(desk, stage);
    const name = stage === "lapsed" ? "changes-again" : "changes-soon";
    return terms.length ? [html`<section class="changes-news" aria-labelledby=${name}><h2 id=${name}>${desk.say(name, { n: terms.length })}</h2>${listOf(terms, desk)}</section>`] : [];
  });
}

/** What stands first on the home page. */
function news(due: Due[], desk: Desk) {
  if (!due.length) return nothing;
  const { course, log, say } = desk;
  const passed = log.state.completed?.at ?? Math.max(...due.map(({ module, step }) => log.state.finishedAt.get(`${module}/${step}`) ?? log.state.finishedAt.get(module) ?? NaN));
  const known = course.resources[NAME]![0];
  return html`
    <section class="changes-news" aria-labelledby="changes-news">
      <h2 id="changes-news">${say("changes-news", { n: due.length })}</h2>
      <p class="soft">${Number.isFinite(passed) ? say("changes-since", { date: sayDay(passed, course.language) }) : nothing} ${say("changes-minutes", { n: minutesOf(due) })}</p>
      <ul class="plan" role="list">${due.slice(0, SHOWN).map((one) => html`<li><a href=${hrefOf(one)}><span dir="auto" lang=${one.language || nothing}>${one.note}</span></a></li>`)}</ul>
      <p class="changes-ways"><a class="button" href=${toStep(due[0]!.module, due[0]!.step)}>${say("changes-start")}</a>${known ? html` <a class="quiet" href=${toResource(NAME)}>${known}</a>` : nothing}</p>
    </section>
  `;
}

/** What is told of modules on the home page instead of "done". */
function listRows(due: Due[], desk: Desk): Record<string, string> {
  const { course, log, say } = desk;
  const near = new Intl.DateTimeFormat(course.language === "en" ? "en-GB" : course.language, { day: "numeric", month: "numeric", year: "numeric" });
  const rows: Record<string, string> = {};
  for (const { id, minutes } of assign(course, log.state).others ?? []) rows[id] = [log.state.modules.has(id) ? say("done") : say("minutes", { n: minutes }), ...course.audience![id]!.flatMap((role) => course.roles?.[role] ?? [])].join(" · ");
  for (const { entry, until, stage } of termsOf(desk, "holds", "soon", "lapsed")) rows[entry.id] = stage === "lapsed" ? say("row-again") : say("valid-until", { date: near.format(until) });
  for (const { module } of due) if (log.state.finishedAt.has(module) && !log.state.modules.has(module)) rows[module] = say("row-changed", { n: minutesOf(due.filter((one) => one.module === module)) });
  return rows;
}

function outlook(data: Ledger, desk: Desk): Partial<Outlook> {
  // What is to be taken again as a whole has its changes in it.
  const lapsed = termsOf(desk, "lapsed").map(({ entry }) => entry.id);
  const due = listDue(data, desk.course, desk.log.state).filter(({ module }) => !lapsed.includes(module));
  return { changes: due, rows: listRows(due, desk), news: html`${news(due, desk)} ${listEnding(desk)}` };
}

export default { open, outlook, mark } satisfies Resource<Ledger>;
