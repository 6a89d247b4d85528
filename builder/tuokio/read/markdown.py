"""Markdown as authors write it: CommonMark with tables, footnotes, task lists and alerts.

HTML is off, unless the course says `html: true`, and then it is sanitised. What we add to the
parser is small and ours to explain: `{{ value }}`, `## Heading {#id}`, `[word]{lang=en}`, alerts
titled in the course's language, and table alignment by class, because the page's security policy
allows no style attributes.

A file is typeset as soon as it is read, so that its parse need not be kept. What depends on the
other files, links and pictures, is left as a mark in the HTML (`<a data-ref="0">`) and in a list of refs,
for the typesetter to put in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from html import escape
from types import SimpleNamespace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkLabel, parseLinkTitle
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.footnote import footnote_plugin

from tuokio.prose import Link, Picture
from tuokio.read import html, remarks, shortcut

HEADING_ID = re.compile(r"\s*\{#([^}]+)\}\s*$")
VALUE = re.compile(r"\{\{\s*([\w-]+)\s*\}\}")
TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(\s[^<>]*)?/?>")
SIGNS = re.compile(r"[\\`*_~\[\]<>&{|#\n]")
OPENING = re.compile(r"\s*([-+]|\d+[.)])\s| {4}|[=-]")
"""What could mean something in a text from YAML: a sign anywhere, or a mark at its beginning."""
REF = re.compile(r'<(?:a|img) data-ref="(\d+)">')
WINDOWS_PATH = re.compile(r"[A-Za-z]:\\|\\\\|\.{1,2}\\|media\\|[\w -]*\w\\[^\W_]", re.I)
"""A path as Windows writes it, told from a sign that is escaped for Markdown's sake."""
BLOCKS = re.compile(r"\n\s*\n|^\s*([-+*]|\d+[.)])\s|^\s*(>|```|#|\|)", re.M)


@cache
def parser(html: bool = False, notes: bool = True) -> MarkdownIt:
    """Return the one Markdown parser, or the one that knows HTML or no footnotes, built at first use."""
    md = MarkdownIt("commonmark", {"html": html, "xhtmlOut": False, "tasklists": True, "alerts": True, "maxNesting": 100}, renderer_cls=shortcut.Renderer)
    md.enable(["table", "strikethrough"])
    if notes:
        md.use(footnote_plugin, inline=False)
    md.use(attrs_plugin, after=(), spans=True, allowed=("lang", "dir"))
    md.helpers = SimpleNamespace(parseLinkLabel=parseLinkLabel, parseLinkTitle=parseLinkTitle, parseLinkDestination=_read_destination)
    md.inline.ruler.before("link", "value", _value)
    if not html:  # there it is the sanitiser's
        remarks.teach(md)
    md.core.ruler.before("inline", "heading_id", _heading_id)
    md.core.ruler.push("tidy", _tidy)
    shortcut.teach(md)  # last: it sorts the rules there are
    md.add_render_rule("link_open", _link_open)
    md.add_render_rule("image", _image)
    md.add_render_rule("html_inline", _html)
    md.add_render_rule("html_block", _html)
    md.add_render_rule("table_open", lambda *_: '<div class="scroll"><table>\n')
    md.add_render_rule("table_close", lambda *_: "</table></div>\n")
    md.add_render_rule("list_item_open", _list_item_open)
    md.add_render_rule("footnote_ref", _footnote_ref)
    md.add_render_rule("footnote_open", _footnote_open)
    md.add_render_rule("footnote_anchor", _footnote_anchor)
    md.add_render_rule("footnote_block_open", lambda *_: '<section class="footnotes"><ol>\n')
    return md


def parse(text: str, names: dict[str, Any], *, html: bool = False) -> list[Token]:
    """Parse a module's Markdown; `names` receives its link and footnote definitions."""
    return parser(html).parse(text, names)


def typeset(tokens: list[Token], env: dict[str, Any]) -> str:
    """Render tokens to HTML.

    `env` has `place`, `say`, and a list `refs` to be filled with what is left open; where the author's
    own HTML is let through, also a list `html`, which is left filled with it.
    """
    rendered = parser().renderer.render(tokens, parser().options, env)
    return html.weave(rendered, env["html"]) if env.get("html") else rendered


def is_plain(text: str) -> bool:
    """Say whether nothing in a text could mean something in Markdown or HTML: then it needs no parser, and no escape."""
    return not SIGNS.search(text) and not OPENING.match(text)


def typeset_text(text: str, env: dict[str, Any]) -> str:
    """Render a text from YAML that holds markup: inline if it is one paragraph, else as blocks. `env` as above."""
    md = parser("html" in env, notes=False)  # they stand below a step's text, and a block has no such place
    rendered = md.render(text, env) if BLOCKS.search(text) else md.renderInline(text, env)
    return html.weave(rendered, env["html"]) if env.get("html") else rendered


