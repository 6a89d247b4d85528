/* Generated from model.py by `make types`. Do not edit. */

/**
 * A text has gaps, where one types or picks.
 *
 * Write the text under `blanks`, and in it `[[14|fourteen]]` where one types (`|` parts what you
 * accept; the first is shown as the answer) or `[[*may|may not]]` where one picks, `*` before the
 * right one. Markdown goes on around the gaps. Put the text in double quotes, or below `blanks: |`.
 * A sign that should mean itself takes a backslash before it, `\|` and `\*`, and two of them in
 * double quotes. `question` may stand above the text.
 *
 * Typed words are compared as in `answers`: capital letters, spaces and punctuation make no
 * difference, inflected forms do, and `typos: 1` forgives one letter. All gaps are equally wide,
 * so that the width tells nothing; `wide: true` makes them wider, for answers of several words.
 *
 * A translation writes its own text with the same gaps in the same order: typed or picked as in
 * the source, with as many options and `*` at the same one.
 *
 * **Score:** gaps filled right, divided by all gaps; each counts the same, as none of them can be
 * told to be harder. An empty gap is a wrong one. Trying again keeps what was right.
 */
export interface Blanks {
  points?: number;
  attempts?: number | null;
  shuffle?: boolean;
  gate?: boolean;
  typos?: number;
  /**
   * The gaps in the order of the text.
   */
  gaps: Gap[];
  /**
   * What is accepted in each typed gap.
   */
  accepted: {
    [k: string]: string[];
  };
}
/**
 * One gap.
 */
export interface Gap {
  id: string;
  right?: string | null;
}
