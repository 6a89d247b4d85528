/**
 * What of a record counts in the course as it is now: what has changed since it was finished is open again, what has run out is to be
 * taken again, and a role has modules of its own. Pure; nothing of it is stored, so a change that is taken back restores everything.
 */
import type { State } from "../../record/fold.ts";
import type { ChangedRow, Course } from "../outline.ts";

/**
 * Whether a step has changed since the learner finished it, by versions and never by clocks.
 * A step that was finished under no name of today counts as its module does, so that nobody misses a rule that has moved.
 */
export function isOpenAgain({ changed = [] }: Course, { finishedIn }: State, module: string, step: string): boolean {
  const done = finishedIn.get(`${module}/${step}`) ?? finishedIn.get(module);
  return done !== undefined && changed.some((row) => row[0] === module && (!row[1] || row[1] === step) && done < row[3]);
}

/** The changes that a learner is to catch up with. */
export function openAgain(course: Course, { finishedIn }: State): ChangedRow[] {
  return (course.changed ?? []).filter((row) => {
    const [module, step, , version] = row;
    const before = finishedIn.get(module);
    if (step) return (finishedIn.get(`${module}/${step}`) ?? before ?? version) < version;
    // Of a whole module: until it was finished anew, or in the middle of it, any step of before.
    return before === undefined ? [...finishedIn].some(([of, version]) => of.startsWith(`${module}/`) && version < row[3]) : before < version;
  });
}

/** The last moment at which having passed a module holds, in milliseconds; undefined if it holds for good or was never passed. */
export function validUntil({ valid }: Course, { passedAt }: State, module: string): number | undefined {
  const months = valid?.[module];
  const end = new Date(passedAt.get(module) ?? NaN);
  if (!months) return undefined;
  const day = end.getDate();
  end.setMonth(end.getMonth() + months);
  if (end.getDate() !== day) end.setDate(0); // a year after 29 February comes the 28th
  const last = end.setHours(23, 59, 59, 999);
  return isNaN(last) ? undefined : last;
}

/** Whether a module's time is up. A date that makes no sense never runs out. */
export const hasLapsed = (course: Course, state: State, module: string, now: number): boolean => now > validUntil(course, state, module)!;

/** Whether a module is meant for the learner. Who chose no role, or one that is no more, has all of them. */
export const isMine = ({ roles, audience }: Course, { role = "" }: State, module: string): boolean => !roles?.[role] || !audience?.[module] || audience[module].includes(role);

/** The course of the learner's role; what others' modules earn is left out. */
export function assign(course: Course, state: State): Course {
  const isOwn = ({ id }: { id: string }) => isMine(course, state, id);
  const own = course.modules.filter(isOwn);
  const others = course.modules.filter((entry) => !isOwn(entry));
  if (!others.length) return course;
  return { ...course, modules: own, others, uncounted: others.flatMap(({ id }) => course.asks?.[id] ?? []), points: own.reduce((sum, { points }) => sum + points, 0) };
}

/** The record without what is to be done again. `now` in milliseconds. Of what it returns it leaves everything. */
export function stand(course: Course, state: State, now: number): State {
  const changed = openAgain(course, state);
  const lapsed = Object.keys(course.valid ?? {}).filter((module) => hasLapsed(course, state, module, now));
  if (!changed.length && !lapsed.length) return state;
  const modules = new Set(state.modules);
  for (const module of [...lapsed, ...changed.map(([module]) => module)]) modules.delete(module);
  const stands = ([module, step]: string[]) => !lapsed.includes(module!) && !isOpenAgain(course, state, module!, step!);
  return { ...state, modules, steps: new Set([...state.steps].filter((of) => stands(of.split("/")))) };
}
