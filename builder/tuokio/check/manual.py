"""A finding's manual page: the docstring of its rule, as text for a terminal."""

from __future__ import annotations

import inspect
import re
from shutil import get_terminal_size
from textwrap import fill

from tuokio.check import list_rules
from tuokio.finding import did_you_mean

WIDEST = 96
"""Characters of a line, however wide the terminal is."""
BREAK = re.compile(r"\n\s*\n|\s+(?=\*\*(?:Why|Severity|Source|Bad|Good)[.:]\*\*)")
PAIRED = ("Source:", "Good:")
"""What stands right below the paragraph before it."""


def explain(id: str) -> str | None:
    """Return the page of a finding in lines of the terminal's width, or None where there is none."""
    rule = list_rules().get(id)
    if rule is None:
        return None
    width = min(WIDEST, get_terminal_size().columns)
    page = f"{id}\n{'=' * len(id)}"
    for paragraph in BREAK.split(inspect.getdoc(rule) or ""):
        text = re.sub(r"\*\*(.+?)\*\*", r"\1", " ".join(paragraph.split())).replace("Why. ", "Why: ", 1)
        hang = "  " if paragraph.startswith(("**Bad:", "**Good:")) else ""
        page += ("\n" if text.startswith(PAIRED) else "\n\n") + fill(text, width, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False)
    if "\nSeverity: error" in page:
        return f"{page}\n\nAn error cannot be allowed: it has to be mended."
    where = fill("If your text is right all the same, say so in the block, at the top of the module or in course.yaml, with your reason:", width)
    return f"{page}\n\n{where}\n\n  allow: {{{id}: Why it may stay.}}"


def suggest(id: str) -> str:
    """Say what one may have meant, if a name is near."""
    return did_you_mean(id, list_rules())

