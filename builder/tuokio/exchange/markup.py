"""HTML and plain texts into Markdown that means the same: the room's one door to html-to-markdown and nh3.

An author's tool wrote the HTML, so most of it is `<p dir="ltr">` around a sentence. nh3 reads it as a browser does and leaves only what
marks up a text; nothing that could run or reach out comes as far as the converter.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from html import unescape

TAGS = {"p", "div", "br", "hr", "b", "strong", "i", "em", "s", "del", "strike", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "kbd", "a", "img", "h1", "h2", "h3", "h4", "h5", "h6", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "sub", "sup"}
GONE = {"script", "style", "noscript", "template", "object", "embed", "iframe", "svg", "math", "form", "select", "textarea", "button", "audio", "video"}
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "th": {"colspan"}, "td": {"colspan"}}
LOOKS_LIKE_HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|&(?:[a-zA-Z]{2,8}|#\d{2,6});")
MEANS = re.compile(r"[\\*_`\[~<]|\{\{")
"""What a plain text may hold that Markdown, or Tuokio, would take for something."""
BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
"""One that would vanish."""
SIGN = re.compile(r"""\*(?=\S)(?!\s) | (?<=\S)\*              # emphasis; a star among spaces is one
    | (?<!\w)_(?=\S) | (?<=\S)_(?!\w)
    | ` | ~~
    | \[(?=[^\]\n]{0,300}\][\[({:]) | (?<=!)\[
    | <(?=[A-Za-z/!?])
    | \{\{(?=\s*[\w-]+\s*\}\})""", re.X)
LINE = re.compile(r"^([ \t]*)(#{1,6}(?=\s|$)|>|=+(?=\s*$)|-{2,}(?=\s*$)|\|)", re.M)
"""What at the start of a line makes another thing of it. Lists are left: whoever types a hyphen means one."""
ITEM = re.compile(r"\s*(?:[-*•·]|\d{1,2}[.)])\s")
SMALL = {"sub": str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"), "sup": str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")}
RAISED = re.compile(r"<(sub|sup)>([^<]{1,12})</\1>")
DANGEROUS = re.compile(r"<\s*(script|iframe|object|embed|form|audio|video|svg)\b|\son[a-z]+\s*=|(?:href|src)\s*=\s*[\"']?\s*(?:javascript|vbscript):", re.I)
SOURCE = re.compile(r'(<img\b[^<>]*?\bsrc=")([^"]*)(")')
SHIELD = "\ue0f0"
"""Stands for a backslash of ours while the converter, which doubles backslashes, is at work."""
SENTENCE = re.compile(r"<p(?:\s[^<>]*)?>([^<>]*)</p>\s*$")
UNPLACED, ALT = re.compile(r'<img\b[^<>]*\bsrc=""[^<>]*>'), re.compile(r'\balt="([^"]*)"')
FORMULA = re.compile(r"\$\$.{1,500}?\$\$|\\\(.{1,500}?\\\)|\\\[.{1,500}?\\\]", re.S)


def from_plain(text: str) -> str:
    """Return a plain text as Markdown: its signs mean themselves and its lines stay lines."""
    text = text.strip()
    if MEANS.search(text):
        text = SIGN.sub(r"\\\g<0>", BACKSLASH.sub(r"\\\\", text))
    if text[:1] in "#>=|-" or "\n" in text:
        text = LINE.sub(r"\1\\\2", text)
    return _keep_lines(text) if "\n" in text else text


def _keep_lines(text: str) -> str:
    """Return a text whose single line ends are kept, unless a list goes on."""
    lines = [line.rstrip() for line in text.split("\n")]
    kept = [f"{line}\\" if line and after and not ITEM.match(after) and not line.endswith("\\") else line for line, after in zip(lines, lines[1:], strict=False)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join([*kept, lines[-1]]))


def is_html(text: str) -> bool:
    """Say whether a text holds tags or entities, and not only a sign of less."""
    return ("<" in text or "&" in text) and bool(LOOKS_LIKE_HTML.search(text))


def from_html(html: str, place: Callable[[str], str] | None = None) -> str:
    """Return HTML as Markdown. `place` is given what a picture's `src` says and returns where it is now, or nothing where it cannot be had."""
    if "<" not in html and "&" not in html:
        return from_plain(" ".join(html.split()))
    if place and "<img" in html:
        return _convert(html, place)
    if "&" not in html and (sentence := SENTENCE.match(html)):  # as most texts: then it needs no parser
        return from_plain(" ".join(sentence[1].split()))
    return _convert_again(html)


def strip_tags(html: str) -> str:
    """Return the bare text of HTML, on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


@lru_cache(maxsize=4096)  # `<p>Not quite.</p>` stands under half of all questions
def _convert_again(html: str) -> str:
    return _convert(html, None)


def _convert(html: str, place: Callable[[str], str] | None) -> str:
    from html_to_markdown import convert

    clean = _cleaner()(html)
    if place and "<img" in clean:
        clean = SOURCE.sub(lambda match: match[1] + place(match[2]) + match[3], clean)
        clean = UNPLACED.sub(lambda match: alt[1] if (alt := ALT.search(match[0])) else "", clean)
    if "<su" in clean:
        clean = RAISED.sub(lambda match: match[2].translate(SMALL[match[1]]), clean)
    text = convert(_shield(clean) if MEANS.search(clean.replace("<", "")) or "&lt;" in clean else clean).content  # its own options: putting others together takes ten times as long as the work
    return text.replace(SHIELD, "\\").replace("\u00a0", " ").replace("  \n", "\\\n").strip()


def _shield(html: str) -> str:
    """Put stand-ins for backslashes before what is meant as itself in the texts between tags, code left aside."""
    pieces, code = re.split(r"(<[^>]+>)", html), 0
    for number, piece in enumerate(pieces):
        if number % 2:
            if re.match(r"</?(?:pre|code|kbd)\b", piece):
                code += -1 if piece[1] == "/" else 1
        elif not code and piece:
            pieces[number] = SIGN.sub(rf"{SHIELD}\g<0>", piece).replace("&lt;", f"{SHIELD}&lt;")
    return "".join(pieces)


@cache
def _cleaner() -> Callable[[str], str]:
    import nh3

    def keep(html: str) -> str:
        return nh3.clean(html, tags=TAGS, clean_content_tags=GONE, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto"}, link_rel=None)

    return keep

