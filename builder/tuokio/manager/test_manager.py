"""The table is what `cases.json` says it is; `manager.test.ts` holds the browser to the same."""

from __future__ import annotations

import json
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from click.testing import CliRunner

from tuokio import words
from tuokio.cli import main
from tuokio.manager.arrivals import receive
from tuokio.manager.names import are_near, join_lists, read_names
from tuokio.manager.post import read_bytes
from tuokio.manager.roster import call_roll
from tuokio.manager.syllabus import Syllabus
from tuokio.manager.sheet import write_sheet

HERE = Path(__file__).parent
CASES = json.loads((HERE / "cases.json").read_text("utf-8"))
AINO, BROKEN = CASES["tables"][0]["texts"][0][1], next(case["texts"][0][1] for case in CASES["tables"] if case["troubles"])


@pytest.mark.parametrize("case", CASES["tables"], ids=lambda case: case["what"])
def test_the_table_is_as_the_cases_say(case: dict) -> None:
    arrivals = receive(map(tuple, case["texts"]), case["course"]["id"])
    assert case["troubles"] == [[one.source, one.reason, one.name, one.course] for one in arrivals.troubles]
    assert case["twice"] == arrivals.twice
    rows = call_roll(arrivals.sent, case["names"], Syllabus(**case["course"]), date.fromisoformat(case["today"]), due=case["due"], joined=case["joined"], troubles=arrivals.troubles)
    got = [{"name": row.name, "state": row.state, "day": row.day, "version": row.version, "passed": row.passed, "asked": row.asked, "again": row.again, "checks": len(row.checks), "notes": row.notes, "called": row.called, "near": row.near} for row in rows]
    assert case["rows"] == [{key: row[key] for key in wanted} for row, wanted in zip(got, case["rows"], strict=True)]
    if case["csv"]:
        assert case["csv"] == write_sheet(rows, words.phrases("fi", "manager").say, {"rules": "Säännöt; kaikki"})


@pytest.mark.parametrize("text, names", CASES["names"])
def test_names_are_read_off_whatever_is_pasted(text: str, names: list[str]) -> None:
    assert names == read_names(text)


@pytest.mark.parametrize("one, other, joined", CASES["lists"])
def test_a_list_that_is_given_again_makes_nobody_two(one: list[str], other: list[str], joined: list[str]) -> None:
    assert joined == join_lists(one, other)


@pytest.mark.parametrize("one, other, near", CASES["near"])
def test_names_that_may_be_one_persons_are_near(one: str, other: str, near: bool) -> None:
    assert near is are_near(one, other) is are_near(other, one)


def test_a_code_is_found_in_whatever_a_mail_program_makes_of_it() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Suoritus"
    mail.set_content(f"Hei äiti,\n\n{AINO}\n", cte="quoted-printable")
    assert "=\n" in mail.as_string() and AINO in read_bytes(mail.as_bytes())
    mail.set_content("Liitteenä.")
    mail.add_attachment(AINO.encode(), maintype="application", subtype="octet-stream", filename="suoritus.txt")
    assert AINO in read_bytes(mail.as_bytes())
    forwarded = EmailMessage()
    forwarded.set_content("Välitetty", cte="base64")
    forwarded.add_attachment(mail)
    assert AINO in read_bytes(forwarded.as_bytes())
    assert AINO in read_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + AINO.encode("utf-16-le"))
    assert AINO in read_bytes(b"\xff\xfe" + AINO.encode("utf-16-le"))


@pytest.fixture
def post(tmp_path: Path) -> Path:
    (tmp_path / "post").mkdir()
    (tmp_path / "post/aino.txt").write_text(AINO, "utf-8")
    (tmp_path / "post/matti.txt").write_text(BROKEN, "utf-8")
    (tmp_path / "names.csv").write_text("Nimi;Osasto\nMatti Meri;Myyjä\nAino Virtanen;Kassa\n", "cp1252")
    return tmp_path


