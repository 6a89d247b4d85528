"""What tells whether two things were made of the same: a digest of all that went into them."""

from __future__ import annotations

import dataclasses
from datetime import date
from enum import Enum
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from pathlib import PurePath
from typing import Any

SIZE = 16
"""Bytes: of a billion things no two have the same by chance."""


def fingerprint(value: Any) -> bytes:
    """Return the digest of texts, numbers, paths and dates, and of whatever is made of these; what has a `serial` is told by that.

    Raises TypeError for anything else: what cannot be told apart must not decide whether something is made anew.
    """
    digest = blake2b(digest_size=SIZE)
    _feed(digest.update, value)
    return digest.digest()


def _feed(update: Any, value: Any) -> None:
    """Feed a value in a form that no other value has: its type, its length, what is in it."""
    kind = type(value)
    if kind is str:
        data = value.encode("utf-8", "surrogatepass")
        update(b"s%d:" % len(data))
        update(data)
    elif kind in (int, bool, float, complex) or value is None:
        update(f"n{value!r}:".encode())
    elif kind is tuple or isinstance(value, list):
        update(b"(%d:" % len(value))
        for part in value:
            _feed(update, part)
    elif isinstance(value, dict):
        update(b"{%d:" % len(value))
        for key, part in value.items():
            _feed(update, key)
            _feed(update, part)
    elif kind is bytes:
        update(b"b%d:" % len(value))
        update(value)
    elif kind in (set, frozenset):
        update(b"<%d:" % len(value))
        for part in sorted(map(fingerprint, value)):
            update(part)
    elif isinstance(value, (PurePath, Enum, date, str)):
        update(b"%s~" % (b"path" if isinstance(value, PurePath) else kind.__name__.encode()))
        _feed(update, str(value))
    elif isinstance(value, tuple):  # a named one
        update(b"%s~" % kind.__name__.encode())
        _feed(update, tuple(value))
    elif isinstance(serial := getattr(value, "serial", None), str):
        update(f"#{serial}:".encode())
    elif fields := _list_fields(kind):
        update(b"%s~" % kind.__name__.encode())
        _feed(update, [get(value) for get in fields])
    else:
        raise TypeError(f"{kind.__module__}.{kind.__name__} has neither a serial nor fields that tell it from others")


@cache
def _list_fields(kind: type) -> tuple[attrgetter, ...]:
    """Return what gets the fields of a dataclass or a pydantic model, if those are all there is to it."""
    if dataclasses.is_dataclass(kind):
        return tuple(attrgetter(field.name) for field in dataclasses.fields(kind) if field.compare)
    return tuple(map(attrgetter, getattr(kind, "model_fields", ())))
