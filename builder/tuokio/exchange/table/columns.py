"""What the columns of a question list are: told by their headings in Finnish, Swedish or English, or by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tuokio.exchange.table.answers import STATEMENT, name_options
from tuokio.sheet import Row

DEEPEST = 15
"""Rows in which headings are looked for; above them may stand what the list is called."""
WORDS = {
    "question": "kysymys|kysymysteksti|tehtävä|tehtävänanto|väite|väittämä|fråga|frågetext|uppgift|påstående|question|question text|questiontext|stem|prompt|statement|item",
    "option": "vaihtoehto|vaihtoehdot|vastausvaihtoehto|alternativ|svarsalternativ|option|choice|answer option|options|vastausvaihtoehdot|valinta|svarsval",
    "answer": "vastaus|svar|answer|response|answers|vastaukset",
    "wrong": "väärä vastaus|väärä vaihtoehto|väärä|väärät|fel svar|fel alternativ|wrong answer|incorrect answer|wrong|incorrect|distractor|wrong answers|häiritsijä|distraktor",
    "correct": "oikea|oikein|oikea vastaus|oikeat vastaukset|oikeat|oikea vaihtoehto|rätt|rätt svar|rätta svar|rätt alternativ|facit|correct|correct answer|correct answers|right answer|right|key|answer key|solution|ratkaisu|malliratkaisu|mallivastaus|modellsvar|model answer|is correct|oikein/väärin|tosi/epätosi|totta/tarua|rätt/fel|sant/falskt|true/false",
    "feedback": "palaute|palauteteksti|kommentti|återkoppling|feedback|respons|kommentar|comment|generalfeedback|general feedback|yleispalaute|allmän återkoppling",
    "praise": "palaute oikein|palaute oikeasta|oikean palaute|palaute oikeaan|palaute jos oikein|oikea palaute|återkoppling rätt|rätt återkoppling|correct feedback|correctfeedback|feedback correct|feedback if correct|right feedback",
    "rebuke": "palaute väärin|palaute väärästä|väärän palaute|palaute väärään|palaute jos väärin|väärä palaute|återkoppling fel|fel återkoppling|incorrect feedback|incorrectfeedback|feedback incorrect|feedback wrong|wrong feedback|feedback if wrong|feedback if incorrect",
    "partly": "palaute osittain|osittain oikein|partiallycorrectfeedback|partially correct feedback|partly correct feedback|delvis rätt",
    "ignored": "answernumbering|answer numbering|generalfeedbackformat|questiontextformat",
    "explanation": "selitys|perustelu|perustelut|selite|miksi|förklaring|motivering|varför|explanation|answer explanation|rationale|why|reason|justification",
    "hint": "vihje|vinkki|ledtråd|tips|hint",
    "heading": "aihe|aihealue|luokka|kategoria|osio|osa|teema|ryhmä|moduuli|ämne|kategori|område|avsnitt|tema|category|topic|section|theme|group|module|subject|chapter",
    "points": "pisteet|piste|pistemäärä|poäng|points|point|score|mark|marks|defaultmark|default mark|grade",
    "tags": "tunnisteet|tunniste|avainsanat|tagit|tagi|asiasanat|etikett|etiketter|taggar|nyckelord|tags|tag|keywords|labels",
    "type": "tyyppi|kysymystyyppi|laji|typ|frågetyp|type|question type|kind|questiontype",
    "name": "nimi|kysymyksen nimi|namn|frågans namn|name|question name|questionname|title|otsikko|rubrik",
    "number": "nro|no|nr|numero|nummer|number|n|id|tunnus|järjestysnumero|kysymysnumero|löpnummer|kysymysnro",
    "tolerance": "toleranssi|tarkkuus|sallittu poikkeama|tolerans|noggrannhet|tolerance|precision|margin",
    "unit": "yksikkö|mittayksikkö|enhet|unit|units",
}
ROLES = {word: role for role, words in WORDS.items() for word in words.split("|")}
ASIDE = re.compile(r"\(.*?\)|\[.*?\]|\s[-–—:]\s.{4,}$|[*:?]+$")
"""What headings say besides: `Answer 1 - max 75 characters`, `Kysymys (pakollinen)`."""
INDEX = re.compile(r"^(?:(?P<first>[a-hA-H]|\d{1,2})[-_.) ]+(?P<after>\D.*)|(?P<before>.*?[^\W\d_])\s*[-_ .]*(?P<last>\d{1,2})|(?P<words>.*\S)[-_ ]+(?P<letter>[a-hA-H])[.)]?)$")
BARE = re.compile(r"([A-H]|\d{1,2})[.)]?", re.I)
REPEATED = {"option", "answer", "wrong", "feedback", "explanation", "correct", "hint"}


@dataclass(slots=True)
class Columns:
    """Where things stand, as columns from 0. What is not there is missing."""

    single: dict[str, int] = field(default_factory=dict)
    """By role: question, correct, feedback, heading …"""
    options: dict[int, int] = field(default_factory=dict)
    """Options by their place, from 1."""
    feedback: dict[int, int] = field(default_factory=dict)
    """What is said to who chooses them, by the same place."""
    wrong: list[int] = field(default_factory=list)
    """Options that are wrong, beside a right one in `correct`."""
    correct: list[int] = field(default_factory=list)
    """Where it is told what is right; Moodle's lists have a column for each right answer."""
    hints: list[int] = field(default_factory=list)
    unknown: dict[int, str] = field(default_factory=dict)
    """Headings nobody knows, by column; empty where a column has texts and no heading."""
    first: int = 0
    """The first row of questions, as an index of the sheet's rows."""
    headed: bool = True

    @property
    def long(self) -> bool:
        """Whether each option has a row of its own."""
        return list(self.options) == [0] and bool(self.correct)


