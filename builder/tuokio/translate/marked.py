"""What is noted of a translation in `translations.lock`: which wording of each text it was made of."""

from __future__ import annotations

from tuokio.read.wording import write_signs
from tuokio.translate.pair import Item, Pair
from tuokio.translate.text import UNTRANSLATED, State, Told

def gather_follows(pair: Pair, told: dict[str, Told], *, all_is_well: bool = False) -> dict[str, str]:
    """Return what to note once the `told` texts are written. `all_is_well`: whatever has a translation follows the source as it is now."""
    follows = {}
    for step in dict.fromkeys(item.step for item in pair.items):
        own, inside = (_gather(pair, pair.of_step(step, blocks=blocks), told, pair.follows.get(step, ([], []))[blocks], all_is_well) for blocks in (False, True))
        if any(sign != UNTRANSLATED for sign in (*own, *inside)) or own and not pair.module.is_bank:
            follows[step] = write_signs(own, inside)
    return follows


def _gather(pair: Pair, items: list[Item], told: dict[str, Told], old: list[str], all_is_well: bool) -> list[str]:
    if old and not all_is_well and not any(item.text.id in told for item in items):
        return old  # still what it was made of, however the source has changed
    signs: list[str] = []
    for item in items:
        if item.text.id in told:
            signs += item.signs or [told[item.text.id].sign]
        elif not item.text.theirs:
            signs += [UNTRANSLATED] * max(1, len(item.signs))
        elif all_is_well or item.text.state is State.DONE:
            signs += item.signs or [item.sign]
        elif item.signs:
            return old
        else:
            signs.append(item.old or UNTRANSLATED)
    return signs
