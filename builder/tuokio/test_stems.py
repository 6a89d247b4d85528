"""Forms of a word are known by their roots, and words that only look alike are not taken for them."""

from __future__ import annotations

import pytest

from tuokio.stems import find_roots, find_roots_of_entry, is_form

FORMS = {
    "fi": """
        kuitti kuitin kuittia kuitilla kuitit kuittien kuitteja kuiteissa kuitista
        palautus palautuksen palautusta palautukset palautuksia palautuksissa
        hyvitys hyvityksen hyvitystä hyvityksiä
        takuu takuun takuuta takuut takuita takuuseen
        tuote tuotteen tuotetta tuotteet tuotteita tuotteiden
        asiakas asiakkaan asiakasta asiakkaat asiakkaita asiakkaalle
        kanta-asiakas kanta-asiakkaan kanta-asiakkaat
        hinta hinnan hintaa hinnat hintoja hinnoissa hintojen
        sääntö säännön sääntöä säännöt sääntöjä säännöistä
        ehto ehdon ehtoa ehdot ehtoja
        lupa luvan lupaa luvat
        mahdollisuus mahdollisuuden mahdollisuutta mahdollisuuksia
        yhteys yhteyden yhteyttä yhteyksiä
        kysymys kysymyksen kysymystä kysymykset
        reklamaatio reklamaation reklamaatiota reklamaatioita
        työntekijä työntekijän työntekijää työntekijät työntekijöitä
        osaaminen osaamisen osaamista
        allergeeni allergeenin allergeenia allergeeneja
        jäsen jäsenen jäsentä jäsenet jäseniä
        puhelin puhelimen puhelinta puhelimet
        maksuton maksuttoman maksutonta maksuttomat
        virhe virheen virhettä virheet virheitä
        lahjakortti lahjakortin lahjakortilla lahjakortteja
        espresso espresson espressoa espressot""",
    "sv": """
        kvitto kvittot kvittots kvitton kvittona
        garanti garantin garantier garantierna
        vara varan varor varorna
        reklamation reklamationen reklamationer
        kund kunden kunder kundernas
        fråga frågan frågor
        presentkort presentkortet presentkorten
        medlem medlemmen medlemmar
        ansvar ansvaret
        undantag undantaget undantagen""",
    "en": """
        item items item's
        policy policies
        learner learners learners'
        score scores
        category categories""",
    "de-AT": """
        Rechnung Rechnungen""",
}
OTHERS = {
    "fi": {"kuitti": "kuitenkin kuitenkaan kuittikone", "vaihto": "vaihtaa vaihdetaan", "kahvi": "kahva", "kenkä": "kenen", "kerta": "kertoo kerron", "uutto": "uuden", "lupa": "luvun", "palautus": "palaute", "palaute": "palautetaan"},
    "sv": {"vara": "var", "kvitto": "kvitt"},
    "en": {"policy": "police", "university": "universe"},
    "zz": {"item": "items"},
}


def matches(word: str, entry: str, language: str) -> bool:
    return not find_roots_of_entry(entry, language).isdisjoint(find_roots(word, language)) and is_form(word, entry, language)


@pytest.mark.parametrize("language, forms", [(language, line.split()) for language, table in FORMS.items() for line in table.strip().splitlines()], ids=lambda value: value[0] if isinstance(value, list) else value)
def test_a_word_is_known_in_its_forms(language: str, forms: list[str]) -> None:
    assert [] == [form for form in forms[1:] if not matches(form, forms[0], language)]


@pytest.mark.parametrize("language, entry, others", [(language, entry, words.split()) for language, table in OTHERS.items() for entry, words in table.items()], ids=str)
def test_a_word_that_only_looks_alike_is_another(language: str, entry: str, others: list[str]) -> None:
    assert [] == [other for other in others if matches(other, entry, language)]
