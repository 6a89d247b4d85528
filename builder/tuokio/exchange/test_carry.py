"""`tuokio import` and `tuokio export` as an author types them."""

from __future__ import annotations

import shutil
import tracemalloc
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tuokio.build import prepare
from tuokio.cli import main
from tuokio.exchange import formats, original, picture, recognise
from tuokio.finding import Finding, Severity

GIFT = "::Kuitti:: Mitä kysyt ensin, kun kuitti on hävinnyt? {=Miten maksoit?#Korttimaksu löytyy järjestelmästä. ~Miksi se hävisi?#Älä syytä, sillä silloin asiakas lähtee.}\n\nSe on laki. {F#Moni luulee niin, koska kaupat lupaavat sen.#Se on kaupan lupaus, joten rajat ovat kaupan.}\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file of questions."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Kassan kysymykset.gift").write_text(GIFT, "utf-8")
    return tmp_path


@pytest.fixture
def work(desk: Path) -> Path:
    """A course beside it."""
    shutil.copytree(Path(__file__).parents[1] / "starter/fi", desk, dirs_exist_ok=True)
    return desk


def test_a_file_becomes_the_next_module_of_the_course_that_is_here_and_builds(work: Path) -> None:
    told = run("import", "Kassan kysymykset.gift")
    (module,) = work.glob("courses/*/02-kassan-kysymykset.md")
    assert 0 == told.exit_code, told.output
    assert f"Took over 2 questions into {module.relative_to(work)}." in told.output or f"into {module}." in told.output
    assert module.read_text("utf-8").startswith("---\nid: kassan-kysymykset\ntitle: Kassan kysymykset\n---\n\n```quiz\nid: kuitti\n")
    assert "All is well." in run("check").output
    assert 0 == run("import", "Kassan kysymykset.gift").exit_code
    assert list(work.glob("courses/*/03-kassan-kysymykset-2.md")), "a second time it stands beside the first"
    assert "All is well." in run("check").output, "with ids of its own"
    assert 0 == run("build", "--target", "site").exit_code


def test_a_bank_is_drawn_from_as_it_is(work: Path) -> None:
    assert 0 == run("import", "Kassan kysymykset.gift", "--bank").exit_code
    (bank,) = work.glob("courses/*/banks/kassan-kysymykset.yaml")
    course = bank.parent.parent
    (course / "02-koe.md").write_text("---\ntitle: Koe\nexam: {draw: 2, from: kassan-kysymykset, mastery: 50%}\n---\n\nKoe.\n", "utf-8")
    pages, findings = prepare(course)
    assert pages and 2 == len(pages.course.source.banks[0].blocks)
    assert [] == [finding for finding in findings if finding.severity is not Severity.HINT]


def test_nothing_is_written_over_and_nothing_into_nowhere(desk: Path) -> None:
    (desk / "here.md").write_text("mine", "utf-8")
    for into, says in (("here.md", "is there already"), ("nowhere/a.md", "There is no folder"), ("notes.docx", "ends in .md")):
        told = run("import", "Kassan kysymykset.gift", "--into", into)
        assert 2 == told.exit_code and says in told.output
    assert "mine" == (desk / "here.md").read_text("utf-8")
    assert 2 == run("import", "Kassan kysymykset.gift", "--format", "qti").exit_code


@pytest.mark.parametrize("data", [GIFT.encode("cp1252"), b"\xef\xbb\xbf" + GIFT.encode(), GIFT.encode("utf-16"), GIFT.replace("\n", "\r\n").encode(), GIFT.replace("\n", "\r").encode("cp1252")], ids=["windows-1252", "mark", "utf-16", "crlf", "cr"])
def test_however_a_program_saved_it_the_letters_are_right(desk: Path, data: bytes) -> None:
    (desk / "a.gift").write_bytes(data)
    assert 0 == run("import", "a.gift", "--into", "a.md").exit_code
    text = (desk / "a.md").read_text("utf-8")
    assert "question: Mitä kysyt ensin, kun kuitti on hävinnyt?" in text and "Älä syytä, sillä" in text and "Se on laki." in text


