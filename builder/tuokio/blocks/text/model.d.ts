/* Generated from model.py by `make types`. Do not edit. */

/**
 * The answer is a word or a few, typed.
 *
 * Write under `answers` every form you accept; the first is shown as the answer. Large and small
 * letters, extra spaces, kinds of quotation marks and dashes, and punctuation at the end make no
 * difference. Inflected forms do: add those you accept, `answers: [kuitti, kuitilla]`.
 *
 * `typos: 1` forgives one wrong, missing, extra or swapped letter, and then shows the right
 * spelling; never in digits, and only in words of which more than half stays. `wrong` are answers
 * you know people give, and what you say to the one who does: `wrong: {invoice: "That is sent
 * before it is paid."}`. What is written there is never taken for a typo.
 *
 * A translation writes its own `answers` and `wrong`, since the words are others there.
 *
 * **Score:** 1 or 0. Ask so that there is one right word; where much would do, use `options`.
 */
export interface Text {
  points?: number;
  attempts?: number | null;
  gate?: boolean;
  /**
   * @minItems 1
   */
  answers: string[];
  typos?: number;
  wrong?: string[];
}
