"""The container of WebP: takes what is not picture out of a file without touching the picture."""

from __future__ import annotations

import struct

PICTURE = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH")
ALPHA = 0x10
"""The one flag of VP8X that says something of the picture; the others announce profile, EXIF, XMP and movement."""


def strip(data: bytes) -> bytes:
    """Return a still WebP without profile, EXIF, XMP or anything unknown. The picture must have been decoded before."""
    kept, at = [], 12
    while at + 8 <= len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + size]
        if kind in PICTURE:
            if kind == b"VP8X":
                body = bytes([body[0] & ALPHA]) + body[1:]
            kept.append(struct.pack("<4sI", kind, len(body)) + body + b"\0" * (len(body) % 2))
        at += 8 + size + size % 2
    content = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(content)) + content
