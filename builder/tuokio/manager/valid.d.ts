import type { Completion } from "../record/completion.d.ts";
import type { Statistics } from "../record/statistics.d.ts";

/** Whether something is of the schema: own keys only, no key too many, no value beyond its bounds. */
export function isCompletion(content: unknown): content is Completion;
export function isStatistics(content: unknown): content is Statistics;
