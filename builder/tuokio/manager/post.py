"""What people send, as texts: files of their own, mails with all that hangs on them, what Outlook makes of a mail, folders of these. `post.ts` reads the same."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

OUTLOOK = b"\xd0\xcf\x11\xe0"  # how a .msg begins
MAIL = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|received|content-type|content-transfer-encoding):", re.I)
LARGEST = 40 << 20  # bytes of a file


def read_files(paths: Iterable[Path], unread: list[OSError]) -> Iterator[tuple[str, str]]:
    """Yield the text of each file with its name; of a folder, those in it and below. What cannot be read is left out, and why goes to `unread`."""
    for path in paths:
        for file in _list_files(path, unread):
            try:
                yield file.name, "" if file.stat().st_size > LARGEST else read_bytes(file.read_bytes())
            except OSError as error:
                unread.append(error)


def _list_files(path: Path, unread: list[OSError]) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = (Path(folder, name) for folder, _, names in os.walk(path, onerror=unread.append) for name in names if not name.startswith("."))
    return sorted(file for file in files if os.path.isfile(file) or os.path.islink(file))  # a link that leads nowhere is told of


def read_bytes(data: bytes) -> str:
    """Return all text that can be found in some bytes."""
    if data.startswith(OUTLOOK):
        return "\n".join(data.decode(encoding, "replace") for encoding in ("utf-16-le", "latin-1"))
    if not MAIL.match(data[:20000].replace(b"\r\n", b"\n")):
        return _decode(data)
    return "\n".join(_read_mail(message_from_bytes(data, policy=policy.default)))


def _decode(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")  # as older spreadsheets save a table


def _read_mail(mail: EmailMessage) -> Iterator[str]:
    body = mail.get_body(("plain", "html"))
    for part in mail.walk():
        if part.is_multipart() or (part.get_content_maintype() == "text" and part is not body and not part.is_attachment()):
            continue  # the same text in another dress
        data = part.get_payload(decode=True) or b""
        if part.get_content_maintype() == "text":
            text = data.decode(_name_charset(part), "replace")
            yield re.sub(r"<[^>]*>", " ", text) if part.get_content_subtype() == "html" else text
        else:
            yield read_bytes(data)


def _name_charset(part: EmailMessage) -> str:
    name = part.get_content_charset("utf-8")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "utf-8"
