"""Feedback says no more than right or wrong.

**Why.** That it was wrong helps next to nothing (an effect of 0.05), the right answer helps some (0.32), and why it is right helps most
(0.49). "Try again" teaches to guess again.

**Subject:** questions. **Severity:** warning. **Source:** Van der Kleij, Feskens & Eggen 2015. An `explanation` of the question says why to whoever was right, so that the
right option may be praised in a word.

**Bad:** `feedback: Wrong. Try again.`
**Good:** `feedback: The receipt is one proof of the purchase. A card payment is another, so look for that.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tuokio.blocks.question import UNSAID, Question
from tuokio.check.manuscript import Manuscript
from tuokio.check.markup import strip_markup
from tuokio.check.options import list_choosable
from tuokio.finding import Finding, Severity

SHORTEST = 25  # characters that can say a reason
VERDICTS = {
    "en": "or did didn't right wrong correct incorrect correctly yes no not quite exactly good great job well done excellent perfect nice sorry unfortunately oops try again once more think about it carefully that this is was the your answer true false you a an of course almost close near nearly bravo super fantastic very absolutely indeed please better luck next time here option choice got it isn't wasn't that's it's and but to on keep going read read text another one have look remember what been so hmm ok okay spot right! choose check nope awesome brilliant go work i'm afraid how did know knew mistake bad unlucky",
    "fi": "tai oikein väärin oikea väärä oikeaa hyvä hyvin hienoa hieno loistavaa loistava erinomaista erinomainen mahtavaa täydellistä täydellinen juuri näin niin kyllä ei joo aivan ihan melkein lähellä lähes yritä uudelleen uudestaan kokeile vielä kerran mieti tarkemmin tarkkaan hups valitettavasti vastaus vastasit vastauksesi tämä se on oli ole eikö sinä valintasi valitsit vaihtoehto totta täysin upeaa upea vau bravo ensi kerralla parempi onni nyt tällä kertaa harmi pieleen meni osuit huti ikävä tiesit osaat huolellisemmin hyvää työtä hienosti loistavasti erinomaisesti mainiota mainiosti meni oikean väärän oikeassa väärässä olet olit mietipä yritäpä kokeilepa vaihtoehdon pidä paikkaansa lue teksti kertaa palaa materiaaliin valinta ok okei sitten vähän ja mutta",
    "sv": "rätt fel korrekt inkorrekt ja nej inte riktigt helt precis bra jättebra toppen utmärkt perfekt snyggt jobbat tyvärr hoppsan försök igen en gång till tänk efter noga nästan nära det här är var ditt svar svaret du svarade stämmer sant falskt bravo super strålande duktigt mycket verkligen just så attans oj bättre lycka nästa och men på läs texten om den kan gjort hade har pröva prova stämde synd valde alternativet valet",
}
JUDGING = {
    "en": re.compile(r"\b(?:think|right|wrong|(?:in)?correct(?:ly)?|quite|exactly|great|good|done|excellent|perfect|nice|sorry|unfortunately|oops|again|awesome|brilliant|afraid|bravo|super|fantastic|true|false|yes|no|nope|almost|close|bad|read)\b", re.I),
    "fi": re.compile(r"\b(?:oikein|väärin|oikea|väärä|hyvä|hyvin|hieno\w*|hienosti|mainio\w*|oikea[an]|väärä[än]|oikeassa|väärässä|paikkaansa|mietipä|yritäpä|kokeilepa|loistava\w*|erinomai\w+|mahtava\w*|täydelli\w+|juuri|aivan|ihan|melkein|läh\w+|yritä|uudelleen|uudestaan|kokeile|mieti|hups|valitettavasti|totta|upea\w*|vau|bravo|lue|pieleen|huti|harmi)\b", re.I),
    "sv": re.compile(r"\b(?:rätt|fel|korrekt|inkorrekt|riktigt|precis|bra|jättebra|toppen|utmärkt|perfekt|snyggt|tyvärr|hoppsan|försök|nästan|stämmer|stämde|pröva|prova|bravo|super|läs|tänk|attans)\b", re.I),
}
"""Words that judge, one of which there must be; the others of a verdict say nothing, but may belong to a reason."""
MOST = 1  # words beside the verdict that still say nothing
FEW = 8  # words that are looked at first
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    language = manuscript.language.split("-")[0]
    if language not in VERDICTS:
        return
    for question in manuscript.questions:
        explained = len(question.explanation) >= SHORTEST
        for path, text, right in _list_feedback(question):
            if len(text) < 4 * SHORTEST and not (explained and right) and not _opens_with_reason(text, language):
                if _says_nothing(strip_markup(text), language) and JUDGING[language].search(text):
                    yield Finding("judging-feedback", Severity.WARNING, question.span(*path), "This says right or wrong and not why.", "Say what it leads to or what it rests on: the reason teaches, the verdict hardly does.")


def _opens_with_reason(text: str, language: str) -> bool:
    """Say whether its first words show that it says more than a verdict; most do, and what has markup in it may not."""
    verdicts, rest = _list_verdicts(language), 0
    for word in text.split(maxsplit=FEW)[:FEW]:
        if not word.isalpha():
            return False
        rest += word.lower() not in verdicts
        if rest > MOST:
            return True
    return False


def _says_nothing(text: str, language: str) -> bool:
    """Say whether no more than a word or two in it could be a reason."""
    verdicts, rest = _list_verdicts(language), 0
    for match in WORD.finditer(text):
        word = match[0]
        if word.lower().replace("’", "'") not in verdicts:
            if rest >= MOST or len(word) >= SHORTEST:
                return False
            rest += 1
    return True


@cache
def _list_verdicts(language: str) -> frozenset[str]:
    return frozenset(VERDICTS[language].split())


def _list_feedback(question: Question) -> Iterator[tuple[tuple[str | int, ...], str, bool]]:
    """Yield what is said to answers, and whether it is enough that the explanation says why."""
    key, parts = list_choosable(question)
    for number, part in enumerate(parts):
        if part.feedback.strip():
            yield (key, number, "feedback"), part.feedback, part.correct
    if isinstance(question.feedback, str):
        if question.feedback.strip():
            yield ("feedback",), question.feedback, True
    elif question.feedback is not UNSAID and not question.ranges:
        yield from ((("feedback", verdict), text, True) for verdict in ("correct", "partly", "wrong") if (text := getattr(question.verdicts, verdict).strip()))
