/** What a learner hands over to say that they are done: the least that says it. Pure: the same record gives the same completion. */
import { dayOf } from "../../blocks/days.ts";
import type { Course, Entry } from "../../player/outline.ts";
import { ofCourse, ofModule } from "../../player/progress.ts";
import { assign, validUntil } from "../../player/standing/standing.ts";
import type { Completion } from "../../record/completion.d.ts";
import type { State } from "../../record/fold.ts";

/** What stands beside the record: who hands it over, on which day (`2026-11-22`), and what makes it. */
export interface Making {
  name: string;
  today: string;
  tool: string;
}

/** A completion and the modules that it lacks. */
export interface Composed {
  completion: Completion;
  /** Asked for and not passed, among them what is to be taken again. */
  lacking: Entry[];
}

export function compose(course: Course, state: State, { name, today, tool }: Making): Composed {
  const own = assign(course, state);
  const asked = own.modules;
  const done = asked.filter((entry) => ofModule(entry, state).done);
  const lacking = asked.filter((entry) => !done.includes(entry));
  const met = ofCourse(own, state).completed;
  const passed: Completion["passed"] = {};
  for (const { id } of done) (passed[dayDone(state, id, today)] ??= []).push(id);
  const days = Object.keys(passed).sort();
  const until = done.flatMap(({ id }) => validUntil(course, state, id) ?? []).sort((a, b) => a - b)[0];
  const again = lacking.map(({ id }) => id).filter((id) => state.finishedAt.has(id));
  const completion: Completion = {
    course: course.id,
    version: course.version,
    content: course.content,
    title: cut(course.title, 200),
    name: cut(name.trim(), 80),
    ...(state.role && course.roles?.[state.role] && { role: state.role }),
    met,
    ...(met && { on: dayMet(state, days[days.length - 1] ?? today) }),
    ...(until && { until: dayOf(new Date(until)) }),
    ...(course.mastery != null && { mastery: course.mastery }),
    asked: asked.length,
    passed: Object.fromEntries(days.map((day) => [day, passed[day]!])),
    ...(again.length && { again }),
    made: today,
    reported: "self",
    tool,
  };
  return { completion, lacking };
}

/** The day a module was passed as a whole: catching up with a change later prolongs nothing. In a course that never changes it is the day it was finished. */
function dayDone({ passedAt, finishedAt }: State, id: string, today: string): string {
  const at = passedAt.get(id) ?? finishedAt.get(id);
  return at ? dayOf(new Date(at)) : today;
}

/** The day the criterion was met; where the record does not say, the day the last module was passed. */
const dayMet = ({ completed }: State, last: string): string => (completed ? dayOf(new Date(completed.at)) : last);

/** The beginning of a text, with no sign cut in two. */
const cut = (text: string, most: number): string => [...text].slice(0, most).join("");
