/**
 * Which words are forms of one another: `palautuksen` and `palautus`, `kuitin` and `kuitti`, `returns` and `returned`.
 *
 * A word has keys, and two words are forms of one if they share a key: what is left when an ending is taken off and what
 * bending changes is made alike. Since keys are only compared with those of words the course has, a word may have many
 * and not all need be right. No stemmer from a library: for Finnish there is Snowball's, which leaves `kuitin` and `vaihdon`,
 * whose consonants change, apart from `kuitti` and `vaihto`, and weighs more than this.
 */

/** The keys of a word as such, and looser ones that it shares with its kin: `palauttaa` and `palautus`. */
export interface Keys {
  own: Set<string>;
  kin: Set<string>;
}

const list = (text: string) => text.split(" ");

/** The word, and what is left of it without each of the endings it has. */
const cut = (word: string, endings: string[], least = 3) => [word, ...endings.filter((one) => word.endsWith(one) && word.length - one.length >= least).map((one) => word.slice(0, -one.length))];

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

function finnish(word: string): Keys {
  const own = new Set<string>();
  const kin = new Set<string>();
  if (FIXED.test(word)) return { own, kin };
  for (const bare of cut(word, CLITICS, 4).flatMap((one) => cut(one, OWNERS, 4))) {
    const plural = cut(bare, PLURALS).slice(1);
    const inflected = [...cut(bare, CASES), bare.replace(GROWN, "$1$2"), ...plural, ...plural.filter((stem) => /[oö]$/.test(stem)).map((stem) => stem.replace(/.$/, "a"))]; // hintoja
    const stems = inflected.flatMap((one) => cut(one, INFINITE));
    for (const stem of stems) for (const end of [stem, ...ENDS.filter(([pattern]) => pattern.test(stem)).map(([pattern, text]) => stem.replace(pattern, text))]) for (const key of strengthen(end)) own.add(key);
    for (const stem of [...stems, ...cut(bare, VERBAL)].flatMap((one) => cut(one, DERIVED))) {
      const root = strengthen(stem.replace(/[aeiouyäö]+$/, ""))[0]!.slice(0, -1);
      if (root.length > 3) kin.add(root);
    }
  }
  return { own, kin };
}

const WEAK: [RegExp, string][] = [
  [/([uy])v([uy])$/, "$1k$2"], // luvun
  [/([kptsbgdf])\1(?=[aeiouyäö]*$)/, "$1"],
  [/nn(?=[aeiouyäö]*$)/, "nt"],
  [/ll(?=[aeiouyäö]*$)/, "lt"],
  [/rr(?=[aeiouyäö]*$)/, "rt"],
  [/mm(?=[aeiouyäö]*$)/, "mp"],
  [/ng(?=[aeiouyäö]*$)/, "nk"],
  [/([lr])j(?=[aeiouyäö]*$)/, "$1k"], // jäljen
  [/d(?=[aeiouyäö]*$)/, "t"],
  [/v(?=[aeiouyäö]*$)/, "p"],
];

/** A stem with its last consonants in the strong grade, single, and with its last vowel's kind: `a` for a and ä, `i` for e and i. */
function strengthen(stem: string): string[] {
  const strong = WEAK.reduce((text, [pattern, end]) => text.replace(pattern, end), stem.replace(/([aeiouyäö])\1$/, "$1"));
  const grades = [strong];
  // In a short stem a lone k is the weak grade of kk, or the strong one of nothing: ruoka, ruoan.
  if (stem.length < 6 && /[^k]k[aeiouyäö]+$/.test(stem)) grades.push(strong.replace(/k(?=[aeiouyäö]+$)/, ""));
  return grades.flatMap((one) => (/[^aeiouyäö]$/.test(one) ? [`${one}a`, `${one}i`] : [one.replace(/ä$/, "a").replace(/e$/, "i")]));
}

// Swedish and English: the endings come off, and then what is left of a doubled consonant or a last vowel.
const SWEDISH = list("s a as e es n ns en ens et ets t ts na nas ar ars arna arnas er ers erna ernas or ors orna ornas ade at ad ande andet");
const ENGLISH = list("s es d ed ing er ers ly");

const stripped = (endings: string[], tidy: (stem: string) => string) => (word: string): Keys => ({ own: new Set(cut(word, endings).map(tidy)), kin: new Set() });
const single = (stem: string) => stem.replace(/([^aeiouyåäö])\1$/, "$1");

const LANGUAGES: Record<string, (word: string) => Keys> = {
  fi: finnish,
  sv: stripped(SWEDISH, (stem) => single(stem.replace(/[ae]$/, ""))),
  en: stripped(ENGLISH, (stem) => single(stem.replace(/(?:ie|y)$/, "i").replace(/e$/, ""))),
};

/** Return what tells the keys of a word in one of some languages. Of a language that is not known here, a word has itself. */
export function keysIn(languages: string[]): (word: string) => Keys {
  const known = languages.flatMap((language) => LANGUAGES[language.split("-")[0]!] ?? []);
  const seen = new Map<string, Keys>();
  return (word) => {
    let keys = seen.get(word);
    if (!keys) {
      keys = { own: new Set([word]), kin: new Set() };
      for (const language of known) {
        const found = language(word);
        for (const key of found.own) keys.own.add(key);
        for (const key of found.kin) keys.kin.add(key);
      }
      seen.set(word, keys);
    }
    return keys;
  };
}
