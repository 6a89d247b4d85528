"""Pictures that came inside a file: which are taken, and under which names."""

from __future__ import annotations

import base64
import binascii
import re
from hashlib import sha256
from urllib.parse import unquote

from tuokio.fields import make_id

LARGEST = 10_000_000
"""Bytes of one picture."""
KINDS = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".gif": b"GIF8", ".webp": b"RIFF"}
DRAWING = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]", re.S)
OUTSIDE = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|:|\x00")


def tell_kind(data: bytes) -> str:
    """Return the ending of a picture by its bytes, or nothing if it is none that a course shows."""
    if DRAWING.match(data[:2000]):
        return ".svg"
    return next((ending for ending, start in KINDS.items() if data.startswith(start) and (ending != ".webp" or data[8:12] == b"WEBP")), "")


def name_picture(name: str, data: bytes, ending: str) -> str:
    """Return a name any disk takes, `till-1a2b3c4d.png`: of the old one only words are left, and the rest is the content's, so that two pictures never share one."""
    stem = make_id(unquote(name).replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or "picture", "picture", longest=40)
    return f"{stem}-{sha256(data).hexdigest()[:8]}{ending}"


def leads_out(name: str) -> bool:
    """Say whether a name means another place than the file it came in."""
    return bool(OUTSIDE.search(unquote(unquote(name))))


def decode(text: str) -> bytes | None:
    """Return what base64 stands for, None if it is none or too large."""
    bare = "".join(text.split())
    if len(bare) > LARGEST * 4 // 3 + 4:
        return None
    try:
        return base64.b64decode(bare, validate=True)
    except (binascii.Error, ValueError):
        return None
