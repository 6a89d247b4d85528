"""What an LMS reads of a package: tags by their text as Moodle does, whatever namespace a prefix stands for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote
from xml.dom import minidom

EDITIONS = {"1.2": "1.2", "1.3": "2004", "CAM 1.3": "2004", "2004 3rd Edition": "2004", "2004 4th Edition": "2004"}


@dataclass(frozen=True)
class Manifest:
    """A package of one SCO, as an LMS understands it."""

    edition: str
    """`1.2` or `2004`; what is not known is 1.2, silently."""
    identifier: str
    """The item's: tracks are kept under it."""
    title: str
    launch: str
    """The address to open, as written."""
    mastery: str
    """1.2: 0 to 100; 2004: −1 to 1; empty where the course is not judged."""
    objective: str
    """The id of the primary objective, if there is one."""
    files: tuple[str, ...]
    """All that is listed, decoded."""


def read_manifest(path: Path) -> Manifest:
    """Read `imsmanifest.xml`, or fail as an import does: not well-formed, no SCO, nothing to launch."""
    document = minidom.parse(str(path)).documentElement

    def texts(tag: str, within: minidom.Element = document) -> list[str]:
        return ["".join(node.data for node in element.childNodes if node.nodeType == node.TEXT_NODE).strip() for element in within.getElementsByTagName(tag)]

    edition = EDITIONS.get(next(iter(texts("schemaversion")), ""), "1.2")
    typed = "adlcp:scormtype" if edition == "1.2" else "adlcp:scormType"
    resources = {one.getAttribute("identifier"): one for one in document.getElementsByTagName("resource")}
    (item,) = (one for one in document.getElementsByTagName("item") if one.getAttribute("identifierref"))
    resource = resources[item.getAttribute("identifierref")]
    assert resource.getAttribute(typed) == "sco", f"{typed} is not sco: an asset gets no API"
    measures = texts("imsss:minNormalizedMeasure", item) if any(one.getAttribute("satisfiedByMeasure") == "true" for one in item.getElementsByTagName("imsss:primaryObjective")) else []
    objectives = [one.getAttribute("objectiveID") for one in item.getElementsByTagName("imsss:primaryObjective")]
    return Manifest(
        edition=edition,
        identifier=item.getAttribute("identifier"),
        title=texts("title", item)[0],
        launch=resource.getAttribute("href"),
        mastery=next(iter(texts("adlcp:masteryscore", item) if edition == "1.2" else measures), ""),
        objective=next(iter(objectives), ""),
        files=tuple(unquote(file.getAttribute("href")) for one in resources.values() for file in one.getElementsByTagName("file")),
    )
