"""What a company gives for its brand: `theme.yaml`. All that is not given is derived."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import Field

from tuokio.fields import Author, Count, matching
from tuokio.finding import Span

Hex = Annotated[str, matching(r"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", "not-a-colour", "is not a colour", 'Write it as "#4a3d78", in quotes.')]
FontStack = Annotated[str, matching(r"^[\w\s,'\"-]+$", "not-a-font", "is not a list of font names", 'Write names with commas between: Georgia, "Noto Serif", serif.')]

# Short lists of what is really there: a phone pays for every name it has to look for in vain.
SERIF = "Charter, Georgia, serif"
SANS = "system-ui, sans-serif"

class Colours(Author):
    """Colours as `"#4b3f72"`."""

    brand: Hex = "#2f5d62"
    accent: Hex | None = None
    """A second colour for small decoration; left out, the brand's."""
    paper: Hex = "#fbfaf8"
    """The page behind everything: light, and a little warm or cool."""


class Fonts(Author):
    """Names of fonts that the learner's device has, best first."""

    heading: FontStack = SERIF
    text: FontStack = SANS


class ThemeFile(Author):
    """`theme.yaml`: a brand."""

    name: str = ""
    """The firm's name, said beside the logo."""
    logo: str = ""
    """A file beside theme.yaml: SVG, PNG or WebP."""
    colours: Colours = Colours()
    fonts: Fonts = Fonts()
    radius: Count = Field(default=12, ge=0, le=32)
    """Roundness of corners in pixels."""


@dataclass(frozen=True)
class Brand:
    """A theme as read from its folder. Without a folder it is Tuokio's plain clothes."""

    file: ThemeFile = field(default_factory=ThemeFile)
    folder: Path | None = None
    locate: Callable[..., Span] = lambda *path: Span(Path("theme.yaml"))
    """Returns the place of a value in theme.yaml, given its path."""
