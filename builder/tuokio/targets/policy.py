"""What a page may do, and how one begins that has its scripts beside it.

Such a script cannot be named in a policy by its hash: on `file://` no browser compares one. The two scripts that stand in the page can, and they fetch
the others. So of two policies, both of which hold, one lets run what lies beside the page, and the other what these two have fetched.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

from markupsafe import Markup

from tuokio.targets.container import to_script

NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'"
"""What every policy begins with; whatever loads something is named after it."""
BESIDE = f"{NOTHING}; script-src 'none'; style-src 'self'; img-src 'self' data:; media-src 'self' blob:; font-src 'self'; connect-src 'none'"
"""Of a page without scripts whose styles and pictures lie beside it."""
BEGIN = 'dispatchEvent(new Event("begin"))'
"""Starts a course: all that it needs for it is there."""
BEGUN = f"coming.then(() => {BEGIN})"
"""The same, at the end of a page: it stands there, its styles have come, and the scripts were asked for."""


def digest(text: str) -> str:
    """Return the name of a script or style in a policy."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def only(style: str) -> str:
    """Return the policy of a page that consists of itself and this style."""
    return f"{NOTHING}; style-src {digest(style)}; img-src data:; font-src data:"


def fetch(names: Sequence[str]) -> Markup:
    """Return the script that fetches these, one after the other; the first is told what its own element says."""
    return Markup(  # noqa: S704 – our own, and the names as they may stand in a script
        f"const own = document.currentScript, coming = Promise.all({to_script(list(names))}.map((src) => new Promise((done) => "
        "{ const script = Object.assign(document.createElement(\"script\"), { src, async: false, onload: done, onerror: done }); Object.assign(script.dataset, own.dataset); document.head.append(script) })))"
    )


def fetching(names: Sequence[str]) -> list[str]:
    """Return the policies of a page that begins with `fetch`. Browsers that do not know the last word of the second go by the rest of it."""
    ours = f"script-src 'self' {digest(fetch(names))} {digest(BEGUN)}"
    return [BESIDE.replace("script-src 'none'", ours), f"{ours} 'strict-dynamic'"]
