"""What came from elsewhere as an author would have written it: a module, or a bank of questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tuokio.exchange.entry import Entry
from tuokio.exchange.markup import from_plain
from tuokio.exchange.penning import pen, remark
from tuokio.fields import ID, LONGEST_ID, make_id

TELLS_NOTHING = re.compile(r"^\D{0,12}\d[\d.\-_ ]*$|^\w{0,2}$|^[0-9a-f-]{16,}$", re.I)
"""A name that a program made: `Q3`, `Question 12`, `Kysymys 4`."""
LONGEST = 48
"""Signs of an id that is made; one is read more often than it is typed."""
MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|\[\[\*?([^|\]]*)[^\]]*\]\]|[*_`\\#>]+")
PAREN, BACK = re.compile(r"[()]"), r"\\\g<0>"
TICKS = re.compile(r"^[^\S\n]*(`{3,})", re.M)


class Ids:
    """Makes ids of names, each once: among all it made and all that were `taken`."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)
        self._next: dict[str, int] = {}

    def make(self, text: str, otherwise: str) -> str:
        """Return an id made of a text, numbered if there is one already."""
        id = unique = text if re.fullmatch(ID, text) else make_id(text, otherwise, longest=LONGEST)
        count = self._next.get(id, 1)
        while unique in self.taken:  # numbered on, so that a thousand of one name take a thousand steps
            count += 1
            unique = f"{id[: LONGEST_ID - 6]}-{count}"
        self._next[id] = count
        self.taken.add(unique)
        return unique


def name_entry(entry: Entry, ids: Ids) -> str:
    """Return an id for a question: its own, or of its name if that tells something, else of its words."""
    if entry.id:
        return ids.make(entry.id, "question")
    name = entry.name
    if not name or TELLS_NOTHING.match(name):
        name = entry.data.get("question") or entry.data.get("statement") or next((value for value in entry.data.values() if isinstance(value, str)), "")
        name = MARKUP.sub(r"\1\2", name[:300])
    return ids.make(name, "question")


def write_module(entries: Iterable[Entry], id: str, title: str, ids: Ids) -> str:
    """Return a module: a step for each heading, and in it the questions in their order."""
    lines = ["---", *pen({"id": id, "title": title}), "---", ""]
    steps = Ids({"start", "exam", *ids.taken})
    by_heading: dict[str, list[Entry]] = {"": []}  # what has no category would else belong to the one before
    for entry in entries:  # a category may be left and come back to
        by_heading.setdefault(entry.heading, []).append(entry)
    for heading, together in by_heading.items():
        if heading and (len(by_heading) > 2 or by_heading[""] or heading != title):
            lines += [f"## {from_plain(' '.join(heading.split()))} {{#{steps.make(heading, 'step')}}}", ""]
        for entry in together:
            lines += _write_entry(entry, ids)
    return "\n".join(lines).rstrip("\n") + "\n"


def _write_entry(entry: Entry, ids: Ids) -> Iterator[str]:
    if entry.prose:
        yield from (*_keep_off(entry.prose).split("\n"), "")
    if not entry.data:
        for text in entry.lost:
            yield from (*(f"[//]: # ({PAREN.sub(BACK, line)})" for line in text.split("\n") if line.strip()), "")
        return
    rows = [*_rows(entry, ids)]
    body = "\n".join(rows)
    ticks = "`" * max(3, 1 + max((len(run) for run in TICKS.findall(body)), default=0)) if "```" in body else "```"
    yield from (f"{ticks}quiz", *rows, ticks, "")


def _rows(entry: Entry, ids: Ids, indent: str = "") -> Iterator[str]:
    for text in entry.lost:
        yield from remark(text, indent)
    yield from pen({"id": name_entry(entry, ids), **entry.data}, indent)


def _keep_off(prose: str) -> str:
    """Return a text in which no line begins a step of its own."""
    return re.sub(r"^(#{1,2})(?=\s)", "###", prose, flags=re.M) if "#" in prose else prose


def write_bank(entries: Iterable[Entry], ids: Ids) -> str:
    """Return a bank: a list of the questions. Its categories become remarks, and texts between questions too, since a bank has no place for them."""
    lines: list[str] = []
    heading = ""
    for entry in entries:
        if entry.heading != heading:
            heading = entry.heading
            lines += ["", *remark(f"{heading}")] if heading else []
        if entry.prose:
            lines += remark(entry.prose)
        if not entry.data:
            lines += [row for text in entry.lost for row in remark(text)]
            continue
        first, *rest = pen({"id": name_entry(entry, ids), **entry.data}, "  ")
        lines += [row for text in entry.lost for row in remark(text)]
        lines += [f"- {first[2:]}", *rest]
    return "\n".join(lines).strip("\n") + "\n"
