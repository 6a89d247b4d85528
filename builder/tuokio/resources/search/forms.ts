/**
 * Which words are forms of one another: `palautuksen` and `palautus`, `kuitin` and `kuitti`, `returns` and `returned`.
 *
 * A word has keys, and two words are forms of one if they share a key: what is left when an ending is taken off and what
 * bending changes is made alike. Since keys are only compared with those of words the course has, a word may have many
 * and not all need be right. No stemmer from a library: for Finnish there is Snowball's, which leaves `kuitin` and `vaihdon`,
 * whose consonants change, apart from `kuitti` and `vaihto`, and weighs more than this.
 */

const VOWELS = "aeiouyäö";

/** Endings by their last letter, since a word's last letter leaves few to be tried. */
function list(text: string): Map<string, string[]> {
  const endings = new Map<string, string[]>();
  for (const ending of text.split(" ")) {
    const last = ending.slice(-1);
    endings.set(last, [...(endings.get(last) ?? []), ending]);
  }
  return endings;
}

/** Add what is left of a word without each of the endings it has. */
function cut(into: Set<string>, word: string, endings: Map<string, string[]>, least = 3): void {
  for (const one of endings.get(word[word.length - 1]!) ?? []) if (word.length - one.length >= least && word.endsWith(one)) into.add(word.slice(0, -one.length));
}

// Finnish
const CLITICS = list("kin kaan kään han hän ko kö pa pä");
const OWNERS = list("ni si nsa nsä mme nne");
const GROWN = /(?:([aäeioöuy])\1n|([aeiouyäö])[aä])$/; // kuittiin, kuittia
const FIXED = /^kuitenk/; // no form of kuitti
const CASES = list("n t ta tä tta ttä ssa ssä sta stä lla llä lta ltä lle ksi kse na nä en han hen hin hon hun hyn hän hön seen den tten");
const PLURALS = list("ia iä ja jä ita itä issa issä ista istä illa illä ilta iltä ille iksi ina inä ihin isiin iin ien jen iden itten ten");
const INFINITE = list("minen mise mis maan mään massa mässä masta mästä malla mällä matta mättä va vä nut nyt");
const DERIVED = list("minen mise mis us ys uks yks ukse ykse uksi yksi ja jä");
const VERBAL = list("taan tään etaan etään taa tää ettu etty ttu tty tu ty isi isin tte mme ttava ttävä tava tävä");
const ENDS: [RegExp, string][] = [
  [/ks[ei]?$/, "s"], // palautuksen
  [/([uy])\1(?:de|t|ks[ei]?)$/, "$1$1s"], // mahdollisuuden
  [/nen$|s[ei]$/, "s"], // tavallinen, tavallisen
  [/([aäiuyeö])s$/, "$1"], // asiakas, as `asiakkaan` is
  [/si$/, "ti"], // vesi, as `veden` is
  [/im[ei]$/, "in"], // puhelimen
];
const BENT = /(?:ks[ei]?|[uy](?:de|t)|nen|s[ei]?|im[ei])$/; // whether any of these could fit

/** A word as it may stand in the dictionary, but for its end. */
function finnishStems(word: string): Set<string> {
  const bare = new Set([word]);
  if (FIXED.test(word)) return bare;
  cut(bare, word, CLITICS, 4);
  for (const one of [...bare]) cut(bare, one, OWNERS, 4);
  const stems = new Set(bare);
  for (const one of bare) {
    cut(stems, one, CASES);
    stems.add(one.replace(GROWN, "$1$2"));
    const plural = new Set<string>();
    cut(plural, one, PLURALS);
    for (const stem of plural) stems.add(stem).add(stem.replace(/[oö]$/, "a")); // hintoja
  }
  for (const one of [...stems]) cut(stems, one, INFINITE);
  return stems;
}

function finnish(word: string): Set<string> {
  const keys = new Set<string>();
  for (const stem of finnishStems(word)) {
    strengthen(keys, stem);
    if (BENT.test(stem)) for (const [pattern, text] of ENDS) if (pattern.test(stem)) strengthen(keys, stem.replace(pattern, text));
  }
  return keys;
}

