"""Builds that something happens to: the disk is full, the power goes, a share vanishes, two are at it at once. Long amounts: tests/bench/faulty.py."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from disks import KILL, STOP, Builder, Fault
from editions import Editions, read_output, write_course
from tuokio.build import build

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are forked")


@pytest.fixture(scope="module")
def builder() -> Iterator[Builder]:
    with Builder() as builder:
        yield builder


@pytest.fixture(scope="module")
def editions(builder: Builder, tmp_path_factory: pytest.TempPathFactory) -> Editions:
    return Editions(tmp_path_factory.mktemp("editions"), builder, ["site", "single", "scorm12"])


@pytest.mark.parametrize("how, share", [(KILL, 0.1), (KILL, 0.75), (KILL, 0.97), ("ENOSPC", 0.8), ("EROFS", 0.0)])
def test_a_build_that_is_killed_or_has_no_room_leaves_a_whole_course_and_the_next_one_no_trace_of_it(how: str, share: float, editions: Editions) -> None:
    assert editions.moments > 100
    assert [] == editions.fail(how, 1 + int(share * editions.moments))


@pytest.mark.parametrize("how, at", [("EIO", 5), ("ENOENT", 40), ("ESTALE", 120), ("EACCES", 200)])
def test_a_share_that_vanishes_ends_in_a_finding_and_the_course_that_was_built_is_as_it_was(how: str, at: int, editions: Editions) -> None:
    assert [] == editions.vanish(how, at)


def test_who_builds_into_the_same_folder_waits_and_both_come_to_a_good_end(builder: Builder, editions: Editions) -> None:
    editions.restore()
    assert 0 > editions.build(2, Fault(STOP, editions.moments // 2, str(editions.output))).code
    write_course(editions.folder, 3)
    other = subprocess.Popen([sys.executable, "-m", "tuokio", "build", editions.course, *(f"--target={target}" for target in editions.targets), "--output", editions.output], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert "goes on when they are done" in other.stderr.readline()
    assert 0 == builder.resume().code
    assert ("", 0) == (other.communicate()[1], other.returncode)
    assert editions.clean[3] == read_output(editions.output)


def test_a_large_film_passes_in_pieces(builder: Builder, tmp_path: Path) -> None:
    course = write_course(tmp_path)
    small = builder.build(course, tmp_path / "output", targets=["site"])
    film = course / "media/film.mp4"
    os.truncate(film, 100_000_000)
    large = builder.build(course, tmp_path / "output", targets=["site"])
    assert 0 == large.code and [100_000_000] == [path.stat().st_size for path in (tmp_path / "output").rglob("*.mp4")]
    assert large.memory - small.memory < 20_000_000


def test_what_is_no_ordinary_file_is_told_of_and_not_waited_for(builder: Builder, tmp_path: Path) -> None:
    course = write_course(tmp_path)
    os.mkfifo(course / "04-pipe.md")
    (course / "05-round.md").symlink_to("05-round.md")
    (course / "06-endless.md").symlink_to("/dev/zero")
    (course / "07-nowhere.md").symlink_to("gone.md")
    (course / "08-large.md").touch()
    os.truncate(course / "08-large.md", 500_000_000)
    (course / "media/cup.svg").unlink()
    (course / "media/cup.svg").symlink_to("cup.svg")
    os.mkfifo(course / "course.lock")
    done = builder.build(course, tmp_path / "output", targets=["site"])
    assert 1 == done.code and "Traceback" not in done.told
    named = {f"{id} {file}" for id, file in re.findall(r"\[([\w-]+)\]\n  --> \S+/([\w.-]+):", done.told)}
    assert {"unreadable-file 04-pipe.md", "unreadable-file 05-round.md", "file-outside-course 06-endless.md", "unreadable-file 07-nowhere.md", "huge-file 08-large.md"} <= named
    assert done.memory < 400_000_000


NAMES = ["01-Ääkköset ja väli.md", "02-日本語の店.md", "03-حساب.md", "04-קופה.md", "05-🎂.md", "06-#50%25&?.md", "07-" + "ä" * 124 + ".md", "08-a\u0308.md", "09-Кассир.md", "10-ราคา.md", "11-'quote\".md", "12-a\\b.md"]


def test_names_in_every_script_make_a_course_whose_every_link_leads_somewhere(tmp_path: Path) -> None:
    course = tmp_path / "Työt #1 100% & 日本 קופה 🎂"
    (course / "media").mkdir(parents=True)
    for number, name in enumerate(NAMES):
        picture = f"{name.removesuffix('.md')[:60]}.svg"
        (course / "media" / picture).write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>', "utf-8")
        (course / name).write_text(f"# Module {number}\n\nSome text.\n", "utf-8")
    done = build(course, tmp_path / "ulos #2 100%", ["site", "print", "single", "scorm12"])
    assert not done.failed and 4 == len(done.files) and all(file.is_file() for file in done.files)
    site = next(file.parent for file in done.files if file.name == "index.html")
    assert len(NAMES) == len(list(site.glob("modules/*/*.js")))
    led = 0
    for page in [*site.glob("*.html"), *site.parent.glob("*.html")]:
        for address in re.findall(r'<(?:a|link|script|img)\b[^>]*? (?:href|src)="([^"]+)"', page.read_text("utf-8")):
            parts = urlsplit(address.replace("&amp;", "&"))
            if not parts.scheme and parts.path:
                led += 1
                assert (page.parent / unquote(parts.path)).is_file(), f"{page.name}: {address}"
    assert led > 10


def test_neither_process_nor_place_nor_time_changes_a_byte(tmp_path: Path) -> None:
    made = []
    for number, own in enumerate(({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}, {"PYTHONHASHSEED": "77", "TZ": "America/Adak", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"})):
        folder = tmp_path / ("here" if number else "there and elsewhere")
        course = write_course(folder)
        for path in sorted(course.rglob("*"), reverse=bool(number)):
            os.utime(path, (number * 4e9, number * 4e9))
        if number:  # the same files, made in another order
            shutil.copytree(course, folder / "again", copy_function=shutil.copy)
            shutil.rmtree(course)
            for path in sorted((folder / "again").rglob("*"), reverse=True):
                if path.is_file():
                    (course / path.relative_to(folder / "again")).parent.mkdir(parents=True, exist_ok=True)
                    shutil.move(path, course / path.relative_to(folder / "again"))
        done = subprocess.run([sys.executable, "-m", "tuokio", "build", course, "--fresh", "--target=site", "--target=scorm12", "--output", folder / "output"], cwd=folder, env={**os.environ, **own}, umask=0o77 if number else 0o22, capture_output=True)
        assert 0 == done.returncode, done.stderr
        made.append(read_output(folder / "output"))
    assert made[0].keys() == made[1].keys()
    assert [] == [name for name in made[0] if made[0][name] != made[1][name]]
