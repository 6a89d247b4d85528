"""Addresses that lead to an author's own computer or network, and what to write instead."""

from __future__ import annotations

import re

ELSEWHERE = re.compile(r"file:|[a-z]:[\\/]|//|\\\\", re.I)
"""How they begin."""


def advise(address: str) -> str:
    """Return the cure for an address that a course cannot lead to."""
    name = re.split(r"[\\/]", address.rstrip("\\/"))[-1]
    if ELSEWHERE.match(address) and name:
        return f"Learners do not have that file. Copy it into the course's folder `media` and write `media/{name.replace(' ', '%20')}`."
    return "Link to a web address, another module, or a file in `media/`."
