/** What an exam looks like: its terms, a question, the review before sending, the result. */
import type { TemplateResult } from "lit-html";
import type { ExamData } from "../outline.ts";
import type { Say } from "../say.ts";
import type { Asked, ByObjective } from "./result.ts";

const { html, nothing } = tuokio.lit;

const MORE = 10; // minutes at a time

/** Places of an exam that are no questions: ids of those begin with a letter or digit. */
export const REVIEW = "-review";
export const RESULT = "-result";
export const PRACTICE = "-practice";

/** The id that a route leads to, and the focus with it. */
const idOf = (route: string) => route.slice(1);

/** What every view of an exam needs to know. */
export interface Desk {
  exam: ExamData;
  say: Say;
  language: string;
  to(place?: string): string;
  /** Attempts left; Infinity if there is no end to them. */
  left: number;
  /** The best score so far, 0…1. */
  best: number;
  rounds: number;
}

// Rounded down: 79,9 % must not read as a reached 80 %.
const percent = (language: string, share: number) => new Intl.NumberFormat(language, { style: "percent" }).format(Math.floor(share * 100 + 1e-9) / 100);

/** The terms: how many questions, what passes, how often, how long, and when one is told what. */
export function drawLobby({ exam, say, language, left, best, rounds }: Desk, questions: number): TemplateResult {
  return html`
    <h3 class="exam-head" tabindex="-1">${say("exam-terms")}</h3>
    <ul class="terms">
      <li>${say("exam-questions", { n: questions })}</li>
      ${exam.mastery ? html`<li>${say("exam-mastery", { least: percent(language, exam.mastery) })}</li>` : nothing}
      ${exam.attempts ? html`<li>${left > 0 ? say("exam-attempts-left", { n: left }) : say("exam-no-attempts")}</li>` : nothing}
      ${rounds && best ? html`<li>${say("exam-best", { share: percent(language, best) })}</li>` : nothing}
      <li>${say(`exam-feedback-${exam.feedback}`)}</li>
      <li>${say("exam-safe")}</li>
    </ul>
    ${left > 0 && exam.minutes
      ? html`<fieldset class="exam-minutes">
          <legend>${say("exam-time")}</legend>
          ${[exam.minutes, exam.minutes * 2, 0].map(
            (minutes, number) => html`<label><input type="radio" name="minutes" value=${minutes} ?checked=${number === 0} /><span>${minutes ? say("minutes", { n: minutes }) : say("exam-no-limit")}</span></label>`,
          )}
        </fieldset>`
      : nothing}
  `;
}

/** The time left, with a way to more of it at any moment; never a hurry that cannot be switched off. */
export function drawTime({ say }: Desk, minutes: number, extend: (minutes: number) => void): TemplateResult | typeof nothing {
  if (minutes === Infinity) return nothing;
  return html`
    <div class="exam-time">
      <p aria-hidden="true">${minutes > 0 ? say("exam-time-left", { n: minutes }) : say("exam-time-up")}</p>
      <p class="exam-clock unseen" role="status"></p>
      <details ?open=${minutes <= 0}>
        <summary>${say("exam-more-time")}</summary>
        <p class="actions">
          <button type="button" class="quiet" @click=${() => extend(MORE)}>${say("exam-more", { n: MORE })}</button>
          <button type="button" class="quiet" @click=${() => extend(Infinity)}>${say("exam-no-limit")}</button>
        </p>
      </details>
    </div>
  `;
}

/** One question at a time. */
export function drawQuestion({ say }: Desk, number: number, of: number, question: HTMLElement, time: TemplateResult | typeof nothing): TemplateResult {
  return html`
    <p class="eyebrow">${say("exam-question", { at: number + 1, n: of })}</p>
    ${time} ${question}
  `;
}

/** All answers at a glance, each of which can still be changed: nothing is sent until the learner sends it. */
export function drawReview({ say, to }: Desk, asked: (Asked & { stem: string })[], time: TemplateResult | typeof nothing): TemplateResult {
  const open = asked.filter(({ answered }) => !answered).length;
  return html`
    <h3 class="exam-head" id=${idOf(to(REVIEW))} tabindex="-1">${say("exam-review-title")}</h3>
    ${time}
    <p>${open ? say("exam-unanswered", { n: open }) : say("exam-all-answered")}</p>
    <ol class="review">
      ${asked.map(
        ({ item, answered, stem }) => html`<li class=${answered ? "done" : ""}>
          <a href=${to(item.id)}>${stem || say("unnamed-question")}</a>
          <span class="soft">${say(answered ? "exam-answered" : "exam-not-answered")}</span>
        </li>`,
      )}
    </ol>
  `;
}

/** What came of it: the share, each objective, what to look at again; and every question with its feedback, where the exam tells it. */
export function drawResult({ exam, say, language, left, to }: Desk, result: { score: number; passed: boolean }, objectives: ByObjective[], told: HTMLElement[], practice: HTMLElement | undefined): TemplateResult {
  const { score, passed } = result;
  const weak = objectives.filter((one) => one.weak && one.objective);
  const outcome = exam.mastery ? say(passed ? "exam-passed-text" : "exam-failed-text", { share: percent(language, score), least: percent(language, exam.mastery) }) : say("exam-share", { share: percent(language, score) });
  return html`
    <span class=${passed ? "seal done" : "seal"} aria-hidden="true">${passed ? nothing : percent(language, score)}</span>
    <h3 class="exam-head" id=${idOf(to(RESULT))} tabindex="-1">${say(passed ? "exam-passed" : "exam-failed")}</h3>
    <p>${outcome}</p>
    ${passed ? nothing : html`<p>${left === Infinity ? say("exam-again-text") : left > 0 ? say("exam-attempts-left", { n: left }) : say("exam-no-attempts")}</p>`}
    ${objectives.length > 1 || weak.length
      ? html`<h3>${say("exam-by-objective")}</h3>
          <ul class="by-objective" role="list">
            ${objectives.map(
              ({ objective, share, weak }) => html`<li>
                <span .innerHTML=${exam.objectives[objective] ?? say("exam-other")}></span>
                <span class="soft">${percent(language, share)}${weak && exam.homes[objective] ? html` · <a href=${`#/${exam.homes[objective]}/`}>${say("exam-read-again")}</a>` : nothing}</span>
                <progress max="1" value=${share} aria-hidden="true"></progress>
              </li>`,
            )}
          </ul>`
      : nothing}
    ${practice
      ? html`<h3 id=${idOf(to(PRACTICE))} tabindex="-1">${say("exam-practice")}</h3>${practice}`
      : weak.length
        ? html`<p><a class="quiet" href=${to(PRACTICE)}>${say("exam-practice")}</a></p>`
        : nothing}
    ${told.length && !practice ? html`<h3>${say("exam-told")}</h3>${told}` : nothing}
  `;
}