/** What is left of a word without what makes a noun or a verb of it. */
function finnishRoots(word: string): Set<string> {
  const stems = finnishStems(word);
  cut(stems, word, VERBAL);
  for (const one of [...stems]) cut(stems, one, DERIVED);
  const roots = new Set<string>();
  for (const stem of stems) {
    const [root, cluster] = part(stem);
    if (root.length + cluster.length > 3) roots.add(root + (STRONG[cluster] ?? cluster));
  }
  return roots;
}

/** Last consonants in the strong grade, a doubled one single. */
const STRONG: Record<string, string> = { kk: "k", pp: "p", tt: "t", ss: "s", nn: "nt", ll: "lt", rr: "rt", mm: "mp", ng: "nk", lj: "lk", rj: "rk", d: "t", hd: "ht", v: "p", lv: "lp", rv: "rp", nkk: "nk", ntt: "nt", ltt: "lt", rtt: "rt", lkk: "lk", rkk: "rk", mpp: "mp", lpp: "lp", rpp: "rp" };

/** A word in three: its last consonants, what is before them, and the vowels it ends in. */
function part(word: string): [string, string, string] {
  let end = word.length;
  while (end && VOWELS.includes(word[end - 1]!)) end--;
  let begin = end;
  while (begin && !VOWELS.includes(word[begin - 1]!)) begin--;
  return [word.slice(0, begin), word.slice(begin, end), word.slice(end)];
}

/** Add a stem with its last consonants in the strong grade and with its last vowel's kind: `a` for a and ä, `i` for e and i. */
function strengthen(keys: Set<string>, stem: string): void {
  const [root, cluster, vowels] = part(stem);
  const last = vowels[vowels.length - 1];
  const double = vowels.length > 1 && vowels[vowels.length - 2] === last;
  const kinds = !last ? ["a", "i"] : [vowels.slice(0, double ? -2 : -1) + (last === "ä" ? "a" : last === "e" ? "i" : last)];
  const luvun = cluster === "v" && /[uy]/.test(root.slice(-1)) && root.slice(-1) === vowels;
  for (const kind of kinds) {
    keys.add(root + (luvun ? "k" : (STRONG[cluster] ?? cluster)) + kind);
    // In a short stem a lone k is the weak grade of kk, or the strong one of nothing: ruoka, ruoan.
    if (last && stem.length < 6 && cluster.endsWith("k") && cluster !== "kk") keys.add(root + cluster.slice(0, -1) + kind);
  }
}

// Swedish and English: the endings come off, and then what is left of a doubled consonant or a last vowel.
const SWEDISH = list("s a as e es n ns en ens et ets t ts na nas ar ars arna arnas er ers erna ernas or ors orna ornas ade at ad ande andet");
const ENGLISH = list("s es d ed ing er ers ly");

const single = (stem: string) => stem.replace(/([^aeiouyåäö])\1$/, "$1");
const strip = (endings: Map<string, string[]>, tidy: (stem: string) => string) => (word: string) => {
  const stems = new Set([word]);
  cut(stems, word, endings);
  return new Set([...stems].map((stem) => single(tidy(stem))));
};

type Tell = (word: string) => Set<string>;
const FORMS: Record<string, Tell> = {
  fi: finnish,
  sv: strip(SWEDISH, (stem) => stem.replace(/[ae]$/, "")),
  en: strip(ENGLISH, (stem) => stem.replace(/(?:ie|y)$/, "i").replace(/e$/, "")),
};
const KIN: Record<string, Tell> = { fi: finnishRoots };

/** Return what tells the keys of a word in one of some languages. Of a language that is not known here, a word has itself. */
export const formsIn = (languages: string[]): Tell => telling(languages, FORMS, true);

/** Return what tells looser keys, which a word shares with its kin: `palauttaa` and `palautus`. */
export const kinIn = (languages: string[]): Tell => telling(languages, KIN, false);

function telling(languages: string[], tellers: Record<string, Tell>, itself: boolean): Tell {
  const known = languages.flatMap((language) => tellers[language.split("-")[0]!] ?? []);
  const told = new Map<string, Set<string>>();
  return (word) => {
    let keys = told.get(word);
    if (!keys) {
      keys = new Set(itself ? [word] : []);
      for (const tell of known) for (const key of tell(word)) keys.add(key);
      told.set(word, keys);
    }
    return keys;
  };
}
