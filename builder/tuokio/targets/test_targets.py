"""What a build leaves on disk."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest

from tuokio import targets
from tuokio.build import build
from tuokio.targets.folder import Folder
from tuokio.targets.site.target import to_script

COURSE = {
    "course.yaml": "id: c\ntitle: Course\nlanguages: [en]\nvalues: {v: one}\n",
    "01-a.md": "# A\n\nText {{ v }} ![cup](media/cup.svg)\n\n```quiz\nid: q\nquestion: Which one?\noptions:\n  - {text: X, correct: true, feedback: Because.}\n  - {text: Y, feedback: No.}\nexplanation: So it is.\n```\n",
    "02-b.md": "# B\n\n[A](01-a.md)\n",
    "media/cup.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    folder = tmp_path / "courses" / "mine"
    for name, text in COURSE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def write(course: Path, output: Path) -> dict[str, str]:
    """Build everything and return each file's digest."""
    result = build(course, output, list(targets.targets()))
    assert not result.failed
    return {path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in output.rglob("*") if path.is_file()}


def test_the_same_source_gives_the_same_bytes(course: Path, tmp_path: Path) -> None:
    assert write(course, tmp_path / "one") == write(course, tmp_path / "two")


def test_output_is_named_after_the_folder(course: Path, tmp_path: Path) -> None:
    files = write(course, tmp_path / "out")
    assert {"mine/site/index.html", "mine/site/print.html", "mine/mine-print.html"} <= set(files)


def test_everything_the_page_refers_to_is_there(course: Path, tmp_path: Path) -> None:
    write(course, tmp_path / "out")
    site = tmp_path / "out/mine/site"
    index = (site / "index.html").read_text("utf-8")
    for name in re.findall(r'(?:src|href)="([^"#]+)"', index + (site / "print.html").read_text("utf-8")):
        assert (site / name).is_file(), name
    outline = next(site.glob("outline.*.js")).read_text("utf-8")
    for id, digest, *_ in json.loads(outline.removeprefix("tuokio.outline(").rstrip(")\n"))["modules"]:
        assert (site / "modules/en" / f"{id}.{digest}.js").is_file()


def test_a_second_build_removes_what_the_first_wrote_and_nothing_else(course: Path, tmp_path: Path) -> None:
    before = set(write(course, tmp_path / "out"))
    (tmp_path / "out/mine/site/notes.txt").write_text("mine", "utf-8")
    (course / "01-a.md").write_text("# A\n\nNew text\n", "utf-8")
    after = set(write(course, tmp_path / "out"))
    assert "mine/site/notes.txt" in after
    assert 1 == len([name for name in after if "/modules/en/a." in name])
    assert not any("media/" in name for name in after)
    assert any("media/cup" in name for name in before)


def test_a_ledger_from_elsewhere_deletes_nothing_outside_the_folder(course: Path, tmp_path: Path) -> None:
    site = tmp_path / "out/mine/site"
    site.mkdir(parents=True)
    mine = tmp_path / "out/mine/notes.txt"
    mine.write_text("mine", "utf-8")
    (site / ".tuokio.json").write_text(json.dumps(["../notes.txt", str(mine)]), "utf-8")
    write(course, tmp_path / "out")
    assert "mine" == mine.read_text("utf-8")


def test_a_build_that_breaks_off_leaves_the_old_course_whole(course: Path, tmp_path: Path) -> None:
    write(course, tmp_path / "out")
    site = tmp_path / "out/mine/site"
    old = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    with pytest.raises(KeyboardInterrupt), Folder(site) as folder:
        folder.add("course", ".js", "new")
        folder.put("index.html", "new")
        raise KeyboardInterrupt
    assert all(path.read_bytes() == data for path, data in old.items())
    write(course, tmp_path / "out")
    assert old.keys() <= {path for path in site.rglob("*") if path.is_file()}


def test_an_error_leaves_the_last_good_build_alone(course: Path, tmp_path: Path) -> None:
    files = write(course, tmp_path / "out")
    (course / "02-b.md").write_text("```quiz\nid: q2\n```\n", "utf-8")
    result = build(course, tmp_path / "out", ["site"])
    assert result.failed and not result.files
    assert files == {name: hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() for name in files}


def test_the_printable_page_needs_no_script_and_no_other_file(course: Path, tmp_path: Path) -> None:
    write(course, tmp_path / "out")
    page = (tmp_path / "out/mine/mine-print.html").read_text("utf-8")
    assert "<script" not in page and "stylesheet" not in page
    assert [] == [address for address in re.findall(r'(?:src|href)="([^"]*)"', page) if not address.startswith(("data:", "#"))]
    assert 'src="data:image/svg+xml;base64,' in page
    body = page[page.index("<body>") :]
    assert body.index("Which one?") < body.index("Answers") < body.index("So it is.")
    assert body.index("Answers") < body.index("Because.")
    assert "<input" not in body and "<button" not in body


def test_the_printable_page_admits_only_its_own_stylesheet(course: Path, tmp_path: Path) -> None:
    write(course, tmp_path / "out")
    page = (tmp_path / "out/mine/mine-print.html").read_text("utf-8")
    style = re.search(r"<style>(.*?)</style>", page, re.S)[1]
    assert f"sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}" in page


@pytest.mark.parametrize("text", ["</script>", "<!--", "<!-- <script>", "\u2028", "]]>", "\\u003c", "</"])
def test_no_text_can_break_out_of_a_script(text: str) -> None:
    script = to_script({"x": text})
    assert "</" not in script and "<!" not in script
    assert {"x": text} == json.loads(script)
