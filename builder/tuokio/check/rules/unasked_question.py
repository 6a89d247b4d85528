"""The stem of a question asks nothing.

**Why.** A stem such as "Returns:" makes learners read every option to find out what is meant, and then choose whatever is true. It
must stand by itself: in review, in an exam and on paper there is no text above it.

**Subject:** questions. **Severity:** warning. **Source:** Haladyna, Downing & Rodriguez 2002, guidelines on the stem; NBME's test of covering the options. A
question mark, a request or a sentence to complete asks something, and so does a picture.

**Bad:** `question: Returns`
**Good:** `question: A customer brings back a kettle without a receipt. What do you check first?`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tuokio.blocks.question import Question
from tuokio.check.manuscript import Manuscript
from tuokio.check.markup import strip_markup
from tuokio.finding import Finding, Severity

REQUESTS = {
    "en": "choose select pick tick mark put order arrange sort match complete fill name list write type find decide tell say explain describe calculate count work give read look imagine think place group connect rank press point show identify answer state rewrite reply translate correct compare estimate recall remember suppose let click check finish spell enter add judge guess assume define convert round consider help pretend solve advise note drag tap use justify summarise summarize draw plan outline circle prove",
    "fi": "valitse järjestä yhdistä lajittele täydennä täytä nimeä kirjoita etsi päätä kerro sano selitä kuvaile laske anna lue katso kuvittele merkitse rastita poimi laita pane aseta vastaa arvioi vertaa osoita paina klikkaa muotoile mieti pohdi muistele muista luettele korjaa tunnista sijoita siirrä ratkaise päättele ehdota lisää keksi napauta kosketa tee mainitse ilmoita muunna pyöristä auta jatka palauta oleta arvaa syötä käytä ota löydä kuuntele perustele tiivistä tarkista tutki suunnittele hahmottele piirrä ympyröi ruksaa numeroi listaa",
    "sv": "välj ordna para sortera fyll komplettera skriv namnge hitta bestäm berätta säg förklara beskriv räkna ge läs titta föreställ tänk kryssa markera placera svara uppskatta jämför peka tryck klicka formulera fundera minns lista rätta identifiera lös avgör föreslå lägg nämn ange kombinera gruppera avrunda omvandla ta gör hjälp fortsätt sök sätt dra gissa anta använd lyssna motivera sammanfatta ringa kontrollera granska planera rita",
}
WORDS = {
    "en": re.compile(r"\b(?:which|what|who|whom|whose|where|when|why|how)\b", re.I),
    "fi": re.compile(r"\b(?:mi(?:kä|tkä|tä|nkä|hin|stä|ssä|llä|lle|ltä|ksi|ten|llain\w+|llais\w+|lloin|nne)|ku(?:ka|ka|inka|mpi\w*|mma\w+)|ketkä|ketä|ke(?:nelle|neltä|nen|net|stä)|paljonko|montako|onko|voiko|saako|pitääkö|\w+(?:nko|tko|nkö|tkö))\b", re.I),
    "sv": re.compile(r"\b(?:vilk(?:en|et|a)|vad|vem|vems|var|vart|när|varför|hur)\b", re.I),
}
"""Words that ask, should the question mark be forgotten."""
STARTS = re.compile(r"(?:^|[.!?:;,–—]\s+|\n[^\S\n]*)(?:please |now |then |ja |nyt |ensin |och |nu |sedan )?(\w+)", re.I)
STEMMED = ("options", "answers", "number")
"""Questions that need a stem: in others, what is to be done shows."""
SHORTEST = 2  # words of a question that can stand by itself: `Who greets?` can, `Why?` cannot


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    language = manuscript.language.split("-")[0]
    if language not in REQUESTS:
        return
    for question in manuscript.questions:
        if question.key in STEMMED and not question.image and question.question.strip() and "![" not in question.question and not _asks(question, language):
            yield Finding("unasked-question", Severity.WARNING, question.span("question"), "Nothing is asked here, so one has to guess it from the options.", "Ask it in a whole sentence that can be answered with the options covered.")


def _asks(question: Question, language: str) -> bool:
    stem = question.question
    if "?" in stem or "？" in stem or ";" in stem[-2:]:
        return len(strip_markup(stem).split()) >= SHORTEST
    stem = strip_markup(stem).strip()
    if "__" in question.question or "…" in stem or "..." in stem or WORDS[language].search(stem):
        return True
    requests = _list_requests(language)
    if any(word.lower() in requests for word in STARTS.findall(stem)):
        return True
    # A sentence to complete ends open; a bare heading is shorter than any.
    return len(stem.split()) >= (4 if language == "fi" else 5) and stem[-1] not in ".!"


@cache
def _list_requests(language: str) -> frozenset[str]:
    return frozenset(REQUESTS[language].split())
