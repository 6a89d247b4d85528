/** The table: who is done, who is not, who must take what again. */
import { html, nothing, svg, type TemplateResult } from "lit-html";
import { sayDay } from "../blocks/days.ts";
import { spell } from "../record/parcel.ts";
import type { Desk } from "./desk.ts";
import { fold } from "./names.ts";
import { type Row, type State, STATES } from "./roster.ts";

const ORDERS = ["state", "name", "day"] as const;
const CHECK = /^[0-9A-HJKMNP-TV-Z]{8}$/;
const SIGNS: Record<State, string> = {
  done: "M3.5 8.5l3 3 6-7",
  older: "M3.5 8.5l3 3 6-7",
  again: "M11.4 8a3.4 3.4 0 1 1-1-2.4M10.6 3.4v2.4H8.2",
  unfinished: "M8 4v4.2l2.8 1.8",
  nothing: "M4.5 8h7",
};
/** What is asked of the table. */
const asked: { state: State | ""; text: string; order: (typeof ORDERS)[number] } = { state: "", text: "", order: "state" };

/** The rows in the order and of the kind that were asked for. */
export function pick({ rows, language }: Desk): Row[] {
  const collator = new Intl.Collator(language);
  const wanted = fold(asked.text);
  const check = readCheck(asked.text);
  const found = rows.filter(({ state, name, called, checks }) => (!asked.state || state === asked.state) && (!wanted || checks.includes(check) || [name, called].some((one) => fold(one).includes(wanted))));
  const byName = (one: Row, other: Row) => collator.compare(one.name, other.name);
  const orders = {
    state: (one: Row, other: Row) => STATES.indexOf(one.state) - STATES.indexOf(other.state) || byName(one, other),
    name: byName,
    day: (one: Row, other: Row) => (one.day < other.day ? 1 : one.day > other.day ? -1 : byName(one, other)),
  };
  return found.sort(orders[asked.order]);
}

/** Show all again. */
export function forget(): void {
  Object.assign(asked, { state: "", text: "", order: "state" });
}

