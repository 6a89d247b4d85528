"""Packages for learning platforms, as those take them in: the zip, its manifest, and the schemas it is written by."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from conftest import COURSES
from lms.manifest import read_manifest
from tuokio.build import build

EDITIONS = {"scorm12": "1.2", "scorm2004": "2004"}
NAMESPACES = {
    "scorm12": {"http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd", "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd"},
    "scorm2004": {f"http://www.{of}/xsd/{name}": f"{file}.xsd" for of, name, file in (("imsglobal.org", "imscp_v1p1", "imscp_v1p1"), ("imsglobal.org", "imsss", "imsss_v1p0"), *(("adlnet.org", name, name) for name in ("adlcp_v1p3", "adlseq_v1p3", "adlnav_v1p3")))},
}
ODD = {
    "course.yaml": f"id: 9{'x' * 63}\ntitle: 'Näin & \"noin\" <b> #1 — العميل أولاً'\nlanguages: [ar, fi]\ncompletion: {{mastery: 82.5%}}\n",
    "01-a.md": "# A & B\n\n![kuppi](<media/Kuppi & lautanen #1 ä'.svg>)\n\n```quiz\nid: q\nquestion: Kumpi?\noptions:\n  - {text: X, correct: true, feedback: Niin.}\n  - {text: Y, feedback: Ei.}\nexplanation: Niin on.\n```\n",
    "media/Kuppi & lautanen #1 ä'.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
}
PLAIN = {"course.yaml": "id: plain\ntitle: Plain\nlanguages: [en]\n", "01-a.md": "# A\n\nText.\n"}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, Path]]:
    """Build a course as packages, and return them by target. Some are made here: `odd` and `plain`."""
    done: dict[Path, dict[str, Path]] = {}

    def pack(course: str | Path) -> dict[str, Path]:
        folder = course if isinstance(course, Path) else COURSES.get(course) or write(tmp_path_factory.mktemp("courses") / "Oma kurssi & ä", ODD if course == "odd" else PLAIN)
        key = course if isinstance(course, Path) else Path(course)
        if key not in done:
            result = build(folder, tmp_path_factory.mktemp("output"), list(EDITIONS))
            assert not result.failed, result.findings
            done[key] = dict(zip(EDITIONS, result.files, strict=True))
        return done[key]

    return pack


def unpack(package: Path, folder: Path) -> Path:
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder)
    return folder


def schema(folder: Path, target: str) -> etree.XMLSchema:
    """Return what validates a manifest, by the schemas that lie in a package."""
    imports = "".join(f'<xs:import namespace="{name}" schemaLocation="{(folder / file).as_uri()}"/>' for name, file in NAMESPACES[target].items())
    return etree.XMLSchema(etree.fromstring(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>', etree.XMLParser(no_network=True)))


@pytest.mark.parametrize("target", EDITIONS)
@pytest.mark.parametrize("course", ["tiny", "asiakaspalvelu", "odd", "plain"])
def test_a_manifest_is_valid_and_lists_every_file(packed: Callable[..., dict[str, Path]], tmp_path: Path, course: str, target: str) -> None:
    folder = unpack(packed(course)[target], tmp_path)
    manifest = read_manifest(folder / "imsmanifest.xml")
    valid, tree = schema(folder, target), etree.parse(folder / "imsmanifest.xml")
    assert valid.validate(tree), valid.error_log
    tree.find(".//{*}organization/{*}title").tag = "titel"
    assert not valid.validate(tree)
    assert sorted(manifest.files) == sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.name != "imsmanifest.xml")
    assert manifest.launch in manifest.files
    assert manifest.edition == EDITIONS[target]


def test_only_a_course_that_judges_has_a_mastery_score(packed: Callable[..., dict[str, Path]], tmp_path: Path) -> None:
    mastery = {(course, target): read_manifest(unpack(packed(course)[target], tmp_path / course / target) / "imsmanifest.xml").mastery for course in ("odd", "plain") for target in EDITIONS}
    assert mastery == {("odd", "scorm12"): "82.5", ("odd", "scorm2004"): "0.825", ("plain", "scorm12"): "", ("plain", "scorm2004"): ""}
    assert "completionThreshold" not in (tmp_path / "odd/scorm2004/imsmanifest.xml").read_text("utf-8")


def test_an_odd_name_comes_through_whole(packed: Callable[..., dict[str, Path]], tmp_path: Path) -> None:
    packages = packed("odd")
    assert [path.name for path in packages.values()] == ["Oma kurssi & ä-scorm12.zip", "Oma kurssi & ä-scorm2004.zip"]
    for target, package in packages.items():
        manifest = read_manifest(unpack(package, tmp_path / target) / "imsmanifest.xml")
        assert manifest.title == 'Näin & "noin" <b> #1 — العميل أولاً'
        assert re.fullmatch(r"[A-Za-z_][\w.-]*", manifest.identifier)


@pytest.mark.parametrize("target", EDITIONS)
def test_a_zip_is_one_that_every_platform_can_open(packed: Callable[..., dict[str, Path]], target: str) -> None:
    for course in ("asiakaspalvelu", "odd"):
        with zipfile.ZipFile(packed(course)[target]) as archive:
            assert archive.testzip() is None
            names = archive.namelist()
            assert names.count("imsmanifest.xml") == 1
            assert len({name.casefold() for name in names}) == len(names), "two names are one on Windows"
            for entry in archive.infolist():
                assert not re.search(r'[\\:*?"<>|]|^/|(^|/)\.\.?(/|$)|/$', entry.filename), entry.filename
                assert entry.filename.isascii() or entry.flag_bits & 0x800, "a name that is not ASCII must say that it is UTF-8"
                assert entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def test_identifiers_outlive_edits_and_the_same_course_makes_the_same_bytes(packed: Callable[..., dict[str, Path]], tmp_path: Path) -> None:
    first = write(tmp_path / "one" / "course", ODD)
    again = Path(shutil.copytree(first, tmp_path / "two" / "course"))
    edited = write(Path(shutil.copytree(first, tmp_path / "three" / "course")), {"01-a.md": ODD["01-a.md"].replace("A & B", "Toinen"), "course.yaml": ODD["course.yaml"].replace("Näin", "Toisin")})
    for target in EDITIONS:
        bytes_of = {folder: packed(folder)[target].read_bytes() for folder in (first, again, edited)}
        assert bytes_of[first] == bytes_of[again] != bytes_of[edited]
        identifiers = [re.findall(r'(?:identifier|identifierref|default|objectiveID)="([^"]+)"', (unpack(packed(folder)[target], tmp_path / f"{folder.parent.name}-{target}") / "imsmanifest.xml").read_text("utf-8")) for folder in (first, edited)]
        assert identifiers[0] == identifiers[1]
        assert len(set(identifiers[0])) >= 4
        dates = [zipfile.ZipFile(packed(folder)[target]).getinfo("index.html").date_time for folder in (first, again, edited)]
        assert dates[0] == dates[1] != dates[2], "a web server that serves it unpacked tells versions apart by date and size"
