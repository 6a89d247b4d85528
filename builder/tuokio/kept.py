"""What one build leaves for the next, so that an edit costs no more than what it touched."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Made = TypeVar("Made")


class Kept:
    """Things made before, each with what it was made of.

    Only what a thing was made of decides. Comparing must be exact, so sources are compared by their text,
    and objects by identity unless they say otherwise. Pictures alone, too large to be read at every
    save, are told apart by their date and size, as the typesetter hands them in.
    """

    def __init__(self, *, lasting: bool = True) -> None:
        self.lasting = lasting
        """False for a build that nothing follows: then nothing is kept, and memory is let go as soon as can be."""
        self._made: dict[Hashable, tuple[Any, Any]] = {}
        self._asked: set[Hashable] = set()

    def get(self, name: Hashable, made_of: Any, make: Callable[[], Made], still: Callable[[Made], bool] = lambda made: True) -> Made:
        """Return what was made under this name of just this, if it is `still` good, or make it."""
        self._asked.add(name)
        before = self._made.get(name)
        if before is not None and before[0] == made_of and still(before[1]):
            return before[1]
        made = make()
        if self.lasting:
            self._made[name] = (made_of, made)
        return made

    def forget_unasked(self) -> None:
        """Let go of what the build now ending had no use for."""
        self._made = {name: made for name, made in self._made.items() if name in self._asked}
        self._asked = set()
