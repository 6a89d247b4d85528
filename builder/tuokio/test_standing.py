"""Whether all that a command would build is there already: told by what files are, never wrongly."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tuokio import standing
from tuokio.standing import Standing, recall

WORDS = ["build", "c"]
SOURCES = ["c", "themes"]
BUILT = {"c/a.md": "A", "c/media/cup.svg": "<svg/>", "themes/t/theme.yaml": "name: T", "output/c/site/index.html": "<p>"}
FILES = ["output/c/site/index.html"]


def edit(path: Path) -> None:
    path.write_text("B", "utf-8")


def edit_unseen(path: Path) -> None:
    """Change a byte and set the date back: only the file's own record of changes tells."""
    before = path.stat()
    path.write_bytes(bytes(reversed(path.read_bytes())))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def add_beside(path: Path) -> None:
    path.with_name("new.md").write_text("", "utf-8")


def rename(path: Path) -> None:
    path.rename(path.with_name("other.md"))


def note(words: list[str] = WORDS, sources: list[str] = SOURCES) -> None:
    Standing(words, "output", sources).note(["output/c"], FILES, "a finding")


@pytest.fixture
def remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A noted build of a course that was left alone for a while."""
    for name, text in BUILT.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(standing, "TICK", -(10**12))  # as if all had been written long ago
    note()


@pytest.mark.usefixtures("remembered")
def test_where_nothing_changed_a_build_tells_what_it_told_before() -> None:
    assert recall(WORDS) == (FILES, "a finding")


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("change", [edit, edit_unseen, add_beside, rename, Path.unlink])
@pytest.mark.parametrize("name", BUILT)
def test_a_build_no_longer_stands_when_any_file_changed_that_it_was_made_of_or_wrote(change: Callable[[Path], None], name: str) -> None:
    change(Path(name))
    assert recall(WORDS) is None


@pytest.mark.usefixtures("remembered")
def test_what_was_not_there_may_come() -> None:
    note(sources=[*SOURCES, "course.yaml"])
    assert recall(WORDS)
    Path("course.yaml").write_text("id: c", "utf-8")
    assert recall(WORDS) is None


@pytest.mark.usefixtures("remembered")
def test_a_link_that_leads_nowhere_hides_no_change() -> None:
    Path("c/.#a.md").symlink_to("somebody@somewhere")  # as Emacs marks what is being edited
    note()
    assert recall(WORDS) is not None
    edit(Path("c/a.md"))
    assert recall(WORDS) is None


@pytest.mark.usefixtures("remembered")
def test_where_a_folder_is_elsewhere_a_build_is_never_trusted() -> None:
    Path("c/media").rename("media")
    Path("c/media").symlink_to(Path("media").resolve())
    note()
    assert recall(WORDS) is None


@pytest.mark.usefixtures("remembered")
def test_another_command_is_another_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in (["build"], [*WORDS, "--target", "single"], ["build", str(tmp_path / "c")], [*WORDS, "--output", "elsewhere"]):
        assert recall(words) is None
    (tmp_path / "c" / "c").mkdir()
    monkeypatch.chdir(tmp_path / "c")
    assert recall(["build", "c", "--output", "../output"]) is None, "the same words mean another course in another place"


@pytest.mark.usefixtures("remembered")
def test_another_day_python_library_or_tuokio_builds_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "list_installed", lambda: ["another"])
    assert recall(WORDS) is None
    note()
    assert recall(WORDS)
    monkeypatch.setattr(standing.time, "strftime", lambda form: "2099-01-01")
    assert recall(WORDS) is None


@pytest.mark.usefixtures("remembered")
def test_a_build_begun_while_a_file_was_written_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "TICK", 2 * 10**9)
    edit(Path("c/a.md"))
    note()
    assert recall(WORDS) is None


@pytest.mark.usefixtures("remembered")
@pytest.mark.parametrize("harm", ["", "cut", "\0::\0" * 9])
def test_a_damaged_note_is_none(harm: str) -> None:
    (place,) = Path("output/.cache").glob("standing-*")
    place.write_text(place.read_text("utf-8")[:-9] if harm == "cut" else harm, "utf-8")
    assert recall(WORDS) is None


def test_the_command_tells_again_what_stands_and_loads_nothing_for_it(tmp_path: Path) -> None:
    for number, text in enumerate(("# A\n\nText.\n", "# A\n\nText without an id.\n")):
        folder = tmp_path / f"c{number}"
        folder.mkdir()
        (folder / "course.yaml").write_text(f"id: c{number}\ntitle: C\n" if not number else "title: C\n", "utf-8")
        (folder / "a.md").write_text(text, "utf-8")
        for path in folder.iterdir():
            os.utime(path, (10**9, 10**9))

    def build(course: str) -> subprocess.CompletedProcess[str]:
        watch = "import os, sys, tuokio.__main__ as command, tuokio.standing as standing\nstanding.TICK = -(10**12)\nos._exit = sys.exit\nsys.argv[1:] = ['build', %r]\ntry: command.main()\nfinally: print('click' in sys.modules, 'tuokio.build' in sys.modules, file=sys.stderr)"
        return subprocess.run([sys.executable, "-c", watch % course], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True)

    clean, told = [build("c0") for _ in range(2)], [build("c1") for _ in range(2)]
    assert clean[0].stdout == clean[1].stdout
    assert told[0].stdout == told[1].stdout
    assert "missing-id" in told[1].stdout or "no id" in told[1].stdout
    assert [one.stderr.split()[-2:] for one in (*clean, *told)] == [["True", "True"], ["False", "False"], ["True", "True"], ["True", "False"]]
