"""A web address stands in the text itself.

**Why.** Read aloud it is a row of letters and signs, and on a phone it breaks over several lines. As plain text it is no link
either. What leads somewhere is named by what is there (WCAG 2.2, 2.4.4); on paper Tuokio prints the address beside it.

**Subject:** text. **Severity:** warning. **Source:** Web Content Accessibility Guidelines 2.2, criterion 2.4.4.

**Bad:** `The rules: https://www.example.com/fi/asiakas/palautus?id=12`
**Good:** `[The rules for returns](https://www.example.com/fi/asiakas/palautus?id=12)`
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tuokio.check.manuscript import Manuscript
from tuokio.check.markup import CODE, LINK
from tuokio.finding import Finding, Severity

ADDRESS = re.compile(r"(?<!\]\()(?<!\] \()\bhttps?://[^\s<>)\]]{3,}|(?<![\w./@-])www\.[\w-]{2,}\.[\w./?=&%-]{2,}", re.I)
PICTURE = re.compile(r"!\[[^\]]{0,500}\]\([^)\s]{0,500}[^)]{0,300}\)")
TAG = re.compile(r"</?[a-z]{1,12}\s[^<>]{1,1000}>", re.I)
DEFINITION = re.compile(r"^\s{0,3}\[[^\]]{1,100}\]:\s*\S+", re.M)
"""`[name]: address` below a text, or what is left of one."""


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    for text in manuscript.find(("://", "www.")):
        words = text.words
        if "://" not in words and "www." not in words or not ADDRESS.search(words):
            continue
        words = TAG.sub(" ", PICTURE.sub(" ", DEFINITION.sub(" ", CODE.sub(" ", words))))
        for match in ADDRESS.finditer(LINK.sub(lambda link: f" {link['words']} ", words)):
            address = match[0].rstrip(".,;:!?*_'\"")
            yield Finding("bare-address", Severity.WARNING, text.span(address), "This is an address and not the name of what is there.", f"Name it: `[what is there]({address if '://' in address else 'https://' + address})`.")
