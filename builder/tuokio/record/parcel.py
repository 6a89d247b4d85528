"""How a record leaves a page and arrives elsewhere: one line of text that fits a chat, a mail or a file.

`TUOKIO-COMPLETION-1.<payload>.<check>`: what it is and by which schema, JSON deflated (RFC 1951) and in base64 without `=`,
and a check code of eight signs over all before it (the first 40 bits of SHA-256, in Crockford's base32). The check finds
what was damaged or edited; it proves nothing, since whoever reads this can make one.

The alphabet has no `_`, `*` or `~`, which chats take for emphasis. `parcel.ts` is the same for the browser, and `parcels.json` holds both to it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

SCHEMA = 1
"""What we write. A parcel of a later one is refused and nothing is guessed."""
MOST = 64 << 20  # bytes unpacked; a year's record is under two million
FOUND = re.compile(r"TUOKIO-([A-Z]+)-([0-9]{1,4})\.([A-Za-z0-9+/\s>]*)(?:\.\s*([0-9A-HJKMNP-TV-Z]{4}[\s-]*[0-9A-HJKMNP-TV-Z]{4}))?")
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class Parcel:
    """Something that was packed: what `kind` (`completion`), by which `schema`, its `check` code, and what was in it."""

    kind: str
    schema: int
    check: str
    """As it was written, eight signs; empty where it was cut off."""
    intact: bool
    """Whether the check fits and it could be unpacked. If not, `content` is what could still be read, or None."""
    content: Any


def pack(kind: str, content: Any) -> str:
    """Return `content`, which JSON can hold, as a parcel's text."""
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    deflater = zlib.compressobj(9, wbits=-15)
    head = f"TUOKIO-{kind.upper()}-{SCHEMA}.{base64.b64encode(deflater.compress(data) + deflater.flush()).decode().rstrip('=')}"
    return f"{head}.{_check(head)}"


def unpack(text: str) -> Iterator[Parcel]:
    """Yield the parcels in a text: a file, or a mail with whatever stands around them, wrapped and quoted."""
    for kind, schema, payload, check in FOUND.findall(text):
        payload, check = re.sub(r"[\s>]", "", payload), re.sub(r"[\s-]", "", check)
        content = _open(payload)
        yield Parcel(kind.lower(), int(schema), check, content is not None and check == _check(f"TUOKIO-{kind}-{schema}.{payload}"), content)


def _open(payload: str) -> Any:
    """Return what is in a payload, or None if that cannot be read."""
    try:
        inflater = zlib.decompressobj(wbits=-15)
        data = inflater.decompress(base64.b64decode(payload + "=" * (-len(payload) % 4), validate=True), MOST)
        return json.loads(data) if inflater.eof else None
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        return None


def _check(text: str) -> str:
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:5])
    return "".join(SIGNS[number >> shift & 31] for shift in range(35, -1, -5))