def fill(html: str, refs: list[Link | Picture], show: Callable[[Link | Picture], str]) -> str:
    """Put links and pictures in where they were left open."""
    return REF.sub(lambda match: show(refs[int(match[1])]), html) if refs else html


def find_tag(text: str) -> str | None:
    """Return the first HTML tag that would be shown as text, code and addresses left aside."""
    match = TAG.search(re.sub(r"`[^`]*`|\]\(<[^>]*>|<https?:[^>]*>|<[^>@\s]+@[^>]*>", "", text))
    return match[0] if match else None


def substitute(text: str, values: dict[str, str], unknown: Callable[[str], None]) -> str:
    """Put values into a plain text (a title): `{{ name }}` → its value."""

    def value(match: re.Match[str]) -> str:
        if match[1] not in values:
            unknown(match[1])
            return match[0]
        return values[match[1]]

    return VALUE.sub(value, text) if "{{" in text else text


def plain(tokens: Iterable[Token]) -> str:
    """Return the text of inline tokens without their markup."""
    return "".join(plain(token.children) if token.children and token.type != "image" else " " if token.type.endswith("break") else token.content for token in tokens if token.type != "html_inline")


def _value(state: StateInline, silent: bool) -> bool:
    if not state.src.startswith("{{", state.pos):
        return False
    match = VALUE.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        token = state.push("text", "", 0)
        values = state.env.get("values", {})
        token.content = values.get(match[1], match[0])
        if match[1] not in values:
            state.env.setdefault("unknown", []).append(match[1])
    state.pos = match.end()
    return True


def _heading_id(state: StateCore) -> None:
    for heading, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if heading.type == "heading_open" and (match := HEADING_ID.search(inline.content)):
            heading.meta["id"] = match[1]
            inline.content = inline.content[: match.start()]


def _tidy(state: StateCore) -> None:
    titles = state.env.get("alerts", {})
    kind = ""
    for token in state.tokens:
        if token.type == "alert_open":
            kind = token.meta["kind"]
        elif kind and token.type == "inline":
            token.children[0].content = token.content = titles.get(kind, token.content)
            kind = ""
        elif token.type in ("th_open", "td_open") and (style := token.attrs.pop("style", None)):
            token.attrs["class"] = str(style).replace("text-align:", "align-")


def _read_destination(text: str, start: int, end: int) -> Any:
    """Read what a link leads to; in a path as Windows writes it, a backslash parts folders and does not escape."""
    result = parseLinkDestination(text, start, end)
    if result.ok and "\\" in text[start : result.pos]:
        raw = text[start : result.pos].removeprefix("<").removesuffix(">")
        if WINDOWS_PATH.match(raw):
            result = parseLinkDestination(text.replace("\\", "/"), start, end)
            if raw[1:2] == ":":  # it leads nowhere, and is told of as it was typed
                result.str = raw
    return result


def _leave_open(ref: Link | Picture, env: dict[str, Any]) -> str:
    env["refs"].append(ref)
    return f'<{"a" if isinstance(ref, Link) else "img"} data-ref="{len(env["refs"]) - 1}">'


def _link_open(self: Any, tokens: list[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    attrs = tokens[index].attrs
    return _leave_open(Link(str(attrs["href"]), str(attrs.get("title", ""))), env)


def _image(self: Any, tokens: list[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    token = tokens[index]
    return _leave_open(Picture(str(token.attrs["src"]), plain(token.children or []), str(token.attrs.get("title", ""))), env)


def _html(self: Any, tokens: list[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    env["html"].append(tokens[index].content)
    return html.place(len(env["html"]) - 1)


def _list_item_open(self: Any, tokens: list[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    done = tokens[index].meta.get("checked")
    return "<li>" if done is None else f'<li class="task{" done" if done else ""}">'


def _note(token: Token, env: dict[str, Any], name: str) -> str:
    repeat = f".{token.meta['subId']}" if token.meta.get("subId", 0) > 0 else ""
    return f"{env['place']}/{name}{token.meta['id'] + 1}{repeat if name == 'ref' else ''}"


def _footnote_ref(self: Any, tokens: list[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    token = tokens[index]
    number = token.meta["id"] + 1
    return f'<sup><a href="#{_note(token, env, "note")}" id="{_note(token, env, "ref")}" class="note" aria-label="{escape(env["say"]("note"))} {number}">{number}</a></sup>'


def _footnote_open(self: Any, tokens: list[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    return f'<li id="{_note(tokens[index], env, "note")}" value="{tokens[index].meta["id"] + 1}">'


def _footnote_anchor(self: Any, tokens: list[Token], index: int, options: Any, env: dict[str, Any]) -> str:
    label = escape(env["say"]("footnote-back"))
    return f'\u00a0<a href="#{_note(tokens[index], env, "ref")}" class="note-back" aria-label="{label}">↩︎</a>'
