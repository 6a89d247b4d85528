/** Whether what was unpacked is what it says it is (`completion.py`): of the schema, and with days that there are. */
import type { Completion } from "../record/completion.d.ts";
import type { Statistics } from "../record/statistics.d.ts";
import * as valid from "./valid.js";

export function isCompletion(content: unknown): content is Completion {
  if (!valid.isCompletion(content)) return false;
  const { made, on, until, rest, passed } = content;
  return [made, on, until, rest, ...Object.keys(passed)].every((day) => day == null || isDay(day));
}

export const isStatistics = (content: unknown): content is Statistics => valid.isStatistics(content);

function isDay(day: string): boolean {
  const moment = Date.parse(`${day}T00:00Z`);
  return !isNaN(moment) && new Date(moment).toISOString().startsWith(day) && day > "0001";
}
