"""Markdown from elsewhere made fit for a course: pictures come along, links that lead nowhere here are texts again."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tuokio.exchange.entry import Entry
from tuokio.exchange.markup import is_html
from tuokio.exchange.original import warn_of_lost_markup
from tuokio.exchange.picture import LARGEST, leads_out, name_picture, tell_kind
from tuokio.finding import Severity

Say = Callable[[str, Severity, int, str, str], None]
"""Takes a finding: id, severity, line, message, cure."""
CODE = re.compile(r"(^ {0,3}```.*?^ {0,3}```[^\n]*$|^ {0,3}~~~.*?^ {0,3}~~~[^\n]*$|(?<!`)`[^`\n]+`)", re.S | re.M)
LINK = re.compile(r"""(!?)\[((?:[^\[\]\n\\]|\\.)*)\]\(\s*(?:<([^<>\n]*)>|([^\s()]+))(?:\s+["'][^"'\n]*["'])?\s*\)(\{[^{}\n]*\})?""")
KEPT = re.compile(r"(?:https?:|mailto:|tel:)", re.I)
PLACE = re.compile(r"\{\{(?=\s*[\w-]+\s*\}\})")
"""What would be taken for a value of the course."""


def settle(entry: Entry, folder: Path, say: Say) -> Entry:
    """Return an entry whose texts can stand in a course. Pictures are looked for in `folder`, where the file lies, and nowhere else."""

    def settle_text(text: str) -> str:
        parts = CODE.split(text)
        if is_html(" ".join(parts[::2])):
            warn_of_lost_markup(text, entry.line, say, kept=True)
            say("html-as-text", Severity.HINT, entry.line, "There is HTML here, and a course shows it as it is typed.", "Write it in Markdown, such as `**bold**`, or `html: true` in course.yaml.")
        parts[::2] = [PLACE.sub(r"\\{{", LINK.sub(place, part)) for part in parts[::2]]
        return "".join(parts).strip()

    def place(match: re.Match[str]) -> str:
        sign, words, address = match[1], match[2], match[3] or match[4] or ""
        if not sign:
            if KEPT.match(address):
                return match[0]
            say("link-left-out", Severity.HINT, entry.line, f"The link to `{address[:60]}` leads to another file, so only its words came along.", "Write a link to a step of this course in its place.")
            entry.lost.append(f"Link: {address}")
            return words
        data = _find_picture(folder, address)
        if data and (ending := tell_kind(data)):
            name = name_picture(address, data, ending)
            entry.pictures[name] = data
            return f"![{words}](media/{name})"
        say("picture-left-out", Severity.WARNING, entry.line, f"The picture `{address[:60]}` did not come along: {'a course asks nothing of the network' if KEPT.match(address) else 'it is not beside the file, or is no picture that a course shows'}.", "Put it into `media/` and show it with `![…](media/…)`.")
        entry.lost.append(f"Picture: {address[:200]}" + (f" ({words})" if words else ""))
        return words if match[0] == match.string.strip() else ""

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            return settle_text(value) if NEEDS.search(value) else value
        if isinstance(value, list):
            return [walk(one) for one in value]
        return {key: walk(one) for key, one in value.items()} if isinstance(value, dict) else value

    entry.data, entry.prose = walk(entry.data), walk(entry.prose)
    return entry


NEEDS = re.compile(r"\]\(|<|&|\{\{|\$\$|\\")


def _find_picture(folder: Path, address: str) -> bytes | None:
    """Return a picture that lies in the file's folder or below it."""
    if KEPT.match(address) or leads_out(address):
        return None
    try:
        path = (folder / unquote(address.split("#")[0].split("?")[0])).resolve()
        if path.is_relative_to(folder.resolve()) and path.is_file() and path.stat().st_size <= LARGEST:
            return path.read_bytes()
    except (OSError, ValueError):
        pass
    return None
