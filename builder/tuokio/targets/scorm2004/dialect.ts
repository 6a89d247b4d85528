/** SCORM 2004, 4th edition: whether it is completed and whether it is passed are two things, scores are shares, and questions are told in words. */
import { listCorrect, result, write, type Dialect } from "../../lms/dialect.ts";
import { measure } from "../../lms/judge.ts";
import { readStem } from "../../player/stem.ts";
import { toInteractionId } from "../../lms/interaction12.ts";

const DECIMALS = 4;

export const scorm2004: Dialect = {
  api: "API_1484_11",
  prefix: "",
  finish: "Terminate",
  isOver: (error) => error > 101 && error < 200,
  learner: "cmi.learner_id",
  mode: "cmi.mode",
  location: "cmi.location",
  time: "cmi.session_time",
  exit: "cmi.exit",
  most: 30000, // of 64,000: what is sent when the page is left must fit 64 KiB with all else
  leave: { "adl.nav.request": "suspendAll" },
  hear(get) {
    const success = get("cmi.success_status");
    const scaled = get("cmi.score.scaled");
    const passed = success === "passed" || (success === "failed" ? false : undefined);
    return { completed: get("cmi.completion_status") === "completed", passed, score: scaled ? Math.max(0, Number(scaled)) : undefined, progress: Number(get("cmi.progress_measure")) || 0 };
  },
  show: () => ({}),
  measure,
  tell: ({ completed, passed, score, progress = 0 }) => ({
    ...(score !== undefined && { "cmi.score.min": "0", "cmi.score.max": "100", "cmi.score.raw": write(score * 100, 2), "cmi.score.scaled": write(score, DECIMALS) }),
    "cmi.progress_measure": write(progress, DECIMALS),
    "cmi.completion_status": completed ? "completed" : "incomplete",
    "cmi.success_status": passed ? "passed" : passed === false ? "failed" : undefined,
  }),
  span: (milliseconds) => `PT${Math.floor(milliseconds / 1000)}S`,
  report({ event, interaction: { type, response, correct }, data, html, language }) {
    const text = readStem(html, event.of).replace(/\s+/g, " ").slice(0, 240).replace(/[\ud800-\udbff]$/, "").replace(/^\{/, "(");
    return {
      id: toInteractionId(event.of, event.round ?? undefined, event.attempt),
      type,
      "objectives.0.id": data.objective,
      timestamp: `${event.at.slice(0, 19)}.0Z`, // hosts refuse three decimals, and a zone without any
      ...listCorrect(correct),
      weighting: write(data.points, DECIMALS),
      learner_response: response,
      result: result(event.score, "incorrect"),
      description: text ? `{lang=${language.slice(0, 2)}}${text}` : undefined,
    };
  },
};
