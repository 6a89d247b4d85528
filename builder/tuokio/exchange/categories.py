"""What a category of a question bank is called among people."""

from __future__ import annotations

import re

PLACE = re.compile(r"^\$[a-z]+\$$|^top$", re.I)
SPARE = re.compile(r"^(?:Default for|Oletus kohteelle|Oletusarvo kohteelle|Förvalt för|Standard för)\s+", re.I)
"""What Moodle puts before the name of whatever a category belongs to."""


def name_category(path: str) -> str:
    """Return `$course$/top/Default for Till/Returns` as `Till – Returns`. A double slash is a slash of the name itself."""
    parts = [part.replace("\0", "/").strip() for part in path.replace("//", "\0").split("/")]
    names = [SPARE.sub("", part) for part in parts if part and not PLACE.match(part)]
    return " – ".join(name for number, name in enumerate(names) if name not in names[:number])[:200]
