"""Puts in what had to wait until the whole course was known: links, pictures, texts of blocks."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from html import escape
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

from tuokio.course import Course, Edition, Link, Markdown, Module, Picture
from tuokio.finding import Finding, Severity, Span, did_you_mean
from tuokio.kept import Kept
from tuokio.read import markdown
from tuokio.read.source import Source, load

SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
SOURCES = (".md", ".yaml", ".yml", ".lock")
ALLOWED = ("http:", "https:", "mailto:", "tel:")


@dataclass(frozen=True)
class Resolved:
    """What a reference came to: an address or a piece of HTML, and what is wrong with it."""

    html: str
    fault: tuple[str, Severity, str, str] | None = None
    """Finding id, severity, message, cure."""


Lookups = dict[tuple[Link | Picture, Path], Resolved]
"""What a page asked of the rest of the course, and was answered."""


def _nearest(name: str, known: Iterable[str]) -> str:
    """Return "Did you mean …?", first of all for the same name in other letters."""
    same = next((one for one in known if one.casefold() == name.casefold()), None)
    return f"Did you mean `{same}`? Large and small letters differ." if same else did_you_mean(name, known)


class Typesetter:
    """Typesets one edition. `files` fills with what pages refer to: output name → source file."""

    def __init__(self, course: Course, edition: Edition, files: dict[str, Path], kept: Kept) -> None:
        self.course, self.edition, self.files, self.kept = course, edition, files, kept
        self.modules = {normalize("NFC", module.path.name): module for module in (*course.modules, *edition.modules)}
        for source, own in zip(course.modules, edition.modules, strict=True):
            self.modules[normalize("NFC", source.path.name)] = own
        self.findings: list[Finding] = []
        self.lookups: Lookups = {}
        self.sources: dict[Path, Source | None] = {}
        self.root = course.folder.resolve()
        self._reach = cache(Path.resolve)  # asking the disk for every picture of every page is slow

    def begin(self) -> tuple[list[Finding], Lookups]:
        """Begin a page: return the lists that fill while it is typeset."""
        self.findings, self.lookups = [], {}
        return self.findings, self.lookups

    def agrees(self, lookups: Lookups) -> bool:
        """Say whether the course would still answer a page's lookups as it did."""
        return all(self._resolve(ref, beside) == answer for (ref, beside), answer in lookups.items())

    def prose(self, part: Markdown, module: Module) -> str:
        """Return a stretch of a step as HTML."""
        return markdown.fill(part.html, part.refs, lambda ref: self._show(ref, module, part.span, part.last_line))

    def text(self, text: str, module: Module, place: str, span: Span, last_line: int) -> str:
        """Return a text of a block as HTML; `span` to `last_line` is where to look for its faults."""
        text = text.strip()
        if not markdown.MARKUP.search(text):
            return escape(text, quote=False).replace("\n", " ")
        refs: list[Link | Picture] = []
        names = {name: value for name, value in module.names.items() if name != "footnotes"}  # they stand in the text of their step
        env: dict[str, Any] = {**names, "refs": refs, "place": place}
        html = markdown.typeset_text(text, env)
        if "<" in text and (tag := markdown.find_tag(text)):
            self._say("html-shown-as-text", Severity.HINT, span, last_line, tag, "HTML is off, so learners see this as text.", "Use Markdown instead, or put `…` around it if it should be seen.")
        for name in dict.fromkeys(env.get("unknown", ())):
            self._say("unknown-value", Severity.ERROR, span, last_line, "{{ " + name, f"`{name}` is not among the course's values.", did_you_mean(name, self.edition.values) or f"Add `{name}` under `values:` in course.yaml, or write \\{{{{ for braces.")
        return markdown.fill(html, refs, lambda ref: self._show(ref, module, span, last_line))

    def _show(self, ref: Link | Picture, module: Module, span: Span, last_line: int) -> str:
        answer = self.lookups[ref, module.path] = self._resolve(ref, module.path)
        if answer.fault:
            id, severity, message, cure = answer.fault
            self._say(id, severity, span, last_line, ref.href if isinstance(ref, Link) else ref.src, message, cure)
        return answer.html

    def _resolve(self, ref: Link | Picture, beside: Path) -> Resolved:
        """Return the HTML for a reference that stands in the file `beside`."""
        return self._resolve_link(ref, beside) if isinstance(ref, Link) else self._resolve_picture(ref, beside)

    def _resolve_link(self, link: Link, beside: Path) -> Resolved:
        answer = self._find(link.href, beside)
        title = f' title="{escape(link.title)}"' if link.title else ""
        return Resolved(f'<a href="{escape(answer.html)}"{title}>' if answer.html else '<a class="missing">', answer.fault)

    def _find(self, href: str, beside: Path) -> Resolved:
        """Return the address a link leads to. Inside the course it is `#/module/step`, a route and a place on paper alike."""
        if SCHEME.match(href):
            if not href.lower().startswith(ALLOWED):
                return Resolved("", ("unusable-link", Severity.WARNING, f"A link cannot lead to `{unquote(href)}`.", "Link to a web address, another module, or a file in `media/`."))
            return Resolved(href)
        path, _, name = normalize("NFC", unquote(href)).replace("\\", "/").partition("#")
        here = self.modules[normalize("NFC", beside.name)]
        target = here if not path else self.modules.get(path.removeprefix("./"))
        if target is None:
            if path.lower().endswith(".md") and self.course.single and (beside.parent / path).is_file():
                return Resolved("", ("link-outside-build", Severity.HINT, f"`{path}` is not part of this build.", "Nothing to do: the link works when the whole course is built."))
            if path.lower().endswith(".md"):
                return Resolved("", ("dead-link", Severity.WARNING, f"There is no module `{path}` in this course.", _nearest(path, self.modules) or "Check the file's name."))
            return self._find_file(path, beside)
        if not name:
            return Resolved(f"#/{target.id}/{target.steps[0].id}")
        if name not in target.places:
            where = "this module" if target is here else f"`{path}`"
            cure = did_you_mean(name, target.places) or f"Known are {', '.join(f'`{anchor}`' for anchor in list(target.places)[:8])}."
            return Resolved(f"#/{target.id}/{target.steps[0].id}", ("dead-link", Severity.WARNING, f"There is no step or heading `{name}` in {where}.", cure))
        return Resolved(f"#{target.places[name]}")

    def _resolve_picture(self, picture: Picture, beside: Path) -> Resolved:
        alt = escape(picture.alt)
        if picture.src.startswith("//") or picture.src.lower().startswith(("http:", "https:")):
            return Resolved(alt, ("remote-picture", Severity.WARNING, "This picture is on another computer; a course is read offline.", "Save it into `media/` and link to it there."))
        answer = self._find_file(normalize("NFC", unquote(picture.src)).replace("\\", "/"), beside)
        if not answer.html:
            return Resolved(f'<em class="missing">{alt}</em>', answer.fault)
        image = f'<img src="{escape(answer.html)}" alt="{alt}" loading="lazy">'
        return Resolved(f'<span class="picture">{image}<span class="caption">{escape(picture.caption)}</span></span>' if picture.caption else image, answer.fault)

    def _find_file(self, path: str, beside: Path) -> Resolved:
        """Return the output name of a file beside the module, or nothing and a fault."""
        root, file = self.root, self._reach(beside.parent / path)
        if not file.is_relative_to(root) or SCHEME.match(path):
            return Resolved("", ("file-outside-course", Severity.WARNING, f"`{path}` is outside the course's folder.", "Copy the file into `media/` and link to it there."))
        if not file.is_file():
            near = _nearest(path, [p.relative_to(root).as_posix() for p in root.glob("media/**/*") if p.is_file()])
            if path.startswith("www."):
                near = f"A web address begins with https://: `https://{path}`."
            return Resolved("", ("missing-file", Severity.WARNING, f"There is no file `{path}`.", near or "Check the name; large and small letters differ."))
        if file.suffix.lower() in SOURCES:
            return Resolved("", ("source-as-file", Severity.WARNING, f"`{path}` is a source file of the course, answers and all.", "Link to a file in `media/`."))
        stat = file.stat()
        name = self.kept.get(("file", file), (stat.st_mtime_ns, stat.st_size), lambda: _name(file))
        self.files[name] = file
        return Resolved(name)

    def _say(self, id: str, severity: Severity, span: Span, last_line: int, needle: str, message: str, cure: str) -> None:
        if span.path not in self.sources:
            self.sources[span.path] = load(span.path, [])
        source = self.sources[span.path]
        if source:
            plain = unquote(needle)
            span = source.find(plain if plain in source.text else needle, span.line, last_line)
        self.findings.append(Finding(id, severity, span, message, cure))


def _name(file: Path) -> str:
    with file.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()[:8]
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", file.stem).strip("-") or "file"
    return f"media/{stem}.{digest}{file.suffix.lower()}"
