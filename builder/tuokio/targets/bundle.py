"""What esbuild made of our TypeScript and CSS when the package was built (`builder/hatch_build.py`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from tuokio.page import Pages
from tuokio.page.fonts import Font

ROOT = Path(__file__).parent.parent / "bundle"
SHARED_STYLE = re.compile(r'@import"\.\./(\w+\.css)";\s*')
"""How a kind's style names one that it shares with others."""


@cache
def _load(name: str) -> str:
    path = ROOT / name
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing: install the package again, so that its browser side is built (`make course` does)")
    return path.read_text("utf-8")


def script(pages: Pages, store: str) -> str:
    """Return the script that starts the course: the player, what explains terms if it has any, and the store of a target (`store.ts`)."""
    return "".join(_load(name) for name in ("player.js", *(["terms.js"] if pages.explains else []), *(["renewal.js"] if pages.renews else []), f"targets/{store}.js"))


def fallback() -> str:
    """Return the script that keeps the record where the browser refuses the store."""
    return _load("fallback.js")


def later() -> tuple[str, str]:
    """Return the script and the style that the first page does without."""
    return _load("later.js"), _load("later.css")


def list_late(phrases: dict[str, Any]) -> list[str]:
    """Return the names of those phrases of the player that only what is loaded later says."""
    names, beginnings = _list_said("player.js", "terms.js", "renewal.js", "questions.js", "draw.js", "exam.js", "targets/*.js", "resources/*.js", "blocks/*.js", "shared/*.js")
    return [key for key in phrases if key in _list_names("later.js")[0] and key not in names and not key.startswith(beginnings)]


def list_asking(phrases: dict[str, Any]) -> list[str]:
    """Return the names of those phrases that nothing says before the script of questions is there."""
    names, beginnings = _list_said("player.js", "terms.js", "renewal.js", "later.js", "targets/*.js", "resources/*.js")
    return [key for key in phrases if key not in names and not key.startswith(beginnings)]


@cache
def _list_said(*patterns: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return what may be phrases' names in any of these scripts, and how names begin that they put together."""
    said = [_list_names(path.relative_to(ROOT).as_posix()) for pattern in patterns for path in sorted(ROOT.glob(pattern))]
    return frozenset().union(*(names for names, _ in said)), tuple(beginning for _, beginnings in said for beginning in beginnings)


def parcel() -> str:
    """Return the script that packs records for elsewhere and unpacks them."""
    return _load("parcel.js")


def manager() -> tuple[str, str]:
    """Return the script and the style of the manager's page."""
    return _load("manager.js"), _load("manager.css")


def questions(pages: Pages, interactions: bool = False) -> str:
    """Return the script that questions need, with the kinds the course uses; nothing for a course without any. `interactions` adds what a learning platform is told of answers."""
    parts = _list_parts(pages)
    told = [f"interactions/{kind}" for kind in pages.kinds if interactions and (ROOT / "interactions" / f"{kind}.js").is_file()]
    shared = [name for part in told for name in list_shared(part) if name not in parts]
    return "".join(_load(f"{part}.js") for part in dict.fromkeys([*parts, *shared, *told]))


def _list_parts(pages: Pages) -> list[str]:
    played = [f"blocks/{kind}" for kind in pages.kinds if (ROOT / "blocks" / f"{kind}.js").is_file()]
    shared = dict.fromkeys(name for part in played for name in list_shared(part))
    return ["questions", *(["draw"] if pages.draws else []), *(["exam"] if pages.examines else []), *shared, *played] if played else []


@cache
def list_shared(part: str) -> tuple[str, ...]:
    """Return the scripts that one needs before it: what kinds share, and what that is made of."""
    named = dict.fromkeys(f"shared/{name}" for name in re.findall(r"tuokio\.shared\.(\w+)(?!\w*=)", _load(f"{part}.js")))
    return tuple(dict.fromkeys(name for other in named if other != part for name in (*list_shared(other), other)))


def pick_spoken(phrases: dict[str, Any], pages: Pages) -> dict[str, Any]:
    """Return those phrases of blocks that scripts say; the others stand in the pages already. `mark-${…}` means all that begin so."""
    texts = [_list_names(f"{part}.js") for part in (*_list_parts(pages), *(f"resources/{path.stem}" for path in sorted((ROOT / "resources").glob("*.js"))))]
    names = frozenset().union(*(names for names, _ in texts))
    beginnings = tuple(beginning for _, beginnings in texts for beginning in beginnings)
    return {key: text for key, text in phrases.items() if key in names or key.startswith(beginnings)}


@cache
def _list_names(script: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return what may be a phrase's name in a script, and how names begin that it puts together."""
    text = _load(script)
    return frozenset(re.findall(r"[\"'`]([a-z0-9]+(?:-[a-z0-9]+)*)[\"'`]", text)), tuple(re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)*-)\$\{", text))


def style(pages: Pages, locate: Callable[[Font], str]) -> str:
    """Return the stylesheet of every page: the brand's tokens, the player, the prose. `locate` tells a font's address."""
    return pages.theme.css(locate) + "\n" + "".join(_load(name) for name in ("page.css", *(["terms.css"] if pages.explains else [])))


def block_style(pages: Pages) -> str:
    """Return the stylesheet of the kinds the course uses, which the home page does without; nothing for a course without any."""
    styles = [_load(f"blocks/{kind}.css") for kind in pages.kinds if (ROOT / "blocks" / f"{kind}.css").is_file()]
    shared = dict.fromkeys(name for style in styles for name in SHARED_STYLE.findall(style))
    return "".join([*(_load(f"shared/{name}") for name in shared), *([_load("exam.css")] if pages.examines else []), *(SHARED_STYLE.sub("", style) for style in styles)])


def paper_style() -> str:
    """Return the stylesheet of printable pages."""
    return _load("paper.css")


def outline_style() -> str:
    """Return the stylesheet of an author's report on a course."""
    return _load("outline.css")


def resource(name: str) -> tuple[str, str]:
    """Return a resource's script and style; it may have no style of its own."""
    styled = (ROOT / "resources" / f"{name}.css").is_file()
    return _load(f"resources/{name}.js"), _load(f"resources/{name}.css") if styled else ""


def list_schemas(target: str) -> list[Path]:
    """Return the schemas that a target's manifest is written by, in the order of their names."""
    return sorted((ROOT / "schemas" / target).iterdir())
