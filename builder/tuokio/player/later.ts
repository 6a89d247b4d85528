/** What the first page can do without for a moment: a script, a style and phrases of their own, loaded right after it. */
import { complete, courseEnd, moduleEnd } from "./ending.ts";
import { minutesView } from "./minutes.ts";

const later = { complete, courseEnd, minutesView, moduleEnd };
export type Later = typeof later;

tuokio.later(later);
