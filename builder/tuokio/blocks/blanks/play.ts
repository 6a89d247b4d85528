import { parts, markParts } from "../marks.ts";
import type { Grade, Question, QuestionData } from "../question.ts";
import { findExact, findMeant } from "../spelling.ts";
import type { Blanks } from "./model.d.ts";

/** What was filled into a gap: `gap.option` where one picks, `gap.text` where one types. */
export const filled = (response: string[], gap: string) => [...new Set(response.filter((entry) => entry.startsWith(`${gap}.`)).map((entry) => entry.slice(gap.length + 1).trim()))].filter(Boolean);

export default {
  grade({ gaps, accepted, typos = 0 }, response) {
    const grade = { marks: {} as Grade["marks"], missed: [] as string[], keep: [] as string[], answers: {} as Record<string, string> };
    for (const { id, right } of gaps) {
      const [text, another] = filled(response, id);
      const words = accepted[id] ?? [];
      const fits = text !== undefined && another === undefined && (right ? text === right : findMeant(text, words, typos) !== undefined);
      if (text !== undefined) grade.marks[id] = fits ? "right" : "wrong";
      if (fits) grade.keep.push(`${id}.${text}`);
      else grade.missed.push(id);
      grade.answers[id] = right ?? words[0] ?? "";
    }
    return { score: grade.keep.length / gaps.length, ...grade };
  },

  control(root, { data: { accepted, typos = 0 } }) {
    const fields = parts(root).map((part) => part.querySelector<HTMLInputElement | HTMLSelectElement>("input, select")!);
    let answering = true;
    // Whoever comes by Tab hears the sentence around the gap, and how it is filled.
    for (const [number, field] of fields.entries()) {
      const sentence = field.closest("li, p, td, th, blockquote, .blanks")!;
      sentence.id ||= `${root.id}/gap${number}`;
      field.setAttribute("aria-describedby", sentence.id);
    }

    /** What to show of a gap's right answer: the option's words, or the spelling that was meant. */
    function show(field: HTMLInputElement | HTMLSelectElement, as: string, answer = ""): string | undefined {
      if (as !== "right") return field instanceof HTMLSelectElement ? [...field.options].find(({ value }) => value === answer)?.text : answer;
      const words = accepted[field.name];
      return words && findExact(field.value, words) === undefined ? findMeant(field.value, words, typos) : undefined;
    }

    return {
      ask: "fill-first",
      read: () => fields.filter(({ value }) => value.trim()).map(({ name, value }) => `${name}.${value.trim()}`),
      write(response) {
        for (const field of fields) {
          const [text = ""] = filled(response, field.name);
          if (field.value.trim() !== text) field.value = text;
        }
      },
      lock(locked, held) {
        answering = !locked;
        for (const field of fields) {
          const fixed = locked || held.includes(field.name);
          if (field instanceof HTMLSelectElement) field.disabled = fixed;
          else field.readOnly = fixed;
        }
      },
      // A gap that is filled anew is not marked by what was there before.
      mark(marks, settled) {
        const shown = fields.flatMap((field) => {
          const mark = marks[field.name];
          return mark && (!answering || mark.as === "right") ? [[field.name, { ...mark, answer: show(field, mark.as, mark.answer) }] as const] : [];
        });
        markParts(root, Object.fromEntries(shown), settled);
      },
      arrange(order) {
        const at = order(fields.flatMap((field) => (field instanceof HTMLSelectElement ? [...field.options].map(({ value }) => `${field.name}.${value}`) : [])));
        for (const field of fields) {
          if (field instanceof HTMLSelectElement) field.append(...[...field.options].slice(1).sort((one, other) => at.indexOf(`${field.name}.${one.value}`) - at.indexOf(`${field.name}.${other.value}`)));
        }
      },
    };
  },
} satisfies Question<Blanks & QuestionData>;
