"""YAML as a tree that knows where everything in it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tuokio.read.yaml import Document

Mark = tuple[int, int, int]
"""Line, column and length, the first two counted from 0."""


At = tuple[Mark, Mark, "Document | None"]
"""Where a key and its value stand, and in which text, if that is not the one around them. A plain tuple: a course has half a million."""


class Mapping(dict):
    """A dict that knows where its keys and values stand."""

    __slots__ = ("at",)

    def __init__(self, *given: Any) -> None:
        if given:
            super().__init__(*given)
        self.at: dict[str, At] = {}


class Sequence(list):
    """A list that knows where its entries stand."""

    __slots__ = ("at",)

    def __init__(self) -> None:
        self.at: list[At] = []
