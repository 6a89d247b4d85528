/** Two halves as one sentence, however they were written. Pure. */

/** Words that a half may begin with and the sentence has already, in the languages Tuokio speaks. */
const OPENERS = { when: /^(if|when|jos|kun|om|när)\s+/i, then: /^(then|niin|så|då)[\s,]+/i };

/** A half as it stands in the sentence: without what the sentence says itself, and without its full stop. */
export function tidy(text: string, half: "when" | "then"): string {
  const bare = text.trim().replace(/\s+/g, " ").replace(OPENERS[half], "").replace(/[\s.,;:!…]+$/, "");
  // In Swedish the verb comes first after "så": jag tittar upp, så tittar jag upp.
  return half === "then" ? bare.replace(/^(jag) (\S+)/i, (_, me: string, verb: string) => `${verb} ${me.toLowerCase()}`) : bare;
}

/** The whole plan, in a sentence with the places `{when}` and `{then}`; empty as long as a half is. */
export function tell(sentence: string, when: string, then: string): string {
  const halves: Record<string, string> = { when: tidy(when, "when"), then: tidy(then, "then") };
  return halves.when && halves.then ? sentence.replace(/\{(when|then)\}/g, (_, half: string) => halves[half]!).replace(/\?\.$/, "?") : "";
}
