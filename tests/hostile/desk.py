"""What an author sees of a course with hostile texts in its keys, names and faults, while `tuokio serve` shows it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from browser import Browser, poll
from hostile.course import put
from hostile.walk import SCAN

PANEL = "document.querySelector('tuokio-findings')?.shadowRoot.querySelector('.panel')?.textContent.includes(arguments[0])"
QUIZ = """
```quiz
id: $
question: Q
$: x
type: choice
options:
  - {text: a, correct: true, feedback: b, $: x}
  - {text: a, feedback: b}
```
"""


@contextmanager
def served(course: Path) -> Iterator[str]:
    """Serve a course; give its address."""
    put(course / "course.yaml", "id: c\ntitle: C\nlanguages: [en]\n")
    put(course / "a.md", "# A\n\nText.\n")
    log = course.parent / "serve.log"
    with log.open("wb") as told:
        process = subprocess.Popen([sys.executable, "-m", "tuokio", "serve", "--port", "0", course], stdout=told, stderr=told)
    try:
        assert poll(lambda: " at http" in log.read_text("utf-8") or process.poll() is not None, 20), log.read_text("utf-8")
        yield "http" + log.read_text("utf-8").split(" at http")[1].split()[0]
    finally:
        process.terminate()
        process.wait()


def spoil(browser: Browser, course: Path, texts: Sequence[str]) -> Iterator[str]:
    """Put each text where it is a fault that is told, in a course that is open; yield what became of it."""
    for number, text in enumerate(texts):
        key, line = json.dumps(text), " ".join(text.split())
        name = "".join(sign for sign in line if sign.isprintable() and sign not in "/\\").strip(". ")[:60]
        for old in course.glob("b*.md"):
            old.unlink()
        put(course / f"b {name}.md", f"---\n{key}: x\nid: {key}\narea: {key}\n---\n\n# B\n\n{{{{ {line} }}}} [x](<{line}>) ![x]({line})\n")
        put(course / "a.md", f"---\nfault-{number}: x\n{key}: x\naudience: [{key}]\nobjectives: {{{key}: x}}\n---\n\n# {line}\n\n## B {{#{line}}}\n\n```{line}\nx\n```\n" + QUIZ.replace("$", key))
        browser.wait(PANEL, f"fault-{number}", timeout=20)
        yield from (f"{text[:60]!r}: {one}" for one in browser.run(SCAN) if one != "outside: src=/-/serve.js")
