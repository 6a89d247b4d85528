"""The best reply of a conversation can be picked out without knowing anything: it is the longest, or all the others are rude.

**Why.** Whoever writes takes care over the right answer, and it grows. A learner who sees that learns to look for the longest. And
nobody would say what is only there to be wrong: what teaches are mistakes that are well meant. A conversation is reported when its best
reply is clearly the longest in every scene; a course, when it is the longest so often that chance would do so less than once in a
hundred times.

**Subject:** conversations. **Severity:** warning. **Source:** Haladyna, Downing & Rodriguez 2002, guidelines 24 and 29; Tarrant et al. 2009.

**Bad:** “Get lost.” · “I see, that is annoying. Shall I look whether another shop has one, and put it aside for you?”
**Good:** “We are out of them, I am sorry.” · “Shall I look whether another shop has one?”
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.blocks.scenario.faults import excerpt, told_by_length
from tuokio.blocks.scenario.model import Scenario
from tuokio.check.gathered import Gathered
from tuokio.check.manuscript import Manuscript
from tuokio.course import Course
from tuokio.finding import Finding, Severity

CHANCE, ENOUGH = 0.01, 8
"""How seldom chance would do it; and from how many scenes on that is asked."""
RUDE = {
    "en": re.compile(r"\b(?:shut up|get lost|get out|go away|idiot|stupid|moron|i don[’']t care|who cares|not my problem|none of my business|what do you want|leave me alone|calm down|are you deaf|can[’']t you read|whatever(?=[.!,”\"]|$)|your own fault|stop whining|stop complaining)\b", re.I),
    "fi": re.compile(r"\b(?:turpa kiinni|suu kiinni|painu (?:ulos|hiiteen|muualle)|häivy|idiootti|tyhmä|tollo|ei kiinnosta|ei voisi vähempää kiinnostaa|ei ole minun ongelmani|ei oo mun ongelma|ei kuulu minulle|mitä sinä haluat|mitä nyt taas|rauhoitu nyt|oletko kuuro|etkö osaa lukea|oma vika|ihan sama(?=[.!,”\"]|$)|lopeta valittaminen|anna olla)\b", re.I),
    "sv": re.compile(r"\b(?:håll (?:käften|mun)|stick|försvinn|idiot|dum i huvudet|jag bryr mig inte|vem bryr sig|inte mitt problem|angår mig inte|vad vill du(?! ha| att| hellre| veta| dricka| äta)|vad är det nu då|lugna ner dig|är du döv|kan du inte läsa|ditt eget fel|sluta gnälla|skit samma)\b", re.I),
}


def gather(manuscript: Manuscript) -> list[tuple[int, float, bool]]:
    """Return the scenes by their scenarios, each with how often chance would meet the best reply, and whether that is the longest."""
    found = []
    for _, scenario in manuscript.blocks:
        if not isinstance(scenario, Scenario) or told_by_length(scenario):
            continue  # it was told of alone
        for scene in scenario.scenes.values():
            best = max(((reply.right, reply.mood) for reply in scene.replies), default=None)
            right = [len(reply.text) for reply in scene.replies if (reply.right, reply.mood) == best]
            other = [len(reply.text) for reply in scene.replies if (reply.right, reply.mood) != best]
            if right and other:
                found.append((manuscript.numbers[scenario], len(right) / len(scene.replies), max(right) > max(other)))
    return found


def check(course: Course, gathered: Gathered) -> Iterator[Finding]:
    scenes = [(module, *one) for module in (*course.modules, *course.source.banks) for one in gathered.get(module, ())]
    chances = [chance for _, _, chance, _ in scenes]
    longest = [module.blocks[number] for module, number, _, is_longest in scenes if is_longest]
    if longest and len(chances) >= ENOUGH and _tail(chances, len(longest)) < CHANCE:
        yield Finding("obvious-best-reply", Severity.WARNING, longest[0].span("scenes"), f"In {len(longest)} of the {len(chances)} scenes of this course the best reply is the longest.", "Shorten some of the best replies, or let others say more: who notices replies without thinking.")


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    rude = RUDE.get(manuscript.tongue)
    for _, block in manuscript.blocks if rude else ():
        for name, scene in block.scenes.items() if isinstance(block, Scenario) else ():
            best = max(((reply.right, reply.mood) for reply in scene.replies), default=None)
            others = [reply for reply in scene.replies if (reply.right, reply.mood) != best]
            kind = [reply for reply in scene.replies if (reply.right, reply.mood) == best]
            if others and all(rude.search(reply.text) for reply in others) and not any(rude.search(reply.text) for reply in kind):
                yield Finding("obvious-best-reply", Severity.WARNING, block.span("scenes", name, "replies"), f"All replies here but the best are rude, such as “{excerpt(others[0].text)}”.", "Write mistakes that are well meant: too quick, too vague, kind and wrong.")


def _tail(chances: list[float], least: int) -> float:
    """Return how likely it is that at least so many of these come true."""
    odds = [1.0]
    for chance in chances:
        odds = [stay * (1 - chance) + come * chance for stay, come in zip([*odds, 0.0], [0.0, *odds], strict=True)]
    return sum(odds[least:])