/** A check code as it may have been read off paper; empty if it is none. */
function readCheck(text: string): string {
  const check = text.toUpperCase().replace(/[\s–-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  return CHECK.test(check) ? check : "";
}

export function showPeople(desk: Desk): TemplateResult {
  const { rows, say } = desk;
  if (!rows.length) return html`<section class="people"><h2>${say("manager-table")}</h2><p class="soft">${say("manager-empty")}</p></section>`;
  const shown = pick(desk);
  return html`<section class="people" aria-labelledby="table">
    <h2 id="table" tabindex="-1">${say("manager-table")}</h2>
    <p class="tally">${showTally(desk)}</p>
    ${showTools(desk, shown)}
    <div class="table">
      <table role="table" class="roll" aria-labelledby="table">
        <thead role="rowgroup">
          <tr role="row">${["name", "state", "modules", "check"].map((column) => html`<th role="columnheader" scope="col">${say(`manager-column-${column}`)}</th>`)}</tr>
        </thead>
        <tbody role="rowgroup">
          ${shown.map((row) => showRow(row, desk))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function showTally({ rows: all, say, due, today, language }: Desk): TemplateResult[] {
  const rows = all.filter(({ notes }) => !notes.includes("unlisted"));
  const count = (state: State) => rows.filter((row) => row.state === state).length;
  const rest = (["again", "older", "unfinished", "nothing"] as const).map((state) => [state, count(state)] as const).filter(([, n]) => n);
  const lines = [say("manager-count-done", { done: count("done"), n: rows.length }), ...rest.map(([state, n]) => say(`manager-count-${state}`, { n }))];
  if (rows.length < all.length) lines.push(say("manager-count-unlisted", { n: all.length - rows.length }));
  if (due) lines.push(due === today ? say("manager-due-today") : say(due > today ? "manager-due-ahead" : "manager-due-past", { day: sayDay(due, language) }));
  return lines.map((line, number) => (number ? html` ${line}` : html`<b>${line}</b>`));
}

function showTools(desk: Desk, shown: Row[]): TemplateResult {
  const { rows, say } = desk;
  const set = (part: Partial<typeof asked>) => {
    Object.assign(asked, part);
    desk.draw();
  };
  const present = STATES.filter((state) => rows.some((row) => row.state === state));
  const chip = (state: State | "", label: string, n: number) => html`<button type="button" class="chip" aria-pressed=${String(asked.state === state)} @click=${() => set({ state })}>${state ? sign(state) : nothing}${label} <span class="soft">${n}</span></button>`;
  const check = readCheck(asked.text);
  const owner = check && rows.find(({ checks }) => checks.includes(check));
  return html`<div class="tools unprinted">
      <div class="chips" role="group" aria-label=${say("manager-show")}>${chip("", say("manager-everyone"), rows.length)}${present.map((state) => chip(state, say(`manager-state-${state}`), rows.filter((row) => row.state === state).length))}</div>
      <div class="fields">
        <label class="asks">${say("manager-find-name")}<input type="search" id="find" aria-describedby="find-hint" autocomplete="off" spellcheck="false" @input=${({ target }: Event) => set({ text: (target as HTMLInputElement).value })} .value=${asked.text} /></label>
        <label class="asks">${say("manager-sort")}<select id="sort" @change=${({ target }: Event) => set({ order: (target as HTMLSelectElement).value as (typeof ORDERS)[number] })}>${ORDERS.map((order) => html`<option value=${order} ?selected=${order === asked.order}>${say(`manager-sort-${order}`)}</option>`)}</select></label>
      </div>
      <p class="soft" id="find-hint">${say("manager-find-hint")}</p>
    </div>
    <p role="status" class="found">${owner ? say("manager-found-check", { check: spell(check), name: owner.name }) : !shown.length ? say("manager-found-none") : shown.length < rows.length ? say("manager-shown-of", { shown: shown.length, n: rows.length }) : ""}</p>`;
}

function showRow(row: Row, desk: Desk): TemplateResult {
  const { say, titles, language, course } = desk;
  const notes = row.notes.filter((note) => note !== "called").map((note) => say(`manager-note-${note}`));
  if (row.called) notes.unshift(`${say("manager-called", { name: row.called })}.`);
  if (row.state === "older") notes.unshift(say("manager-ask-older", { old: row.version, new: course.version }));
  return html`<tr role="row" class=${`is-${row.state}`}>
    <th role="rowheader" scope="row" tabindex="-1">${row.name}</th>
    <td role="cell">
      <span class="standing">${sign(row.state)} <span>${say(`manager-state-${row.state}`)}${row.day ? html`, <span class="day">${sayDay(row.day, language)}</span>` : nothing}${row.day && row.version ? html` <span class="soft">(${say("manager-done-in", { n: row.version })})</span>` : nothing}</span></span>
      ${row.again.length ? html`<p>${say("manager-again-which", { modules: row.again.map((module) => titles.get(module) ?? module).join(", ") })}</p>` : nothing}
      ${notes.length ? html`<p class="soft">${notes.join(" ")}</p>` : nothing}
      ${row.near.map((name) => html`<p class="near unprinted">${say("manager-near", { name })} <button type="button" class="quiet framed" @click=${() => join(desk, name, row.name)}>${say("manager-join")}<span class="unseen"> (${row.name})</span></button></p>`)}
    </td>
    <td role="cell" class="figure">${row.state === "nothing" ? html`<span class="soft">–</span>` : say("manager-progress", { done: row.passed, n: row.asked })}</td>
    <td role="cell"><code>${row.check && spell(row.check)}</code></td>
  </tr>`;
}

/** The button goes when two are one, so the focus goes to whoever they are; their row may be elsewhere by then, or not asked for. */
function join(desk: Desk, came: string, listed: string): void {
  desk.join(came, listed);
  const heads = [...document.querySelectorAll<HTMLElement>(".people th[scope='row']")];
  (heads.find(({ textContent }) => textContent === listed) ?? document.getElementById("table")!).focus();
}

/** A state as a picture, beside its words. */
const sign = (state: State) => html`<svg class="sign ${`sign-${state}`}" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><circle cx="8" cy="8" r="7.25" />${svg`<path d=${SIGNS[state]} />`}</svg>`;
