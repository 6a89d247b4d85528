"""What the manifest of a package says of a course, so that every learning platform takes it: `imsmanifest.xml` beside each target is filled with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import quote

from tuokio.course import Course

NAME = "imsmanifest.xml"
"""It lies at the root of the zip, or a package is refused."""
LONGEST = 200  # characters of a title that every platform has room for


@dataclass(frozen=True)
class Package:
    """A course as a package of one part that is launched."""

    course: str
    """The course's id. Identifiers are made of it alone: platforms keep results under them, so they outlive every rebuild and edit."""
    title: str
    """In the language the course is written in: a manifest has one."""
    launch: str
    """The file that is opened, as an address."""
    files: tuple[str, ...]
    """All files but the manifest itself, as addresses: each exactly as it is named, what is no plain letter encoded."""
    mastery: Decimal | None
    """The share of points that passes. None: the course is not judged, and no platform may do so by itself."""

    @property
    def percent(self) -> str:
        """The share of points that passes, as SCORM 1.2 says it: 0 to 100."""
        return f"{(self.mastery * 100).normalize():f}" if self.mastery is not None else ""

    @property
    def measure(self) -> str:
        """The share of points that passes, as SCORM 2004 says it: 0 to 1."""
        return f"{self.mastery.normalize():f}" if self.mastery is not None else ""


def describe(course: Course, files: Iterable[str], launch: str) -> Package:
    """Return what a manifest says of a course and its `files`, one of which is launched."""
    mastery = course.settings.completion.mastery
    return Package(
        course=course.id,
        title=" ".join(course.title.split())[:LONGEST],
        launch=quote(launch),
        files=tuple(quote(name) for name in sorted(set(files) - {NAME})),
        mastery=Decimal(str(round(mastery, 4))) if mastery else None,
    )
