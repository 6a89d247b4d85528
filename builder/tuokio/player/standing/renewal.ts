/** What the player asks of a course whose modules change, run out or are meant for some: a part that only such courses bring. */
import type { State } from "../../record/fold.ts";
import type { Log } from "../../record/log.ts";
import { renew } from "../../record/renewed.ts";
import { EXAM, type Course, type Entry, type Module, type Step } from "../outline.ts";
import { toStep } from "../route.ts";
import { assign, hasLapsed, isOpenAgain, stand } from "./standing.ts";

/** From now on the log says what counts in the course as it is. */
function attend(course: Course, log: Log): void {
  // What is not published yet counts as the next version, so that its author sees it as learners will.
  course.version = Math.max(course.version, ...(course.changed ?? []).map(([, , , version]) => version));
  log.regard((fold) => {
    let whole: State | undefined;
    return (events, onto) => stand(course, (whole = fold(events, onto && whole, (apply) => renew(apply, course))), Date.now());
  });
}

/** What must begin anew before a step can be finished: a module whose time is up, or an exam that was passed and has changed. */
function find(course: Course, { state }: Log, { id }: Entry, step: Step): string | undefined {
  const key = `${id}/${step.id}`;
  if (hasLapsed(course, state, id, Date.now())) return id;
  return step.id === EXAM && state.finishedAt.has(key) && isOpenAgain(course, state, id, step.id) ? key : undefined;
}

/** Begin a module or its exam anew. Resolves to the route where it begins. */
async function begin(log: Log, of: string, { id }: Entry, { steps }: Module): Promise<string> {
  const whole = of === id;
  await log.append({ kind: "reopened", of, items: [id, ...(whole ? steps.flatMap(({ items }) => Object.keys(items)) : [])] });
  return toStep(id, whole ? steps[0]!.id : EXAM);
}

/** The step that has changed and is to be gone through next, in a module that was finished before. */
function next(course: Course, { state }: Log, { id }: Entry, { steps }: Module): string | undefined {
  return state.finishedAt.has(id) ? steps.find((step) => isOpenAgain(course, state, id, step.id))?.id : undefined;
}

const renewal = { attend, assign, find, begin, next };
export type Renewal = typeof renewal;
tuokio.renewal(renewal);
