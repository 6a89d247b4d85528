"""An author's private remarks, `<!-- … -->`: learners see none of them.

Where `html: true` lets HTML through, the sanitiser leaves them out; here it is done where HTML is off.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore

from tuokio.finding import Fault, Severity

OPEN, CLOSE = "<!--", "-->"
NO_REMARK = r"\\.|(?<!`)(?P<marks>`+)(?!`).+?(?<!`)(?P=marks)(?!`)"
"""What may hold the signs of a remark and is none: a sign that is escaped, and code."""
REMARK = re.compile(rf"{NO_REMARK}|{OPEN}(?:.*?{CLOSE}|.*)", re.S)  # one that never ends is looked through once


def teach(md: MarkdownIt) -> None:
    """Make a parser leave remarks out."""
    md.block.ruler.before("fence", "remark", _remark, {"alt": ["paragraph", "reference", "blockquote"]})
    md.core.ruler.after("block", "remarks", _leave_out)


def leave_out(text: str) -> str:
    """Return a paragraph's text without its remarks."""
    return REMARK.sub(lambda match: "" if match[0].startswith(OPEN) and match[0].endswith(CLOSE) else match[0], text) if OPEN in text and CLOSE in text else text


def find_open(text: str) -> Fault | None:
    """Say what is wrong where a remark does not end in a text; `text` is without those that do."""
    if OPEN not in text or OPEN not in re.sub(NO_REMARK, "", text, flags=re.S):
        return None
    return "open-remark", Severity.WARNING, "This remark does not end in its paragraph, so learners see it.", f"Write `{CLOSE}` where it ends. If there are empty lines in it, begin it on a line of its own and let nothing stand behind its `{CLOSE}`."


def _remark(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Pass over a remark that has its lines to itself, whatever stands in it."""
    begin = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not state.src.startswith(OPEN, begin):
        return False
    line = start
    close = state.src.find(CLOSE, begin + len(OPEN), state.eMarks[end - 1])
    if close < 0:
        return False
    while state.eMarks[line] < close:
        line += 1
        if line >= end or state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return False  # it would reach out of its list or quotation
    if leave_out(state.src[close + len(CLOSE) : state.eMarks[line]]).strip():
        return False
    if not silent:
        state.line = line + 1
    return True


def _leave_out(state: StateCore) -> None:
    if OPEN in state.src:
        for token in state.tokens:
            if token.type == "inline":
                token.content = leave_out(token.content)
