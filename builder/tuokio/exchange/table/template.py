"""An empty question list to fill in with Excel: its headings, and what to write below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tuokio.sheet import write as write_sheet


@dataclass(frozen=True)
class Text:
    """A template in one language."""

    list: str
    """The sheet that is filled in."""
    notes: str
    """The sheet that explains."""
    columns: Sequence[str]
    types: Sequence[str]
    """What may stand in the last column."""
    help: Sequence[Sequence[str]]
    """Rows of the sheet that explains: column, what to write there, an example."""


SUFFIXES = (".xlsx", ".csv")
WIDTHS = (18, 48, 28, 28, 28, 28, 10, 32, 32, 32, 32, 40, 28, 9, 16, 12)
TEXTS = {
    "fi": Text(
        "Kysymykset",
        "Ohje",
        ("Aihe", "Kysymys", "A", "B", "C", "D", "Oikea", "Palaute A", "Palaute B", "Palaute C", "Palaute D", "Selitys", "Vihje", "Pisteet", "Tunnisteet", "Tyyppi"),
        ("valinta", "väite", "sana", "luku", "avoin", "yhdistä", "järjestä"),
        (
            ("Ohje", "Kirjoita jokainen kysymys omalle rivilleen. Vain kysymys ja oikea vastaus ovat pakollisia.", "Esimerkki"),
            ("Aihe", "Saman aiheen kysymykset tulevat samaan vaiheeseen.", "Palautukset"),
            ("Kysymys", "Kysymys tai väite. Uuden rivin saat painamalla Alt+Enter.", "Asiakas palauttaa takin ilman kuittia. Mitä kysyt ensin?"),
            ("A–D", "Vaihtoehdot. Kolme hyvää riittää. Lisää E ja F, jos tarvitset enemmän.", "Millä maksoit takin?"),
            ("Oikea", "Oikean vaihtoehdon kirjain. Jos oikeita on useita, erota ne pilkulla. Ilman vaihtoehtoja: Tosi tai Epätosi, luku, tai hyväksytyt sanat puolipisteellä erotettuina.", "A"),
            ("Palaute A–D", "Mitä sanot sille, joka valitsi vaihtoehdon: mikä siinä oli oikein, mikä ei ja miksi.", "Korttimaksu löytyy ilman kuittiakin."),
            ("Selitys", "Näytetään lopuksi kaikille: miksi juuri tämä on oikein.", "Kuitti on vain yksi tapa todistaa osto."),
            ("Vihje", "Näytetään, kun oppija pyytää.", "Mikä muu todistaa saman kuin kuitti?"),
            ("Pisteet", "Jos jätät tyhjäksi, kysymyksestä saa yhden pisteen.", "2"),
            ("Tunnisteet", "Omia avainsanojasi pilkulla erotettuina, jos arvot kysymyksiä pankista.", "kassa, kuitti"),
            ("Tyyppi", "Jätä tyhjäksi, niin tyyppi päätellään rivistä. Avoin: Oikea-sarakkeessa on mallivastaus. Yhdistä: parit vaihtoehtoina, osien välissä =. Järjestä: vaihtoehdot oikeassa järjestyksessä.", "valinta"),
        ),
    ),
    "sv": Text(
        "Frågor",
        "Anvisning",
        ("Ämne", "Fråga", "A", "B", "C", "D", "Rätt", "Återkoppling A", "Återkoppling B", "Återkoppling C", "Återkoppling D", "Förklaring", "Ledtråd", "Poäng", "Etiketter", "Typ"),
        ("val", "påstående", "ord", "tal", "öppen", "para ihop", "ordna"),
        (
            ("Anvisning", "Skriv varje fråga på en egen rad. Bara frågan och det rätta svaret måste finnas.", "Exempel"),
            ("Ämne", "Frågor med samma ämne hamnar i samma steg.", "Returer"),
            ("Fråga", "En fråga eller ett påstående. Ny rad får du med Alt+Enter.", "En kund lämnar tillbaka en jacka utan kvitto. Vad frågar du först?"),
            ("A–D", "Alternativen. Tre bra räcker. Lägg till E och F om du behöver fler.", "Hur betalade du för jackan?"),
            ("Rätt", "Bokstaven för det rätta alternativet. Är flera rätt, skilj dem åt med komma. Utan alternativ: Sant eller Falskt, ett tal, eller godkända ord med semikolon emellan.", "A"),
            ("Återkoppling A–D", "Vad du säger till den som valde alternativet: vad som var rätt, vad som inte var det och varför.", "Kortbetalningen hittas även utan kvitto."),
            ("Förklaring", "Visas för alla till slut: varför just det svaret är rätt.", "Kvittot är bara ett sätt att visa köpet."),
            ("Ledtråd", "Visas när någon ber om den.", "Vad visar samma sak som kvittot?"),
            ("Poäng", "Lämnar du tomt ger frågan en poäng.", "2"),
            ("Etiketter", "Egna ord med komma emellan, om du drar frågor ur en bank.", "kassa, kvitto"),
            ("Typ", "Lämna tomt, så avgörs typen av raden. Öppen: modellsvaret står under Rätt. Para ihop: paren som alternativ, med = mellan delarna. Ordna: alternativen i rätt ordning.", "val"),
        ),
    ),
    "en": Text(
        "Questions",
        "Help",
        ("Topic", "Question", "A", "B", "C", "D", "Correct", "Feedback A", "Feedback B", "Feedback C", "Feedback D", "Explanation", "Hint", "Points", "Tags", "Type"),
        ("choice", "statement", "word", "number", "open", "match", "order"),
        (
            ("Help", "Write each question on a row of its own. Only the question and the right answer are needed.", "Example"),
            ("Topic", "Questions with the same topic go into the same step.", "Returns"),
            ("Question", "A question or a statement. Alt+Enter begins a new line.", "A customer returns a jacket without a receipt. What do you ask first?"),
            ("A–D", "The options. Three good ones are enough. Add E and F if you need more.", "How did you pay for it?"),
            ("Correct", "The letter of the right option. If several are right, put commas between them. Without options: True or False, a number, or the words you accept with semicolons between them.", "A"),
            ("Feedback A–D", "What you say to those who chose the option: what was right in it, what was not, and why.", "A card payment is found without the receipt."),
            ("Explanation", "Shown to everyone at the end: why this is the answer.", "A receipt is only one way to prove a purchase."),
            ("Hint", "Shown when a learner asks for it.", "What else proves what a receipt proves?"),
            ("Points", "One point if you leave it empty.", "2"),
            ("Tags", "Words of your own with commas between them, if you draw questions from a bank.", "till, receipt"),
            ("Type", "Leave it empty, and Tuokio sees it from the row. Open: the model answer stands in Correct. Match: pairs as options, with = between the sides. Order: the options in the right order.", "choice"),
        ),
    ),
}
LISTS = frozenset(text.list for text in TEXTS.values())
NOTES = frozenset(text.notes for text in TEXTS.values())


def write(suffix: str, language: str) -> bytes:
    """Return an empty question list, `.xlsx` with a second sheet that explains it, `.csv` with the explanation above its headings."""
    text = TEXTS.get(language.split("-")[0], TEXTS["en"])
    if suffix.lower() == ".xlsx":
        return write_sheet([text.columns], ".xlsx", name=text.list, widths=WIDTHS, notes=text.help, choices={len(text.columns) - 1: text.types})
    return write_sheet([*([line] for line in _explain(text)), text.columns], ".csv")


def _explain(text: Text) -> list[str]:
    """Return the explanation as lines."""
    return [f"{column}: {what} ({example})" if number else what for number, (column, what, example) in enumerate(text.help)]


def explains(line: str) -> bool:
    """Say whether a line is one of those that explain a template."""
    return any(line in _explain(text) for text in TEXTS.values())
