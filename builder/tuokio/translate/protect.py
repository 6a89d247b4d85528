"""What a translator must leave as it is: values, code, where links lead, gaps and the marks of notes."""

from __future__ import annotations

import re
from collections import Counter

PROTECTED = re.compile(
    r"""(?P<fence>^[ ]{0,3}(?P<ticks>`{3,}|~{3,}).*?^[ ]{0,3}(?P=ticks)[ \t]*$)
    |   (?P<code>(?P<run>`+)(?!`).+?(?<!`)(?P=run)(?!`))
    |   (?P<value>(?<!\\)\{\{\s*[\w-]+\s*\}\})
    |   (?P<gap>(?<!\\)\[\[)
    |   (?P<note>\[\^[^\]\s]+\])
    |   \]\(\s*(?P<link><[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)
    |   (?P<address><(?:https?:|mailto:)[^>\s]+>)
    |   \{(?P<language>(?:lang|dir)=[\w-]+)\}""",
    re.X | re.S | re.M,
)
PLACE = re.compile(r"\{\w+\}")


def list_protected(text: str, kind: str = "") -> Counter[str]:
    """Return what must stay, and how many times it is there."""
    if kind == "phrase":
        return Counter(PLACE.findall(text))
    found: Counter[str] = Counter()
    for match in PROTECTED.finditer(text):
        what = match.lastgroup if match.lastgroup not in ("ticks", "run") else "fence" if match["fence"] else "code"
        shown = match[0] if what != "link" else match["link"].strip("<>")
        found["[[" if what == "gap" else "{{ " + shown.strip("{} \t") + " }}" if what == "value" else shown] += 1
    if kind == "table":
        rows = [line for line in text.strip().split("\n") if line.strip()]
        found["|"] = len(re.findall(r"(?<!\\)\|", rows[0].strip().strip("|"))) + 1 if rows else 0
    return found


def find_difference(source: str, translation: str, before: str = "", kind: str = "") -> str:
    """Return what differs in words, empty if all that must stay is there. What an author had in an earlier translation may stay too."""
    ours, theirs = list_protected(source, kind), list_protected(translation, kind)
    if ours == theirs or before and theirs == list_protected(before, kind):
        return ""
    lost, added = [*(ours - theirs).elements()], [*(theirs - ours).elements()]
    if "|" in lost or "|" in added:
        return f"the table has {ours['|']} columns in the source and {theirs['|']} here"
    if "[[" in lost or "[[" in added:
        return f"there are {ours['[[']} gaps `[[…]]` in the source and {theirs['[[']} here"
    parts = [f"{_list(lost)} {'is' if len(set(lost)) == 1 else 'are'} missing"] if lost else []
    parts += [f"{_list(added)} {'is' if len(set(added)) == 1 else 'are'} not in the source"] if added else []
    return " and ".join(parts)


def _list(found: list[str]) -> str:
    shown = [f"`{one}`" if "`" not in one else one for one in dict.fromkeys(found)]
    return ", ".join(shown[:4]) + (" …" if len(shown) > 4 else "")
