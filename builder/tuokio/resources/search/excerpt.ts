/** The text of a step, and the piece of it where words were found. */

const QUESTION = '<section class="item"';
const WITHIN = /<\/?(?:a|abbr|b|bdi|code|em|i|mark|s|small|span|strong|sub|sup|wbr)(?: [^>]*)?>/g;
const OTHER = /<(?:(?:(button|select|svg|textarea|video|audio)\b|(p) class="untranslated")[^]*?<\/(?:\1|\2)>|[^>]*>)/g;
const LENGTH = 150;
const LEAD = 40; // characters before the first word found

/** Return the text of a step's HTML, of questions the stems alone. `resource.py` does the same for the index. */
export function extractText(html: string): string {
  const [prose = "", ...questions] = html.split(QUESTION);
  const stems = questions.map((question) => {
    const end = question.indexOf("</form>");
    const legend = question.slice(0, end).split("<legend")[1] ?? "";
    return `${legend.slice(legend.indexOf(">") + 1, legend.indexOf("</legend>"))}\n${question.slice(end + 7)}`;
  });
  const text = [prose, ...stems].join("").replace(WITHIN, "").replace(OTHER, " ").replace(/\u00ad/g, "");
  return text.includes("&") ? new DOMParser().parseFromString(text, "text/html").body.textContent! : text;
}

/** Return the piece of a text in which most of the words stand, in parts, of which every other one is a word that was found. */
export function excerpt(text: string, words: string[]): string[] {
  const plain = text.replace(/\s+/g, " ").trim();
  const wanted = new Set(words);
  const places = [...plain.matchAll(/[\p{L}\p{N}]{2,}/gu)].filter(([word]) => wanted.has(word.toLowerCase())).map((match) => ({ at: match.index!, word: match[0] }));
  const within = (start: number) => new Set(places.filter(({ at, word }) => at >= start && at + word.length <= start + LENGTH).map(({ word }) => word.toLowerCase())).size;
  const best = places.reduce((found, place) => (within(place.at) > within(found.at) ? place : found), places[0] ?? { at: 0, word: "" });
  const start = best.at > LEAD ? plain.indexOf(" ", best.at - LEAD) + 1 : 0;
  const end = start + LENGTH < plain.length ? Math.max(plain.lastIndexOf(" ", start + LENGTH), best.at + best.word.length) : plain.length;
  const parts = [start ? "… " : ""];
  let done = start;
  for (const { at, word } of places) {
    if (at < start || at + word.length > end) continue;
    parts[parts.length - 1] += plain.slice(done, at);
    parts.push(word, "");
    done = at + word.length;
  }
  parts[parts.length - 1] += plain.slice(done, end) + (end < plain.length ? " …" : "");
  return parts;
}
