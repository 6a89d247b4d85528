"""What a block looks like: the macros of its kind's `view.html`, for one language.

A view has three macros: `screen(block, place)`, `paper(block, place, number)` and, where there is
an answer, `key(block)`; a kind that an index lists has `entry(block, place)`. A phrase is `{{ "hint"|say }}`, a text of the author's `{{ option.text|prose }}`.
Macros and filters, and not templates that extend one another and functions: a course has thousands
of blocks, and Jinja's own work then cost more than all that was in them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from tuokio.blocks.block import Block

Prose = Callable[[str], Markup]


class Views:
    """The views of all kinds in one language."""

    def __init__(self, jinja: Environment) -> None:
        self._jinja = jinja
        self._open: dict[str, Any] = {}
        self._prose: Prose = Markup
        jinja.filters["prose"] = lambda text: self._prose(text)

    def show(self, block: Block, place: str, number: int, prose: Prose) -> tuple[str, str, str]:
        """Return a block as HTML for the screen, for paper, and its answer (empty if there is none)."""
        macros = self._macros(block, prose)
        key = macros.key(block) if hasattr(macros, "key") else ""
        return str.strip(macros.screen(block, place)), str.strip(macros.paper(block, place, number)), str.strip(key)

    def list(self, block: Block, place: str, prose: Prose) -> tuple[str, str]:
        """Return how an index shows a block: its headline, and what is below it."""
        macros = self._macros(block, prose)
        return str(prose(block.headline())), str.strip(macros.entry(block, place))

    def _macros(self, block: Block, prose: Prose) -> Any:
        self._prose = prose
        name = block.template or f"{block.kind()}/view.html"
        if name not in self._open:
            self._open[name] = self._jinja.get_template(name).module
        return self._open[name]
