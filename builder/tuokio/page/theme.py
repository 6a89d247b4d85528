"""A brand from a few lines of YAML: colours, fonts, logo → tokens with guaranteed contrast.

A brand gives one colour, perhaps two. Everything else is derived in OKLCH, where equal steps of
lightness look equal, and each text colour is moved in lightness until it reaches its contrast
(WCAG 2.2: 4.5 for text, 3 for controls) on every surface it may stand on. The raw brand colour
is used only where nothing has to be read.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tuokio.brand import Brand
from tuokio.finding import Finding, Severity
from tuokio.media import Fault, Medium, prepare

if TYPE_CHECKING:
    from coloraide import Color

PICTURES = (".svg", ".png", ".webp")
"""Kinds of logo."""
TEXT, TEXT_AIM, CONTROL = 4.5, 7.0, 3.0


@dataclass
class Theme:
    """A brand, ready for use."""

    name: str
    tokens: dict[str, str]
    logo: Medium | None = None

    @property
    def css(self) -> str:
        """The tokens as a stylesheet."""
        return ":root{" + ";".join(f"--{name}:{value}" for name, value in self.tokens.items()) + "}"

    @property
    def icon(self) -> str:
        """A tab icon for a brand without a logo: a tile of its colour."""
        return f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><rect width='8' height='8' rx='2' fill='{self.tokens['brand']}'/></svg>".replace("#", "%23")


def make_theme(brand: Brand, findings: list[Finding], shelf: Path | None = None) -> Theme:
    """Make a brand ready for use; what cannot be as the brand wished goes to `findings`."""
    return Theme(brand.file.name, derive(brand, findings), _find_logo(brand, findings, shelf))


def _find_logo(brand: Brand, findings: list[Finding], shelf: Path | None) -> Medium | None:
    """Return the logo: a picture beside theme.yaml and nothing else, since a theme may come from a stranger."""
    name = brand.file.logo
    if not brand.folder or not name:
        return None
    logo = (brand.folder / name).resolve()
    if not logo.is_relative_to(brand.folder.resolve()) or logo.suffix.lower() not in PICTURES:
        fault, cure = f"`{name}` cannot be a logo.", f"Put a picture ({', '.join(PICTURES)}) beside theme.yaml and write its name."
    elif not logo.is_file():
        fault, cure = f"There is no logo `{name}` beside theme.yaml.", "Check the name."
    elif isinstance(medium := prepare(logo, shelf), Fault):
        fault, cure = medium.message, medium.cure
    else:
        findings.extend(Finding(hint.id, hint.severity, brand.locate("logo"), hint.message, hint.cure) for hint in medium.hints)
        return medium
    findings.append(Finding("unusable-logo", Severity.WARNING, brand.locate("logo"), fault, cure))
    return None


def derive(given: Brand, findings: list[Finding]) -> dict[str, str]:
    """Return all tokens of a theme."""
    from coloraide import Color  # 90 ms: only when a theme is made

    file, locate = given.file, given.locate
    paper = Color(file.colours.paper).convert("oklch")
    brand = Color(file.colours.brand).convert("oklch")
    accent = Color(file.colours.accent or file.colours.brand).convert("oklch")
    if paper["lightness"] < 0.85:
        span = locate("colours", "paper")
        findings.append(Finding("dark-paper", Severity.WARNING, span, f"`{file.colours.paper}` is too dark for a page that is read.", f"Try `{_hex(paper.clone().set('lightness', 0.97))}`."))
        paper["lightness"] = 0.97
    hue = brand["hue"] if brand["chroma"] > 0.02 else paper["hue"]

    def tone(lightness: float, chroma: float, at: float | None = None) -> Color:
        return _shown(Color("oklch", [lightness, chroma, hue if at is None else at]))

    paper = _shown(paper)
    surface = _shown(Color("white"))
    tint = tone(0.955, min(0.025, brand["chroma"] / 3))
    behind = [paper, surface, tint]

    def readable(colour: Color, least: float, on: list[Color]) -> Color:
        """Darken a colour just until it reaches the contrast on every surface."""
        low, high = 0.0, colour["lightness"]
        if all(colour.contrast(other) >= least for other in on):
            return colour
        for _ in range(12):
            middle = (low + high) / 2
            candidate = _shown(colour.clone().set("lightness", middle))
            low, high = (middle, high) if all(candidate.contrast(other) >= least for other in on) else (low, middle)
        return _shown(colour.clone().set("lightness", low))

    white, black = Color("white"), Color("black")
    brand = _shown(brand)
    fill = brand
    on_fill = white if fill.contrast(white) >= TEXT else black
    brand_text = readable(brand, TEXT_AIM if brand["lightness"] < 0.5 else TEXT, behind)
    if on_fill is black and brand["lightness"] < 0.75:
        fill, on_fill = readable(brand, TEXT, [white]), white
    if not all(brand.contrast(other) >= TEXT for other in behind):
        text = f"`{file.colours.brand}` is too light for text, so text uses the darker `{_hex(brand_text)}`."
        findings.append(Finding("brand-colour-darkened", Severity.HINT, locate("colours", "brand"), text, "Nothing to do, unless your brand has a darker shade for text."))
    right, wrong = tone(0.47, 0.11, 155), tone(0.5, 0.14, 40)
    right_tint, wrong_tint = tone(0.962, 0.025, 155), tone(0.962, 0.022, 55)
    colours = {
        "paper": paper,
        "surface": surface,
        "tint": tint,
        "ink": tone(0.26, 0.02, paper["hue"]),
        "ink-soft": readable(tone(0.46, 0.02, paper["hue"]), TEXT + 0.6, behind),
        "line": tone(0.895, 0.012, paper["hue"]),
        "control": readable(tone(0.62, 0.02), CONTROL + 0.3, behind),
        "brand": fill,
        "on-brand": on_fill,
        "brand-deep": _shown(fill.clone().set("lightness", fill["lightness"] + (-0.07 if on_fill is white else 0.05))),
        "brand-text": brand_text,
        "brand-ui": readable(brand, CONTROL, behind),
        "accent": accent,
        "right": readable(right, TEXT, [*behind, right_tint]),
        "right-tint": right_tint,
        "wrong": readable(wrong, TEXT, [*behind, wrong_tint]),
        "wrong-tint": wrong_tint,
    }
    tokens = {name: _hex(colour) for name, colour in colours.items()}
    return tokens | {"font-heading": file.fonts.heading, "font-text": file.fonts.text, "radius": f"{file.radius}px"}


def _shown(colour: Color) -> Color:
    """Return the colour as a screen will show it: in sRGB, in whole steps of its channels."""
    from coloraide import Color

    return Color(_hex(colour)).convert("oklch")


def _hex(colour: Color) -> str:
    return colour.convert("oklch").fit("srgb", method="oklch-chroma").convert("srgb").clip().to_string(hex=True)
