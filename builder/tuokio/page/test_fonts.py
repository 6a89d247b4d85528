"""A brand's own fonts go along with the course, small, or it is told why not."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from tuokio.build import build

GREEK = 0x3B1


def draw(corners: int, chance: Random) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for _ in range(corners):
        pen.lineTo((chance.randrange(600), chance.randrange(800)))
    pen.closePath()
    return pen.glyph()


def make_font(family: str = "Kulma", *, style: str = "Bold", weight: int = 700, licence: int = 0, corners: int = 3) -> bytes:
    """Return a real TrueType font with European letters and Greek ones."""
    codes = [*range(0x20, 0x7F), *range(0xA0, 0x180), *range(GREEK, GREEK + 24)]
    names = {code: f"u{code:04X}" for code in codes}
    font = FontBuilder(1000)
    font.setupGlyphOrder([".notdef", *names.values()])
    font.setupCharacterMap(names)
    chance = Random(1)
    font.setupGlyf({name: draw(corners, chance) for name in (".notdef", *names.values())})
    font.setupHorizontalMetrics({name: (600, 0) for name in (".notdef", *names.values())})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": f"{family} {style}", "styleName": "Regular", "typographicFamily": family, "typographicSubfamily": style})
    font.setupOS2(usWeightClass=weight, fsType=licence)
    font.setupPost()
    out = BytesIO()
    font.save(out)
    return out.getvalue()


@pytest.fixture
def dress(check_course: Callable) -> Callable:
    """Read a course whose theme has these fonts and `fonts:` line."""

    def run(line: str, **files: bytes):
        fonts = {f"themes/t/fonts/{name.replace('_', '.')}": data for name, data in files.items()}
        return check_course({"course.yaml": "id: c\ntitle: C\nlanguages: [en]\ntheme: t\n", "themes/t/theme.yaml": f"name: T\n{line}\n", "1-a.md": "x", **fonts})

    return run


@pytest.mark.parametrize("written", ["Kulma", '"kulma", Georgia', "Kulma Bold", "kulma.ttf"])
def test_a_font_that_is_named_and_lies_in_the_folder_is_shipped(written: str, dress: Callable) -> None:
    pages, findings = dress(f"fonts: {{heading: '{written}'}}", kulma_ttf=make_font())
    assert [] == findings
    (font,) = pages.theme.fonts
    assert ("700", "normal", b"wOF2") == (font.weight, font.style, font.data[:4])
    assert pages.theme.tokens["font-heading"].strip('"').startswith(font.family), "the stylesheet and the file agree on its name"
    assert f'font-family:"{font.family}"' in pages.theme.css(lambda font: font.stem) and "font-display:swap" in pages.theme.css(str)


def test_what_is_shipped_holds_european_letters_and_no_others(dress: Callable) -> None:
    pages, _ = dress("fonts: {text: Kulma}", kulma_ttf=make_font())
    letters = TTFont(BytesIO(pages.theme.fonts[0].data)).getBestCmap()
    assert set(map(ord, "aäöåŠž é–")) - {0x2013} <= letters.keys()
    assert GREEK not in letters


def test_the_same_font_gives_the_same_bytes(dress: Callable) -> None:
    from tuokio.page import fonts

    font = make_font()  # made once: it holds the second it was made in
    first = dress("fonts: {text: Kulma}", kulma_ttf=font)[0].theme.fonts
    fonts._shrink.cache_clear()
    assert first == dress("fonts: {text: Kulma}", kulma_ttf=font)[0].theme.fonts


def test_a_font_no_line_names_is_told_with_the_line_that_would(dress: Callable) -> None:
    pages, findings = dress("fonts: {heading: Kulmaa}", kulma_ttf=make_font())
    assert [("unused-font", "Write `Kulma` where it says `Kulmaa`.")] == [(finding.id, finding.cure) for finding in findings]
    assert [] == pages.theme.fonts


def test_a_font_file_that_is_not_there_is_told_with_those_that_are(dress: Callable) -> None:
    pages, findings = dress("fonts: {heading: kulme.ttf}", kulma_ttf=make_font())
    assert "no-font-file" in [finding.id for finding in findings]
    assert any("Did you mean `kulma.ttf`?" == finding.cure for finding in findings)
    assert "kulme" not in pages.theme.css(str)


def test_a_file_that_holds_no_font_is_told(dress: Callable) -> None:
    _, findings = dress("fonts: {heading: Kulma}", kulma_ttf=b"PK\x03\x04 a zip that was only renamed")
    assert ["not-a-font-file"] == [finding.id for finding in findings]
    assert "unpacked" in findings[0].cure


def test_half_a_font_is_told_and_not_a_crash(dress: Callable) -> None:
    whole = make_font()
    _, findings = dress("fonts: {heading: Kulma}", kulma_ttf=whole[: len(whole) * 2 // 3])
    assert {"not-a-font-file"} == {finding.id for finding in findings}


def test_a_font_whose_licence_forbids_it_is_left_out(dress: Callable) -> None:
    pages, findings = dress("fonts: {heading: Kulma}", kulma_ttf=make_font(licence=0x0002))
    assert (["forbidden-font"], []) == ([finding.id for finding in findings], pages.theme.fonts)


def test_a_font_that_may_not_be_cut_is_shipped_whole(dress: Callable) -> None:
    pages, findings = dress("fonts: {heading: Kulma}", kulma_ttf=make_font(licence=0x0100))
    assert [] == findings
    assert GREEK in TTFont(BytesIO(pages.theme.fonts[0].data)).getBestCmap()


def test_a_font_heavier_than_100_kb_is_told_with_its_weight(dress: Callable) -> None:
    pages, findings = dress("fonts: {heading: Kulma}", kulma_ttf=make_font(corners=200))
    (font,) = pages.theme.fonts
    assert len(font.data) > 100 * 1024
    assert ["heavy-font"] == [finding.id for finding in findings] and f"{len(font.data) // 1024} KB" in findings[0].message


@pytest.mark.parametrize("written", ['Geo"rgia', "x', serif; } * {", "'"])
def test_quotes_in_font_names_cannot_break_the_stylesheet(written: str, dress: Callable) -> None:
    pages, _ = dress("fonts:\n  heading: |\n    " + written)
    stack = pages.theme.tokens["font-heading"]
    assert 0 == stack.count('"') % 2 and not set(stack) & set("{};'\n")


def test_fonts_stand_in_the_site_as_files_and_inside_pages_that_stand_alone(tmp_path: Path) -> None:
    files = {"course.yaml": b"id: c\ntitle: C\nlanguages: [en]\ntheme: t\n", "themes/t/theme.yaml": b"fonts: {heading: Kulma}\n", "themes/t/fonts/k.ttf": make_font(), "1-a.md": b"x"}
    for name, data in files.items():
        path = tmp_path / "course" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    result = build(tmp_path / "course", tmp_path / "out", ["site", "single", "print"])
    assert [] == result.findings
    site = tmp_path / "out/course/site"
    (font,) = site.glob("fonts/kulma-700.*.woff2")
    assert f'url("fonts/{font.name}")' in next(site.glob("style.*.css")).read_text("utf-8")
    for name in ("course-print.html", "course.html"):
        page = (tmp_path / "out/course" / name).read_text("utf-8")
        assert 'url("data:font/woff2;base64,' in page and "font-src data:" in page
