"""A case of one's own, written by filling in seven questions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tuokio.build import prepare
from tuokio.cli import main
from tuokio.finding import Severity


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language, name", [("en", "02-own-case.md"), ("fi", "02-oma-tapaus.md"), ("sv", "02-eget-fall.md")])
def test_a_case_comes_after_the_last_module_in_the_courses_language_and_plays_as_written(work: Path, language: str, name: str) -> None:
    run("new", ".", "--language", language)
    told = run("new-case")
    (case,) = work.glob(f"courses/*/{name}")
    course = case.parent.relative_to(work)
    assert 0 == told.exit_code, told.output
    assert told.output.endswith(f'  tuokio check "{course}"\n  tuokio serve "{course}"\n')
    assert "All is well." in run("check", course).output
    assert 0 == run("new-case", course).exit_code
    assert "All is well." in run("check", course).output, "two of them have ids of their own"
    assert 0 == run("build", course, "--target", "site").exit_code


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_whoever_writes_over_every_number_in_brackets_has_a_whole_conversation(work: Path, language: str) -> None:
    assert 0 == run("new-case", "case.md", "--language", language).exit_code
    text = (work / "case.md").read_text("utf-8")
    asked = re.findall(r"^ *# (\d)\. ", text, re.M)
    assert list("1234567") == asked
    assert asked == sorted(set(re.findall(r"\((\d)\) ", text)))
    filled = re.sub(r"^( +)\(\d\) .*", lambda match: f'{match[1]}Kuitti: "ei käy", sanoi hän – {match.start()} €.', text, flags=re.M)
    filled = re.sub(r": \(\d\) .*", ": Kuitti hukassa", filled)
    (work / "case.md").write_text(filled, "utf-8")
    pages, findings = prepare(work / "case.md")
    assert [] == [finding for finding in findings if finding.severity is not Severity.HINT]
    (block,) = pages.course.modules[0].blocks
    assert {"good", "mixed", "bad"} == {scene.end for scene in block.scenes.values() if scene.end}
    assert not re.search(r"\(\d\)", pages.editions[0].pages[0].steps[0].html)


def test_a_case_is_never_written_over_and_never_into_nowhere(work: Path) -> None:
    assert 0 == run("new-case", "queue").exit_code
    before = (work / "queue.md").read_text("utf-8")
    assert "\nid: queue\n" in before
    for name in ("queue", "queue.md"):
        told = run("new-case", name)
        assert 2 == told.exit_code and "is there already" in told.output
    assert before == (work / "queue.md").read_text("utf-8")
    assert 2 == run("new-case", "nowhere/case.md").exit_code
    assert not (work / "nowhere").exists()
