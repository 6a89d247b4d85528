"""Who learns on this device: nicknames, a picker where several do, and the way to be removed. All of it is the browser's own; the course only says it."""

from __future__ import annotations

from typing import Any

from tuokio.page import Pages, RenderedEdition


def collect(_pages: Pages, _edition: RenderedEdition) -> dict[str, Any]:
    """Return nothing but that it is there: every course may be opened on a shared computer."""
    return {}
