/** Whether what was unpacked is what it says it is (`completion.py`). */
import type { Completion } from "../record/completion.d.ts";
import type { Statistics } from "../record/statistics.d.ts";
type Some = Record<string, unknown>;
const isSome = (value: unknown): value is Some => typeof value === "object" && value !== null && !Array.isArray(value);
export const isCompletion = (value: unknown): value is Completion => isSome(value) && typeof value.name === "string";
export const isStatistics = (value: unknown): value is Statistics => isSome(value) && typeof value.sheet === "string";
