"""What a company gives for its brand: `theme.yaml` and what lies beside it. All that is not given is derived.

    themes/kahvila/
      theme.yaml      nothing else is needed
      logo.svg
      fonts/          TTF, OTF or WOFF2 files; those that `fonts:` names are made small and shipped
      overrides/      HTML templates that win over ours of the same name
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from tuokio.disk import leads_out
from tuokio.fields import Author, Count, Flag, matching
from tuokio.finding import Span

Colour = Annotated[str, matching(r"^[\w#%.,()/ \-+]{0,64}$", "not-a-colour", "is not a colour", 'Write it as "#4a3d78", in quotes.')]
"""A colour as `"#4a3d78"`, by its CSS name, or as rgb(), hsl() or oklch()."""
FontStack = Annotated[str, matching(r"""^[\w\s,'".&+-]+$""", "not-a-font", "is not a list of font names", 'Write names with commas between: Georgia, "Noto Serif", serif.')]

# Short lists of what is really there: a phone pays for every name it has to look for in vain.
SERIF = "Charter, Georgia, serif"
SANS = "system-ui, sans-serif"


def _within(default: int, least: int, most: int) -> int:
    """Return a number whose bounds editors know; a theme that oversteps them gets the nearest, see `page/theme.py`."""
    return Field(default=default, json_schema_extra={"minimum": least, "maximum": most})


class Colours(Author):
    """Colours as `"#4b3f72"`, or as CSS names, rgb(), hsl(), oklch()."""

    brand: Colour = "#2f5d62"
    """The colour one knows the firm by: buttons, and everything that follows from it."""
    deep: Colour = ""
    """The brand's dark shade: links, marks, and the hue of the dark pages; left out, made from `brand`. For brands of a light colour, such as yellow on graphite."""
    accent: Colour = ""
    """A second colour for small decoration; left out, the brand's."""
    paper: Colour = "#fbfaf8"
    """The page behind everything: light, and a little warm or cool."""


class Fonts(Author):
    """Names of fonts, best first: those whose files lie in `fonts/`, then those that learners' devices have."""

    heading: FontStack = SERIF
    """Headings: `Georgia, "Noto Serif", serif`."""
    text: FontStack = SANS
    """All other text."""
    weight: Count = _within(600, 400, 900)
    """How bold headings are: 400 is regular, 900 black."""


class ThemeFile(Author):
    """`theme.yaml`: a brand."""

    name: str = ""
    """The firm's name, said beside the logo."""
    logo: str = ""
    """A file beside theme.yaml: SVG, PNG or WebP."""
    logo_dark: str = ""
    """The logo for dark pages, or the same file if it does well there. Left out, a logo that would vanish stands on a light plate."""
    colours: Colours = Colours()
    fonts: Fonts = Fonts()
    radius: Count = _within(12, 0, 32)
    """Roundness of corners in pixels."""
    line: Count = _within(1, 1, 3)
    """How heavy the lines around cards and below the masthead are, in pixels."""
    masthead: Literal["paper", "brand"] = "paper"
    """What the firm's name stands on: the page, or a band of the brand's colour."""
    dark: Flag = True
    """Whether there are dark pages for readers whose device asks for them."""


@dataclass(frozen=True)
class Brand:
    """A theme as read from its folder. Without a folder it is Tuokio's plain clothes."""

    file: ThemeFile = field(default_factory=ThemeFile)
    folder: Path | None = None
    locate: Callable[..., Span] = lambda *path: Span(Path("theme.yaml"))
    """Returns the place of a value in theme.yaml, given its path."""

    @property
    def overrides(self) -> Path | None:
        """The folder of templates that win over ours, if the theme has one."""
        folder = self.folder / "overrides" if self.folder else None
        return folder if folder and folder.is_dir() and not leads_out(folder, self.folder) else None
