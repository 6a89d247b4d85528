"""Puts in what had to wait until the whole course was known: links, pictures, texts of blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from unicodedata import normalize
from urllib.parse import unquote

from tuokio.course import Course, Edition, Module
from tuokio.fields import describe, make_id
from tuokio.finding import Fault, Finding, Severity, Span, did_you_mean
from tuokio.kept import Kept
from tuokio.media import Medium
from tuokio.prose import Link, Markdown, Picture
from tuokio.read import markdown, remarks
from tuokio.read.address import advise
from tuokio.read.files import MODULES
from tuokio.read.html import explain_removed
from tuokio.read.neighbours import SCHEME, Neighbours, nearest
from tuokio.read.source import Source, load

NOTE, CODE = re.compile(r"\[\^[^\]\s]+\]"), re.compile(r"(`+).*?\1", re.S)
ALLOWED = ("http:", "https:", "mailto:", "tel:")


@dataclass(frozen=True)
class Resolved:
    """What a reference came to: an address or a piece of HTML, and what is wrong with it."""

    html: str
    fault: Fault | None = None


Lookups = dict[tuple[Link | Picture, Path], Resolved]
"""What a page asked of the rest of the course, and was answered."""


class Typesetter:
    """Typesets one edition. `files` fills with what pages refer to: output name → source file."""

    def __init__(self, course: Course, edition: Edition, files: dict[str, Path], kept: Kept, shelf: Path | None = None) -> None:
        self.course, self.edition, self.files = course, edition, files
        self.neighbours = Neighbours(course, kept, shelf)
        self.modules = {normalize("NFC", module.path.name): module for module in (*course.modules, *edition.modules)}
        for source, own in zip(course.modules, edition.modules, strict=True):
            self.modules[normalize("NFC", source.path.name)] = own
        self.findings: list[Finding] = []
        self.lookups: Lookups = {}
        self.sources: dict[Path, Source | None] = {}

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
        if markdown.is_plain(text):
            return text
        refs: list[Link | Picture] = []
        env: dict[str, Any] = {**module.names, "refs": refs, "place": place}
        if self.course.settings.html:
            env["html"] = []
        html = markdown.typeset_text(text, env)
        for needle, message, cure in explain_removed("".join(env.get("html", ()))):
            self._say("html-removed", Severity.WARNING, span, last_line, needle, message, cure)
        if "<" in text and "html" not in env:
            text = remarks.leave_out(text)
            if fault := remarks.find_open(text):
                self._say(*fault[:2], span, last_line, remarks.OPEN, *fault[2:])
        if "<" in text and "html" not in env and (tag := markdown.find_tag(text)):
            self._say("html-shown-as-text", Severity.HINT, span, last_line, tag, "HTML is off, so learners see this as text.", "Use Markdown instead, or put `…` around it if it should be seen.")
        if "[^" in text and (note := NOTE.search(CODE.sub("", text))):
            self._say("note-in-block", Severity.HINT, span, last_line, note[0], "A block has no place for footnotes, so learners see this as text.", "Say it in the text itself, or refer to the note in the text around the block.")
        for name in dict.fromkeys(env.get("unknown", ())):
            self._say("unknown-value", Severity.ERROR, span, last_line, ("{{ " if "{{ " + name in text else "{{") + name, f"`{name}` is not among the course's values.", did_you_mean(name, self.edition.values) or f"Add `{name}` under `values:` in course.yaml, or write \\{{{{ for braces.")
        return markdown.fill(html, refs, lambda ref: self._show(ref, module, span, last_line))

    def _show(self, ref: Link | Picture, module: Module, span: Span, last_line: int) -> str:
        beside = module.beside if isinstance(ref, Link) or self.neighbours.is_ours(span.path) else span.path
        answer = self.lookups[ref, beside] = self._resolve(ref, beside)
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
        if href.startswith("//") and "." in href[2:].split("/")[0]:
            return Resolved("", ("unusable-link", Severity.WARNING, f"A link cannot lead to `{unquote(href)}`.", f"A web address begins with https: `https:{href}`."))
        if SCHEME.match(href) or href.startswith("//"):
            if not href.lower().startswith(ALLOWED):
                return Resolved("", ("unusable-link", Severity.WARNING, f"A link cannot lead to `{unquote(href)}`.", advise(unquote(href))))
            return Resolved(href)
        path, _, name = (unquote(part) for part in normalize("NFC", href).replace("\\", "/").partition("#"))
        path, name = normalize("NFC", path).replace("\\", "/"), normalize("NFC", name)
        here = self.modules.get(normalize("NFC", beside.name))  # a bank is nowhere
        target = here if not path else self._find_module(path)
        if target is None and name and self._find_module(f"{path}#{name}"):  # a `#` in the file's own name
            path, name, target = f"{path}#{name}", "", self._find_module(f"{path}#{name}")
        if target is None:
            if not path:
                return Resolved("", ("dead-link", Severity.WARNING, f"This text is shown in many places, so there is no `{href}` beside it.", f"Name the module's file too: `01-welcome.md{href}`."))
            if path.lower().endswith(MODULES) and self.course.single and (file := self.neighbours.look(beside.parent, path)) and file.is_file():
                return Resolved("", ("link-outside-build", Severity.HINT, f"`{path}` is not part of this build.", "Nothing to do: the link works when the whole course is built."))
            if path.lower().endswith(MODULES):
                return Resolved("", ("dead-link", Severity.WARNING, f"There is no module `{path}` in this course.", nearest(path, self.modules) or "Check the file's name."))
            medium = self._find_file(path, beside, shown=False)
            return medium if isinstance(medium, Resolved) else Resolved(f"media/{medium.name}", _say_of(medium))
        if not name:
            return Resolved(f"#/{target.id}/{target.first}")
        # GitHub leaves out what we make a hyphen of: `installing-nodejs` for "Installing Node.js".
        place = target.places.get(name) or target.headings.get(make_id(name, "")) or {other.replace("-", ""): place for other, place in target.places.items()}.get(name.replace("-", ""))
        if not place and name in (target.source or target).unread:
            return Resolved(f"#/{target.id}/{target.first}")
        if not place:
            where = "this module" if target is here else f"`{path}`"
            cure = did_you_mean(name, target.places) or f"Known are {', '.join(f'`{anchor}`' for anchor in list(target.places)[:8])}."
            return Resolved(f"#/{target.id}/{target.first}", ("dead-link", Severity.WARNING, f"There is no step or heading `{name}` in {where}.", cure))
        return Resolved(f"#{place}")

    def _find_module(self, path: str) -> Module | None:
        """Return the module of a file's name, however the way to the course's own folder is written."""
        name = path.removeprefix("./").removeprefix(f"../{normalize('NFC', self.neighbours.root.name)}/")
        return self.modules.get(name)

    def _resolve_picture(self, picture: Picture, beside: Path) -> Resolved:
        alt = escape(describe(picture.alt))
        if picture.src.startswith("//") or picture.src.lower().startswith(("http:", "https:")):
            return Resolved(alt, ("remote-picture", Severity.WARNING, "This picture is on another computer; a course is read offline.", "Save it into `media/` and link to it there."))
        medium = self._find_file(normalize("NFC", unquote(picture.src)).replace("\\", "/"), beside, shown=True)
        if isinstance(medium, Resolved):
            return Resolved(f'<em class="missing">{alt}</em>', medium.fault)
        size = f' width="{medium.width}" height="{medium.height}"' if medium.width else ""
        image = f'<img src="media/{medium.name}" alt="{alt}"{size} loading="lazy" decoding="async">'
        return Resolved(f'<span class="picture">{image}<span class="caption">{escape(picture.caption)}</span></span>' if picture.caption else image, _say_of(medium))

    def _find_file(self, path: str, beside: Path, *, shown: bool) -> Medium | Resolved:
        """Return a file beside the module, fit to ship, or a fault. `shown` tells a picture from a link."""
        medium = self.neighbours.fetch(path, beside, shown=shown)
        if not isinstance(medium, Medium):
            return Resolved("", medium)
        if medium.path:
            self.files[f"media/{medium.name}"] = medium.path
        return medium

    def _say(self, id: str, severity: Severity, span: Span, last_line: int, needle: str, message: str, cure: str) -> None:
        if span.path not in self.sources:
            self.sources[span.path] = load(span.path, [])
        source = self.sources[span.path]
        if source:
            plain = unquote(needle)
            forms = (needle, plain, plain.replace("/", "\\"))
            found = source.find_link(*forms, first=span.line, last=last_line)
            if not found and not any(form in line for form in forms for line in source.lines[span.line - 1 : last_line]):
                found = source.find_link(*forms, first=1, last=len(source.lines))  # `[name]: address` may stand anywhere
            span = found or source.find(plain if plain in source.text else needle, span.line, last_line)
        self.tell((id, severity, message, cure), span)

    def tell(self, fault: Fault, span: Span) -> None:
        """Add a finding to the page's, once: a picture may stand there many times."""
        id, severity, message, cure = fault
        finding = Finding(id, severity, span, message, cure)
        if finding not in self.findings:
            self.findings.append(finding)


def _say_of(medium: Medium) -> Fault | None:
    return next(((hint.id, hint.severity, hint.message, hint.cure) for hint in medium.hints), None)
