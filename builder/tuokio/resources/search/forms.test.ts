import { deepEqual } from "node:assert/strict";
import { test } from "node:test";
import { formsIn, kinIn } from "./forms.ts";

const FORMS: Record<string, Record<string, string>> = {
  fi: {
    kuitti: "kuitin kuittia kuittiin kuitissa kuitista kuitille kuitilla kuitit kuittien kuitteja kuiteissa kuiteista kuittinsa kuitinkin kuittikaan",
    hyvitys: "hyvityksen hyvitystä hyvitykseen hyvityksestä hyvitykset hyvitysten hyvityksiä hyvityksistä",
    asiakas: "asiakkaan asiakasta asiakkaalle asiakkaalta asiakkaaseen asiakkaat asiakkaita asiakkaiden asiakkaille asiakkaansa asiakkaamme",
    palautus: "palautuksen palautusta palautukseen palautuksesta palautukset palautusten palautuksista palautuksia",
    vaihto: "vaihdon vaihtoa vaihtoon vaihdosta vaihdot vaihtoja vaihdoissa",
    takuu: "takuun takuuta takuuseen takuusta takuulla takuut takuita",
    ruoka: "ruoan ruokaa ruokaan ruoasta ruoat ruokia",
    kahvi: "kahvin kahvia kahviin kahvista kahvit kahveja kahvien kahvinsa",
    reklamaatio: "reklamaation reklamaatiota reklamaatioon reklamaatiosta reklamaatiot reklamaatioita reklamaatioiden",
    tuote: "tuotteen tuotetta tuotteeseen tuotteesta tuotteet tuotteita tuotteiden tuotteistamme",
    hinta: "hinnan hintaa hintaan hinnasta hinnat hintoja hinnoista",
    sääntö: "säännön sääntöä sääntöön säännöstä säännöt sääntöjä sääntöjen säännöistä",
    tauko: "tauon taukoa taukoon tauolla tauot taukoja",
    maito: "maidon maitoa maitoon maidosta",
    vesi: "veden vettä veteen vedestä",
    puhelin: "puhelimen puhelinta puhelimessa puhelimella puhelimet",
    mahdollisuus: "mahdollisuuden mahdollisuutta mahdollisuudesta mahdollisuudet mahdollisuuksia",
    tavallinen: "tavallisen tavallista tavallisia tavalliset",
    kauppa: "kaupan kauppaa kauppaan kaupassa kaupat kauppoja",
    lupa: "luvan lupaa lupaan luvat lupia",
    jälki: "jäljen jälkeä jäljet",
    luku: "luvun lukua luvut lukuja",
    palauttaa: "palauttaminen palauttamisen palauttamaan palauttava palauttanut",
  },
  sv: { kvitto: "kvittot kvitton kvittona", kund: "kunden kunder kunderna kundens kundernas", vara: "varan varor varorna", retur: "returen returer", byta: "byter byt byte", produkt: "produkten produkter produkterna", rum: "rummet rummen" },
  en: { receipt: "receipts", return: "returns returned returning", exchange: "exchanged exchanging exchanges", policy: "policies", ship: "shipped shipping ships", cancel: "cancelled cancelling" },
};
const STRANGERS: Record<string, [string, string][]> = {
  fi: [["kuitin", "kuitenkin"], ["takuun", "takin"], ["takuun", "tauon"], ["kahvi", "kahva"], ["asiakas", "asia"], ["palautus", "palaute"], ["hinta", "hinaus"], ["kortti", "kartta"], ["lasku", "lasten"], ["maito", "maata"]],
  sv: [["kund", "kunna"], ["kvitto", "kvinna"], ["vara", "varm"]],
  en: [["receipt", "receive"], ["return", "retail"], ["price", "print"]],
};

for (const [language, words] of Object.entries(FORMS)) {
  const keys = formsIn([language]);
  const alike = (one: string, other: string) => [...keys(one)].some((key) => keys(other).has(key));

  test(`${language}: a word is found by any of its forms`, () => {
    const missed = Object.entries(words).flatMap(([word, forms]) => forms.split(" ").filter((form) => !alike(form, word)).map((form) => `${form} ≁ ${word}`));
    deepEqual(missed, []);
  });

  test(`${language}: another word is not`, () => deepEqual(STRANGERS[language]!.filter(([one, other]) => alike(one, other)), []));
}

test("kin are told apart from forms", () => {
  const keys = kinIn(["fi"]);
  const kin = (one: string, other: string) => [...keys(one)].some((key) => keys(other).has(key));
  deepEqual([["palauttaa", "palautuksen"], ["hyvittää", "hyvitys"], ["vaihtaa", "vaihdon"], ["maksaa", "maksun"], ["joustetaan", "joustaminen"]].filter(([one, other]) => !kin(one!, other!)), []);
});

test("of a language that is not known a word is its own form only, and a course may have several", () => {
  deepEqual([...formsIn(["de"])("belege")], ["belege"]);
  const keys = formsIn(["fi", "en-GB"]);
  deepEqual([keys("kuitin").has("kuiti"), keys("returned").has("return")], [true, true]);
});
