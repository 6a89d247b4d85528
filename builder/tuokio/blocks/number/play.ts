import type { Grade, Question, QuestionData } from "../question.ts";
import { fold, isClose, line, readNumber } from "../typed.ts";
import type { NumberQuestion } from "./model.d.ts";

type Data = NumberQuestion & QuestionData;

/** What people type for signs that not every keyboard has. */
const ALSO: Record<string, string[]> = { "€": ["e", "eur", "euro", "euroa", "euros"], "%": ["prosenttia", "prosentti", "procent", "percent", "per cent"] };

/** The numbers that were typed, in the unit that was asked for; none if it is no number of that. */
export function read({ unit = [] }: Data, typed: string): number[] {
  const reading = readNumber(typed);
  return reading && (!reading.unit || unit.some((name) => [fold(name), ...(ALSO[fold(name)] ?? [])].includes(reading.unit))) ? reading.values : [];
}

function isRight(data: Data, typed: string): boolean {
  return read(data, typed).some((value) => isClose(value, data.number, data.tolerance));
}

export default {
  grade(data, response) {
    const typed = response.length === 1 ? response[0]! : "";
    const right = isRight(data, typed);
    const marks: Grade["marks"] = typed.trim() ? { answer: right ? "right" : "wrong" } : {};
    return {
      score: right ? 1 : 0,
      marks,
      missed: right ? [] : ["answer"],
      keep: right ? [typed] : [],
      answers: { answer: String(data.number) },
      known: right ? undefined : data.wrong?.find((written) => read(data, typed).some((value) => isClose(value, readNumber(written)!.values[0]!))),
    };
  },

  control(root, tools) {
    const { data, say } = tools;
    const [unit = ""] = data.unit ?? [];
    // Small numbers may be years, and fewer digits are lost on a screen than by rounding.
    const write = (number: number) => new Intl.NumberFormat(tools.language, { maximumSignificantDigits: 12, useGrouping: Math.abs(number) >= 10000 }).format(number);
    return line(root, {
      ask: "type-number",
      answer(mark, typed) {
        const number = `${write(data.number)} ${unit}`.trim();
        if (mark.as !== "right") return number;
        return read(data, typed).some((value) => isClose(value, data.number)) ? undefined : say("exactly", { number });
      },
      refuse(typed) {
        const reading = readNumber(typed);
        if (!reading) return say(/[\d\u00bc-\u00be]/.test(typed) ? "one-number" : "no-number");
        if (read(data, typed).length) return;
        return unit ? say("other-unit", { unit }) : say("one-number");
      },
    });
  },
} satisfies Question<Data>;
