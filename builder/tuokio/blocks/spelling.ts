/** Which of an author's words was meant by what was typed, typos forgiven. */
import distance from "damerau-levenshtein";
import { fold } from "./typed.ts";

/** Find which of the words was typed, letter by letter. */
export const findExact = (typed: string, words: string[]) => words.find((word) => fold(word) === fold(typed));

/**
 * Find the accepted word that was meant. A typo is forgiven only in letters, never in digits, in words of which
 * it leaves more than half, and only where no wrong answer that the author foresaw is nearer.
 */
export function findMeant(typed: string, accepted: string[], typos: number, wrong: string[] = []): string | undefined {
  const exact = findExact(typed, accepted);
  if (exact !== undefined || !typos || findExact(typed, wrong) !== undefined) return exact;
  const text = fold(typed);
  const far = (word: string) => {
    const other = fold(word);
    const forgiven = Math.min(typos, Math.ceil(other.length / 2) - 1);
    // Far words are not measured: what is typed may be long.
    if (digits(other) !== digits(text) || Math.abs(other.length - text.length) > forgiven) return Infinity;
    const { steps } = distance(text, other);
    return steps > forgiven ? Infinity : steps;
  };
  const [steps, meant] = accepted.map((word) => [far(word), word] as const).sort(([one], [other]) => one - other)[0] ?? [Infinity];
  return steps === Infinity || wrong.some((word) => far(word) < steps) ? undefined : meant;
}

const digits = (text: string) => text.replace(/\D/g, "");
