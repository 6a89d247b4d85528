"""What one file holds: everything, once, and nothing that anybody else could have it do."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from tuokio.build import build
from tuokio.cli import main
from tuokio.finding import Severity
from tuokio.targets.container import Call, Text
from tuokio.targets.single import target
from tuokio.targets.single.document import Document

CUP = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'
COURSE = {
    "course.yaml": "id: c\ntitle: Course\nlanguages: [en, fi]\n",
    "01-a.md": "# A\n\nText ![cup](media/cup.svg) and [prices](media/prices.pdf).\n\n```quiz\nid: q\nstatement: Tea </script> is a plant.\ncorrect: true\nexplanation: It <!-- is.\n```\n",
    "01-a.fi.md": "# A suomeksi\n\nTekstiä ![kuppi](media/cup.svg)\n\n```quiz\nid: q\nstatement: Tee on kasvi.\nexplanation: On se.\n```\n",
    "media/cup.svg": CUP,
    "media/prices.pdf": "%PDF-1.4 prices",
}
WAITING = re.compile(r'<script type="([^"]+)" data-of="([^"]*)"([^>]*)>(.*?)</script>', re.S)


@pytest.fixture
def course(tmp_path: Path) -> Path:
    for name, text in COURSE.items():
        (tmp_path / "c" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "c" / name).write_text(text, "utf-8")
    return tmp_path / "c"


def read(course: Path, tmp_path: Path) -> str:
    result = build(course, tmp_path / "out", ["single"])
    assert not result.failed
    assert [tmp_path / "out/c/c.html"] == result.files == [path for path in (tmp_path / "out").rglob("*.html")]
    return result.files[0].read_text("utf-8")


def digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_only_what_came_with_it_may_run(course: Path, tmp_path: Path) -> None:
    page = read(course, tmp_path)
    policy = dict(part.split(" ", 1) for part in re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1].replace("&#39;", "'").split("; "))
    assert ("'none'", "'none'", "data: blob:", "blob:", "data:") == tuple(policy[one] for one in ("default-src", "connect-src", "img-src", "media-src", "font-src"))
    living = [text for attributes, text in re.findall(r"<script([^>]*)>(.*?)</script>", page, re.S) if "type=" not in attributes]
    waiting = WAITING.findall(page)
    assert {digest(text) for text in [*living, *(text for type, of, more, text in waiting if type == "text/plain" and text and "data-type" not in more)]} == set(policy["script-src"].split())
    assert {digest(text) for text in [*re.findall(r"<style>(.*?)</style>", page, re.S), *(text for type, _, _, text in waiting if type == "text/css")]} == set(policy["style-src"].split())
    assert not re.search(r' (?:style|on\w+)="', re.sub(r"<script.*?</script>", "", page, flags=re.S))


def test_nothing_leads_out_of_it_and_what_languages_share_is_there_once(course: Path, tmp_path: Path) -> None:
    page = read(course, tmp_path)
    waiting = WAITING.findall(page)
    addresses = re.findall(r' (?:src|href|srcset)="([^"]*)"', re.sub(r"<script.*?</script>", "", page, flags=re.S))
    assert [] == [address for address in addresses if not address.startswith(("#", "data:"))]
    outlines = [json.loads(text)[0] for _, of, more, text in waiting if 'data-call="outline"' in more]
    assert ["en", "fi"] == [outline["language"] for outline in outlines] and {""} == {outline["print"] for outline in outlines}

    files = {of: base64.b64decode(text).decode() for _, of, more, text in waiting if "data-type" in more}
    assert [CUP, COURSE["media/prices.pdf"]] == [files[name] for name in files], "in the order of the pages"
    named = {name for _, of, _, _ in waiting for name in of.split()}
    wanted = {name for outline in outlines for name in [*outline["later"], outline["questions"], outline["blocks"], outline["parcel"], *(f"modules/{outline['language']}/{row[0]}.{row[1]}.js" for row in outline["modules"])]}
    assert wanted <= named
    shared = next(of.split() for type, of, _, text in waiting if type == "text/plain" and "questions.en" in of)
    assert ["questions.en", "questions.fi"] == [name.rsplit(".", 2)[0] for name in shared]


def test_who_runs_no_script_reads_the_course_without_its_pictures(course: Path, tmp_path: Path) -> None:
    text = "".join(re.findall(r"<noscript>(.*?)</noscript>", read(course, tmp_path), re.S))
    assert "Save the file and open it in a browser" in text and "Tallenna tiedosto" in text
    assert text.index("[cup]") < text.index("Tea &lt;/script&gt; is a plant.") < text.index("It &lt;!-- is.")
    assert "<img" not in text and "media/" not in text and "<main" not in text


def test_one_that_mail_does_not_take_is_written_and_its_largest_files_are_named(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = build(course, tmp_path / "out", ["single"]).findings
    monkeypatch.setattr(target, "BUDGET", 200_000)
    monkeypatch.setattr(target, "NAMED", 1)
    (course / "media/prices.pdf").write_bytes(bytes(300_000))
    result = build(course, tmp_path / "out", ["single"])
    (found,) = [finding for finding in result.findings if finding not in before]
    assert ("large-single-file", Severity.WARNING, "course.yaml") == (found.id, found.severity, found.span.path.name)
    assert re.fullmatch(r"`c\.html` is 0\.\d MB, and mail takes 0\.2 MB at the most\. The largest in it: `prices\.pdf` \(0\.4 MB\)\.", found.message), found.message
    assert "--target site" in found.cure
    assert result.files[0].stat().st_size > 400_000


def test_what_no_browser_opens_is_refused_and_the_other_targets_are_said_to_be_built(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(target, "MOST", 10)
    result = CliRunner().invoke(main, ["build", str(course), "--fresh", "--target", "single", "--target", "print", "--output", str(tmp_path / "out")])
    assert 1 == result.exit_code
    assert f"Built {tmp_path / 'out/c/c-print.html'}" in result.output
    assert f"{course} was built, but not for single: mend the errors above first." in result.output


def test_a_build_that_breaks_off_leaves_the_old_file_whole(course: Path, tmp_path: Path) -> None:
    page = read(course, tmp_path)
    with pytest.raises(KeyboardInterrupt), Document(tmp_path / "out/c/c.html") as document:
        document.put("c.html", "half")
        raise KeyboardInterrupt
    assert page == (tmp_path / "out/c/c.html").read_text("utf-8")


def test_a_text_that_is_json_already_stays_a_text(tmp_path: Path) -> None:
    with Document(tmp_path / "x.html") as document:
        document.add("index", ".js", Call("data", ("en", "search", {"words": {}, "data": Text('{"a":"</script>"}')})))
    (_, of, more, text) = WAITING.search((tmp_path / "x.html").read_text("utf-8")).groups()
    assert ["en", "search", {"words": {}, "data": '{"a":"</script>"}'}] == json.loads(text)
