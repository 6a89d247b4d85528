"""What a block looks like: the macros of its kind's `view.html`, for one language.

A view has three macros: `screen(block, place)`, `paper(block, place, number)` and, where there is
an answer, `key(block)`. They find `say` (a phrase) and `prose` (a text of the author's as HTML).
Macros, and not templates that extend one another: a course has thousands of blocks, and to render
a template costs more than all that is in it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Template
from markupsafe import Markup

from tuokio.blocks.block import Block
from tuokio.page.environment import environment

Prose = Callable[[str], Markup]


class Views:
    """The views of all kinds, speaking one language."""

    def __init__(self, say: Callable[..., str]) -> None:
        self.say = say
        self._open: dict[str, View] = {}

    def open(self, kind: str) -> View:
        """Return a kind's view, made at first use."""
        if kind not in self._open:
            self._open[kind] = View(environment().get_template(f"{kind}/view.html"), self.say)
        return self._open[kind]


class View:
    """One kind's view."""

    def __init__(self, template: Template, say: Callable[..., str]) -> None:
        self._prose: Prose = Markup
        self._macros: Any = template.make_module({"say": say, "prose": lambda text: self._prose(text)})

    def show(self, block: Block, place: str, number: int, prose: Prose) -> tuple[str, str, str]:
        """Return a block as HTML for the screen, for paper, and its answer (empty if there is none)."""
        self._prose = prose
        macros = self._macros
        key = macros.key(block) if hasattr(macros, "key") else ""
        return macros.screen(block, place).strip(), macros.paper(block, place, number).strip(), key.strip()
