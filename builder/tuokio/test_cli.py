"""The command as an author meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tuokio.cli import main

GOOD = "# A\n\nText\n"
BAD = "# A\n\n```quiz\nid: q\n```\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_single_markdown_file_builds(here: Path) -> None:
    (here / "note.md").write_text(GOOD, "utf-8")
    result = run("build", "note.md")
    assert 0 == result.exit_code, result.output
    assert (here / "output/note/site/index.html").is_file()
    assert (here / "output/note/note-print.html").is_file()


def test_exit_code_1_means_errors_and_says_what_to_do(here: Path) -> None:
    (here / "bad.md").write_text(BAD, "utf-8")
    for command in ("build", "check"):
        result = run(command, "bad.md")
        assert 1 == result.exit_code
        assert "bad.md:4:1" in result.output
    assert not (here / "output").exists()


def test_exit_code_2_means_the_command_was_used_wrongly(here: Path) -> None:
    assert 2 == run("build").exit_code
    assert 2 == run("build", "--target", "papyrus", "x.md").exit_code
    assert 2 == run("buidl").exit_code


def test_a_missing_course_is_a_finding(here: Path) -> None:
    result = run("build", "nowhere")
    assert 1 == result.exit_code
    assert "There is no such folder or file." in result.output


def test_without_a_name_all_courses_of_the_workspace_are_meant(here: Path) -> None:
    for name in ("one", "two"):
        (here / "courses" / name).mkdir(parents=True)
        (here / "courses" / name / "course.yaml").write_text(f"id: {name}\ntitle: {name}\n", "utf-8")
        (here / "courses" / name / "01-a.md").write_text(GOOD, "utf-8")
    assert 0 == run("build", "--target", "site").exit_code
    assert {"one", "two"} == {path.name for path in (here / "output").iterdir()} - {".cache"}


def test_findings_as_json_name_place_fault_and_cure(here: Path) -> None:
    (here / "bad.md").write_text(BAD, "utf-8")
    (finding,) = json.loads(run("check", "--format", "json", "bad.md").stdout)
    assert {"id": "no-kind", "severity": "error", "file": "bad.md", "line": 4, "column": 1} == {key: finding[key] for key in ("id", "severity", "file", "line", "column")}
    assert finding["message"] and finding["cure"]


def test_fix_says_what_it_added_and_leaves_json_alone(here: Path) -> None:
    (here / "a.md").write_text("## One\n\nText\n", "utf-8")
    result = run("check", "--fix", "--format", "json", "a.md")
    assert [] == json.loads(result.stdout)
    assert "Mended a.md in 1 place." in result.stderr
    assert "## One {#one}" in (here / "a.md").read_text("utf-8")


def test_many_hints_of_one_kind_are_told_once(here: Path) -> None:
    (here / "a.md").write_text("".join(f"## Step {n}\n\nText\n\n" for n in range(9)), "utf-8")
    output = run("check", "a.md").output
    assert 1 == output.count("[missing-id]")
    assert "and 8 more like this" in output and "9 hints." in output


@pytest.mark.parametrize("language", ["en", "fi", "sv"])
def test_a_new_workspace_builds_without_a_finding(here: Path, language: str) -> None:
    assert 0 == run("new", "work", "--language", language).exit_code
    (course,) = (here / "work/courses").iterdir()
    assert "All is well." in run("check", course).output
    assert 0 == run("build", course).exit_code
    config = (course / "course.yaml").read_text("utf-8")
    assert "-xxxx" not in config
    assert 2 == run("new", "work").exit_code, "a folder with something in it is never written into"


def test_two_new_courses_never_share_an_id(here: Path) -> None:
    run("new", "a")
    run("new", "b")
    assert (here / "a/courses/first/course.yaml").read_text("utf-8") != (here / "b/courses/first/course.yaml").read_text("utf-8")


def test_what_cannot_be_written_is_said_in_a_sentence(here: Path) -> None:
    (here / "a.md").write_text(GOOD, "utf-8")
    (here / "out").mkdir()
    (here / "out/a").write_text("in the way", "utf-8")
    result = run("build", "a.md", "--output", "out")
    assert 1 == result.exit_code
    assert "Cannot write" in result.stderr and "--output" in result.stderr


def test_two_courses_never_overwrite_each_other(here: Path) -> None:
    for folder in ("x/a", "y/a"):
        (here / folder).mkdir(parents=True)
        (here / folder / "1.md").write_text(GOOD, "utf-8")
    result = run("build", "x/a", "y/a")
    assert 2 == result.exit_code
    assert "would both be written" in result.output


def test_a_folder_of_markdown_under_courses_is_a_course(here: Path) -> None:
    (here / "courses/plain").mkdir(parents=True)
    (here / "courses/plain/1-a.md").write_text(GOOD, "utf-8")
    assert 0 == run("build").exit_code
    assert (here / "output/plain/site/index.html").is_file()


@pytest.mark.parametrize("encoding", ["cp1252", "cp437", "ascii", "utf-8", "cp65001"])
def test_a_console_without_our_letters_shows_what_it_can(here: Path, encoding: str) -> None:
    (here / "työ.md").write_text("Ä ✓ 😀 “x” [a](ö.md) ![k](media/漢字.png)\n\n## 漢字 e\u0301\n", "utf-8")
    env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    for style in ("text", "json"):
        done = subprocess.run([sys.executable, "-m", "tuokio", "check", "--format", style, "työ.md"], cwd=here, env=env, capture_output=True)
        assert 0 == done.returncode and b"Traceback" not in done.stderr
    assert any("ö.md" in finding["message"] for finding in json.loads(done.stdout.decode(encoding))), "a program gets every letter"


def test_marks_stand_under_the_fault_whatever_stands_before_it(here: Path) -> None:
    (here / "a.md").write_text("漢字 😀 a\u0308\t[x](no.md)\n", "utf-8")
    lines = run("check", "a.md").output.split("\n")
    row = next(number for number, line in enumerate(lines) if "^" in line)
    assert "漢字 😀 ä\t[x](no.md)" in lines[row - 1]
    assert "   | " + " " * 9 + "\t" + " " * 4 + "^" * 5 == lines[row]


def test_no_colour_where_none_is_wanted(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "bad.md").write_text(BAD, "utf-8")
    for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
        result = CliRunner(env=environment).invoke(main, ["check", "bad.md"], color=True)
        assert coloured == ("\x1b[" in result.output)


def test_two_courses_with_one_id_are_told_of(here: Path) -> None:
    for name in ("one", "two"):
        (here / "courses" / name).mkdir(parents=True)
        (here / "courses" / name / "course.yaml").write_text("title: T\nid: same\n", "utf-8")
        (here / "courses" / name / "01-a.md").write_text(GOOD, "utf-8")
    for command in ("check", "build"):
        result = run(command)
        assert 1 == result.output.count("[same-course-id]") and "two/course.yaml:2:5" in result.output
    assert "same-course-id" not in run("build", "courses/one").output


def test_words_are_written_in_a_language_we_speak_or_in_english_and_only_once(tmp_path: Path) -> None:
    for language, says in (("fi", 'start: "Aloita"'), ("pl", 'start: "Start"')):
        path = tmp_path / "words" / f"{language}.yaml"
        assert 0 == run("words", language, str(tmp_path)).exit_code
        assert says in path.read_text("utf-8")
        path.write_text(path.read_text("utf-8").replace(says, f"{says[:-1]}!\""), "utf-8")
        before = path.read_text("utf-8")
        assert "has every phrase" in run("words", language, str(tmp_path)).output
        assert before == path.read_text("utf-8"), "what was translated is left alone"
    assert "few:" in (tmp_path / "words/pl.yaml").read_text("utf-8"), "Polish has more plurals than English"
    assert 2 == run("words", "xq", str(tmp_path)).exit_code


def test_publishing_says_what_became_of_what_learners_did(here: Path) -> None:
    run("new", "shop")
    course = next((here / "shop/courses").iterdir())
    first = run("publish", course, "--output", "out")
    assert 0 == first.exit_code, first.output
    assert "Published version 1 of " in first.output and "Built out" in first.output.replace("\\", "/")
    assert "Nothing that learners learn has changed since version 1" in run("publish", course, "--output", "out").output
    (course / "09-new.md").write_text("---\nid: new-one\ntitle: New\n---\n\nText.\n", "utf-8")
    assert "This would be version 2" in run("publish", course, "--dry-run").output
    second = run("publish", course, "--output", "out")
    assert "Published version 2, after version 1, of " in second.output and "New: new-one" in second.output
    (course / "09-new.md").unlink()
    refused = run("publish", course, "--output", "out")
    assert 1 == refused.exit_code and "learners still have version 2" in refused.output and "retired: [new-one]" in refused.output


def test_one_course_at_a_time_is_published_and_only_a_whole_one(here: Path) -> None:
    for name in ("one", "two"):
        (here / "courses" / name).mkdir(parents=True)
        (here / "courses" / name / "course.yaml").write_text(f"title: T\nid: {name}\n", "utf-8")
        (here / "courses" / name / "1-a.md").write_text(GOOD, "utf-8")
    assert "tuokio publish courses/two" in run("publish").output
    assert 2 == run("publish", "courses/one/1-a.md").exit_code
    assert 0 == run("publish", "courses/one").exit_code
    assert (here / "courses/one/course.lock").is_file() and not (here / "courses/two/course.lock").exists()


WARNED = "---\nid: a\n---\n\n## One {#one}\n\n```quiz\nid: q\nquestion: What can prove a purchase here?\noptions:\n  - {text: A receipt, feedback: It names shop and day.}\n  - {text: 'All of the above', correct: true, feedback: Each of them does.}\n```\n"


def test_strict_counts_warnings_as_publishing_does(here: Path) -> None:
    (here / "a.md").write_text(WARNED, "utf-8")
    assert 0 == run("check", "a.md").exit_code
    assert 1 == run("check", "--strict", "a.md").exit_code


def test_github_gets_a_command_for_each_finding_with_its_place(here: Path) -> None:
    (here / "a, b.md").write_text(WARNED, "utf-8")
    result = run("check", "--format", "github", "a, b.md")
    assert "::warning file=a%2C b.md,line=12,col=12,endColumn=30,title=catch-all-option::This option tells nothing of its own. Write a real option, or mark several as `correct: true` and ask for all that fit." in result.output.split("\n")
    assert result.output.count("\n") == result.output.count("::warning ") + result.output.count("::notice "), "nothing else is printed, since GitHub would show it as it is"


def test_a_finding_is_explained_with_why_bad_and_good(here: Path) -> None:
    result = run("check", "--explain", "[catch-all-option]")
    assert 0 == result.exit_code
    assert all(part in result.output for part in ("Why:", "Bad:", "Good:", "Severity: warning"))
    assert "Did you mean `catch-all-option`?" in run("check", "--explain", "catch-al-option").output
    pageless = run("check", "--explain", "zzz")
    assert 2 == pageless.exit_code and "its message says what to do.\n" in pageless.output and len(pageless.output) < 300


def test_the_summary_says_what_to_mend_first(here: Path) -> None:
    (here / "a.md").write_text(WARNED.replace("id: q\n", "").replace("## One {#one}", "## One"), "utf-8")
    assert "Mend first: catch-all-option (1); until then nothing is published." in run("check", "a.md").output


def test_the_summary_names_the_page_of_what_is_worst(here: Path) -> None:
    (here / "a.md").write_text(WARNED, "utf-8")
    assert run("check", "a.md").output.endswith("\nTo read why: tuokio check --explain catch-all-option\n")
