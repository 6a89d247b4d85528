/** What the first page can do without for a moment: a script, a style and phrases of their own, loaded right after it. */
import { complete, courseEnd, moduleEnd } from "./ending.ts";
import { minutesView } from "./minutes.ts";
import { attend } from "../record/carried.ts";
import type { Log } from "../record/log.ts";
import type { Course } from "./outline.ts";

let watched = false;

/** Results that a learning platform had may be in a copy that was joined; few records know of any. */
function watch(log: Log): void {
  if (watched) return;
  watched = true;
  let counted = false;
  const look = () => {
    if (counted || !log.list().some(({ kind }) => kind === "carried")) return;
    counted = true;
    attend(log);
    log.tell(); // what is shown already knew nothing of it
  };
  look();
  log.subscribe(look);
}

const later = {
  courseEnd, minutesView, moduleEnd,
  complete(course: Course, log: Log): void {
    watch(log);
    complete(course, log);
  },
};
export type Later = typeof later;

tuokio.later(later);
