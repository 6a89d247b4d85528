"""What an author allows, with a reason: findings that are then not told, in a course, a module or a block."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tuokio.course import Course
from tuokio.finding import Finding, Severity, Span, did_you_mean


@dataclass
class _Permit:
    """One entry under some `allow`, and where it holds."""

    id: str
    reason: str
    span: Callable[[], Span]
    files: set[Path] | None
    """A module in every language; None: the whole course, or `places`."""
    places: list[tuple[Span, int]] | None
    """A block in every language, each with its last line."""
    used: bool = False

    def reaches(self, unread: set[Path]) -> bool:
        """Say whether it may hold for something in one of these files."""
        return bool(unread if self.files is None and self.places is None else unread & (self.files or {start.path for start, _ in self.places or ()}))

    def covers(self, span: Span) -> bool:
        """Say whether it holds at a place."""
        if self.places is not None:
            return any(start.path == span.path and start.line <= span.line <= last for start, last in self.places)
        return self.files is None or span.path in self.files


def silence(findings: list[Finding], course: Course, known: set[str]) -> list[Finding]:
    """Return the findings less those that are allowed, and what is wrong with what allows them. Errors are always told.

    `known` are the findings that have a manual page; any other may be allowed where it is found.
    """
    permits = list(_list_permits(course))
    if not permits:
        return findings
    left = []
    told = {finding.id for finding in findings}
    for finding in findings:
        here = [one for one in permits if one.id == finding.id and one.covers(finding.span)]
        for permit in here:
            permit.used = True
        if finding.severity is Severity.ERROR or not any(permit.reason.strip() for permit in here):
            left.append(finding)
    unread = {finding.span.path for finding in findings if finding.severity is Severity.ERROR}  # what they would allow there shows once it is mended
    return left + [fault for permit in permits for fault in _judge(permit, known | told) if fault.id != "unused-allow" or not permit.reaches(unread)]


def _judge(permit: _Permit, known: set[str]) -> Iterator[Finding]:
    if not permit.reason.strip(" .…-–"):
        yield Finding("allow-without-reason", Severity.WARNING, permit.span(), f"`{permit.id}` is allowed here without a reason.", "Write why, for whoever comes after you: `allow: {" + permit.id + ": The customer's own words.}`")
    elif not permit.used:
        cure = did_you_mean(permit.id, known, alike=0.8) if permit.id not in known else ""
        yield Finding("unused-allow", Severity.HINT, permit.span(), f"There is no finding `{permit.id}` here, so this allows nothing.", cure or "Remove it.")


def _list_permits(course: Course) -> Iterator[_Permit]:
    for id, reason in course.settings.allow.items():
        yield _Permit(id, reason, partial(course.span, "allow", id), None, None)
    for module in (*course.source.modules, *course.source.banks):
        everywhere = [module, *(other for edition in course.editions[1:] for other in (*edition.modules, *edition.banks) if other.source is module)] if module.front.allow or any(block.allow for block in module.blocks) else []
        files = {one.path for one in everywhere}
        for id, reason in module.front.allow.items():
            yield _Permit(id, reason, partial(module.span, "allow", id), files, None)
        for block in module.blocks:
            if block.allow:
                places = [(one.span(), one.place.last_line) for other in everywhere for one in other.blocks if one.id == block.id]
                for id, reason in block.allow.items():
                    yield _Permit(id, reason, partial(block.span, "allow", id), None, places)
