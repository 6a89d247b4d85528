"""How often something would come of pure luck: what tells a habit of the author's from chance."""

from __future__ import annotations

from functools import cache
from math import ceil, comb

FEWEST, MOST = 8, 60
"""Of how many cases the test is asked: of fewer it says nothing, and of very many it would count what no learner could use."""
RARE = 0.01


def tail(least: int, cases: int, odds: float) -> float:
    """Return how probable it is that at least so many of the cases come true, each by these odds (the binomial, exactly)."""
    return sum(comb(cases, number) * odds**number * (1 - odds) ** (cases - number) for number in range(least, cases + 1))


@cache
def least_telling(cases: int, odds: float, ways: int = 1) -> int | None:
    """Return from how many of the cases on it is no luck any more (p < .01), or None where there are too few cases to say.

    `ways` are the kinds of luck one looked for at once, such as the four positions a right option may have. Where there are more
    than 60 cases, the share that tells is that of 60: of a thousand, 28 % where 25 are expected is no luck, but nobody could use it.
    """
    if cases < FEWEST:
        return None
    few = min(cases, MOST)
    least = next((number for number in range(few + 1) if ways * tail(number, few, odds) < RARE), None)
    return None if least is None else ceil(least * cases / few)
