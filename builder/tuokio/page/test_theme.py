"""Whatever colour a brand has, text on the page can be read."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tuokio.brand import Brand, ThemeFile
from tuokio.finding import Finding
from tuokio.page import plain
from tuokio.page.palette import reckon
from tuokio.page.theme import Theme, make_theme

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


def theme(brand: str, paper: str = "#fbf7f0", **more: object) -> Theme:
    return make_theme(Brand(ThemeFile(colours={"brand": brand, "paper": paper, "deep": more.pop("deep", "")}, **more)), [])


def tokens(brand: str) -> dict[str, str]:
    return theme(brand).tokens


def told(written: str, key: str = "brand") -> tuple[Theme, list[Finding]]:
    findings: list[Finding] = []
    return make_theme(Brand(ThemeFile(colours={key: written})), findings), findings


def test_our_plain_clothes_are_what_our_own_colours_come_to() -> None:
    findings: list[Finding] = []
    assert (plain.LIGHT, plain.DARK) == reckon(Brand(), findings), "write this into page/plain.py"
    assert [] == findings


@pytest.mark.parametrize("deep", ["", "#22313c"], ids=["one-colour", "with-deep"])
@pytest.mark.parametrize("brand", BRANDS)
def test_every_text_colour_reaches_its_contrast_on_every_surface_by_day_and_by_night(brand: str, deep: str) -> None:
    made = theme(brand, deep=deep, masthead="brand")
    for t in (made.tokens, made.tokens | made.dark):
        for surface in ("paper", "surface", "tint"):
            for text in ("ink", "ink-soft", "brand-text", "right", "wrong"):
                assert contrast(t[text], t[surface]) >= 4.5, (text, surface)
            for control in ("control", "brand-ui"):
                assert contrast(t[control], t[surface]) >= 3, (control, surface)
            assert contrast(t["brand"], t[surface]) >= 1.25, "a button is told from what it lies on"
        assert contrast(t["brand"], t["on-brand"]) >= 4.5
        assert contrast(t["brand-deep"], t["on-brand"]) >= 4.5
        assert contrast(t["masthead"], t["on-masthead"]) >= 4.5
        assert contrast(t["accent"], t["paper"]) >= 1.35
        for verdict in ("right", "wrong"):
            assert contrast(t[verdict], t[f"{verdict}-tint"]) >= 4.5
            assert contrast(t["ink"], t[f"{verdict}-tint"]) >= 4.5
            assert contrast(t["surface"], t[verdict]) >= 4.5, "the letter in a marked option"


@pytest.mark.parametrize("brand", BRANDS)
def test_dark_pages_are_deep_but_not_black_and_rise_step_by_step(brand: str) -> None:
    dark = theme(brand).dark
    depth = [luminance(dark[name]) for name in ("paper", "surface", "tint", "line")]
    assert depth == sorted(depth) and 0.003 < depth[0] < 0.02


def test_every_colour_of_the_light_pages_has_one_by_night() -> None:
    made = theme("#4a3d78", masthead="brand")
    colours = {name for name, value in made.tokens.items() if value.startswith("#")}
    assert colours <= made.dark.keys()


def test_a_brand_without_dark_pages_has_none() -> None:
    made = theme("#4a3d78", dark="false")
    assert "color-scheme:light;" in made.css(str) and "prefers-color-scheme" not in made.css(str)
    assert ["light"] == list(made.chrome)


@pytest.mark.parametrize("written", ["#4A3D78", "rgb(74, 61, 120)", "rgb(74 61 120)", "hsl(253.2 32.6% 35.49%)", "  #4a3d78 "])
def test_a_colour_may_be_written_in_any_notation_and_comes_out_as_hex(written: str) -> None:
    made, findings = told(written)
    assert ("#4a3d78", []) == (made.tokens["brand"], findings)


def test_a_colour_may_be_written_by_its_name() -> None:
    assert "#663399" == told("RebeccaPurple")[0].tokens["brand"]


@pytest.mark.parametrize(
    "written, works",
    [("4a3d78", '"#4a3d78"'), ("#4a3d7", '"#4a3d77"'), ("#oo3366", '"#003366"'), ("rde", '"#ff0000"'), ("RAL 3000", '"#4a3d78"'), ("#4a3d7880", '"#a49ebb"'), ("oklch(0.5 1e999 0)", '"#4a3d78"')],
)
def test_a_wrong_colour_is_told_with_the_nearest_that_works(written: str, works: str) -> None:
    _, findings = told(written)
    assert works in findings[0].cure
    nearest = next(part for part in findings[0].cure.split('"') if part.startswith("#"))
    assert not {"not-a-colour", "see-through-colour"} & {finding.id for finding in told(nearest)[1]}


def test_an_accent_that_the_paper_swallows_is_told_with_one_that_shows() -> None:
    made, findings = told("#fbf9f0", "accent")
    assert ["pale-accent"] == [finding.id for finding in findings]
    assert made.tokens["accent"] in findings[0].cure
    assert [] == told(made.tokens["accent"], "accent")[1]


@pytest.mark.parametrize("line, cure, token", [("radius: 99", "Write 32", "32px"), ("line: 0", "Write 1", "1px"), ("fonts: {weight: 1000}", "Write 900", "900")])
def test_a_number_out_of_range_becomes_the_nearest_within(line: str, cure: str, token: str, check_course) -> None:
    pages, findings = check_course({"course.yaml": "id: c\ntitle: C\ntheme: t\n", "themes/t/theme.yaml": line + "\n", "1-a.md": "x"})
    assert ["out-of-range"] == [finding.id for finding in findings]
    assert cure in findings[0].cure and token in pages.theme.tokens.values()


def test_a_misspelt_key_of_a_theme_is_told_with_the_one_meant(check_course) -> None:
    _, findings = check_course({"course.yaml": "id: c\ntitle: C\ntheme: t\n", "themes/t/theme.yaml": "colors: {brand: red}\n", "1-a.md": "x"})
    assert ["Did you mean `colours`?"] == [finding.cure for finding in findings]


DRAWN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">{}</svg>'


@pytest.mark.parametrize(
    "drawing, plate",
    [('<path fill="#221144" d="M0 0h8v8z"/>', True), ('<path d="M0 0h8v8z"/>', True), ('<path fill="#ffd400" d="M0 0h8v8z"/>', False), ('<rect width="8" height="8" fill="#221144"/><path fill="white" d="M2 2h4v4z"/>', False)],
    ids=["dark", "black", "bright", "on its own ground"],
)
def test_a_logo_that_would_vanish_by_night_stands_on_a_light_plate(drawing: str, plate: bool, check_course) -> None:
    files = {"course.yaml": "id: c\ntitle: C\ntheme: t\n", "themes/t/theme.yaml": "logo: logo.svg\n", "themes/t/logo.svg": DRAWN.format(drawing), "1-a.md": "x"}
    pages, findings = check_course(files)
    assert ([], plate) == (findings, "logo-plate" in pages.theme.dark)
    pages, _ = check_course(files | {"themes/t/theme.yaml": "logo: logo.svg\nlogo_dark: logo.svg\n"})
    assert "logo-plate" not in pages.theme.dark


@pytest.mark.parametrize("brand, plate", [("#0b1f4b", True), ("#ffcd00", False)])
def test_a_dark_logo_stands_on_a_plate_on_a_dark_band_and_bare_on_a_bright_one(brand: str, plate: bool, check_course) -> None:
    theme = f'logo: logo.svg\nlogo_dark: light.svg\nmasthead: brand\ncolours: {{brand: "{brand}", deep: "#0b1f4b"}}\n'
    files = {"course.yaml": "id: c\ntitle: C\ntheme: t\n", "themes/t/theme.yaml": theme, "themes/t/logo.svg": DRAWN.format('<path d="M0 0h8v8z"/>'), "themes/t/light.svg": DRAWN.format('<path fill="#fff" d="M0 0h8v8z"/>'), "1-a.md": "x"}
    pages, findings = check_course(files)
    assert ([], plate) == (findings, "logo-plate" in pages.theme.tokens)
    assert pages.theme.dark.get("logo-plate", "transparent") == "transparent", "the light logo needs none by night"


@pytest.mark.parametrize("name", ["kahvila", "rautakauppa"])
def test_the_shipped_brands_are_without_a_fault(name: str, check_course) -> None:
    folder = Path(__file__).parents[3] / "themes" / name
    files = {f"themes/{name}/{path.name}": path.read_bytes() for path in folder.iterdir()}
    pages, findings = check_course({"course.yaml": f"id: c\ntitle: C\ntheme: {name}\n", "1-a.md": "x", **files})
    assert ([], ".svg") == (findings, pages.theme.logo.name[-4:])


def test_a_brand_colour_that_carries_text_is_left_as_it_is() -> None:
    assert "#4a3d78" == tokens("#4a3d78")["brand"]


def test_a_brand_colour_too_light_for_text_is_told_with_the_shade_used(check_course) -> None:
    _, findings = check_course({"course.yaml": "id: c\ntitle: C\ntheme: sun\n", "themes/sun/theme.yaml": 'name: Sun\ncolours:\n  brand: "#ffd400"\n', "1-a.md": "x"})
    assert ["brand-colour-moved", "brand-colour-darkened"] == [finding.id for finding in findings]
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
    assert "evil" not in pages.theme.css(str) and "display" not in pages.theme.css(str)


@pytest.mark.parametrize("logo, content", [("/etc/passwd", None), ("../../secret.svg", None), ("theme.yaml", None), ("logo.svg", "not a picture"), ("gone.png", None)])
def test_a_logo_is_a_picture_beside_the_theme_and_nothing_else(logo: str, content: str | None, check_course) -> None:
    files = {"course.yaml": "id: c\ntitle: C\ntheme: t\n", "themes/t/theme.yaml": f"logo: {logo}\n", "secret.svg": "<svg/>", "1-a.md": "x"}
    pages, findings = check_course(files | ({f"themes/t/{logo}": content} if content else {}))
    assert ["unusable-logo"] == [finding.id for finding in findings]
    assert pages.theme.logo is None
