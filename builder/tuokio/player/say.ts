/** Phrases of the interface, with plural forms chosen and numbers written as the language does. */
export type Phrase = string | Record<string, string>;
export type Say = (phrase: string, places?: Record<string, string | number>) => string;

export function speaker(language: string, words: Record<string, Phrase>): Say {
  // Each takes an old phone some 20 ms to set up, so only when first needed; a small whole number needs none.
  let plurals: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const form = (n: number) => (plurals ??= new Intl.PluralRules(language)).select(n);
  const write = (n: number) => (Number.isInteger(n) && n >= 0 && n < 1000 ? String(n) : (numbers ??= new Intl.NumberFormat(language)).format(n));
  return (phrase, places = {}) => {
    const forms = words[phrase] ?? phrase;
    const text = typeof forms === "string" ? forms : (forms[form(Number(places.n))] ?? forms.other ?? "");
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = places[name];
      return value === undefined ? whole : typeof value === "number" ? write(value) : value;
    });
  };
}