def test_the_report_tells_who_is_done_and_what_does_not_count(post: Path) -> None:
    done = CliRunner().invoke(main, ["report", str(post / "post"), "--names", str(post / "names.csv"), "--due", "1.11.2026"], env={"COLUMNS": "160"})
    assert 0 == done.exit_code, done.output
    first, second = (line for line in map(str.strip, done.stdout.splitlines()) if line.startswith(("Aino", "Matti")))
    assert first.startswith("Matti Meri") and "Nothing received" in first
    assert "Done" in second and "2026-11-10" in second and "After the due date." in second
    assert "2: Done 1, Nothing received 1." in done.stdout
    assert "matti.txt" in done.stderr and "check code does not match" in done.stderr


def test_the_report_tells_of_a_name_that_is_on_the_list_twice(post: Path) -> None:
    (post / "names.csv").write_text("Aino Virtanen\nMatti Meri\nAino Virtanen\n", "utf-8")
    done = CliRunner().invoke(main, ["report", str(post / "post"), "--names", str(post / "names.csv"), "--csv"])
    assert [False, True] == ["On your list twice." in line for line in done.stdout.splitlines()[1:]]


def test_where_nothing_came_the_report_says_so(post: Path) -> None:
    (post / "empty").mkdir()
    bare = CliRunner().invoke(main, ["report", str(post / "empty")])
    assert (1, "") == (bare.exit_code, bare.stdout) and "No completions were found in " in bare.stderr and "empty" in bare.stderr
    listed = CliRunner().invoke(main, ["report", str(post / "empty"), "--names", str(post / "names.csv")], env={"COLUMNS": "160"})
    assert 1 == listed.exit_code and "2: Nothing received 2." in listed.stdout and "No completions were found" in listed.stderr
    (post / "empty/letter.txt").write_text("Hello!", "utf-8")
    other = CliRunner().invoke(main, ["report", str(post / "empty")])
    assert (1, "") == (other.exit_code, other.stdout) and "letter.txt: " in other.stderr and "No completions were found" in other.stderr


def test_a_file_that_cannot_be_read_is_told_of_and_stops_nothing(post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (post / "post/bella.txt").write_text("locked", "utf-8")
    (post / "post/gone.txt").symlink_to(post / "nowhere.txt")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "bella.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    done = CliRunner().invoke(main, ["report", str(post / "post")], env={"COLUMNS": "160"})
    assert 0 == done.exit_code and "1: Done 1." in done.stdout
    assert "bella.txt: It could not be read (Permission denied)." in done.stderr and "gone.txt: It could not be read (" in done.stderr


def test_the_report_as_a_sheet_is_nothing_but_the_sheet(post: Path) -> None:
    done = CliRunner().invoke(main, ["report", str(post / "post"), "--csv", "--language", "fi"])
    assert 0 == done.exit_code
    assert done.stdout_bytes.startswith("\ufeffNimi;Lähetetty nimellä;Tilanne;".encode()) and done.stdout_bytes.endswith(b"\r\n")
    assert done.stdout_bytes.count(b"\n") == done.stdout_bytes.count(b"\r\n") == 2


def test_what_a_name_holds_does_not_move_the_cursor(post: Path) -> None:
    from tuokio.record.parcel import pack

    content = CASES["tables"][0]
    (arrived,) = receive([("", AINO)], content["course"]["id"]).sent
    (post / "post/aino.txt").write_text(pack("completion", arrived.completion.model_dump(exclude_none=True) | {"name": "\x1b[2J[red]Eve"}), "utf-8")
    done = CliRunner().invoke(main, ["report", str(post / "post")])
    assert "\x1b" not in done.stdout and "[red]Eve" in done.stdout


def test_the_notice_is_the_same_in_every_language() -> None:
    texts = {path.stem: path.read_text("utf-8") for path in (HERE / "notice").glob("??.html")}
    assert set(words.SHIPPED) == set(texts)
    for sign in ("<h2>", "blank(", "<tr>", "{% block", "{% if"):
        assert 1 == len({text.count(sign) for text in texts.values()}), sign
