/** Phrases of the interface, with plural forms chosen and numbers written as the language does. */
export type Phrase = string | Record<string, string>;
export type Say = (phrase: string, places?: Record<string, string | number>) => string;

export function speaker(language: string, words: Record<string, Phrase>): Say {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (phrase, places = {}) => {
    const forms = words[phrase] ?? phrase;
    const text = typeof forms === "string" ? forms : (forms[plurals.select(Number(places.n))] ?? forms.other ?? "");
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = places[name];
      return value === undefined ? whole : typeof value === "number" ? numbers.format(value) : value;
    });
  };
}
