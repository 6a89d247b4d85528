"""What each role may promise, and how much of it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise, zip_longest
from typing import Annotated, ClassVar, cast

from pydantic import Field, model_validator

from tuokio.blocks.block import Block, Fault
from tuokio.blocks.made import Made, Maker
from tuokio.blocks.parts import Option, clashes, letter_parts
from tuokio.blocks.promises.asked import NOBODY, Asked
from tuokio.blocks.promises.limit import Limit, explain
from tuokio.blocks.promises.promise import Promise
from tuokio.fields import ONE_OR_MANY, Count, Prose
from tuokio.finding import Severity, did_you_mean

NOTHING = Limit(0)


class Promises(Maker):
    """What each role may promise a customer by itself, and from where on it asks another.

    Write the `roles`, beginning with the one who may promise least, and under `promises` a
    `situation` with its `limits`: for each role a number with its unit, `20 €`, the highest that role
    may promise; `true` where it has no limit, `false` where it may promise nothing. The unit
    may have another form beside a 1: `1 day` and `7 days`. `why` says where a limit comes from,
    `otherwise` what to do when nobody's limit is enough.

    All is shown as a table, and on a phone as a card for each situation. Below it learners are asked
    about amounts on both sides of each limit, exactly at it and one `step` beyond: whose limit
    is enough? `draw` is how many are asked, others at each attempt.

    In another language write `roles`, `situation`, `why` and `otherwise`. Write `limits` only where
    their unit is a word, with the roles as they are called there; the numbers are always the source's.
    """

    fence: ClassVar[str] = "promises"
    index: ClassVar[str] = "rules"

    title: Prose = ""
    """Stands above the table, and in the course's index of rules. Left out there: the first situation."""
    roles: Annotated[list[str], ONE_OR_MANY] = Field(min_length=1, max_length=6, exclude=True)
    """Who promises, beginning with the one who may least: `[Shop assistant, Shift manager]`."""
    promises: list[Promise] = Field(min_length=1, max_length=40)
    """The situations, each with its limits."""
    otherwise: Prose = ""
    """What to do when nobody's limit is enough: `I call the regional manager.`"""
    draw: Count = Field(default=3, ge=0, le=100)
    """How many of its questions the step asks, others at each attempt; 0 leaves them to review."""

    @model_validator(mode="after")
    def _read_limits(self) -> Promises:
        letter_parts(self.promises)
        for promise in self.promises:
            read = [Limit.read(promise.limits.get(role, "")) for role in self.roles]
            promise.settle([limit or NOTHING for limit in read], [limit for limit in read if limit and limit.is_number])
        return self

    @property
    def is_measured(self) -> bool:
        """Whether any limit is a number."""
        return any(promise.is_measured for promise in self.promises)

    @property
    def has_reasons(self) -> bool:
        """Whether any limit has a reason."""
        return any(promise.why for promise in self.promises)

    def headline(self) -> str:
        return self.title or self.promises[0].situation

    def suggest_id(self) -> str:
        return self.headline()

    def make(self) -> list[Made]:
        made = []
        for turn, promise in enumerate(self.promises):
            asked = [self._ask(promise, name, limit) for name, limit in promise.boundaries()]
            first = turn % len(asked)
            made.append([*asked[first:], *asked[:first]])
        # On paper are the first of them: each of another situation, and at another limit.
        return [one for one in chain(*zip_longest(*made)) if one]

    def _ask(self, promise: Promise, name: str, limit: Limit | None) -> Asked:
        amount = limit and limit.most
        right = next((number for number, own in enumerate(promise.row) if own.allows(amount)), len(self.roles))
        texts = {chr(97 + number): role for number, role in enumerate(self.roles)} | {NOBODY: self.otherwise}
        options = [Option(id=id, text=text, correct=number == right) for number, (id, text) in enumerate(texts.items())]
        asked = Asked.of(self, f"{promise.id}.{name}", question=promise.situation, options=options, explanation=promise.why, amount=amount, shuffle=False)
        asked._promise, asked._limit = promise, limit
        return asked

    def is_foreign(self, promise: Promise) -> bool:
        """Say whether the unit is still a word of the source's language."""
        return self.source is not None and _is_borrowed(promise, self.roles, cast(Promises, self.source), self.place.borrowed)

    def faults(self) -> Iterator[Fault]:
        yield from (unfit := list(self._unfit_roles()))
        for fault in clashes(self.promises, "promises", "situation"):
            yield replace(fault, at=tuple("situation" if step == "text" else step for step in fault.at), cure=fault.cure.replace("`text:`", "`situation:`"))
        for number, promise in enumerate(self.promises if not unfit else ()):
            yield from self._unfit_limits(promise, ("promises", number))

    def _unfit_roles(self) -> Iterator[Fault]:
        for number, role in enumerate(self.roles):
            if not role.strip():
                yield Fault("empty-role", "This role has no name.", "Write who it is, or remove it.", ("roles", number))
            elif role in self.roles[:number]:
                yield Fault("identical-roles", f"`{role}` is there twice.", "Remove one of them.", ("roles", number))

    def _unfit_limits(self, promise: Promise, at: tuple[str | int, ...]) -> Iterator[Fault]:
        """Yield what is wrong with the limits of one situation."""
        unread, meant = False, set()
        for role in [role for role in promise.limits if role not in self.roles]:
            near = did_you_mean(role, [other for other in self.roles if other not in promise.limits])
            meant.add(near)
            yield Fault("unknown-role", f"There is no role `{role}` here.", near or f"The roles are {_list(self.roles)}. A new one is written under `roles` first.", (*at, "limits", role), key=True)
        for role in self.roles:
            if role not in promise.limits:
                unread = True
                if any(f"`{role}`" in near for near in meant):
                    continue
                yield Fault("missing-limit", f"What `{role}` may promise here is not said.", f"Add `{role}:` with a number and its unit, `true` or `false`.", (*at, "limits", role))
            elif Limit.read(promise.limits[role]) is None:
                unread = True
                id, message, cure = explain(promise.limits[role])
                yield Fault(id, message, cure, (*at, "limits", role))
        if promise.step <= 0:
            yield Fault("out-of-range", "A step is more than 0.", "Change the number, or leave `step` out.", (*at, "step"))
        elif not unread:
            yield from self._unlikely_limits(promise, at)

    def _unlikely_limits(self, promise: Promise, at: tuple[str | int, ...]) -> Iterator[Fault]:
        """Yield limits that cannot be compared, or that do not rise as roles do."""
        measured = [(role, limit) for role, limit in zip(self.roles, promise.row, strict=True) if limit.is_number]
        for role, limit in measured[1:]:
            first, other = measured[0]
            if not limit.unit.fits(other.unit, one=1 in (limit.most, other.most)):
                yield Fault("other-unit", f"The limit of `{first}` is `{promise.limits[first]}`, and this one is measured otherwise.", "Write all limits of a situation in the same unit.", (*at, "limits", role))
                return
        for (lower, one), (higher, other) in pairwise(zip(self.roles, promise.row, strict=True)):
            if other.most < one.most:
                yield Fault("limit-falls", f"`{higher}` may promise less here than `{lower}`, though roles are written from the one who may least.", "Check the limits, and the order of `roles`.", (*at, "limits", higher), Severity.WARNING)
        amounts = sorted({limit.most for _, limit in measured})
        if gap := next((higher - lower for lower, higher in pairwise(amounts) if lower + promise.step > higher), 0):
            yield Fault("step-too-long", f"One step of {promise.step:g} beyond a limit is beyond the next one too.", f"Add `step:` with the smallest difference that counts, at most {round(gap, 9):g}.", (*at, "limits"), Severity.WARNING)

    def follow(self, source: Block) -> Iterator[Fault]:
        """Numbers are the source's; only how the unit is called may be told here."""
        source = cast(Promises, source)
        for number, (own, original) in enumerate(zip(self.promises, source.promises, strict=False)):
            written = []
            for role, theirs in zip(self.roles, original.row, strict=False):
                if role not in own.limits:
                    continue
                at, limit = ("promises", number, "limits", role), Limit.read(own.limits[role])
                if limit is None:
                    id, message, cure = explain(own.limits[role])
                    yield Fault(id, message, cure, at, Severity.WARNING)
                    continue
                if limit.most != theirs.most:
                    yield Fault("translation-differs", "This limit is not as in the source, which holds for every language.", "Write its number, or `true` or `false`, as it is there.", at, Severity.WARNING)
                if limit.is_number:
                    written.append(limit)
            for role in own.limits:
                if role not in (*self.roles, *source.roles):
                    yield Fault("unknown-role", f"There is no role `{role}` here.", did_you_mean(role, self.roles) or f"The roles are {_list(self.roles)}.", ("promises", number, "limits", role), Severity.WARNING)
            own.settle(original.row, written or [limit for limit in original.row if limit.is_number])

    def mistranslations(self, source: Block, borrowed: frozenset[str]) -> Iterator[Fault]:
        for number, promise in enumerate(self.promises):
            if _is_borrowed(promise, self.roles, cast(Promises, source), borrowed):
                yield Fault("untranslated", "What these limits are measured in is not translated yet.", "Write `limits:` here too, with the same numbers.", ("promises", number), Severity.HINT)


def _is_borrowed(promise: Promise, roles: list[str], source: Promises, borrowed: frozenset[str]) -> bool:
    """Say whether the unit is a word, and still the source's. Abbreviations such as `kg` are much the same everywhere."""
    unit = promise.unit(math.inf)
    written = [role for role in roles if role in promise.limits and (role not in source.roles or promise.limits[role].strip() not in borrowed)]
    return not written and sum(map(str.isalpha, unit.before + unit.after)) > 2


def _list(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


Kind = Promises
