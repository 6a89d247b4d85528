"""The short ways through the Markdown parser give the very tokens and HTML of the long ones."""

from __future__ import annotations

import random
from typing import Any

import pytest
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML

from tuokio.read import markdown, shortcut

PIECES = [
    *("word", "Two words", "ä ö.", "1", "12.", "'", '"', "–", "\u00a0", "\u2028", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\n  \n", "\r\n", "\r", "\0"),
    *("- ", "--", "---", "+ ", "* ", "1. ", "1) ", "2. ", "\n- ", "\n1. ", "- [ ] ", "- [x] ", "\n    code", "\n  cont", "> ", "\n> ", "> [!NOTE]\n", "[!TIP]"),
    *("#", "## ", "{#id}", "=", "\n===\n", "\n---\n", "|", "|---|", "\n|-|-|\n", ":--:", "```", "\n```\n", "~~~"),
    *("**", "*", "_", "__", "~", "~~", "`", "``", "\\", "\\*", "\\\n", "  \n", "&", "&amp;", "&#65;", "{", "{{", "{{ v }}", "{{v}}", "}}", "{lang=en}"),
    *("[", "]", "](", "](x.md)", "](<a b.md>)", "(", ")", "![", "!", "[^1]", "\n[^1]: ", "[a]: /b 'c'\n", "<", "</b>", "<b>", "<!--", "-->", "<https://e.org>", ":", "@", "$", "%", "^", "http://e.org"),
]

SPANS = ["word", "Two words", "ä", "1", ".", *[" "] * 3, "(", ")", ",", "!", "!", "?", ":", "**", "**", "*", "*", "**a**", "*b c*", "**Now.**", "`x`", "`", "`a*b`", "[w](https://e.org/a_b)", "[w](x.md)", "![p](media/p.png)", "[w](https://xn--a.org)", "[w](https://e.org/../a)", "[w](x//y)", *["\n"] * 3, "\t", "_", "[", "]", "&", "{lang=en}", "“", "–", "\u00a0"]
"""What words are marked with."""
ROWS = ["- a", "- b c", "- ", "* a", "+ a", "1. a", "2. b", "1) c", "10. d", "0. a", *[""] * 4, "  ", "  x", "   y", "    z", "text", "- [ ] t", "- - a", "- a | b", "---", "# h", "> q", "> - a", *["```"] * 3, "```a b", "````", "  ```", "```\t", "    ```", "``` `", "-  two", "-     five", "1234567890. a", "\t- a", "- a\t", "- *a*", "- a  ", "===", "|---|", "| a | b |", "|---|---|", "| c | d |", "| e | f | g |", "| h |", "a | b", "--- | :-:", "| :-- | --: |", "| a \\| b |", "||", "|", "| a | b |\n|---|:-:|\n| c | d |", "- a\n- b\n- c", "1. a\n2. b"]
"""Rows of lists and tables."""


def make_spans(chance: random.Random) -> str:
    return "".join(chance.choices(SPANS, k=chance.randint(1, 10)))


def make_rows(chance: random.Random) -> str:
    return "\n".join(chance.choices(ROWS, k=chance.randint(1, 8)))


def make_text(chance: random.Random) -> str:
    return "".join(chance.choices(PIECES, k=chance.randint(1, chance.choice((6, 14, 40)))))


def read(md: MarkdownIt, text: str, *, whole: bool) -> Any:
    """Return tokens and HTML of a text, and what the parser noted beside them."""
    env: dict[str, Any] = {"values": {"v": "V"}, "alerts": {"NOTE": "N"}, "refs": [], "html": [], "place": "p", "say": str}
    tokens = md.parse(text, env) if whole else md.parseInline(text, env)
    html = md.renderer.render(tokens, md.options, env)
    return tokens, html, env | {"footnotes": env.get("footnotes") if any(env.get("footnotes", {}).values()) else None}  # the long one may note that there are none


@pytest.mark.parametrize(("html", "notes"), [(False, True), (False, False), (True, True)])
def test_a_short_way_gives_what_the_long_one_gives(html: bool, notes: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    short = markdown.parser(html, notes)
    monkeypatch.setattr(shortcut, "teach", lambda md: None)
    monkeypatch.setattr(shortcut, "Renderer", RendererHTML)
    long, chance = markdown.parser.__wrapped__(html, notes), random.Random(f"{html} {notes}")
    for number in range(1600):
        text = chance.choice((make_text, make_text, make_spans, make_rows))(chance)
        assert read(short, text, whole=number % 4 > 0) == read(long, text, whole=number % 4 > 0), repr(text)


def test_a_rule_without_its_sign_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(shortcut.INLINE_SIGNS, "value")
    with pytest.raises(KeyError, match="value"):
        markdown.parser.__wrapped__()
