/** How far the learner is: what the record says, seen through the course as it is now (`standing.ts`). */
import { score, surelyWrong, type State } from "../record/fold.ts";
import { asked, type Course, type Entry, type Module } from "./outline.ts";

export interface Progress {
  done: boolean;
  /** Finished steps, at most one less than all until the module is finished. */
  steps: number;
}

export const ofModule = (entry: Entry, state: State): Progress => ofModules(state)(entry);

/** For many modules of one state, which is gone through once. */
export function ofModules(state: State): (entry: Entry) => Progress {
  const finished = new Map<string, number>();
  for (const step of state.steps) {
    const module = step.slice(0, step.indexOf("/"));
    finished.set(module, (finished.get(module) ?? 0) + 1);
  }
  return ({ id, steps }) => (state.modules.has(id) ? { done: true, steps } : { done: false, steps: Math.min(finished.get(id) ?? 0, steps - 1) });
}

export interface CourseProgress {
  done: number;
  allDone: boolean;
  /** Share of all points, 0…1. */
  share: number;
  completed: boolean;
}

export function ofCourse(course: Course, state: State): CourseProgress {
  const done = course.modules.filter((entry) => state.modules.has(entry.id)).length;
  const allDone = done > 0 && done === course.modules.length;
  const { share } = score(state, course.points, course.uncounted);
  // A share computed from thirds must not miss 80 % by a rounding error.
  return { done, allDone, share, completed: allDone && share >= (course.mastery ?? 0) - 1e-9 };
}

export interface Open {
  step: string;
  item: string;
}

/** Questions of a module that are unanswered, and those answered but not fully right. */
export function questions(module: Module, state: State): { open: Open[]; missed: Open[] } {
  const open: Open[] = [];
  const missed: Open[] = [];
  for (const step of module.steps) {
    for (const [item, data] of Object.entries(step.items)) {
      if (!data.points) continue;
      for (const key of asked(item, data, state)) {
        const known = state.items.get(key);
        const place = { step: step.id, item: key.split("/").at(-1)! };
        if (!known?.attempts.length) open.push(place);
        else if (known.best < 1) missed.push(place);
      }
    }
  }
  // What one was sure of comes first.
  const sure = surelyWrong(state);
  return { open, missed: missed.sort((a, b) => Number(sure.includes(b.item)) - Number(sure.includes(a.item))) };
}

/** Where to go on: the last place, unless its module is finished; then the next unfinished module. In one that is open again, to what is. */
export function resume(course: Course, state: State): { entry: Entry; step?: string; item?: string } | undefined {
  const [lastId, step] = state.last?.step.split("/") ?? [];
  const last = course.modules.find((entry) => entry.id === lastId);
  if (last && !state.modules.has(last.id)) return state.finishedAt.has(last.id) ? { entry: last } : { entry: last, step, item: state.last?.item };
  const after = last ? course.modules.indexOf(last) + 1 : 0;
  const order = [...course.modules.slice(after), ...course.modules.slice(0, after)];
  const entry = order.find((one) => !state.modules.has(one.id));
  return entry && { entry };
}
