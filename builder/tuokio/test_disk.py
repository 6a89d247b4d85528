"""Files that others hold: a course on disk is whole at every moment, and an author reads a sentence and no traceback."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tuokio import disk
from tuokio.build import build
from tuokio.cli import main

MODULE = "# A\n\nText\n"


class Held:
    """Windows, where another program has files open: what `names` says fails so many times, as it would there."""

    def __init__(self, names: str, times: int) -> None:
        self.names, self.times, self.refused = names, times, 0

    def around(self, act):
        def refuse_or_act(path, *rest, **more):
            target = rest[0] if rest else path
            if Path(target).match(self.names) and self.refused < self.times:
                self.refused += 1
                raise PermissionError(13, "The process cannot access the file", str(path), 32, str(target))
            return act(path, *rest, **more)

        return refuse_or_act


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "PAUSES", (0, 0, 0))


def files(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def course(tmp_path: Path) -> Path:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/01-a.md").write_text(MODULE, "utf-8")
    return tmp_path / "mine"


@pytest.mark.parametrize("name", ["index.html", ".tuokio.json", "*.js", "print.html"])
def test_a_file_held_for_a_moment_is_waited_for(name: str, course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held(name, 2)
    monkeypatch.setattr(os, "replace", held.around(os.replace))
    build(course, tmp_path / "out", ["site"])
    assert 2 == held.refused
    assert (tmp_path / "out/mine/site/index.html").is_file()
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("name", ["index.html", ".tuokio.json", "a.*.js", "print.html"])
def test_a_file_held_for_good_ends_in_a_sentence_and_the_old_course_is_whole(name: str, course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(course, tmp_path / "out", ["site"])
    site = tmp_path / "out/mine/site"
    old = files(site)
    (course / "01-a.md").write_text("# A\n\nNew text\n", "utf-8")
    with monkeypatch.context() as windows:
        windows.setattr(os, "replace", Held(name, 99).around(os.replace))
        result = run("build", course, "--output", tmp_path / "out", "--target", "site")
    assert 1 == result.exit_code and isinstance(result.exception, SystemExit)
    assert "Cannot write" in result.stderr and "Close the program" in result.stderr and ".part" not in result.stderr
    assert old["index.html"] == files(site)["index.html"] or name == "index.html"
    kept = {path: data for path, data in old.items() if path.endswith((".js", ".css"))}
    assert kept.items() <= files(site).items(), "every file the old page refers to is still there"
    assert not list(site.rglob("*.part"))
    build(course, tmp_path / "out", ["site"])
    fresh = tmp_path / "fresh"
    build(course, fresh, ["site"])
    assert files(fresh / "mine/site") == files(site), "the next build leaves nothing of the broken one"


def test_an_old_file_that_is_held_goes_with_the_next_build(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "out/mine/site"
    build(course, tmp_path / "out", ["site"])
    (old,) = site.glob("modules/en/*.js")
    (course / "01-a.md").write_text("# A\n\nNew text\n", "utf-8")
    with monkeypatch.context() as windows:
        windows.setattr(Path, "unlink", Held(old.name, 99).around(Path.unlink))
        assert not build(course, tmp_path / "out", ["site"]).failed
    assert old.is_file() and 2 == len(list(site.glob("modules/en/*.js")))
    build(course, tmp_path / "out", ["site"])
    assert not old.exists() and 1 == len(list(site.glob("modules/en/*.js")))


@pytest.mark.parametrize("claimed, left", [("mine", ["film.mp4.part"]), ("", ["film.mp4.part", "index.html.4711.part"]), ("..", ["film.mp4.part", "index.html.4711.part"])])
def test_what_a_killed_build_left_half_written_is_cleaned_up_and_nothing_else(claimed: str, left: list[str], course: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for name in ("mine/site/index.html.4711.part", "mine/site/film.mp4.part", ".cache/claim"):
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(claimed if name == ".cache/claim" else "half", "utf-8")
    build(course, out, ["site"])
    assert left == sorted(path.name for path in out.rglob("*.part"))


@pytest.mark.parametrize("ledger", ["", "{", "[]", "null", '[1, null, "", "a\\u0000b", "../../course.txt", "/course.txt"]'])
def test_a_ledger_that_is_damaged_is_written_anew(ledger: str, course: Path, tmp_path: Path) -> None:
    site = tmp_path / "out/mine/site"
    site.mkdir(parents=True)
    (site / ".tuokio.json").write_text(ledger, "utf-8")
    (tmp_path / "out/course.txt").write_text("mine", "utf-8")
    build(course, tmp_path / "out", ["site"])
    build(course, tmp_path / "fresh", ["site"])
    assert files(tmp_path / "fresh/mine/site") == files(site) and (tmp_path / "out/course.txt").is_file()


def test_fixing_a_file_that_is_held_ends_in_a_sentence_and_the_file_is_as_it_was(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (course / "01-a.md").write_text("## One\n\nText\n", "utf-8")
    monkeypatch.setattr(os, "replace", Held("*.md", 99).around(os.replace))
    result = run("check", "--fix", course)
    assert 1 == result.exit_code and "Cannot write" in result.stderr and "01-a.md" in result.stderr
    assert {"01-a.md": b"## One\n\nText\n"} == files(course)


def test_new_where_nothing_can_be_made_ends_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    result = run("new", tmp_path / "file" / "work")
    assert 1 == result.exit_code and "Cannot write" in result.stderr and "another place" in result.stderr


def test_a_path_that_is_too_long_gets_its_cure(course: Path, tmp_path: Path) -> None:
    result = run("build", course, "--output", tmp_path / ("o" * 300))
    assert 1 == result.exit_code and "too long" in result.stderr and "C:\\courses" in result.stderr


@pytest.mark.parametrize(
    "name, safe",
    [("con", "con_"), ("AUX.tar", "AUX_.tar"), ("nul .x", "nul_ .x"), ("com¹", "com¹_"), ("console", "console"), ("Syksy?.", "Syksy-"), ("a. .", "a"), ("...", "_"), ("ä" * 99, "ä" * 30), ("a:b*c", "a-b-c")],
)
def test_a_safe_name_is_one_that_windows_takes(name: str, safe: str) -> None:
    assert safe == disk.safe_name(name, 60)
