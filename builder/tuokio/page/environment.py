"""The Jinja environment: templates of pages here, views of blocks in their own folders."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined

ROOT = Path(__file__).parent.parent


@cache
def environment() -> Environment:
    """Return the one environment, built at first use. Everything is escaped unless marked safe."""
    loader = ChoiceLoader([FileSystemLoader(ROOT / "page" / "templates"), FileSystemLoader(ROOT / "blocks"), FileSystemLoader(ROOT / "targets")])
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False)


def speak(jinja: Environment, say: Callable[..., str]) -> Environment:
    """Return an environment whose templates can write `{{ "hint"|say }}`. Phrases become part of the compiled template."""
    spoken = jinja.overlay()
    spoken.filters = {**jinja.filters, "say": say, "prose": str}
    return spoken
