/** What a learner hands over to say that they are done: the least that says it. Pure: the same record gives the same completion. */
import { dayOf } from "../../blocks/days.ts";
import type { Course, Entry } from "../../player/outline.ts";
import { ofCourse, ofModule } from "../../player/progress.ts";
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
  const asked = course.modules.filter(({ id }) => isAsked(course, state, id));
  const done = asked.filter((entry) => ofModule(entry, state).done);
  const lacking = asked.filter((entry) => !done.includes(entry));
  const met = ofCourse(course, state).completed;
  const passed: Completion["passed"] = {};
  for (const { id } of done) (passed[dayDone(state, id, today)] ??= []).push(id);
  const days = Object.keys(passed).sort();
  const until = done.flatMap(({ id }) => (course.valid?.[id] ? [monthsAfter(dayDone(state, id, today), course.valid[id])] : [])).sort()[0];
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
    ...(until && { until }),
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

/** Whether the learner's role is meant to take a module. Who chose no role, or one that is no more, takes them all. */
const isAsked = ({ roles, audience }: Course, { role = "" }: State, id: string): boolean => !roles?.[role] || !audience?.[id] || audience[id].includes(role);

/** What the record may say of times besides, in milliseconds by the device's clock. */
type Times = State & { passedAt?: Map<string, number>; completed?: { at: number } };

/** The day a module was passed as a whole: catching up with a change later prolongs nothing. */
function dayDone({ passedAt, finishedAt }: Times, id: string, today: string): string {
  const at = passedAt?.get(id) ?? finishedAt.get(id);
  return at ? dayOf(new Date(at)) : today;
}

/** The day the criterion was met; where the record does not say, the day the last module was passed. */
const dayMet = ({ completed }: Times, last: string): string => (completed ? dayOf(new Date(completed.at)) : last);

/** The same day of a later month, or its last. */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const last = new Date(year, month - 1 + months + 1, 0).getDate();
  return dayOf(new Date(year, month - 1 + months, Math.min(date, last), 12));
}

/** The beginning of a text, with no sign cut in two. */
const cut = (text: string, most: number): string => [...text].slice(0, most).join("");
