/** How a completion is packed so that it fits a chat message: whole if it can be, else with what can be told from the course left out. */
import type { Course } from "../../player/outline.ts";
import type { Completion } from "../../record/completion.d.ts";

/** Signs that fit where people paste. */
export const LONGEST_CODE = 1500;

export interface Packed {
  /** What is in it, exactly. */
  completion: Completion;
  text: string;
  /** Whether it fits a message. If not, it is whole and leaves as a file. */
  fits: boolean;
}

export function fit(completion: Completion, open: string[], course: Course, pack: (kind: string, content: unknown) => string): Packed {
  for (const one of [completion, group(completion, open, course)]) {
    const text = pack("completion", one);
    if (text.length <= LONGEST_CODE) return { completion: one, text, fits: true };
  }
  return { completion, text: pack("completion", completion), fits: false };
}

/** The same with most modules unnamed: all that are asked for are passed, but for those it names. Those that hold only for a time keep their day. */
function group(completion: Completion, open: string[], { valid = {} }: Course): Completion {
  const days = Object.entries(completion.passed);
  const named = days.map(([day, ids]): [string, string[]] => [day, ids.filter((id) => valid[id])]);
  const rest = days.filter(([, ids]) => !ids.every((id) => valid[id])).map(([day]) => day).sort().pop();
  if (!rest) return completion;
  return { ...completion, passed: Object.fromEntries(named.filter(([, ids]) => ids.length)), rest, ...(open.length && { open }) };
}
