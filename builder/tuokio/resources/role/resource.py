"""What the learner's task is, in a course that tells tasks apart: a module's `audience` says for whom it is meant."""

from __future__ import annotations

from typing import Any

from tuokio.page import Pages, RenderedEdition

OUTLOOK = 1


def collect(_pages: Pages, edition: RenderedEdition) -> dict[str, Any] | None:
    """Return nothing but that it is there, where the course has roles: the browser knows their names."""
    return {} if edition.edition.roles else None