@pytest.mark.parametrize("encoding", ["ISO-8859-1", "windows-1252", "UTF-8", "utf-16"])
def test_xml_is_read_as_it_says_it_is_written(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?>\n<quiz><question type="truefalse"><name><text>Ä</text></name><questiontext><text>Hävikkiä – ”on” &auml;</text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>'
    findings: list[Finding] = []
    file = text.encode("cp1252" if encoding == "ISO-8859-1" else encoding)
    (entry,) = formats()["moodle"].read(file, Path("a.xml"), findings)
    assert "Hävikkiä – ”on” ä" == entry.data["statement"]
    assert [] == findings


def test_a_file_of_nothing_and_one_of_something_else_say_what_to_do(desk: Path) -> None:
    for name, data, says in (("a.gift", b"", "There is nothing in this file"), ("b.bin", b"\x00\x01\x02" * 99, "does not look like a file of questions"), ("c.gift", b"Only a text.\n\nAnd another.", "Took over 0 questions"), ("d.xml", b"<html><p>x</p></html>", "There is no question"), ("e.gift", b"\x00GIFT {", "no text file")):
        (desk / name).write_bytes(data)
        told = run("import", name, "--into", f"{name}.md")
        assert says in told.output, told.output
        assert (desk / f"{name}.md").exists() is (name == "c.gift")


def test_a_file_that_is_too_large_is_not_even_read(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(original, "LARGEST", 100)
    told = run("import", "Kassan kysymykset.gift", "--into", "a.md")
    assert 1 == told.exit_code and "huge-file" in told.output


def test_what_is_too_deep_too_long_or_too_much_is_bounded(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tuokio.exchange import carry

    findings: list[Finding] = []
    deep = b"<quiz>" + b"<a>" * 100_000
    tracemalloc.start()
    assert [] == list(formats()["moodle"].read(deep, Path("a.xml"), findings))
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    assert ["deep-nesting"] == [finding.id for finding in findings]
    findings.clear()
    assert 1 == len(list(formats()["gift"].read(b"Q {=" + b"x" * 100_000 + b" ~y}\n\nR {T}", Path("a.gift"), findings)))
    assert ["huge-question"] == [finding.id for finding in findings]
    monkeypatch.setattr(carry, "MOST", 1)
    told = run("import", "Kassan kysymykset.gift", "--into", "few.md")
    assert "Took over 1 question into" in told.output and "too-many-questions" in told.output


def test_pictures_land_in_media_under_names_of_their_own_and_show(work: Path) -> None:
    sample = Path(__file__).parent / "moodle/samples/kassa.xml"
    told = run("import", sample)
    assert "and 2 pictures into" in told.output
    (course,) = (path.parent for path in work.glob("courses/*/course.yaml"))
    assert 2 <= len(list((course / "media").glob("*-????????.png")))
    _, findings = prepare(course)
    assert [] == [finding for finding in findings if finding.severity is Severity.ERROR or "picture" in finding.id or "file" in finding.id]
    assert 0 == run("import", sample, "--bank").exit_code
    assert [] == [finding for finding in prepare(course)[1] if finding.severity is Severity.ERROR or "missing" in finding.id and "picture" in finding.message], "a bank's pictures are found too"


@pytest.mark.parametrize("name", ["../x.png", "..%2F..%2Fx.png", "%252e%252e/x.png", "/etc/x.png", "C:\\x.png", "a/../../x.png", "x\0.png"])
def test_no_name_leads_out(name: str) -> None:
    assert picture.leads_out(name)


@pytest.mark.parametrize("name", ["kuva 1.png", "con.png", "a%20b.png", "ä…ö.png", ".png", "x" * 400 + ".png"])
def test_any_other_name_becomes_one_that_every_disk_takes(name: str) -> None:
    import re

    assert not picture.leads_out(name)
    assert re.fullmatch(r"[a-z0-9-]{1,40}-[0-9a-f]{8}\.png", picture.name_picture(name, b"x", ".png"))


def test_a_course_goes_out_whole_and_what_does_not_is_told(work: Path) -> None:
    for style, suffix in (("gift", ".gift"), ("moodle", ".xml")):
        told = run("export", "--format", style, "--output", f"out{suffix}")
        assert 0 == told.exit_code and "into out" in told.output
        assert formats()[style] is recognise(f"out{suffix}", (work / f"out{suffix}").read_bytes())
    assert 2 == run("export", "--format", "table").exit_code
    assert 1 == run("export", work / "Kassan kysymykset.gift", "--format", "gift").exit_code


def test_an_export_does_not_tell_of_what_nobody_wrote(work: Path) -> None:
    run("import", "Kassan kysymykset.gift")
    (course,) = work.glob("courses/*")
    assert "confidence" not in run("export", course, "--format", "gift").output


def test_neither_way_says_that_nothing_is_published(desk: Path) -> None:
    (desk / "many.gift").write_text("Mikä? {=this ~that\n\nKuka? {~%0%a ~%0%b}\n\nMuu? {=*x* =y}\n\n" + GIFT, "utf-8")
    told = run("import", "many.gift", "--into", "a.md").output
    assert "3 warnings." in told and "Mend first" not in told and "published" not in told
    (desk / "b.md").write_text("# B\n\n```quiz\nblanks: Yksi [[a]] ja [[b]].\n```\n\n```quiz\nquestion: Mikä?\nhint: Mieti.\noptions: [{text: a, correct: true}, b]\n```\n", "utf-8")
    told = run("export", "b.md", "--format", "gift", "--output", "b.gift").output
    assert "[not-exported]" in told and "Mend first" not in told and "published" not in told
