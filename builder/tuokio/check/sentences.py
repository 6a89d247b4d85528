"""Where sentences begin and end, in prose as people type it.

A full stop is the hard one: it also ends `esim.`, `t.ex.` and `1.11.2026`, and in Finnish makes an ordinal of a number. What
is read is plain text or Markdown without its fences: an empty line ends a sentence, and every item of a list is one of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

ABBREVIATIONS: dict[str, frozenset[str]] = {
    "fi": frozenset("alv. ao. ap. ark. art. as. ed. edell. em. engl. ent. erit. esim. ev. fil. harv. henk. hlö. huom. ip. joht. jr. kk. klo. kpl. kts. ks. l. lat. liik. luk. lyh. lähd. m. maist. max. mahd. milj. min. mm. mrd. n. nim. no. nro. ns. nyk. o.s. oik. os. p. pj. po. prof. puh. pv. pvm. p.o. r. ruots. s. sek. sis. so. st. suom. t. tarv. tav. tod. toim. tri. ts. tsto. tv. v. vars. vas. viim. vm. vp. vrk. vrt. vs. vt. vv. yht. yl. ym. yms.".split()),
    "sv": frozenset("allm. ang. anm. avd. bl.a. blaa. ca. cirka. d.v.s. dvs. el. eng. enl. ev. ex. exkl. f.d. f.n. f.ö. fig. fr.o.m. förk. förf. g. gm. h.c. hr. i.o.m. inkl. jfr. kap. kl. kr. m.a.o. m.fl. max. min. mm. mom. ngt. nr. nuv. o.d. o.dyl. obs. p.g.a. pga. prof. ref. resp. s. s.a.s. s.k. sek. sid. sk. st. st.f. t.ex. t.h. t.o.m. t.v. tel. tex. tfn. tom. tr. u.a. uppl. urspr. vard. v.g. ä.k. äv. ö.h. ö.v.".split()),
    "en": frozenset("abbr. al. approx. apt. assoc. ave. bldg. c. ca. capt. cf. ch. co. col. cont. corp. dept. dr. e.g. eg. esp. est. excl. ext. fig. figs. gen. gov. hon. i.e. ie. incl. jr. lt. ltd. max. messrs. min. mr. mrs. ms. mt. mx. no. nos. p. pp. para. prof. rd. ref. rev. sec. sgt. sr. st. tel. v. viz. vol. vs. w.r.t.".split()),
}
"""What ends in a full stop and goes on, by language."""
CLOSING: dict[str, frozenset[str]] = {
    "fi": frozenset("jne. jms. ym. yms. tms. ao. kk. kpl. min. max. no. pv. sek. vrk. klo.".split()),
    "sv": frozenset("etc. osv. o.s.v. m.m. mm. m.fl. o.d. o.dyl. kr. max. min. obs. sek. st. tom. no.".split()),
    "en": frozenset("a.m. p.m. co. etc. inc. ltd. max. min. no. nos. sec.".split()),
}
"""Those that may end a sentence all the same, and words that look like them: they do before a capital letter, and not before a number."""
STOP = re.compile("(?P<mark>[.!?…‽؟]{1,80})(?P<close>[\"'”’»«›)\\]*_]{0,8})(?=\\s|$)|(?P<wide>[。！？]{1,80}[」』”’）]{0,8})")
"""What may end a sentence."""
SIGN = re.compile("[.!?…‽؟。！？]")
"""How that begins."""
BREAK = re.compile(r"\n[ \t]*(?:\n\s*|(?=(?:[-*+•–][ \t]|\d{1,9}[.)][ \t]|\||\#{1,6}[ \t])))")
"""What ends a sentence without a sign: an empty line, and the mark of the next item, heading or row."""
MARKER = re.compile(r"\s*(?:(?:[-*+•–>]|\d{1,9}[.)]|\#{1,6})[ \t]+)*")
"""What stands before the first word of an item or a heading."""
OPENING = "\"'“”„»«‘’‹›([*_¿¡–— \t\n"
"""What may stand before the first letter of a sentence."""
REACH = 24
"""Characters before a full stop that are looked at: no abbreviation is longer."""


def split(text: str, language: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text begin and end, as in `text[start:end]`, without the white space and marks of lists around them.

    Of a language whose abbreviations are not known, those of all known ones hold.
    """
    short, closing = _list_abbreviations(language.split("-")[0])
    found, begin = [], 0
    for match in (*BREAK.finditer(text), None):
        end = match.start() if match else len(text)
        found += _split_paragraph(text, begin, end, short, closing)
        begin = match.end() if match else end
    return found


@cache
def _list_abbreviations(code: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return what ends in a full stop and never ends a sentence, and what may."""
    known = [code] if code in ABBREVIATIONS else list(ABBREVIATIONS)
    short, closing = (frozenset[str]().union(*(listed[one] for one in known)) for listed in (ABBREVIATIONS, CLOSING))
    return short - closing, closing


def _split_paragraph(text: str, begin: int, end: int, short: frozenset[str], closing: frozenset[str]) -> list[tuple[int, int]]:
    start = MARKER.match(text, begin, end).end()  # type: ignore[union-attr]  # it always matches, if only nothing
    cuts = [match.end() for match in _find_stops(text, start, end) if match["wide"] or match.end() == end or _ends(text, start, match, end, short, closing)]
    found = []
    for cut in (*cuts, end):
        piece = text[start:cut]
        if any(map(str.isalnum, piece)):
            found.append((start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())))
        start = cut
    return found


def _find_stops(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield what may end a sentence, as `STOP.finditer` would, and three times as fast: one set of signs is looked for quickly, and a choice of two is not."""
    while sign := SIGN.search(text, start, end):
        match = STOP.match(text, sign.start(), end)
        start = match.end() if match else sign.end()
        if match:
            yield match


def _ends(text: str, start: int, match: re.Match[str], end: int, short: frozenset[str], closing: frozenset[str]) -> bool:
    """Say whether a sentence ends at a sign, and something follows it."""
    after = text[match.end() : min(end, match.end() + 12)].lstrip(OPENING)[:1]
    if after.islower():
        return False  # “Miksi?” hän kysyi; 3. luokka; e.g. this
    if match["mark"] != ".":
        return True
    before = text[max(start, match.start() - REACH) : match.start()]
    last = before[before.rfind(" ") + 1 :]
    word = (last if last.isalnum() else re.search(r"[\w.:/]*$", before)[0]).strip(".").lower()  # type: ignore[index]
    if word[-1:].isdigit():
        return not after.isdigit()  # the parts of a date, or a number that ends a sentence
    whole = f"{word}."
    if whole in closing:
        return after.isalpha()
    return whole not in short and not _is_initial(before)


def _is_initial(before: str) -> bool:
    """Say whether a full stop follows one capital letter alone, as in `J. Virtanen` or `J.R.R. Tolkien`."""
    return before[-1:].isupper() and re.search(r"(?:^|[\s.(])[^\W\d_]$", before) is not None
