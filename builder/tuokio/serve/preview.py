"""One course being served: how it is built again, and what came of it."""

from __future__ import annotations

import gc
import hashlib
import time
import traceback
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tuokio.build import build
from tuokio.check.frame import frame, gather, sort
from tuokio.finding import Finding, Severity, Span
from tuokio.kept import Kept, open_store
from tuokio.serve.places import Places, Spot, link


@dataclass
class Outcome:
    """What came of a build. `trouble` is what no author's mending helps: a full disk, or a bug of ours."""

    findings: list[Finding] = field(default_factory=list)
    trouble: str = ""
    trace: str = ""
    seconds: float = 0.0

    @property
    def failed(self) -> bool:
        """Whether the course on screen is an older one."""
        return bool(self.trouble) or any(finding.severity is Severity.ERROR for finding in self.findings)


class Preview:
    """A course being served. `build` may run in another thread; everything else is only read there."""

    def __init__(self, name: str, course: Path, output: Path, editor: str = "") -> None:
        self.name = name
        self.course = course
        self.output = output
        self.editor = editor
        self.site = (output / name / "site").resolve()
        self.outcome = Outcome()
        self.revision = ""
        self.kept = Kept(store=open_store(course))
        self.places: Places | None = None

    @property
    def single(self) -> bool:
        """Whether the course is one Markdown file."""
        return self.course.suffix.lower() in (".md", ".markdown")

    @property
    def folder(self) -> Path:
        """The folder the author writes in."""
        return (self.course.parent if self.single else self.course).resolve()

    @property
    def themes(self) -> list[Path]:
        """Where its theme may lie outside its own folder."""
        return [place / "themes" for place in (self.folder.parent.parent, Path.cwd().resolve())]

    def reads(self, paths: Iterable[Path]) -> bool:
        """Whether one of these files may be part of it."""
        places = [self.folder, *self.themes]
        return any(path.is_relative_to(place) or place.is_relative_to(path) for path in paths for place in places)

    def build(self) -> bool:
        """Build it and return whether there is anything new to tell: another course, or other findings."""
        before = (self.revision, self.outcome.findings, self.outcome.trouble)
        start = time.perf_counter()
        try:
            done = build(self.course, self.output, ["site"], kept=self.kept)
            self.outcome, self.places = Outcome(done.findings), Places(done.course) if done.course else None
        except OSError as error:
            self.outcome = Outcome(trouble=f"Cannot write {error.filename or self.site}: {error.strerror}. Close the program that has it open.")
        except Exception as error:  # the author's editor is open and their course is on screen: neither may be lost to our bug
            text = f"Tuokio itself failed ({type(error).__name__}: {error}). This is a bug of ours and not your mistake; the terminal says more."
            self.outcome = Outcome(trouble=text, trace=traceback.format_exc())
        self.outcome.seconds = time.perf_counter() - start
        gc.freeze()  # what is kept stays, and looking it over for garbage after each build would hold up the page
        self.revision = self._digest()
        return before != (self.revision, self.outcome.findings, self.outcome.trouble)

    def _digest(self) -> str:
        """Tell one built course from another: the first page names every other file by that file's hash, but for those on paper."""
        index, *papers = [self.site / "index.html", *sorted(self.site.glob("print*.html"))]
        if not index.is_file():
            return ""
        sizes = [paper.stat().st_size for paper in papers]  # they are too large to read at every save
        return hashlib.sha256(index.read_bytes() + repr(sizes).encode()).hexdigest()[:12]

    def report(self, *, linked: bool) -> dict[str, Any]:
        """Return what the page shows of the outcome (`Report` in overlay.ts); `linked` with what opens the author's editor."""
        problems = [self._describe(finding, self.places.locate(finding.span) if self.places else Spot(), linked, more) for finding, more in gather(self.outcome.findings)]
        return {"command": "report", "path": self.name, "failed": self.outcome.failed, "shown": bool(self.revision), "trouble": self.outcome.trouble, "problems": problems}

    def sheet(self, module: str, language: str, *, linked: bool) -> dict[str, Any]:
        """Return what a module's page shows at its margin (`Sheet` in sheet.ts)."""
        answer = {"command": "sheet", "module": module, "language": language}
        if not self.places:
            return answer | {"steps": {}, "blocks": {}, "problems": []}
        return answer | self.places.sheet(module, language, sort(self.outcome.findings), lambda finding, spot: self._describe(finding, spot, linked), lambda span: self._link(span, linked))

    def _describe(self, finding: Finding, spot: Spot, linked: bool, more: int = 0) -> dict[str, Any]:
        """Return a finding as the page shows it (`Problem` in problem.ts)."""
        _, place, *rest = frame(finding, Path.cwd()).split("\n")
        code = "\n".join(rest[1:3] if rest and rest[0].endswith(" |") else [])
        told = {"severity": finding.severity, "message": finding.message, "place": place.removeprefix("  --> "), "code": code, "cure": finding.cure, "more": more}
        return told | {"edit": self._link(finding.span, linked), "address": spot.address, "step": spot.step, "block": spot.block, "words": spot.words}

    def _link(self, span: Span, linked: bool) -> str:
        return link(self.editor, span) if linked else ""