@lru_cache(maxsize=1000)
def _read_heading(text: str) -> tuple[str, int] | None:
    """Return the role and the place (from 1, else 0) that a heading tells of."""
    text = " ".join(ASIDE.sub(" ", text.replace("_", " ")).split()).strip(" .")
    plain = text.casefold()
    if role := ROLES.get(plain):
        return role, 0
    if BARE.fullmatch(text):
        return "option", _place(text.rstrip(".)"))
    if match := INDEX.fullmatch(text):
        word = (match["after"] or match["before"] or match["words"]).casefold().strip(" -_.")
        if (role := ROLES.get(word)) and role in REPEATED:
            return role, _place(match["first"] or match["last"] or match["letter"])
    return None


def _place(text: str) -> int:
    return int(text) if text.isdigit() else ord(text.upper()) - 64


def find_columns(rows: Sequence[Row]) -> Columns | None:
    """Return what the columns of a sheet are, by a row of headings or by what stands in them; None if neither tells."""
    for index, row in enumerate(rows[:DEEPEST]):
        known = [_read_heading(cell) for cell in row.cells if cell and len(cell) <= 80]
        roles = {found[0] for found in known if found}
        told = roles & {"option", "correct", "answer", "wrong"}
        if len([found for found in known if found]) >= 2 and ("question" in roles and told or {"option", "correct"} <= roles and known.count(("option", 1)) + known.count(("option", 2)) > 1):
            return _arrange(row, index, max(len(one.cells) for one in rows))
    return _guess(rows)


def _arrange(row: Row, index: int, width: int) -> Columns:
    columns = Columns(first=index + 1, unknown=dict.fromkeys(range(width), ""))
    answers: list[tuple[int, int]] = []
    for column, cell in enumerate(row.cells):
        if not cell:
            continue
        found = _read_heading(cell)
        if not found:
            columns.unknown[column] = cell
            continue
        del columns.unknown[column]
        role, place = found
        if role == "option":
            if place in columns.options:  # several called just the same
                place = max(columns.options) + 1
            columns.options[place] = column
        elif role == "answer":
            answers.append((place, column))
        elif role in ("feedback", "explanation") and place:
            columns.feedback[place] = column
        elif role == "wrong":
            columns.wrong.append(column)
        elif role == "correct":
            columns.correct.append(column)
        elif role == "ignored":
            continue
        elif role == "hint":
            columns.hints.append(column)
        elif role in columns.single:
            columns.unknown[column] = cell
        else:
            columns.single[role] = column
    if len(columns.options) > 1 and 0 in columns.options:  # `Vaihtoehto` and `Vaihtoehto 2`
        columns.options = {number: column for number, (_, column) in enumerate(sorted(columns.options.items(), key=lambda pair: pair[1]), 1)}
    if answers and (len(answers) > 1 or columns.correct) and not columns.options:
        columns.options = {place or number: column for number, (place, column) in enumerate(answers, 1)}
    else:
        columns.correct += [column for _, column in answers]
    _guess_question(row, columns)
    return columns


def _guess_question(row: Row, columns: Columns) -> None:
    """Take what stands before the options for the question if no heading says so."""
    if "question" not in columns.single and columns.options:
        before = [column for column, name in columns.unknown.items() if name and column < min(columns.options.values())]
        chosen = before[-1] if before else columns.single.pop("name", None)
        if chosen is not None:
            columns.unknown.pop(chosen, None)
            columns.single["question"] = chosen


def _guess(rows: Sequence[Row]) -> Columns | None:
    """Tell columns by what stands in them: where the right one is named, and what stands beside it."""
    sample = rows[:50]
    width = max((len(row.cells) for row in sample), default=0)
    if width < 2 or not sample:
        return None
    texts = [[row[column] for row in sample] for column in range(width)]
    start = 1 if width > 2 and all(re.fullmatch(r"\d{1,4}[.)]?", text) for text in texts[0]) else 0
    for column in range(width - 1, start, -1):
        if _share(_names(sample, start, column)) >= 0.8:
            options = range(start + 1, column) if column > start + 2 else range(column + 1, width)
            columns = Columns({"question": start}, {number: option for number, option in enumerate(options, 1)}, correct=[column], headed=False)
            if column > start + 2 and column + 1 < width:
                columns.single["explanation"] = column + 1
                columns.unknown = {other: "" for other in range(column + 2, width)}
            return columns
    if _share(text.casefold() in STATEMENT for text in texts[start + 1]) >= 0.8:
        columns = Columns({"question": start}, correct=[start + 1], headed=False)
        if width > start + 2:
            columns.single["explanation"] = start + 2
        return columns
    if width - start >= 3 and _share(any(cell.startswith("*") for cell in row.cells[start + 1 :]) for row in sample) >= 0.8:
        return Columns({"question": start}, {number: column for number, column in enumerate(range(start + 1, width), 1)}, headed=False)
    return None


def _names(sample: Sequence[Row], start: int, column: int) -> Iterator[bool]:
    """Yield for each row whether this column names an option, by letter, number or text, of those on its left or right."""
    for row in sample:
        left = row.cells[start + 1 : column]
        options = left if column > start + 2 else row.cells[column + 1 :]
        text = row[column]
        yield bool(text) and len([option for option in options if option]) >= 2 and len(text) < 200 and bool(name_options(text, options)[0])


def _share(values: Iterator[bool]) -> float:
    told = list(values)
    return sum(told) / len(told) if told else 0
