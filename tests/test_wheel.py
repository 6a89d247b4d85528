"""The package as a stranger gets it: packed, installed where there is no Node, used in a folder with an awkward name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path
from urllib.request import urlopen

import pytest

from browser import Browser
from browser.process import Process
from learner import check, choose, open_course, verdict
from tuokio.build import build
from tuokio.targets import targets

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "builder/tuokio"
LANGUAGES = ["en", "fi", "sv"]
WINDOWS = os.name == "nt"


def tracked(folder: Path) -> set[str]:
    """Return the files under a folder that are, or are about to be, in the repository."""
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=folder, capture_output=True, check=True)
    return {name for name in listed.stdout.decode().split("\0") if name and (folder / name).is_file()}


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Pack a source archive, and from nothing but that a wheel. Done in a copy: bundling here would pull the rug from under other tests."""
    here = tmp_path_factory.mktemp("packed")
    for name in tracked(ROOT):
        (here / "source" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, here / "source" / name)
    done = subprocess.run([sys.executable, "-m", "build", "--outdir", here / "dist", here / "source"], capture_output=True, text=True)
    assert 0 == done.returncode, done.stdout + done.stderr
    return next((here / "dist").glob("*.tar.gz")), next((here / "dist").glob("*.whl"))


class Installed:
    """A fresh environment that holds the wheel and what it depends on, with nothing else on the path: no Node, no compiler."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        venv.create(folder, with_pip=False)
        self.programs = folder / ("Scripts" if WINDOWS else "bin")
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {"PATH": str(self.programs), "PYTHONUTF8": "1"}
        self.python = str(self.programs / "python")
        pip = [sys.executable, "-m", "pip", "--python", self.python, "install", "--quiet", "--disable-pip-version-check", "--no-compile"]
        done = subprocess.run([*pip, wheel], env=self.environment, capture_output=True, text=True)
        assert 0 == done.returncode, done.stderr

    def run(self, *command: str, here: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run([self.programs / command[0], *command[1:]], cwd=here, env=self.environment, capture_output=True, encoding="utf-8")


@pytest.fixture(scope="module")
def installed(packed: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("installed") / "oma ympäristö", packed[1])


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as people name them."""
    folder = tmp_path_factory.mktemp("office") / "Työt & kurssit (Åsa)"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def workspaces(installed: Installed, office: Path) -> dict[str, Path]:
    """A new workspace in each language, checked and built by the installed command, by language."""
    made = {}
    for language in LANGUAGES:
        made[language] = office / f"uusi kurssi {language}"
        for command, here in ((["new", made[language].name, "--language", language], office), (["check"], made[language]), (["build"], made[language])):
            done = installed.run("tuokio", *command, here=here)
            assert (0, "") == (done.returncode, done.stderr), f"{command}: {done.stdout}{done.stderr}"
            assert command != ["check"] or "All is well." in done.stdout
    return made


def test_the_wheel_holds_what_courses_need_and_nothing_that_only_we_need(packed: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(packed[1]) as wheel:
        held = {name.removeprefix("tuokio/") for name in wheel.namelist() if name.startswith("tuokio/")}
    ours = {name for name in tracked(PACKAGE) if re.search(r"(^|/)(test_[^/]*\.py|(?:broken|samples|rules/cases)/.*|(?:typed\.)?cases\.json|(?:walks|ages)\.json|tree\.txt|[^/]*\.(ts|css))$", name)}
    bundles = {path.relative_to(PACKAGE).as_posix() for path in (PACKAGE / "bundle").rglob("*") if path.is_file()}
    assert bundles, "the browser side is not built here: make course"
    assert tracked(PACKAGE) - ours | bundles == held


def test_the_source_archive_holds_what_a_wheel_is_made_of(packed: tuple[Path, Path]) -> None:
    """That the wheel was packed from it shows that it is enough; here, that it is neither stale nor swollen."""
    with tarfile.open(packed[0]) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert {name for name in tracked(ROOT) if name.startswith("builder/")} <= held
    assert not [name for name in held if re.search(r"node_modules|/bundle/|\.venv|__pycache__", name)]


def test_an_installed_tuokio_builds_the_same_bytes_as_this_checkout(installed: Installed, office: Path, tmp_path: Path) -> None:
    """The handbook has a brand, a translation and every target, and shows each kind's example from inside the package."""
    course = "courses/handbook"
    done = installed.run("tuokio", "build", str(ROOT / course), "--target", "all", "--output", str(office / "output"), here=office)
    assert 0 == done.returncode, done.stdout + done.stderr
    assert not build(ROOT / course, tmp_path, list(targets())).failed
    name = Path(course).name
    ours, theirs = ({path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()} for folder in (tmp_path / name, office / "output" / name))
    assert set(ours) == set(theirs)
    assert [] == [path for path in ours if ours[path] != theirs[path]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_workspace_is_checked_and_built_in_every_language(language: str, workspaces: dict[str, Path]) -> None:
    (index,) = workspaces[language].glob("output/*/site/index.html")
    assert f'<html lang="{language}"' in index.read_text("utf-8")
    assert list(workspaces[language].glob("output/*/*-print.html"))


def test_a_learner_answers_the_first_question_of_a_new_course(workspaces: dict[str, Path], tmp_path: Path) -> None:
    (index,) = workspaces["fi"].glob("output/*/site/index.html")
    with Browser.launch("chromium", tmp_path / "profile") as browser:
        open_course(browser, index.as_uri(), "#/tervetuloa/ensimmaiset-sekunnit")
        choose(browser, "kadet-taynna", "Nyökkään ja sanon, että tulen ihan kohta.")
        check(browser, "kadet-taynna")
        assert "right" == verdict(browser, "kadet-taynna")
        assert [] == browser.console()


def test_the_installed_command_serves_a_new_workspace(installed: Installed, workspaces: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workspaces["sv"])
    server = Process(tmp_path / "log", str(installed.programs / "tuokio"), "serve", "--port", "0", **{**installed.environment, "PYTHONUNBUFFERED": "1"})
    try:
        port = server.number_in(server.log, r"at http://[\w.]+:(\d+)/")
        with urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
            assert '<html lang="sv"' in answer.read().decode()
    finally:
        server.kill()


def test_python_has_nothing_to_warn_of(installed: Installed, workspaces: dict[str, Path]) -> None:
    """Every warning an error, unclosed files and coming changes of Python included."""
    done = installed.run("python", "-W", "error", "-m", "tuokio", "build", here=workspaces["en"])
    assert (0, "") == (done.returncode, done.stderr)


@pytest.mark.parametrize(
    "command, unwanted",
    [
        (["--help"], "pydantic jinja2 markdown_it mdit_py_plugins yaml nh3 PIL coloraide fontTools babel slugify rich tornado livereload watchfiles segno asyncio json pkgutil"),
        (["build", "--fresh"], "PIL coloraide jellyfish fontTools rich tornado livereload watchfiles segno asyncio"),
    ],
    ids=["help", "build"],
)
def test_a_command_imports_no_library_it_has_no_use_for(command: list[str], unwanted: str, installed: Installed, workspaces: dict[str, Path]) -> None:
    done = installed.run("python", "-X", "importtime", "-m", "tuokio", *command, here=workspaces["en"])
    imported = set(re.findall(r"\| +(\w+)(?:\.[\w.]+)?$", done.stderr, re.M))
    assert {"click", "tuokio"} <= imported
    assert set() == imported & set(unwanted.split())
