/** SCORM 1.2: one status for everything, scores of 0 to 100, and the short words of its interactions. */
import { listCorrect, result, write, type Dialect } from "../../lms/dialect.ts";
import { toInteractionId, toScorm12 } from "../../lms/interaction12.ts";

export const scorm12: Dialect = {
  api: "API",
  prefix: "LMS",
  finish: "Finish",
  isOver: (error) => error === 301,
  learner: "cmi.core.student_id",
  mode: "cmi.core.lesson_mode",
  location: "cmi.core.lesson_location",
  time: "cmi.core.session_time",
  exit: "cmi.core.exit",
  most: 4096,
  leave: {},
  hear(get) {
    const status = get("cmi.core.lesson_status");
    const raw = get("cmi.core.score.raw");
    const passed = status === "passed" || (status === "failed" ? false : undefined);
    return { completed: passed || status === "completed", passed, score: raw ? Number(raw) / 100 : undefined };
  },
  // A session without a status is completed in some platforms, so it is set each time.
  tell({ completed, passed, score }) {
    const scored = score !== undefined && { "cmi.core.score.min": "0", "cmi.core.score.max": "100", "cmi.core.score.raw": write(score * 100, 2) };
    return { ...scored, "cmi.core.lesson_status": passed ? "passed" : passed === false ? "failed" : completed ? "completed" : "incomplete" };
  },
  show: (get) => (["", "not attempted"].includes(get("cmi.core.lesson_status")) ? { "cmi.core.lesson_status": "browsed" } : {}),
  span(milliseconds) {
    const hours = Math.min(Math.floor(milliseconds / 36e5), 9999);
    return `${String(hours).padStart(4, "0")}:${new Date(milliseconds).toISOString().slice(14, 19)}`;
  },
  report({ event, interaction, data }) {
    const { type, response, correct } = toScorm12(interaction);
    return {
      id: toInteractionId(event.of, event.round ?? undefined, event.attempt),
      type,
      "objectives.0.id": data.objective,
      time: new Date(event.at).toTimeString().slice(0, 8),
      ...listCorrect(correct),
      weighting: write(Math.min(data.points, 100), 2),
      student_response: response,
      result: result(event.score, "wrong"),
    };
  },
};
