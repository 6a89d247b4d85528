/** The text of a step, and the piece of it where words were found. */

const QUESTION = '<section class="item"';
const TERM = /<button [^>]*class="term"[^>]*>([^<]*)<\/button>/g;
const WITHIN = /<sup><a href="#\/[^]*?<\/sup>|<a [^>]*class="note-back"[^]*?<\/a>|<\/?(?:a|abbr|b|bdi|code|em|i|mark|s|small|span|strong|sub|sup|wbr)(?: [^>]*)?>/g;
const OTHER = /<(?:(?:(button|select|svg|template|textarea|video|audio)\b|(p) (?:class="untranslated"|[^>]*\bhidden>))[^]*?<\/(?:\1|\2)>|[^>]*>)/g;
const SIGNS: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#34;": '"', "&#39;": "'", "&nbsp;": " " };
const LENGTH = 120;
const LEAD = 30; // characters before the first word found

/** Return the text of a step's HTML, of questions the stems alone. `resource.py` does the same for the index. */
export function extractText(html: string): string {
  const [prose = "", ...questions] = html.split(QUESTION);
  const stems = questions.map((question) => {
    const end = question.indexOf("</form>");
    const legend = question.slice(0, end).split("<legend")[1] ?? "";
    return `${legend.slice(legend.indexOf(">") + 1, legend.indexOf("</legend>"))}\n${question.slice(end + 7)}`;
  });
  return [prose, ...stems]
    .join("")
    .replace(TERM, "$1")
    .replace(WITHIN, "")
    .replace(OTHER, " ")
    .replace(/\u00ad/g, "")
    .replace(/&[a-z#0-9]+;/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/\s+/g, " ")
    .trim();
}

/** Return the piece of a text in which most of the words stand, in parts as of `mark`. */
export function excerpt(text: string, words: string[]): string[] {
  const places = findWords(text, words);
  const within = (start: number) => new Set(places.filter(({ at, word }) => at >= start && at + word.length <= start + LENGTH).map(({ word }) => word.toLowerCase())).size;
  const best = places.reduce((found, place) => (within(place.at) > within(found.at) ? place : found), places[0] ?? { at: 0, word: "" });
  const start = best.at > LEAD ? text.indexOf(" ", best.at - LEAD) + 1 : 0;
  const end = start + LENGTH < text.length ? Math.max(text.lastIndexOf(" ", start + LENGTH), best.at + best.word.length) : text.length;
  return mark(`${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`, words);
}

/** Return a text in parts, of which every other one is a word that was found. */
export function mark(text: string, words: string[]): string[] {
  const parts: string[] = [];
  let done = 0;
  for (const { at, word } of findWords(text, words)) {
    parts.push(text.slice(done, at), word);
    done = at + word.length;
  }
  return [...parts, text.slice(done)];
}

function findWords(text: string, words: string[]): { at: number; word: string }[] {
  const wanted = new Set(words);
  return [...text.matchAll(/[\p{L}\p{N}]{2,}/gu)].filter(([word]) => wanted.has(word.toLowerCase())).map((match) => ({ at: match.index!, word: match[0] }));
}
