"""From parsed Markdown to HTML, now that the whole course is known: links, pictures, values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tuokio.course import Course, Markdown, Module, Step
from tuokio.finding import Finding, Severity, Span, did_you_mean
from tuokio.media import Fault, Medium, prepare
from tuokio.read import markdown
from tuokio.read.source import Source, load
from tuokio.words import Phrases

SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
SOURCES = (".md", ".yaml", ".yml", ".lock")
ALLOWED = ("http:", "https:", "mailto:", "tel:")


def _nearest(name: str, known: Iterable[str]) -> str:
    """Return "Did you mean …?", first of all for the same name in other letters."""
    same = next((one for one in known if one.casefold() == name.casefold()), None)
    return f"Did you mean `{same}`? Large and small letters differ." if same else did_you_mean(name, known)


class Typesetter:
    """Typesets a course. `files` fills with what pages refer to: output name → source file."""

    def __init__(self, course: Course, say: Phrases, findings: list[Finding], shelf: Path | None = None) -> None:
        self.course, self.say, self.findings, self.shelf = course, say, findings, shelf
        self.files: dict[str, Path] = {}
        self.by_name = {module.path.name: module for module in course.modules}
        self.media: dict[tuple[Path, bool], Medium | Fault] = {}
        self.sources: dict[Path, Source | None] = {}

    def prose(self, part: Markdown, module: Module, step: Step) -> str:
        """Return a stretch of a step as HTML."""
        return markdown.typeset(part.tokens, self._env(module, step, part.span, part.last_line))

    def text(self, text: str, module: Module, step: Step, span: Span, last_line: int) -> str:
        """Return a text of a block as HTML; `span` to `last_line` is where to look for its faults."""
        env = self._env(module, step, span, last_line)
        env.pop("footnotes", None)  # they stand in the text of their step
        html = markdown.typeset_text(text, env)
        if "<" in text and (tag := markdown.find_tag(text)):
            self._say("html-shown-as-text", Severity.HINT, env, tag, "HTML is off, so learners see this as text.", "Use Markdown instead, or put `…` around it if it should be seen.")
        for name in dict.fromkeys(env.get("unknown", ())):
            self._say("unknown-value", Severity.ERROR, env, "{{ " + name, f"`{name}` is not among the course's values.", did_you_mean(name, self.course.settings.values) or f"Add `{name}` under `values:` in course.yaml, or write \\{{{{ for braces.")
        return html

    def _env(self, module: Module, step: Step, span: Span, last_line: int) -> dict[str, Any]:
        env: dict[str, Any] = {**module.names, "span": span, "last_line": last_line, "place": f"/{module.id}/{step.id}", "say": self.say.say}
        env["link"] = lambda href: self._link(href, module, env)
        env["image"] = lambda src, alt, caption: self._image(src, alt, caption, module, env)
        return env

    def _link(self, href: str, module: Module, env: dict[str, Any]) -> str:
        """Resolve a link. Inside the course it becomes `#/module/step`, a route and a place on paper alike."""
        if SCHEME.match(href):
            if not href.lower().startswith(ALLOWED):
                self._say("unusable-link", Severity.WARNING, env, href, f"A link cannot lead to `{unquote(href)}`.", "Link to a web address, another module, or a file in `media/`.")
                return ""
            return href
        path, _, name = unquote(href).replace("\\", "/").partition("#")
        target = module if not path else self.by_name.get(path.removeprefix("./"))
        if target is None:
            if path.lower().endswith(".md") and self.course.single and (module.path.parent / path).is_file():
                self._say("link-outside-build", Severity.HINT, env, href, f"`{path}` is not part of this build.", "Nothing to do: the link works when the whole course is built.")
                return ""
            if path.lower().endswith(".md"):
                self._say("dead-link", Severity.WARNING, env, href, f"There is no module `{path}` in this course.", _nearest(path, self.by_name) or "Check the file's name.")
                return ""
            medium = self._file(path, module, env, href, shown=False)
            return f"media/{medium.name}" if medium else ""
        if not name:
            return f"#/{target.id}/{target.steps[0].id}"
        if name not in target.anchors:
            where = "this module" if target is module else f"`{path}`"
            self._say("dead-link", Severity.WARNING, env, href, f"There is no step or heading `{name}` in {where}.", did_you_mean(name, target.anchors) or f"Known are {', '.join(f'`{anchor}`' for anchor in list(target.anchors)[:8])}.")
            return f"#/{target.id}/{target.steps[0].id}"
        return f"#{target.anchors[name]}"

    def _image(self, src: str, alt: str, caption: str, module: Module, env: dict[str, Any]) -> str:
        if src.startswith("//") or src.lower().startswith(("http:", "https:")):
            self._say("remote-picture", Severity.WARNING, env, src, "This picture is on another computer; a course is read offline.", "Save it into `media/` and link to it there.")
            return escape(alt)
        medium = self._file(unquote(src).replace("\\", "/"), module, env, src, shown=True)
        if not medium:
            return f'<em class="missing">{escape(alt)}</em>'
        size = f' width="{medium.width}" height="{medium.height}"' if medium.width else ""
        image = f'<img src="media/{medium.name}" alt="{escape(alt)}"{size} loading="lazy" decoding="async">'
        return f'<span class="picture">{image}<span class="caption">{escape(caption)}</span></span>' if caption else image

    def _file(self, path: str, module: Module, env: dict[str, Any], written: str, *, shown: bool) -> Medium | None:
        """Return a file beside the module, fit to ship, or None after a finding. `shown` tells a picture from a link."""
        root = self.course.folder.resolve()
        file = (module.path.parent / path).resolve()
        if not file.is_relative_to(root) or SCHEME.match(path):
            self._say("file-outside-course", Severity.WARNING, env, written, f"`{path}` is outside the course's folder.", "Copy the file into `media/` and link to it there.")
            return None
        if not file.is_file():
            near = _nearest(path, [p.relative_to(root).as_posix() for p in root.glob("media/**/*") if p.is_file()])
            if path.startswith("www."):
                near = f"A web address begins with https://: `https://{path}`."
            self._say("missing-file", Severity.WARNING, env, written, f"There is no file `{path}`.", near or "Check the name; large and small letters differ.")
            return None
        if file.suffix.lower() in SOURCES:
            self._say("source-as-file", Severity.WARNING, env, written, f"`{path}` is a source file of the course, answers and all.", "Link to a file in `media/`.")
            return None
        if (file, shown) not in self.media:
            medium = self.media[file, shown] = prepare(file, self.shelf, shown=shown)
            for said in [medium] if isinstance(medium, Fault) else medium.hints:
                self._say(said.id, said.severity, env, written, said.message, said.cure)
        medium = self.media[file, shown]
        if isinstance(medium, Fault):
            return None
        if medium.path:
            self.files[f"media/{medium.name}"] = medium.path
        return medium

    def _say(self, id: str, severity: Severity, env: dict[str, Any], needle: str, message: str, cure: str) -> None:
        span: Span = env["span"]
        if span.path not in self.sources:
            self.sources[span.path] = load(span.path, [])
        source = self.sources[span.path]
        if source:
            plain = unquote(needle)
            span = source.find(plain if plain in source.text else needle, span.line, env["last_line"])
        self.findings.append(Finding(id, severity, span, message, cure))
