"""A brand's colours, light and dark, from one or two: every text on every surface can be read.

Colours are derived in OKLCH, where equal steps of lightness look equal, and each text colour is moved in lightness
until it reaches its contrast (WCAG 2.2: 4.5 for text, 3 for controls) on every surface it may stand on. The raw
brand colour is used only where nothing has to be read. Whatever an author wrote, what comes out is hex.
"""

from __future__ import annotations

import re
from math import isfinite
from typing import TYPE_CHECKING

from tuokio.brand import Brand, Colours
from tuokio.finding import Finding, Severity, did_you_mean
from tuokio.page import plain

if TYPE_CHECKING:
    from coloraide import Color

TEXT, TEXT_AIM, CONTROL = 4.5, 7.0, 3.0
VISIBLE = 1.4
"""The least contrast of a decoration with what it stands on."""
LIGHTEST_DARK, PAPER = 0.85, 0.97
MISREAD = str.maketrans("oOlIiSs", "0011155")
"""Letters that stand where a digit was meant: read off a picture, or typed."""


def derive(given: Brand, findings: list[Finding]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the colour tokens of light and of dark pages."""
    light, dark = (dict(plain.LIGHT), dict(plain.DARK)) if given.file.colours == Colours() else reckon(given, findings)
    if given.file.masthead == "brand":
        light |= {"masthead": light["brand"], "on-masthead": light["on-brand"]}
    return light, dark


def reckon(given: Brand, findings: list[Finding]) -> tuple[dict[str, str], dict[str, str]]:
    """Reckon the tokens that follow from a brand's colours."""
    colours = {key: _read(given, key, findings) for key in Colours.model_fields}
    brand, paper = colours["brand"], colours["paper"]
    if paper["lightness"] < LIGHTEST_DARK:
        nearest = paper.clone().set("lightness", PAPER)
        _tell(given, "paper", "dark-paper", Severity.WARNING, f"`{given.file.colours.paper}` is too dark for a page that is read.", f'Try "{_hex(nearest)}". Dark pages are made by themselves, for those who want them.', findings)
        paper = _shown(nearest)
    deep = colours["deep"]
    # The hue of greys: the deep shade's own, or the brand's if it has one to speak of.
    base = deep or brand
    hue = base["hue"] if base["chroma"] > (0.01 if deep else 0.02) else paper["hue"]
    light = _light(given, brand, deep, paper, hue, findings)
    light["accent"] = _accent(given, colours["accent"] or brand, paper, findings)
    dark = _dark(brand, deep, colours["accent"] or brand, paper, hue)
    return {name: _hex(colour) for name, colour in light.items()}, {name: _hex(colour) for name, colour in dark.items()}


def _light(given: Brand, brand: Color, deep: Color | None, paper: Color, hue: float, findings: list[Finding]) -> dict[str, Color]:
    white, black = _grey(1), _grey(0)
    surface = white
    tint = _tone(0.955, min(0.05 if brand["lightness"] > 0.75 else 0.025, brand["chroma"] / 3), brand["hue"] if brand["chroma"] > 0.02 else hue)
    behind = [paper, surface, tint]
    fill, on_fill = brand, white if brand.contrast(white) >= TEXT else black
    if on_fill is black and brand["lightness"] < 0.75:  # a middling colour: white looks right on it, so it is made to carry white
        fill, on_fill = _readable(brand, TEXT, [white]), white
    fill = _readable(fill, VISIBLE - 0.1, behind)  # a white brand's buttons are still buttons
    speaking = deep or brand
    text = _readable(speaking, TEXT_AIM if speaking["lightness"] < 0.5 else TEXT, behind)
    if _hex(fill) != _hex(brand):
        cure = f'Write brand: "{_hex(fill)}", or nothing, unless your brand has a shade that carries text.'
        _tell(given, "brand", "brand-colour-moved", Severity.HINT, f"`{given.file.colours.brand}` does not carry text, or is lost on the page, so buttons wear the nearest that works, `{_hex(fill)}`.", cure, findings)
    if not all(speaking.contrast(other) >= TEXT for other in behind):
        key = "deep" if deep else "brand"
        cure = f'Write deep: "{_hex(text)}", or nothing, unless your brand has a darker shade for text.'
        _tell(given, key, "brand-colour-darkened", Severity.HINT, f"`{getattr(given.file.colours, key)}` is too light for text, so text uses the darker `{_hex(text)}`.", cure, findings)
    right_tint, wrong_tint = _tone(0.962, 0.025, 155), _tone(0.962, 0.022, 55)
    return {
        "paper": paper,
        "surface": surface,
        "tint": tint,
        "ink": _tone(0.26, 0.02, paper["hue"]),
        "ink-soft": _readable(_tone(0.46, 0.02, paper["hue"]), TEXT + 0.6, behind),
        "line": _tone(0.895, 0.012, paper["hue"]),
        "control": _readable(_tone(0.62, 0.02, hue), CONTROL + 0.3, behind),
        "brand": fill,
        "on-brand": on_fill,
        "brand-deep": _shown(fill.clone().set("lightness", fill["lightness"] + (-0.07 if on_fill is white else 0.05))),
        "brand-text": text,
        "brand-ui": _readable(speaking, CONTROL, behind),
        "right": _readable(_tone(0.47, 0.11, 155), TEXT, [*behind, right_tint]),
        "right-tint": right_tint,
        "wrong": _readable(_tone(0.5, 0.14, 40), TEXT, [*behind, wrong_tint]),
        "wrong-tint": wrong_tint,
    }


def _dark(brand: Color, deep: Color | None, accent: Color, light_paper: Color, hue: float) -> dict[str, Color]:
    """Return the colours of the evening: the page a deep tone of the brand, what lies on it a step lighter, ink soft white."""
    base = deep or brand
    depth = min(0.028, base["chroma"] / 2)
    paper, surface, tint = _tone(0.205, depth, hue), _tone(0.25, depth * 1.1, hue), _tone(0.3, depth * 1.3, hue)
    behind = [paper, surface, tint]
    # A full colour glows on a dark page, so the brand is lightened and a little calmed; its text is the page's depth.
    lifted = brand if brand["lightness"] >= 0.72 else _shown(brand.clone().set("lightness", 0.76).set("chroma", min(brand["chroma"], 0.13)))
    fill = _readable(lifted, TEXT, behind)
    right_tint, wrong_tint = _tone(0.3, 0.045, 158), _tone(0.305, 0.05, 42)
    ink_hue = light_paper["hue"]
    return {
        "paper": paper,
        "surface": surface,
        "tint": tint,
        "ink": _tone(0.935, 0.012, ink_hue),
        "ink-soft": _readable(_tone(0.76, 0.018, ink_hue), TEXT + 0.6, behind),
        "line": _tone(0.37, depth, hue),
        "control": _readable(_tone(0.6, 0.02, hue), CONTROL + 0.3, behind),
        "brand": fill,
        "on-brand": _tone(0.17, depth, hue),
        "brand-deep": _shown(fill.clone().set("lightness", min(0.97, fill["lightness"] + 0.06))),
        "brand-text": _readable(lifted, TEXT_AIM, behind),
        "brand-ui": _readable(lifted, CONTROL, behind),
        "accent": _readable(accent, VISIBLE, [paper]),
        "right": _readable(_tone(0.8, 0.12, 158), TEXT, [*behind, right_tint]),
        "right-tint": right_tint,
        "wrong": _readable(_tone(0.8, 0.105, 45), TEXT, [*behind, wrong_tint]),
        "wrong-tint": wrong_tint,
        "plate": _tone(0.95, 0.008, ink_hue),
    }


def _accent(given: Brand, accent: Color, paper: Color, findings: list[Finding]) -> Color:
    seen = _readable(accent, VISIBLE, [paper])
    if seen is not accent and given.file.colours.accent:
        _tell(given, "accent", "pale-accent", Severity.WARNING, f"`{given.file.colours.accent}` cannot be told from the paper.", f'The nearest that can is "{_hex(seen)}".', findings)
    return seen


def _read(given: Brand, key: str, findings: list[Finding]) -> Color | None:
    """Read the author's colour; one that is none is told, and ours stands in."""
    from coloraide import Color  # 90 ms: only when a theme is made

    written = getattr(given.file.colours, key).strip()
    if not written:
        return None if key in ("deep", "accent") else Color(Colours.model_fields[key].default).convert("oklch")
    try:
        colour = Color(written.lower())
        if not all(isfinite(value) for value in [*colour.coords(nans=False), colour.alpha(nans=False)]):
            raise ValueError(written)
        solid = Color("white").mix(colour.clone().set("alpha", 1), colour.alpha(nans=False), space="srgb") if colour.alpha() < 1 else colour
        shown = _shown(solid)
    except ValueError:
        _tell(given, key, "not-a-colour", Severity.WARNING, f"`{written}` is not a colour.", _nearest(written), findings)
        return _read(Brand(), key, findings)
    if colour.alpha() < 1:
        _tell(given, key, "see-through-colour", Severity.WARNING, f"`{written}` lets through what is behind it.", f'On white it looks like "{_hex(shown)}": write that.', findings)
    return shown


def _nearest(written: str) -> str:
    """Return how a colour must be written that was almost one."""
    from coloraide import Color
    from coloraide.css.color_names import name2val_map

    digits = written.lstrip("#").removeprefix("0x").translate(MISREAD)
    if re.fullmatch(r"[0-9a-fA-F]{6}|[0-9a-fA-F]{3}", digits):
        return f'Write "#{digits}", in quotes.'
    if written.startswith("#") and re.fullmatch(r"[0-9a-fA-F]{1,7}", digits):
        padded = (digits + digits[-1] * 5)[:6]
        return f'After # come 6 digits (or 3), and here are {len(digits)}. Copy it anew; the nearest is "#{padded}".'
    if near := did_you_mean(written.lower(), name2val_map):
        return f'{near} That is "{_hex(Color(near.split("`")[1]))}".'
    return 'Write it as "#4a3d78", in quotes. Programs for drawing call it hex or HTML colour.'


def _readable(colour: Color, least: float, on: list[Color]) -> Color:
    """Move a colour in lightness, away from what it stands on, just until it reaches the contrast everywhere."""
    if all(colour.contrast(other) >= least for other in on):
        return colour
    near, far = colour["lightness"], 0.0 if on[0]["lightness"] > 0.6 else 1.0
    for _ in range(12):
        middle = (near + far) / 2
        candidate = _shown(colour.clone().set("lightness", middle))
        near, far = (near, middle) if all(candidate.contrast(other) >= least for other in on) else (middle, far)
    return _shown(colour.clone().set("lightness", far))


def _tone(lightness: float, chroma: float, hue: float) -> Color:
    from coloraide import Color

    return _shown(Color("oklch", [lightness, chroma, hue]))


def _grey(lightness: float) -> Color:
    return _tone(lightness, 0, 0)


def _shown(colour: Color) -> Color:
    """Return the colour as a screen will show it: in sRGB, in whole steps of its channels."""
    from coloraide import Color

    return Color(_hex(colour)).convert("oklch")


def _hex(colour: Color) -> str:
    return colour.convert("oklch").fit("srgb", method="oklch-chroma").convert("srgb").clip().set("alpha", 1).to_string(hex=True)


def _tell(given: Brand, key: str, id: str, severity: Severity, fault: str, cure: str, findings: list[Finding]) -> None:
    findings.append(Finding(id, severity, given.locate("colours", key), fault, cure))
