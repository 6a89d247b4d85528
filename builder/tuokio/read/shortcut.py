"""Short ways through markdown-it for what most texts are. They give the very tokens of the long ones, which a test holds.

markdown-it asks every rule about every line and every sign. But most lines begin with a letter, which begins nothing but
a paragraph, and of each rule is known by what sign it begins. A rule that is added without its sign fails at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml, mdTrim
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.renderer import RendererHTML
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, normalize, text_join
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from tuokio.read.lines import Lines, read_fence, read_list, read_table
from tuokio.read.spans import read_spans

LIST_SIGNS = "*+-0123456789"
BLOCK_SIGNS = {"table": "", "code": "", "remark": "<", "fence": "`~", "blockquote": ">", "hr": "*-_", "list": LIST_SIGNS, "footnote_def": "[", "reference": "[", "html_block": "<", "heading": "#", "lheading": "", "paragraph": ""}
"""Which signs the first line of a block begins with, by the rule that reads it; none where the line itself does not tell."""
MARKS = frozenset("".join(BLOCK_SIGNS.values()) + "-=|:")
"""What a line begins with that may be more than a line of a paragraph; the last are those of the line that follows a heading or a table's head."""
UNDERLINE = re.compile(r"[-=|:][-=|: \t]*")
"""A line that may make the one above it a heading, or the head of a table."""
INLINE_SIGNS = {"newline": "\n", "escape": "\\", "backticks": "`", "strikethrough": "~", "emphasis": "*_", "value": "{", "link": "[", "span": "[", "image": "!", "footnote_ref": "[", "autolink": "<", "html_inline": "<", "entity": "&"}
"""Which signs each rule begins with inside a paragraph."""
SIGNS = re.compile(f"[{re.escape(''.join(INLINE_SIGNS.values()))}\\]]")
"""Where one may begin, or a link's text end; markdown-it stops at as many other signs, for rules we have not."""
Rules = dict[str, list[Callable[..., bool]]]


def teach(md: MarkdownIt) -> None:
    """Make a parser that has all its rules take the short ways."""
    md.block, md.inline = _Block(md.block), _Inline(md.inline)
    md.core.ruler.at("normalize", _normalize)
    md.core.ruler.at("inline", _inline)
    md.core.ruler.at("text_join", _join)


class Renderer(RendererHTML):
    """Writes tags without attributes, which most are, and text alone, without further questions."""

    def render(self, tokens: Sequence[Token], options: Any, env: Any) -> str:
        """Return blocks as HTML."""
        rules, out = self.rules, []
        for index, token in enumerate(tokens):
            if token.type == "inline":
                children = token.children
                if children:
                    out.append(escapeHtml(children[0].content) if len(children) == 1 and children[0].type == "text" else self.renderInline(children, options, env))
            elif (rule := rules.get(token.type)) is not None:
                out.append(rule(tokens, index, options, env))
            elif not token.hidden:
                out.append(self.renderToken(tokens, index, options, env))
        return "".join(out)

    def renderInline(self, tokens: Sequence[Token], options: Any, env: Any) -> str:  # noqa: N802 – markdown-it's name
        """Return what stands in a paragraph as HTML."""
        rules, out = self.rules, []
        for index, token in enumerate(tokens):
            if token.type == "text":
                out.append(escapeHtml(token.content))
            elif (rule := rules.get(token.type)) is not None:
                out.append(rule(tokens, index, options, env))
            else:
                out.append(self.renderToken(tokens, index, options, env))
        return "".join(out)

    def renderToken(self, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:  # noqa: N802 – markdown-it's name
        """Return a tag as HTML."""
        token = tokens[index]
        if not token.nesting or token.hidden:
            return super().renderToken(tokens, index, options, env)
        attrs = self.renderAttrs(token) if token.attrs else ""
        if token.nesting < 0:
            return f"</{token.tag}{attrs}>\n" if token.block else f"</{token.tag}{attrs}>"
        if not token.block:
            return f"<{token.tag}{attrs}>"
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        ends = after is None or not (after.type == "inline" or after.hidden or after.nesting < 0 and after.tag == token.tag)
        return f"{chr(10) if index and tokens[index - 1].hidden else ''}<{token.tag}{attrs}>{chr(10) if ends else ''}"


class _Block(ParserBlock):
    """Asks of a line only the rules that its first sign may begin."""

    def __init__(self, full: ParserBlock) -> None:
        self.ruler = full.ruler
        self._rules = _sort(full, BLOCK_SIGNS, "")
        self._rules[""].insert(0, self._read_prose)
        self._rules["|"] = [read_table, *self._rules[""]]
        self._rules["`"].insert(0, read_fence)
        for sign in LIST_SIGNS:
            self._rules[sign].insert(0, read_list)
        self._ends = _sort(full, BLOCK_SIGNS, "paragraph")

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token] | None:  # noqa: N803 – markdown-it's names
        """Read a text into tokens."""
        if not src:
            return None
        state = Lines(src, md, env, outTokens)
        self.tokenize(state, 0, state.lineMax)
        return outTokens

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 – markdown-it's names
        """Read lines into tokens: as ParserBlock does it, but for the choice of rules."""
        line, empty, most = startLine, False, state.md.options.maxNesting
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= most:
                state.line = endLine
                break
            sign = state.src[state.bMarks[line] + state.tShift[line]]
            for rule in self._rules.get(sign) or self._rules[""]:
                if rule(state, line, endLine, False):
                    break
            state.tight = not empty
            line = state.line
            if line - 1 < endLine and state.isEmpty(line - 1):
                empty = True
            if line < endLine and state.isEmpty(line):
                empty = True
                line += 1
                state.line = line

    def _read_prose(self, state: StateBlock, start: int, end: int, silent: bool) -> bool:
        """Read a paragraph whose first line can begin nothing else."""
        src, begins, ends, shifts, indents = state.src, state.bMarks, state.eMarks, state.tShift, state.sCount
        if src[begins[start] + shifts[start]] in MARKS or indents[start] - state.blkIndent > 3:
            return False
        line, last, around = start + 1, state.lineMax, state.parentType
        while line < last and (at := begins[line] + shifts[line]) < ends[line]:
            if src[at] in MARKS:
                if UNDERLINE.fullmatch(src, at, ends[line]):
                    return False
                if 0 <= indents[line] <= state.blkIndent + 3:
                    state.parentType = "paragraph"
                    over = any(rule(state, line, last, True) for rule in (self._ends.get(src[at]) or self._ends[""]))
                    state.parentType = around
                    if over:
                        break
            line += 1
        text = src[begins[start] + shifts[start] : ends[start]] if line == start + 1 else state.getLines(start, line, state.blkIndent, False)
        state.line, level = line, state.level
        state.tokens += (
            Token("paragraph_open", "p", 1, map=[start, line], level=level, block=True),
            Token("inline", "", 0, map=[start, line], level=level + 1, children=[], content=mdTrim(text), block=True),
            Token("paragraph_close", "p", -1, level=level, block=True),
        )
        return True


