"""Authors' own HTML, through the Markdown that carries it in pieces."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from tuokio.read import html

PICTURE = '<img class="ours" src="media/a.webp" alt="5 &gt; 4" loading="lazy">'
CONTROL = '<label class="option" id="/a/b"><input type="radio" name="q" data-id="a"><button aria-pressed="false">B</button></label>'


@pytest.fixture
def typeset() -> Callable[[str], str]:
    """Typeset Markdown with HTML on, as the room may do: our own tags stay, the author's are woven in."""
    md = MarkdownIt("commonmark", {"html": True}).enable("table")

    def keep(self: object, tokens: list, index: int, options: object, env: dict) -> str:
        env["html"].append(tokens[index].content)
        return html.place(len(env["html"]) - 1)

    md.add_render_rule("html_inline", keep)
    md.add_render_rule("html_block", keep)
    md.add_render_rule("table_open", lambda *_: '<div class="scroll" role="group"><table>\n')
    md.add_render_rule("table_close", lambda *_: "</table></div>\n")
    md.add_render_rule("image", lambda *_: PICTURE + CONTROL)

    def run(text: str) -> str:
        env: dict = {"html": []}
        return html.weave(md.render(text, env), env["html"])

    return run


class Balance(HTMLParser):
    """Fails on a closing tag that closes something else."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in html.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag, tag


def is_balanced(text: str) -> bool:
    """Return whether a stretch closes just what it opens."""
    reader = Balance()
    reader.feed(text)
    return not reader.open


def test_html_around_markdown_stays_around_it(typeset) -> None:
    shown = typeset("<details open>\n<summary>More</summary>\n\nText *here* ![a](b)\n\n| a |\n|---|\n| x<sub>2</sub> |\n\n</details>\n\nAfter")
    assert shown.startswith("<details open=\"\">\n<summary>More</summary>")
    assert "<em>here</em>" in shown and "x<sub>2</sub>" in shown
    assert shown.index("</div>") < shown.index("</details>") < shown.index("<p>After</p>")


def test_our_own_tags_come_out_as_they_went_in(typeset) -> None:
    shown = typeset("<b>Bold</b> ![a](b)\n\n| a |\n|---|\n| b |")
    assert PICTURE + CONTROL in shown and '<div class="scroll" role="group"><table>' in shown


@pytest.mark.parametrize("text", ["<div>\n\nOpen\n\nmore", "<div title=\"\n\nx ![a](b)\n\n| a |\n|---|\n\n\"y", "<div title='\n\n![a](b)\n\n<b\n\nx", "<plaintext>\n\n![a](b)", "- a <span>b\n- c", "a </p></div></section></body> b ![a](b)", "<div><p>\n\n> x </div> y\n\nz", "<!-- never closed\n\nx", "- <!-- never closed\n\nAfter ![a](b)", "| a |\n|---|\n| </table></div> |", "<td>x</td> ![a](b)", "a <b> ![a](b)\n\n<i>c\n\n</b>", "<a href='https://e.fi'>x [y](https://z.fi) </a>", "<details><summary>\n\n![a](b)"])
def test_what_an_author_leaves_open_or_closes_wrongly_ends_with_the_stretch(typeset, text: str) -> None:
    assert is_balanced(typeset(text))


@pytest.mark.parametrize(
    "text, shown",
    [
        ("a <script>alert(1)</script>b", "<p>a b</p>"),
        ("<style>p{}</style>\n\nb", "<p>b</p>"),
        ("<iframe src='https://e.fi'>x</iframe>\n\nb", "<p>b</p>"),
        ("a <img src='https://e.fi/x.png' onerror='alert(1)'>b", "<p>a b</p>"),
        ("<b onclick='alert(1)' class='option' id='a' style='x' data-id='y' aria-label='z'>b</b>", "<p><b>b</b></p>"),
        ("<a href='javascript:alert(1)'>b</a>", "<p><a>b</a></p>"),
        ("<a href='java&#10;script:alert(1)'>b</a>", "<p><a>b</a></p>"),
        ("<a href='#/other/step'>b</a>", "<p><a>b</a></p>"),
        ("<a href='https://e.fi' target='_blank'>b</a>", '<p><a href="https://e.fi">b</a></p>'),
        ("a <div>b</div>", "<p>a </p><div>b</div>"),
        ("<form action='/x'><button>b</button></form>", "b"),
        ("a <input name='q'>b", "<p>a b</p>"),
        ("a <svg><style><img src=x onerror=alert(1)></style></svg>b", "<p>a b</p>"),
        ("a <math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "<p>a </p>"),
        ("<span lang='sv' dir='ltr'>hej</span> <abbr title='a'>b</abbr> <kbd>c</kbd><br>d", '<p><span lang="sv" dir="ltr">hej</span> <abbr title="a">b</abbr> <kbd>c</kbd><br>d</p>'),
        ("a <!-- note -->b", "<p>a b</p>"),
        ("<plaintext>\n\nb", ""),
        ("a <xmp>b</xmp>", "<p>a </p>"),
    ],
)
def test_only_what_is_harmless_and_ours_to_style_stays(typeset, text: str, shown: str) -> None:
    assert shown == typeset(text).strip()


def test_no_author_can_write_our_marks(typeset) -> None:
    plain = typeset("![a](b) <b>x</b>")
    for forged in ("<b x0=\"0\">y</b>", "<x0-img x0=\"0\"></x0-img>", "\ue0000\ue001", "\ue0009\ue001"):
        shown = typeset(f"![a](b) <b>x</b> {forged}")
        assert plain.count("<input") == shown.count("<input") == 1


def test_the_same_text_gives_the_same_html(typeset) -> None:
    assert typeset("a <b>c</b> ![a](b)") == typeset("a <b>c</b> ![a](b)")


def test_what_is_taken_out_can_be_named() -> None:
    assert ["onclick", "<script>", "href", "style"] == html.find_removed("<b onclick=x lang=fi>a</b><script>b</script><a href='02-b.md' style=c>d</a><script></script>")
    assert [] == html.find_removed("<details open><summary>a</summary></details><a href='mailto:a@b.fi'>c</a></div>")


def test_a_fragment_alone_can_be_cleaned() -> None:
    assert "<b>a</b>" == html.clean("<b onclick=x>a</b><script>b</script>")
