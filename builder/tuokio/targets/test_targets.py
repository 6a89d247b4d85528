"""What a build leaves on disk."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tuokio import blocks, targets, words
from tuokio.build import build
from tuokio.targets import bundle
from tuokio.targets.folder import Folder
from tuokio.targets.container import to_script

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


BANKS = {
    "course.yaml": "id: c\ntitle: Course\nlanguages: [en, fi]\n",
    "01-a.md": "---\ntitle: A\nobjectives: {know: You know.}\n---\n\nText.\n\n```quiz\nid: d\ndraw: 2\nfrom: tools\ntags: [hand, saw]\n```\n",
    "01-a.fi.md": "---\ntitle: A fi\n---\n\nTekstiä.\n\n```quiz\nid: d\n```\n",
    "02-b.md": "---\ntitle: B\nexam: {draw: 1, from: [tools, more], mastery: 80%, attempts: 3, feedback: during, minutes: 20}\n---\n\n```quiz\nid: own\nobjective: know\nstatement: S\ncorrect: true\nexplanation: E\n```\n",
    "banks/tools.yaml": "".join(f"- {{id: t{n}, tags: hand, statement: Tool {n}, correct: true, explanation: E}}\n" for n in (2, 1)),
    "banks/tools.fi.yaml": "- {id: t1, statement: Työkalu, explanation: E}\n- {id: t2, statement: Toinen, explanation: E}\n",
    "banks/more.yaml": "- {id: m, statement: More, correct: false, explanation: E}\n",
    "banks/spare.yaml": "- {id: s, statement: Spare, correct: true, explanation: E}\n",
}


def test_banks_are_scripts_of_their_own_and_modules_say_which_they_need(tmp_path: Path) -> None:
    for name, text in BANKS.items():
        (tmp_path / "c" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "c" / name).write_text(text, "utf-8")
    result = build(tmp_path / "c", tmp_path / "out", ["site", "print"])
    assert not result.failed
    site = tmp_path / "out/c/site"

    def registered(pattern: str) -> tuple[Path, list[Any]]:
        path = next(site.glob(pattern))
        arguments = path.read_text("utf-8").partition("(")[2].removesuffix(")\n")
        return path, json.loads(f"[{arguments}]")

    (_, [fi]), (_, [en]) = registered("outline.fi.*.js"), registered("outline.en.*.js")
    assert {"tools": "fi", "more": "en"} == {name: language for name, (_, language) in fi["banks"].items()}
    assert {"tools": "en", "more": "en"} == {name: language for name, (_, language) in en["banks"].items()}
    assert {f"banks/{language}/{name}.{digest}.js" for name, (digest, language) in (*fi["banks"].items(), *en["banks"].items())} == {path.relative_to(site).as_posix() for path in site.glob("banks/*/*.js")}

    _, [language, name, bank] = registered("banks/en/tools.*.js")
    assert ("en", "tools", ["t2", "t1"]) == (language, name, list(bank["items"]))
    assert {"kind": "truefalse", "correct": True, "tags": ["hand"]}.items() <= bank["items"]["t1"].items()
    assert 'id="@/t1"' in bank["items"]["t1"]["html"] and bank["items"]["t1"]["rev"]
    _, [_, _, bank] = registered("banks/fi/tools.*.js")
    assert ["t2", "t1"] == list(bank["items"]) and "Työkalu" in bank["items"]["t1"]["html"]

    _, [_, _, module] = registered("modules/en/a.*.js")
    assert ["tools"] == module["banks"] and "exam" not in module
    drawn = module["steps"][0]["items"]["d"]
    assert {"kind": "draw", "draw": 2, "from": ["tools"], "tags": ["hand", "saw"], "points": 2, "gate": False, "rev": drawn["rev"]} == drawn
    assert 'data-draw="d"' in module["steps"][0]["html"]
    _, [_, _, translated] = registered("modules/fi/a.*.js")
    assert {"d": drawn} == translated["steps"][0]["items"], "a draw is the same in every language"

    _, [_, _, module] = registered("modules/en/b.*.js")
    assert ["tools", "more"] == module["banks"]
    assert [("exam", "Exam", {})] == [(step["id"], step["title"], step["items"]) for step in module["steps"]]
    own = module["exam"].pop("own")
    assert {"draw": 1, "from": ["tools", "more"], "mastery": 0.8, "attempts": 3, "feedback": "during", "minutes": 20, "points": 2, "objectives": {"know": "You know."}, "homes": {"know": "a"}} == module["exam"]
    assert {"kind": "truefalse", "correct": True, "objective": "know"}.items() <= own["own"].items() and "html" in own["own"]

    paper = (site / "print.html").read_text("utf-8")
    assert paper.index("Tool 2") < paper.index("Tool 1") and "Spare" not in paper and "Tool 2" in paper[paper.index('id="/b/exam"') :]
    ids = re.findall(r' id="([^"]+)"', paper)
    assert len(ids) == len(set(ids))


def test_a_course_without_banks_says_nothing_of_them(course: Path, tmp_path: Path) -> None:
    write(course, tmp_path / "out")
    site = tmp_path / "out/mine/site"
    assert not (site / "banks").exists()
    assert not any('"banks"' in path.read_text("utf-8") for path in (*site.glob("outline.*.js"), *site.glob("modules/**/*.js")))


def test_a_second_build_removes_what_the_first_wrote_and_nothing_else(course: Path, tmp_path: Path) -> None:
    before = set(write(course, tmp_path / "out"))
    (tmp_path / "out/mine/site/notes.txt").write_text("mine", "utf-8")
    (course / "01-a.md").write_text("# A\n\nNew text\n", "utf-8")
    after = set(write(course, tmp_path / "out"))
    assert "mine/site/notes.txt" in after
    assert 1 == len([name for name in after if "/modules/en/a." in name])
    assert not any("site/media/" in name for name in after)
    assert any("site/media/cup" in name for name in before)


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


def test_an_outline_has_every_phrase_that_scripts_say_and_none_that_only_views_do() -> None:
    package = Path(blocks.__file__).parents[1]
    code = "".join(path.read_text("utf-8") for room in ("blocks", "player", "resources") for path in (package / room).rglob("*.ts") if path.stem != "interaction")  # what platforms are told is no phrase
    phrases = words.phrases("en", "blocks", *(f"blocks/{kind}" for kind in blocks.kinds())).texts
    picked = bundle.pick_spoken(phrases, SimpleNamespace(kinds=[*blocks.kinds()], examines=True, draws=True))
    assert set() == {key for key in phrases if re.search(rf"say\(\s*['\"`]{key}['\"`]|[?:] \"{key}\"", code)} - set(picked)
    assert {"mark-right", "verdict-partly", "force-law"} <= set(picked), "those put together of two parts"
    assert {"rule-hold", "encounter-how-1"}.isdisjoint(picked)


def test_what_answers_are_to_a_platform_comes_only_where_it_is_asked_for_and_after_what_it_is_made_of() -> None:
    pages = SimpleNamespace(kinds=["open", "text", "truefalse"], examines=False, draws=False)
    without, told = bundle.questions(pages), bundle.questions(pages, interactions=True)
    assert "tuokio.interaction(" not in without and told.startswith(without)
    assert ["text", "truefalse"] == re.findall(r'tuokio\.interaction\("(\w+)"', told), "none of own words"
    assert told.index("tuokio.shared.interaction=") < told.index('tuokio.interaction("text"')
    assert 1 == told.count("tuokio.shared.spelling=")
    assert "" == bundle.questions(SimpleNamespace(kinds=["details"], examines=False, draws=False), interactions=True)
