"""A text with gaps to fill."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any, ClassVar

from pydantic import BaseModel, Field, computed_field

from tuokio.blocks.block import LETTERS, Fault
from tuokio.blocks.question import Question
from tuokio.blocks.typed import find_lenient, find_values, fold
from tuokio.fields import Count, Flag, Prose
from tuokio.finding import Severity

GAP = re.compile(r"(?<!\\)\[\[((?:\\.|(?!\]\]|\[\[)[^\\\n])*)\]\]")
BAR = re.compile(r"(?<!\\)\|")
STRAY_STAR = re.compile(r"(?<!\\)\*\s*(?:\||\]\])")
ESCAPED = re.compile(r"\\([\\|*\[\]])")
OPEN, CLOSE = "\ue010", "\ue011"
"""Stand around a gap's id while the text is typeset: no signs of Markdown, so bold and lists go on around them."""


class Gap(BaseModel):
    """One gap."""

    id: str
    """a, b, c … in the order of the text."""
    right: str | None = None
    """Where one picks: the right option, a, b, c … in the author's order."""
    texts: list[str] = Field(exclude=True)
    """What is accepted where one types, or what one picks among."""
    stars: list[int] = Field(exclude=True)
    """Which of the texts are marked right."""

    @property
    def answer(self) -> str:
        """The right answer in words."""
        return self.texts[self.stars[0] if self.stars else 0]


