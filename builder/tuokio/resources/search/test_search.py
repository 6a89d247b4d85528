"""The index: what is in it, what is not, and that it is the one MiniSearch would make. What it finds is asked of the browser's own code."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tuokio import blocks
from tuokio.build import prepare
from tuokio.page import Pages
from tuokio.resources.search.resource import WORD, collect, extract_text

HERE = Path(__file__).parent
BUILDER = HERE.parents[2]
ROOT = BUILDER.parent
LEAST = 0.9  # of what people type, how much leads to the right step among the first three


def open_course(path: Path) -> Pages:
    pages, findings = prepare(path)
    assert pages, findings
    return pages


def run_in_node(script: str, folder: Path, **given: Any) -> Any:
    """Run a script that may import from this folder; it has `given` and returns what can be JSON."""
    entry, bundle, data = folder / "entry.ts", folder / "entry.mjs", folder / "given.json"
    data.write_text(json.dumps(given), "utf-8")
    entry.write_text(f'import {{ readFileSync }} from "node:fs";\nimport MiniSearch from "minisearch";\nimport {{ Finder, split }} from {json.dumps(str(HERE / "finder.ts"))};\nimport {{ extractText }} from {json.dumps(str(HERE / "excerpt.ts"))};\nconst given = JSON.parse(readFileSync({json.dumps(str(data))}, "utf8"));\nvoid [MiniSearch, Finder, split, extractText];\nconsole.log(JSON.stringify(await (async () => {{ {script} }})()));\n', "utf-8")
    esbuild = "import('esbuild').then(({ buildSync }) => buildSync({ entryPoints: [process.argv[1]], outfile: process.argv[2], bundle: true, platform: 'node', format: 'esm', nodePaths: ['node_modules'] }))"
    subprocess.run(["node", "-e", esbuild, entry, bundle], cwd=BUILDER, check=True)
    return json.loads(subprocess.run(["node", bundle], capture_output=True, text=True, encoding="utf-8", check=True).stdout)


@pytest.fixture(scope="module")
def flagship() -> Pages:
    return open_course(ROOT / "courses/asiakaspalvelu")


@pytest.fixture
def written(tmp_path: Path) -> Pages:
    """A course with everything that must not be told, in words of its own."""
    course = tmp_path / "course"
    (course / "banks").mkdir(parents=True)
    (course / "course.yaml").write_text("id: c\ntitle: C\nlanguages: [en]\n", "utf-8")
    question = "id: {0}q\nquestion: Stem{0}, is it?\noptions:\n- {{text: Option{0}, correct: true, feedback: Feedback{0}}}\n- {{text: Other{0}}}\nhint: Hint{0}\nexplanation: Explanation{0}\n"
    steps = "".join(f"## Step {number} {{#s{number}}}\n\nProse{number}.\n\n" for number in range(4))
    (course / "01-m.md").write_text(f'---\nid: m\ntitle: Module\nwhy: "[Re](https://example.org)ason."\nobjectives: {{o: Aim}}\n---\nA ~~b~~ **bold**ly AT&T-like 1st.[^n]\n\n[^n]: Noted.\n\n```quiz\n{question.format("one")}```\n\nAfter.\n\n```quiz\ndraw: 1\nfrom: bank\n```\n\n{steps}', "utf-8")
    (course / "02-e.md").write_text(f"---\nid: e\ntitle: Last\nexam: {{draw: 1, from: bank}}\n---\nIntroduced.\n\n```quiz\n{question.format('two')}```\n", "utf-8")
    (course / "banks/bank.yaml").write_text("- " + question.format("three").strip().replace("\n", "\n  ") + "\n", "utf-8")
    return open_course(course)


def test_what_the_glossary_explains_is_text_in_the_index_as_in_the_browser(written: Pages, tmp_path: Path) -> None:
    course = tmp_path / "course"
    (course / "glossary.yaml").write_text("prose3: What is here.\n", "utf-8")
    pages = open_course(course)
    html = next(step.html for step in pages.editions[0].pages[0].steps if step.id == "s3")
    assert 'class="term"' in html and "Prose3." in extract_text(html)
    assert "prose3" in {term for term, _ in json.loads(collect(pages, pages.editions[0]))["index"]}
    assert [" ".join(extract_text(html).split())] == run_in_node("return given.pieces.map(extractText);", tmp_path, pieces=[html])


def test_stems_and_prose_are_in_the_index_and_nothing_that_answers_a_question_or_is_asked_in_an_exam(written: Pages) -> None:
    index = json.loads(collect(written, written.editions[0]))
    words = {term for term, _ in index["index"]}
    assert {"prose1", "stemone", "after", "boldly", "at", "like", "1st", "noted", "introduced", "module", "last", "reason", "aim"} <= words
    assert not [word for word in words if word.startswith(("option", "other", "feedback", "hint", "explanation", "stemtwo", "stemthree"))]
    assert not words & {"check", "your", "answer", "saved", "back"}, "what the player says is not the course's"
    assert ["m/start", "m/s0", "m/s1", "m/s2", "m/s3", "e/start", "e/exam"] == list(index["documentIds"].values())


@pytest.mark.parametrize("kind, known, secret", [("encounter", "Encounters at the counter", "You overslept"), ("scenario", "Four people wait", "This is the second time")])
def test_who_is_met_is_found_and_not_what_one_has_to_find_out(kind: str, known: str, secret: str, tmp_path: Path) -> None:
    html = prepare(blocks.folder(kind) / "example.md")[0].editions[0].pages[0].steps[0].html
    text = " ".join(extract_text(html).split())
    assert known in text and secret in html and secret not in text and "has been edited" not in text
    assert [text] == run_in_node("return given.pieces.map(extractText);", tmp_path, pieces=[html])


def test_a_course_of_a_few_steps_needs_no_search(tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text("id: c\ntitle: C\nlanguages: [en]\n", "utf-8")
    (tmp_path / "m.md").write_text("# M\n\nText.\n\n## Two {#two}\n\nText.\n", "utf-8")
    pages = open_course(tmp_path)
    assert collect(pages, pages.editions[0]) is None


def test_the_index_is_the_one_that_minisearch_makes_of_the_same_steps(flagship: Pages, tmp_path: Path) -> None:
    edition = flagship.editions[0]
    index = collect(flagship, edition)
    documents = []
    for page in edition.pages:
        for step in page.steps:
            first = step is page.steps[0]
            text = "" if step.id == "exam" else extract_text(step.html)
            documents.append({"id": f"{page.id}/{step.id}", "stored": step.title, "title": f"{page.title} {step.title}" if first else step.title, "text": " ".join((page.why, *page.objectives, text)) if first else text})
    assert all(WORD.search(document["text"]) for document in documents if not document["id"].endswith("/exam"))
    queries = ["kuitti", "asiakas saa", "palaute", "laki kauppa", "ei"]
    script = """
    const own = { fields: ["title", "text"], storeFields: ["stored"], tokenize: (text) => [...new Set(split(text))], processTerm: (term) => term };
    const made = new MiniSearch(own); made.addAll(given.documents);
    const read = MiniSearch.loadJS(JSON.parse(given.index), { ...own, storeFields: ["title"] });
    const find = (index) => given.queries.map((query) => index.search(query, { prefix: true }).map(({ id, score, match }) => [id, score.toFixed(6), match]).sort());
    return [find(made), find(read), made.termCount, read.termCount, made.toJSON().serializationVersion, JSON.parse(given.index).serializationVersion];
    """
    by_minisearch, by_us, *counts = run_in_node(script, tmp_path, index=index, documents=documents, queries=queries)
    assert by_minisearch == by_us
    assert all(by_us)
    assert counts[0] == counts[1]
    assert counts[2] == counts[3]


def test_the_browser_reads_a_steps_text_as_the_index_does(flagship: Pages, tmp_path: Path) -> None:
    handbook = open_course(ROOT / "courses/handbook")
    pieces = [step.html for pages in (flagship, handbook) for edition in pages.editions for page in edition.pages for step in page.steps]
    theirs = run_in_node("return given.pieces.map(extractText);", tmp_path, pieces=pieces)
    for html, text in zip(pieces, theirs, strict=True):
        assert " ".join(extract_text(html).split()) == " ".join(text.split())


def test_what_people_type_leads_to_the_right_step_of_the_flagship(flagship: Pages, tmp_path: Path) -> None:
    searched = json.loads((HERE / "cases.json").read_text("utf-8"))  # what people type, and the steps any one of which is right
    for edition in flagship.editions:
        wanted = searched[edition.language]
        script = "const finder = new Finder(given.index, [given.language]); return given.queries.map((query) => finder.find(query).found.slice(0, 3).map(({ module, step }) => `${module}/${step}`));"
        found = run_in_node(script, tmp_path, index=collect(flagship, edition), language=edition.language, queries=list(wanted))
        missed = [(query, first) for (query, steps), first in zip(wanted.items(), found, strict=True) if not set(first) & set(steps)]
        assert len(missed) <= (1 - LEAST) * len(wanted), f"{edition.language}: {missed}"
