"""What can be wrong with a deck of encounters, and with what is watched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tuokio.blocks.block import Fault
from tuokio.blocks.encounter.deck import Customer, Mood, Twist
from tuokio.blocks.lines import parted
from tuokio.blocks.parts import clashes
from tuokio.finding import Severity, did_you_mean

WITHIN = 6
"""Nobody comes twice within so many cards, if there are as many."""
MOST_POINTS = 6
LONG_FRONT, LONG_BACK = 260, 520
"""Signs beyond which a side of a card is no longer taken in at a glance, nor printed in a size to be read."""


def unfit_customers(customers: list[Customer], moods: list[Mood]) -> Iterator[Fault]:
    """Yield customers that cannot be played or told apart, and what they lack."""
    yield from _rename(clashes(customers, "customers", "customer"), "name")
    names = [mood.name for mood in moods]
    known = {name.casefold() for name in names}
    for number, customer in enumerate(customers):
        at = ("customers", number)
        for place, name in enumerate(customer.moods):
            if name.casefold() not in known:
                cure = did_you_mean(name, names) or f"The moods are {', '.join(f'`{one}`' for one in names)}. A new one is written under `moods` first."
                yield Fault("unknown-mood", f"There is no mood `{name}` here.", cure, (*at, "moods", place))
        if not customer.errand.strip():
            yield Fault("empty-errand", "This customer has no errand, so nobody can play them.", "Write what they want, and the facts they know.", (*at, "errand"))
        if not customer.hidden.strip():
            yield Fault("nothing-hidden", "Nothing is said of what is really behind this errand, so there is nothing to find out by asking.", "Add `hidden:` with what comes out if they are asked kindly.", at, Severity.HINT)
        if not customer.right.strip():
            yield Fault("unsaid-right", "It is not said what would be right here, so the two cannot tell whether kindness was enough.", "Add `right:` with what one has to know, say or do.", at, Severity.HINT)
        yield from _long_texts(customer, at)
    if len(customers) < WITHIN:
        yield Fault("few-customers", f"With {len(customers)} customers the same one soon comes again.", f"Write {WITHIN} at least: then nobody comes twice within {WITHIN} cards.", ("customers",), Severity.HINT, key=True)


def _long_texts(customer: Customer, at: tuple[str | int, ...]) -> Iterator[Fault]:
    front, back = len(customer.errand), len(customer.hidden) + len(customer.right)
    for what, key, length, most in (("The errand has", "errand", front, LONG_FRONT), ("`hidden` and `right` have together", "right" if customer.right else "hidden", back, LONG_BACK)):
        if length > most:
            yield Fault("long-card", f"{what} {length} characters: too many to take in at a glance, and for a printed card.", f"Say it shorter, in {most} at most.", (*at, key), Severity.HINT)


def unfit_moods(moods: list[Mood], customers: list[Customer], *, keyed: bool) -> Iterator[Fault]:
    """Yield moods that cannot be played or told apart, or that nobody has; `keyed` if they were written `name: how it shows`."""
    for fault in _rename(clashes(moods, "moods", "mood"), "name"):
        yield replace(fault, at=("moods", moods[int(fault.at[1])].name), key=True) if keyed else fault
    had = {id for customer in customers for id in customer.may}
    for number, mood in enumerate(moods):
        at = ("moods", mood.name) if keyed else ("moods", number)
        if not mood.shows.strip():
            yield Fault("empty-mood", "It is not said how this mood shows, so nobody can play it.", "Write what one does in it: `Looks at the clock and answers in single words.`", at if keyed else (*at, "shows"), key=keyed)
        if mood.id not in had:
            yield Fault("unused-mood", "No customer comes in this mood.", "Add it to the `moods` of a customer, or remove it.", at, Severity.WARNING, key=keyed)


def unfit_twists(twists: list[Twist]) -> Iterator[Fault]:
    """Yield twists that are empty or the same, or two that were one."""
    yield from _rename(clashes(twists, "twists", "twist"), "text")
    yield from parted([twist.text for twist in twists], "twists")


def unfit_points(points: list[str]) -> Iterator[Fault]:
    """Yield points that are empty or the same, and say if there are too few or too many to watch."""
    yield from parted(points, "watch")
    seen: dict[str, int] = {}
    for number, point in enumerate(points):
        plain = point.casefold().strip(" .!?")
        if not plain:
            yield Fault("empty-point", "This point has no text.", "Write what is looked at, or remove it.", ("watch", number))
        elif plain in seen:
            yield Fault("identical-points", f"Points {seen[plain] + 1} and {number + 1} say the same.", "Change one of them, or remove it.", ("watch", number))
        seen.setdefault(plain, number)
    if len(points) == 1:
        yield Fault("few-points", "With one point to watch there is little to compare.", "Write three to five, of which one is about being right and one about being kind.", ("watch",), Severity.WARNING, key=True)
    elif len(points) > MOST_POINTS:
        yield Fault("many-points", f"Nobody can play and watch {len(points)} points.", f"Leave the {MOST_POINTS} that matter most, or fewer.", ("watch",), Severity.WARNING, key=True)


def _rename(faults: Iterator[Fault], key: str) -> Iterator[Fault]:
    """Let faults in parts speak of the key under which these have their text."""
    for fault in faults:
        at = (*fault.at, key) if fault.id.startswith("empty-") else tuple(key if step == "text" else step for step in fault.at)
        yield replace(fault, at=at, message=fault.message.replace("say the same", "have the same name") if key == "name" else fault.message)