class _Inline(ParserInline):
    """Asks of a sign only the rules that it may begin."""

    def __init__(self, full: ParserInline) -> None:
        self.ruler, self.ruler2, self.terminator_re = full.ruler, full.ruler2, SIGNS
        self._rules = _sort(full, INLINE_SIGNS, "")

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 – markdown-it's name
        """Pass over what a rule would read, or one sign."""
        at = state.pos
        if at in state.cache:
            state.pos = state.cache[at]
            return
        if state.level >= state.md.options.maxNesting:
            state.pos = state.posMax
            state.pos += 1
        else:
            state.level += 1
            if not self._pass(state, silent=True):
                state.pos += 1
            state.level -= 1
        state.cache[at] = state.pos

    def tokenize(self, state: StateInline) -> None:
        """Read signs into tokens: as ParserInline does it, but for the choice of rules."""
        end, most = state.posMax, state.md.options.maxNesting
        while state.pos < end:
            if state.level >= most or not self._pass(state, silent=False):
                state.append_pending(state.src[state.pos])
                state.pos += 1
        if state.pending:
            state.pushPending()

    def _pass(self, state: StateInline, *, silent: bool) -> bool:
        """Let a rule read what stands here, or read text up to the next sign."""
        at = state.pos
        rules = self._rules.get(state.src[at])
        if rules is not None:
            return any(rule(state, silent) for rule in rules)
        sign = SIGNS.search(state.src, at)
        state.pos = sign.start() if sign else state.posMax
        if state.pos == at:
            return False
        if not silent:
            state.append_pending(state.src[at : state.pos])
        return True


def _sort(parser: ParserBlock | ParserInline, signs: dict[str, str], chain: str) -> Rules:
    """Return a chain's rules by the sign they begin with, each with those that any sign may begin, which stand also under no sign."""
    named = [(signs[name], rule) for name, rule in zip(parser.ruler.get_active_rules(), parser.ruler.getRules(""), strict=True) if name != "text"]
    named = [(begins, rule) for begins, rule in named if rule in parser.ruler.getRules(chain)]
    known = {sign for begins, _ in named for sign in begins}
    return {sign: [rule for begins, rule in named if not begins or sign in begins] for sign in known} | {"": [rule for begins, rule in named if not begins]}


def _normalize(state: StateCore) -> None:
    """Put line ends right, which only a text from YAML may still need: its escapes can write any sign."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _inline(state: StateCore) -> None:
    """Parse what stands in paragraphs, headings and cells; text without signs needs no parser."""
    parse = state.md.inline.parse
    for token in state.tokens:
        if token.type == "inline":
            text = token.content
            if not SIGNS.search(text):
                token.children = [Token("text", "", 0, content=text)] if text else []
            elif (spans := read_spans(text)) is not None:
                token.children = spans
            else:
                parse(text, state.md, state.env, token.children)


def _join(state: StateCore) -> None:
    """Join texts that an escape or an entity parts."""
    if "\\" in state.src or "&" in state.src:
        text_join(state)
