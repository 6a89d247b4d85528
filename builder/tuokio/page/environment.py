"""The Jinja environment: templates of pages here, views of blocks in their own folders, a theme's before them all.

A theme's template of the same name as one of ours wins, and may build on ours: `{% extends "tuokio/page.html" %}`.
A theme may come from a stranger, so its templates run in a sandbox (`sandbox.py`).
"""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any

from jinja2 import BytecodeCache, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined, TemplateError, TemplateSyntaxError, meta
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro, missing
from markupsafe import Markup

from tuokio import disk, kept
from tuokio.finding import Finding, Severity, Span, did_you_mean
from tuokio.page.sandbox import Overrides, Sandbox

ROOT = Path(__file__).parent.parent
OURS = ChoiceLoader([FileSystemLoader(ROOT / "page" / "templates"), FileSystemLoader(ROOT / "blocks"), FileSystemLoader(ROOT / "targets"), FileSystemLoader(ROOT / "resources"), FileSystemLoader(ROOT / "manager"), FileSystemLoader(ROOT / "outline")])
PREFIX = "tuokio"


class Direct(Context):
    """Calls macros at once. Jinja asks anew of each call what is called and how, which took a third of the time of all views."""

    def call(self, callee: Any, *given: Any, **named: Any) -> Any:
        if callee.__class__ is not Macro or callee.catch_kwargs or callee.catch_varargs:
            return super().call(callee, *given, **named)
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        lacking = [missing] * (len(callee.arguments) - len(given))
        if not named and not lacking and not callee.caller:
            html = callee._func(*given)  # noqa: SLF001 – what Macro itself does after looking at all that may be otherwise
        elif named.keys() == {"caller"} and callee.caller and not callee.explicit_caller:
            html = callee._func(*given, *lacking, named["caller"])  # noqa: SLF001
        else:
            return callee(self.eval_ctx, *given, **named)
        return Markup(html) if self.eval_ctx.autoescape else html  # noqa: S704 – made by a template


