"""Whatever colour a brand has, text on the page can be read."""

from __future__ import annotations

import itertools

import pytest

from tuokio.brand import Brand, ThemeFile
from tuokio.page.theme import make_theme

LEVELS = ("00", "55", "aa", "ff")
BRANDS = ["#" + "".join(parts) for parts in itertools.product(LEVELS, repeat=3)]


def luminance(colour: str) -> float:
    """WCAG 2.2 relative luminance, written anew so that it does not repeat the code under test."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def tokens(brand: str, paper: str = "#fbf7f0") -> dict[str, str]:
    return make_theme(Brand(ThemeFile(colours={"brand": brand, "paper": paper})), []).tokens


@pytest.mark.parametrize("brand", BRANDS)
def test_every_text_colour_reaches_its_contrast_on_every_surface(brand: str) -> None:
    t = tokens(brand)
    for surface in ("paper", "surface", "tint"):
        for text in ("ink", "ink-soft", "brand-text", "right", "wrong"):
            assert contrast(t[text], t[surface]) >= 4.5, (text, surface)
        for control in ("control", "brand-ui"):
            assert contrast(t[control], t[surface]) >= 3, (control, surface)
    assert contrast(t["brand"], t["on-brand"]) >= 4.5
    assert contrast(t["brand-deep"], t["on-brand"]) >= 4.5
    for verdict in ("right", "wrong"):
        assert contrast(t[verdict], t[f"{verdict}-tint"]) >= 4.5
        assert contrast(t["ink"], t[f"{verdict}-tint"]) >= 4.5
        assert contrast(t["surface"], t[verdict]) >= 4.5, "the letter in a marked option"


def test_a_brand_colour_that_carries_text_is_left_as_it_is() -> None:
    assert "#4a3d78" == tokens("#4a3d78")["brand"]


def test_a_brand_colour_too_light_for_text_is_told_with_the_shade_used(check_course) -> None:
    _, findings = check_course({"course.yaml": "id: c\ntitle: C\ntheme: sun\n", "themes/sun/theme.yaml": 'name: Sun\ncolours:\n  brand: "#ffd400"\n', "1-a.md": "x"})
    assert ["brand-colour-darkened"] == [finding.id for finding in findings]
    assert (3, 10) == (findings[0].span.line, findings[0].span.column)


def test_a_dark_page_is_replaced_by_the_nearest_light_one(check_course) -> None:
    pages, findings = check_course({"course.yaml": "id: c\ntitle: C\ntheme: night\n", "themes/night/theme.yaml": 'colours: {paper: "#202030"}\n', "1-a.md": "x"})
    assert ["dark-paper"] == [finding.id for finding in findings]
    assert pages.theme.tokens["paper"] in findings[0].cure


def test_an_unknown_theme_is_told_with_the_known_ones(check_course) -> None:
    _, findings = check_course({"course.yaml": "id: c\ntitle: C\ntheme: kahvla\n", "themes/kahvila/theme.yaml": "name: K\n", "1-a.md": "x"})
    assert ["Did you mean `kahvila`?"] == [finding.cure for finding in findings]


def test_nothing_but_colours_and_font_names_gets_into_the_stylesheet(check_course) -> None:
    pages, findings = check_course({"course.yaml": "id: c\ntitle: C\ntheme: evil\n", "themes/evil/theme.yaml": 'colours: {brand: "red;}*{display:none"}\nfonts: {text: "x}@import url(//evil)"}\n', "1-a.md": "x"})
    assert ["not-a-colour", "not-a-font"] == sorted(finding.id for finding in findings)
    assert "evil" not in pages.theme.css and "display" not in pages.theme.css


@pytest.mark.parametrize("logo, content", [("/etc/passwd", None), ("../../secret.svg", None), ("theme.yaml", None), ("logo.svg", "not a picture"), ("gone.png", None)])
def test_a_logo_is_a_picture_beside_the_theme_and_nothing_else(logo: str, content: str | None, check_course) -> None:
    files = {"course.yaml": "id: c\ntitle: C\ntheme: t\n", "themes/t/theme.yaml": f"logo: {logo}\n", "secret.svg": "<svg/>", "1-a.md": "x"}
    pages, findings = check_course(files | ({f"themes/t/{logo}": content} if content else {}))
    assert ["unusable-logo"] == [finding.id for finding in findings]
    assert pages.theme.logo is None