class Blanks(Question):
    """A text has gaps, where one types or picks.

    Write the text under `blanks`, and in it `[[14|fourteen]]` where one types (`|` parts what you
    accept; the first is shown as the answer) or `[[*may|may not]]` where one picks, `*` before the
    right one. Markdown goes on around the gaps. Put the text in double quotes, or below `blanks: |`.
    A sign that should mean itself takes a backslash before it, `\\|` and `\\*`, and two of them in
    double quotes. `question` may stand above the text.

    Typed words are compared as in `answers`: capital letters, spaces and punctuation make no
    difference, inflected forms do, and `typos: 1` forgives one letter. All gaps are equally wide,
    so that the width tells nothing; `wide: true` makes them wider, for answers of several words.

    A translation writes its own text with the same gaps in the same order: typed or picked as in
    the source, with as many options and `*` at the same one.

    **Score:** gaps filled right, divided by all gaps; each counts the same, as none of them can be
    told to be harder. An empty gap is a wrong one. Trying again keeps what was right.
    """

    key: ClassVar[str] = "blanks"
    shape: ClassVar[str] = "`blanks`"
    spoken: ClassVar[frozenset[str]] = frozenset({"accepted"})

    blanks: Prose
    """The text with its gaps. Markdown."""
    typos: Count = Field(default=0, ge=0, le=2)
    """How many letters may be off in a typed gap: 0, 1 or 2."""
    wide: Flag = Field(default=False, exclude=True)
    """Wider gaps, for answers of several words."""

    @computed_field
    @cached_property
    def gaps(self) -> list[Gap]:
        """The gaps in the order of the text."""
        found = []
        for id, match in zip(LETTERS, GAP.finditer(self.blanks), strict=False):
            written = [part.strip() for part in BAR.split(match[1])]
            stars = [number for number, part in enumerate(written) if part.startswith("*")]
            texts = [ESCAPED.sub(r"\1", part[1:].strip() if number in stars else part) for number, part in enumerate(written)]
            found.append(Gap(id=id, right=LETTERS[stars[0]] if stars else None, texts=texts, stars=stars))
        return found

    @computed_field
    @property
    def accepted(self) -> dict[str, list[str]]:
        """What is accepted in each typed gap."""
        return {gap.id: gap.texts for gap in self.gaps if not gap.right}

    def choices(self) -> dict[str, str]:
        return {f"{gap.id}.{letter}": text for gap in self.gaps if gap.right for letter, text in zip(LETTERS, gap.texts, strict=False)}

    @property
    def framed(self) -> str:
        """The text with stand-ins for its gaps, to be typeset."""
        ids = iter(LETTERS)
        return GAP.sub(lambda _: f"{OPEN}{next(ids)}{CLOSE}", re.sub(f"[{OPEN}{CLOSE}]", "", self.blanks))

    def cut(self, html: str) -> Iterator[tuple[str, Gap | None]]:
        """Yield the typeset text in pieces, each with the gap before it; the first has none."""
        by_id = {gap.id: gap for gap in self.gaps}
        first, *rest = html.split(OPEN)
        yield first, None
        for piece in rest:
            id, _, text = piece.partition(CLOSE)
            yield text, by_id[str(id)]

    def listed(self, gap: Gap) -> list[tuple[str, str]]:
        """Return what one picks among, by id, in an order that does not tell which is right."""
        options = list(zip(LETTERS, gap.texts, strict=False))
        return sorted(options, key=lambda option: (len(option[1]), option[1])) if self.shuffle else options

    def suggest_id(self) -> str:
        return self.question or GAP.sub("", self.blanks)

    def faults(self) -> Iterator[Fault]:
        yield from (fault for fault in super().faults() if fault.id != "no-question")
        yield from self._unclear()
        if typed := list(self.accepted.values()):
            yield from find_lenient([max((text for texts in typed for text in texts), key=len)], self.typos, ("typos",))

    def _unclear(self) -> Iterator[Fault]:
        """Yield gaps that cannot be filled, or not as their author means."""
        at = ("blanks",)
        lost = re.search(r"(?<!\\)\[\[", GAP.sub("", self.blanks))
        if not self.gaps and not lost:
            yield Fault("no-gap", "There is no gap in this text.", "Put what is to be typed in double brackets, `[[14|fourteen]]`, or what is to be picked, `[[*may|may not]]`.", at)
        if len(GAP.findall(self.blanks)) > len(LETTERS):
            yield Fault("too-many", f"There are more than {len(LETTERS)} gaps.", "Make several questions of it.", at)
        if lost:
            yield Fault("gap-not-closed", "A gap begins with `[[` and does not end on its line.", "Close it with `]]`, or write `\\[[` for brackets.", at)
        if _is_in_link(self.framed):
            yield Fault("gap-in-link", "A gap is inside a link or a picture, where nobody can fill it.", "Move it before or after the link or picture.", at)
        for number, (gap, match) in enumerate(zip(self.gaps, GAP.finditer(self.blanks), strict=False), 1):
            yield from find_values(gap.texts, at)
            plain = [fold(text) for text in gap.texts]
            if not all(plain):
                yield Fault("empty-gap", f"Gap {number} has an answer without text.", "Write what fills it: `[[14|fourteen]]`.", at)
            elif len(set(plain)) < len(plain):
                yield Fault("identical-answers", f"Two answers of gap {number} are the same.", "Keep one of them: capital letters, spaces and punctuation make no difference.", at)
            if len(gap.stars) > 1:
                yield Fault("two-correct-options", f"Gap {number} has more than one `*`.", "Mark one as right. Where several fit, let learners type: leave out every `*`.", at)
            elif not gap.stars and len(gap.texts) > 1 and STRAY_STAR.search(match[0]):
                yield Fault("stray-star", f"In gap {number} a `*` stands behind an answer, so all of its answers are right and one types them.", "To have one picked, write the `*` before the right one: `[[*may|may not]]`.", at, Severity.WARNING)
            elif gap.stars and len(gap.texts) < 2:
                yield Fault("too-few", f"In gap {number} there is only one to pick.", "Add a plausible mistake, `[[*may|may not]]`, or leave out the `*` and it is typed.", at)

    def mistranslations(self, source: Any, borrowed: frozenset[str]) -> Iterator[Fault]:
        if self.blanks.strip() in borrowed:
            yield Fault("answers-not-translated", f"The text with the gaps is not translated, so the whole question is shown in `{source.language}`.", "Write `blanks:` in this language.", severity=Severity.WARNING)
        elif [*self._describe()] != [*source._describe()]:
            yield Fault("gaps-differ", f"The gaps are not those of the source, which has {', '.join(source._describe())}. The source is shown instead.", f"Write the same ones in the same order. Here are {', '.join(self._describe()) or 'none'}.", ("blanks",), Severity.WARNING)
        else:
            yield from self._unclear()

    def _describe(self) -> Iterator[str]:
        for number, gap in enumerate(self.gaps, 1):
            yield f"{number} picked, `*` at {gap.stars[0] + 1} of {len(gap.texts)}" if gap.stars else f"{number} typed"


def _is_in_link(framed: str) -> bool:
    """Say whether a gap stands in the words of a link or in its address. Taken apart, as a pattern of both would be slow on many brackets."""
    words = (part.partition("[")[2] for line in framed.split("\n") for part, after in pairwise(line.split("]")) if after.startswith("("))
    addresses = (part.partition("](")[2] for part in re.split(r"[)\n]", framed))
    return any(OPEN in part for part in (*words, *addresses))


Kind = Blanks