@cache
def environment(overrides: Path | None = None) -> Environment:
    """Return the one environment of a theme's folder of overrides, built at first use. Everything is escaped unless marked safe."""
    options = {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    if overrides is None:
        jinja = Environment(loader=OURS, auto_reload=False, **options)
        jinja.context_class = Direct
        return jinja
    return Sandbox(loader=ChoiceLoader([Overrides(overrides), OURS, PrefixLoader({PREFIX: OURS})]), **options)


def speak(jinja: Environment, say: Callable[..., str]) -> Environment:
    """Return an environment whose templates can write `{{ "hint"|say }}`. Phrases become part of the compiled template."""
    spoken = jinja.overlay()
    spoken.bytecode_cache = None  # those of other phrases are other templates
    spoken.filters = {**jinja.filters, "say": say, "prose": str}
    return spoken


class Compiled(BytecodeCache):
    """Keeps templates compiled. `serial` tells their phrases from others: they are part of what is compiled."""

    def __init__(self, store: kept.Store, serial: str) -> None:
        self.store, self.serial = store, serial

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket, if its template was compiled before."""
        if code := self.store.fetch(self._name(bucket)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.store.put(self._name(bucket), bucket.bytecode_to_string())

    def _name(self, bucket: Bucket) -> bytes:
        return kept.fingerprint(("template", self.serial, bucket.key))


def fingerprint(overrides: Path | None) -> str:
    """Return what tells one state of a theme's templates from another."""
    digest = hashlib.sha256()
    for path in _list(overrides) if overrides else ():
        digest.update(repr((path.as_posix(), disk.read(path))).encode())
    return digest.hexdigest()


def _list(overrides: Path) -> list[Path]:
    """Return the templates of a theme, but for links that lead out of it."""
    return [path for path in sorted(overrides.rglob("*.html")) if path.is_file() and not disk.leads_out(path, overrides)]


def check_overrides(overrides: Path | None, findings: list[Finding]) -> Path | None:
    """Return the folder if each template in it can be used; else tell the faults, and None: ours are used then."""
    if overrides is None:
        return None
    jinja, before = speak(environment(overrides), lambda key, **places: key), len(findings)
    paths = {path.relative_to(overrides).as_posix(): path for path in _list(overrides)}
    ours = [name for name in jinja.list_templates() if name.endswith(".html") and name not in paths and not name.startswith(f"{PREFIX}/")] + [name for name in paths if f"{PREFIX}/{name}" in jinja.list_templates()]
    trees, called = {}, set()
    for name, path in paths.items():
        try:
            trees[name] = jinja.parse(disk.read(path).decode("utf-8-sig"), name, str(path))
            jinja.get_template(name)
        except TemplateSyntaxError as error:
            findings.append(_fault(path, error.lineno, str(error.message).rstrip(".") + ".", "Compare it with the template it replaces, or remove the file: then ours is used."))
        except UnicodeDecodeError:
            findings.append(_fault(path, 1, "This is not UTF-8 text.", "Save the file as UTF-8 (in Notepad: Save as, Encoding: UTF-8)."))
    for name, tree in trees.items():
        lines = disk.read(paths[name]).decode("utf-8-sig").split("\n")
        for other in filter(None, meta.find_referenced_templates(tree)):
            called.add(other)
            line = next((number for number, text in enumerate(lines, 1) if other in text), 1)
            if other == name:
                findings.append(_fault(paths[name], line, f"`{name}` extends itself.", f'To build on ours, write `{PREFIX}/{name}`.'))
            elif other not in jinja.list_templates():
                findings.append(_fault(paths[name], line, f"There is no template `{other}`.", did_you_mean(other, [*paths, *(f"{PREFIX}/{one}" for one in ours)]) or f"Ours are {', '.join(f'`{PREFIX}/{one}`' for one in ours)}."))
    broken = len(findings) > before
    for path in sorted(path for path in overrides.rglob("*.html") if disk.leads_out(path, overrides)):
        findings.append(Finding("file-outside-course", Severity.WARNING, Span(path), f"`{path.name}` is a link that leads out of the theme's folder, so it is left out.", "Put a copy in its place."))
    for name in set(paths) - called - set(ours):
        cure = did_you_mean(name, ours) or f"Ours are {', '.join(f'`{one}`' for one in ours)}."
        findings.append(Finding("unused-template", Severity.WARNING, Span(paths[name]), f"No template of ours is called `{name}`, so nothing uses this one.", cure))
    return None if broken else overrides


@contextmanager
def told(overrides: Path | None, findings: list[Finding]) -> Iterator[None]:
    """While pages are made: turn what goes wrong inside a theme's template into a finding. What is our own fault stays one."""
    try:
        yield
    except Exception as error:
        place = _locate(error, overrides) if overrides else None
        if place is None:
            raise
        text = f"{str(error) or type(error).__name__}".rstrip(".") + "."
        if isinstance(error, RecursionError):
            text = "It calls itself without end."
        elif isinstance(error, KeyError):
            text = f"There is no phrase or key {error}."
        fault = _fault(*place, text, _cure(error))
        if fault not in findings:  # each target meets it anew
            findings.append(fault)


def _locate(error: Exception, overrides: Path) -> tuple[Path, int] | None:
    """Return where in a theme's templates something went wrong; None if the fault is ours."""
    frames = [(Path(frame.f_code.co_filename), _source_line(frame, line)) for frame, line in traceback.walk_tb(error.__traceback__)]
    theirs = [number for number, (path, _) in enumerate(frames) if path.is_relative_to(overrides)]
    if not theirs:  # a part of ours that they left out is missed by ours
        lacking = [path for path in overrides.rglob("*.html") if f"'{path.relative_to(overrides).as_posix()}'" in str(error)]
        return (lacking[0], 1) if lacking and isinstance(error, TemplateError) else None
    after = [path for path, _ in frames[theirs[-1] :] if path.suffix == ".py" and path.is_relative_to(ROOT)]
    asked = isinstance(error, KeyError) and all(path.parent.name == "words" for path in after)  # for a phrase that is none
    return frames[theirs[-1]] if asked or not after else None


def _source_line(frame: FrameType, line: int) -> int:
    """Return the template's line for a line of the Python it was compiled to; Jinja has often done so before."""
    template = frame.f_globals.get("__jinja_template__")
    return template.get_corresponding_lineno(line) if template else line


def _cure(error: Exception) -> str:
    if isinstance(error, TemplateError):
        return "Compare it with the template it replaces: only what that one uses is known there."
    return "Mend this line, or remove the file: then ours is used."


def _fault(path: Path, line: int | None, text: str, cure: str) -> Finding:
    return Finding("broken-template", Severity.ERROR, Span(path, line or 1), f"This template does not work: {text}", cure)
