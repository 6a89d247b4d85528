"""What becomes of drawings, friendly and hostile."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tuokio.finding import Severity
from tuokio.media import Fault, Medium, prepare

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '


def ship(tmp_path: Path, text: str | bytes, name: str = "map.svg") -> tuple[Medium, str]:
    """Prepare a drawing as a build does; return it and the text that would be shipped, which is whole XML."""
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    medium = prepare(tmp_path / name, tmp_path / "shelf")
    assert isinstance(medium, Medium), medium
    looked = prepare(tmp_path / name, None)
    assert (medium.name, medium.width, medium.height, medium.hints) == (looked.name, looked.width, looked.height, looked.hints)
    assert looked.path is None and medium.name.endswith(".svg")
    shipped = medium.path.read_text("utf-8")
    assert "{http://www.w3.org/2000/svg}svg" == ElementTree.fromstring(shipped).tag
    return medium, shipped


def fault(tmp_path: Path, text: str | bytes, name: str = "map.svg") -> Fault:
    """Return what is said of a drawing."""
    (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    said = prepare(tmp_path / name, None)
    assert isinstance(said, Fault), said
    assert name in said.message and said.cure
    return said


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<script xlink:href="http://evil.example/x.js"/>',
        '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
        '<rect onclick="alert(1)"/>',
        '<rect ONLOAD="alert(1)"/>',
        '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><iframe src="http://evil.example"/></body></foreignObject>',
        '<image xlink:href="http://evil.example/x.png"/>',
        '<image href="//evil.example/x.png"/>',
        '<image href="data:text/html,alert(1)"/>',
        '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
        '<use href="http://evil.example/x.svg#a"/>',
        '<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>',
        '<a href="javascript:alert(1)"><text>x</text></a>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
        '<animate attributeName="xlink:href" values="javascript:alert(1)"/>',
        '<set attributeName="onmouseover" to="alert(1)"/>',
        '<set attributeName="style" to="fill:url(http://evil.example)"/>',
        "<style>@import 'http://evil.example/x.css';</style>",
        "<style>@IMPORT url(http://evil.example/x.css);</style>",
        "<style>a{fill:url(http://evil.example/x)}</style>",
        '<style>a{fill:url( "http://evil.example/x")}</style>',
        r"<style>a{fill:u\72l(http://evil.example/x)}</style>",
        r"<style>@\69mport 'http://evil.example/x';</style>",
        "<style>a{fill:ur/**/l(http://evil.example/x)}</style>",
        r"<style>a{fill:ur\l(http://evil.example/x)}</style>",
        '<style>a{background:image-set("http://evil.example/x" 1x)}</style>',
        '<style>a{background:-webkit-image-set(url(http://evil.example/x) 1x)}</style>',
        "<style>@font-face{font-family:x;src:url(http://evil.example/x)}</style>",
        "<style>a{fill:url(http://evil.example/x</style>",
        '<rect style="fill:url(http://evil.example/x)"/>',
        '<rect fill="url(http://evil.example/x)"/>',
        '<rect filter="URL(&#x27;http://evil.example/x&#x27;)"/>',
        '<rect xml:base="http://evil.example/"/>',
        "<handler>alert(1)</handler>",
        '<?xml-stylesheet href="http://evil.example/x.css"?>',
        "<!--[if IE]><script>alert(1)</script><![endif]-->",
        "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
        "<title><![CDATA[<script>alert(1)</script>]]></title>",
    ],
)
def test_a_drawing_runs_nothing_and_fetches_nothing(tmp_path: Path, inside: str) -> None:
    _, text = ship(tmp_path, OPEN + f'viewBox="0 0 9 9">{inside}<circle r="3"/></svg>')
    assert '<circle r="3"/>' in text, "what is harmless stays"
    assert not re.search(r"<(script|foreignObject|iframe|handler|a)\b|<[^>]*\son\w+=|javascript:[^<]*\"|<[?!]", text, re.I)
    assert "\\" not in text, "CSS hides letters behind it"
    assert not re.search(r"(?:url\(\s*['\"]?\s*(?!#)|@import|image-set\(|href=\"(?!#))", text, re.I), text


def test_an_author_is_told_what_was_taken_out_and_nothing_of_what_only_editors_need(tmp_path: Path) -> None:
    medium, _ = ship(tmp_path, OPEN + '><script/><rect onclick="x"/><image href="https://e.fi/a.png"/></svg>')
    (hint,) = medium.hints
    assert ("drawing-cleaned", Severity.HINT) == (hint.id, hint.severity)
    assert "`<script>`, `onclick`, `https://e.fi/a.png` were taken out of `map.svg`" in hint.message
    inkscape = OPEN + 'xmlns:i="http://www.inkscape.org/namespaces/inkscape"><metadata><x/></metadata><i:view/><g i:label="Layer 1"/><!-- made by me --></svg>'
    medium, text = ship(tmp_path, inkscape)
    assert () == medium.hints and text.endswith("<g/></svg>")


def test_what_draws_is_kept(tmp_path: Path) -> None:
    drawn = (
        '<title>Kassa &amp; tiski</title><desc>Missä mikäkin on</desc><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><g id="cup"/></defs>'
        '<style>.a{fill:url(#g);stroke:#123456}</style><use xlink:href="#cup" x="1"/><path class="a" d="M0 0h1" style="fill:red;marker:url(\'#m\')" transform="translate(1 2)"/>'
        '<text xml:space="preserve" x="1">  Yksi <tspan>kaksi</tspan> kolme\n</text><circle r="1"><animate attributeName="r" from="1" to="3" dur="1s"/></circle>'
        '<image xlink:href="data:image/png;base64,iVBORw0KGgo=" width="1"/>'
    )
    medium, text = ship(tmp_path, OPEN + f'viewBox="0 0 9 9">{drawn}</svg>')
    assert f'viewBox="0 0 9 9">{drawn}</svg>' in text and () == medium.hints


def test_any_encoding_and_namespace_prefix_comes_out_as_plain_utf_8(tmp_path: Path) -> None:
    for encoding in ("utf-16", "iso-8859-1", "windows-1252", "utf-8"):
        _, text = ship(tmp_path, f'<?xml version="1.0" encoding="{encoding}"?>\n{OPEN}><text>Päivää</text></svg>'.encode(encoding))
        assert "<text>Päivää</text>" in text
    _, text = ship(tmp_path, '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g id="a"/></s:svg>')
    assert '<g id="a"/>' in text
    _, text = ship(tmp_path, b'\xef\xbb\xbf<svg viewBox="0 0 1 1"><g id="a"/></svg>')
    assert '<g id="a"/>' in text, "without a namespace browsers would draw nothing"


@pytest.mark.parametrize(
    "attributes, size",
    [
        ('width="480" height="240"', (480, 240)),
        ('width="10cm" height="1in"', (378, 96)),
        ('viewBox="0 0 800 400"', (800, 400)),
        ('viewBox="0,0,24,12"', (300, 150)),
        ('width="100%" height="100%" viewBox="0 0 600 300"', (600, 300)),
        ('width="90" viewBox="0 0 2 1"', (90, 45)),
        ('height="90" viewBox="0 0 2 1"', (180, 90)),
        ('width="90"', (None, None)),
        ("", (None, None)),
        ('width="0" height="0" viewBox="0 0 0 0"', (None, None)),
        ('width="many" viewBox="a b c d"', (None, None)),
        ('viewBox="0 0 1e300 1"', (None, None)),
    ],
)
def test_a_drawing_says_how_large_it_is(tmp_path: Path, attributes: str, size: tuple[int | None, int | None]) -> None:
    medium, _ = ship(tmp_path, OPEN + attributes + "/>")
    assert size == (medium.width, medium.height)


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + OPEN + "><text>&b;</text></svg>",
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + OPEN + "><text>&x;</text></svg>",
        '<!DOCTYPE svg [<!ENTITY % p SYSTEM "http://evil.example/x.dtd"> %p;]>' + OPEN + "/>",
    ],
)
def test_entities_are_refused_before_they_grow(tmp_path: Path, text: str) -> None:
    said = fault(tmp_path, text)
    assert "drawing-entities" == said.id and "Illustrator" in said.cure


def test_an_ordinary_doctype_is_no_fault(tmp_path: Path) -> None:
    _, text = ship(tmp_path, '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">' + OPEN + "/>")
    assert "DOCTYPE" not in text


def test_a_broken_drawing_names_its_line(tmp_path: Path) -> None:
    assert "at line 3" in fault(tmp_path, OPEN + ">\n<g>\n</svg>").message
    assert "broken-drawing" == fault(tmp_path, OPEN + "><g>").id
    assert "broken-drawing" == fault(tmp_path, '<?xml version="1.0" encoding="klingon"?>' + OPEN + "/>").id
    assert "begins with `<note>`" in fault(tmp_path, '<note xmlns="http://example.com"><svg/></note>').message


def test_a_drawing_can_exhaust_nothing(tmp_path: Path) -> None:
    assert "deep" in fault(tmp_path, OPEN + ">" + "<g>" * 100_000 + "</g>" * 100_000 + "</svg>").message
    assert "huge-picture" == fault(tmp_path, OPEN + ">" + " " * 10_000_001 + "</svg>").id


def test_a_heavy_drawing_is_told_of(tmp_path: Path) -> None:
    medium, _ = ship(tmp_path, OPEN + ">" + '<path d="M0 0h1v1h-1z"/>' * 50_000 + "</svg>")
    assert ["heavy-drawing"] == [hint.id for hint in medium.hints]
    assert "1.2 MB" in medium.hints[0].message


def test_what_was_cleaned_is_told_again_when_it_comes_from_the_shelf(tmp_path: Path) -> None:
    text = OPEN + "><script/></svg>"
    assert ship(tmp_path, text)[0].hints == ship(tmp_path, text)[0].hints != ()
