"""The author's own HTML, where `html: true` allows it: nh3's room.

In Markdown an opening tag, what stands in it and its closing tag arrive one by one, with our own HTML between them. So
the whole stretch is sanitised at once, by a parser that reads it as a browser does. Our own tags go through it under
marks that no author can write, and come out as they were. What an author leaves open is closed where the stretch ends.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
TAGS = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h3 h4 h5 h6 hr i ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup "
    "table tbody td tfoot th thead time tr u ul var wbr".split()
)
"""What an author may write. Pictures are left to Markdown, which finds, checks and shrinks them; so are `h1` and `h2`, which make modules and steps."""
ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "li": {"value"},
    "ol": {"start", "type", "reversed"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope", "abbr"},
    "time": {"datetime"},
}
"""No class, id or style: those are ours, and an author's would clash with them."""
SCHEMES = {"http", "https", "mailto", "tel"}
GONE = {"script", "style", "iframe", "object", "embed", "noscript", "noembed", "noframes", "xmp", "plaintext", "template", "svg", "math", "textarea", "select", "title", "audio", "video"}
"""What goes with all that is in it; of other tags the text stays."""
PLACE = re.compile("\ue000(\\d+)\ue001")
OWN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*>")


def place(number: int) -> str:
    """Return what stands for the author's HTML of this number while our own HTML is rendered."""
    return f"\ue000{number}\ue001"


def weave(rendered: str, pieces: list[str]) -> str:
    """Put the author's HTML into its places in what we rendered, and let only that be sanitised.

    `rendered` is one stretch: whole elements, in whose attributes `>` is escaped.
    """
    tags: list[str] = []
    key = "x" + hashlib.sha256("\0".join([rendered, *pieces]).encode()).hexdigest()[:16]  # a text cannot hold its own hash

    def mark(match: re.Match[str]) -> str:
        closing, tag = match[1], match[2].lower()
        known = tag in TAGS and tag not in VOID
        if closing:
            return match[0] if known else f"</{key}-{tag}>"
        tags.append(match[0])
        name = tag if known else f"{key}-{tag}"
        return f'<{name} {key}="{len(tags) - 1}">' + (f"</{name}>" if tag in VOID else "")

    marked = OWN.sub(mark, rendered)
    names = {f"{key}-{match[2].lower()}" for match in OWN.finditer(rendered)}
    whole = PLACE.sub(lambda match: pieces[int(match[1])] if int(match[1]) < len(pieces) else "", marked)
    html = _nh3(whole, frozenset(names), key).replace("<p></p>", "")  # what is left of a paragraph that an author's block ended
    html = re.sub(rf'<(?:{key}-)?[a-z0-9-]+ {key}="(\d+)">', lambda match: tags[int(match[1])], html)
    return re.sub(rf"</{key}-([a-z0-9-]+)>", lambda match: "" if match[1] in VOID else f"</{match[1]}>", html)


def clean(html: str) -> str:
    """Return HTML with nothing in it but what an author may write."""
    return _nh3(html, frozenset(), "")


def _nh3(html: str, names: frozenset[str], key: str) -> str:
    import nh3

    attributes = {tag: set(allowed) for tag, allowed in ATTRIBUTES.items()}
    if key:
        attributes["*"].add(key)
    return nh3.clean(html, tags=TAGS | names, clean_content_tags=GONE, attributes=attributes, url_schemes=SCHEMES, url_relative="deny", link_rel=None)


def find_removed(html: str) -> list[str]:
    """Return what `weave` takes out of the author's HTML, to be told: `<script>`, `onclick`, `href`, each once."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return list(reader.removed)


def explain_removed(html: str) -> Iterator[tuple[str, str, str]]:
    """Yield what to look for in the source, the fault and the cure for each thing that `weave` takes out."""
    for removed in find_removed(html):
        needle = removed.rstrip(">") if removed.startswith("<") else f" {removed}=" if f" {removed}=" in html else f" {removed}"
        if removed == "<img>":
            yield needle, "`<img>` is taken out: Tuokio would not find, check and shrink this picture.", "Write `![what it shows](media/…)`."
        else:
            yield needle, f"`{removed}` is taken out: it could run, reach out or upset the page.", "Use Markdown, or HTML that only marks up text."


class _Reader(HTMLParser):
    """Tells what will go. It decides nothing: that is nh3's."""

    def __init__(self) -> None:
        super().__init__()
        self.removed: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.removed[f"<{tag}>"] = None
            return
        for name, value in attrs:
            allowed = name in ATTRIBUTES["*"] or name in ATTRIBUTES.get(tag, ())
            if not allowed or (name == "href" and not re.match(rf"\s*(?:{'|'.join(SCHEMES)}):", value or "", re.I)):
                self.removed[name] = None
