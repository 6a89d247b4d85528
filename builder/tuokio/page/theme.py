"""A brand from a few lines of YAML, ready for use: colours, fonts, logo → a stylesheet of tokens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tuokio.brand import Brand, Colours
from tuokio.finding import Finding, Severity
from tuokio.kept import Kept
from tuokio.media import Medium
from tuokio.page.environment import check_overrides, fingerprint
from tuokio.page.fonts import Font, read_fonts
from tuokio.page.logo import find_logo, vanishes
from tuokio.page.palette import derive


@dataclass
class Theme:
    """A brand, ready for use."""

    name: str
    tokens: dict[str, str]
    """What styles are made of, and the colours of light pages and of paper."""
    dark: dict[str, str] = field(default_factory=dict)
    """The colours that differ on dark pages; none, if the brand has no dark."""
    fonts: list[Font] = field(default_factory=list)
    """The font files that go along with the course."""
    logo: Medium | None = None
    logo_dark: Medium | None = None
    """The logo for dark pages, where it is another one."""
    overrides: Path | None = None
    """The folder of templates that win over ours."""
    templates: str = ""
    """What tells one state of them from another."""

    def css(self, locate: Callable[[Font], str]) -> str:
        """Return the fonts and tokens as a stylesheet. `locate` tells the address of a font's file."""
        faces = "".join(font.face(locate(font)) for font in self.fonts)
        scheme = "light dark" if self.dark else "light"
        dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_declare(self.dark)}}}}}" if self.dark else ""  # paper is never dark
        return f"{faces}:root{{color-scheme:{scheme};{_declare(self.tokens)}}}{dark}"

    @property
    def chrome(self) -> dict[str, str]:
        """The colour of the browser's own frame, by scheme: that of the masthead below it."""
        schemes = {"light": self.tokens} | ({"dark": self.dark} if self.dark else {})
        return {scheme: tokens.get("masthead", tokens["paper"]) for scheme, tokens in schemes.items()}

    @property
    def icon(self) -> str:
        """A tab icon for a brand without a logo: a tile of its colour."""
        return f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8' rx='2' fill='{self.tokens['brand']}'/></svg>".replace("#", "%23")


def make_theme(brand: Brand, findings: list[Finding], shelf: Path | None = None, kept: Kept | None = None) -> Theme:
    """Make a brand ready for use; what cannot be as the brand wished goes to `findings`. Its colours are kept between builds."""
    places = tuple(brand.locate("colours", key) for key in Colours.model_fields)
    light, dark, found = (kept or Kept()).get("palette", (brand.file, places), lambda: _derive(brand))
    findings += found
    light, dark = dict(light), dict(dark)
    fonts, files = read_fonts(brand, findings)
    file = brand.file
    shape = {"radius": f"{_within(brand, 'radius', findings)}px", "edge": f"{_within(brand, 'line', findings)}px", "heading-weight": str(_within(brand, "fonts.weight", findings))}
    logo, logo_dark = find_logo(brand, "logo", findings, shelf), find_logo(brand, "logo_dark", findings, shelf)
    if file.masthead == "brand":
        shape["masthead-gap"] = "0.75rem"
        if logo and logo.file.suffix.lower() == ".svg" and vanishes(logo.file, light["masthead"]):
            light["logo-plate"], dark["logo-plate"] = light["paper"], "transparent"
        dark |= {"masthead": dark["surface"], "on-masthead": dark["ink"]}  # a band of full colour would dazzle at night
    if logo and not logo_dark and vanishes(logo.file, dark["surface"]):
        dark["logo-plate"] = dark["plate"]
    overrides = check_overrides(brand.overrides, findings)
    return Theme(
        name=file.name,
        tokens=light | fonts | shape,
        dark=dark if file.dark else {},
        fonts=files,
        logo=logo.medium if logo else None,
        logo_dark=logo_dark.medium if logo_dark and file.dark and logo_dark != logo else None,
        overrides=overrides,
        templates=fingerprint(overrides),
    )


def _derive(brand: Brand) -> tuple[dict[str, str], dict[str, str], list[Finding]]:
    found: list[Finding] = []
    return *derive(brand, found), found


def _within(brand: Brand, path: str, findings: list[Finding]) -> int:
    """Return a number of theme.yaml, or the nearest that its bounds allow."""
    value, model = brand.file, type(brand.file)
    for key in path.split("."):
        model, value = type(value), getattr(value, key)
    bounds = model.model_fields[key].json_schema_extra
    nearest = min(max(value, bounds["minimum"]), bounds["maximum"])
    if value != nearest:
        text = f"`{key}` is from {bounds['minimum']} to {bounds['maximum']}, and {value} is not."
        findings.append(Finding("out-of-range", Severity.WARNING, brand.locate(*path.split(".")), text, f"Write {nearest}, which is used until then."))
    return nearest


def _declare(tokens: dict[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in tokens.items())
