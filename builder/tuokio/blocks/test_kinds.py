"""Every kind's folder is whole: its example is clean, its faults give their frames, its cases their scores."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tuokio import blocks
from tuokio.build import prepare
from tuokio.targets.bundle import ROOT as BUNDLE
from tuokio.targets.bundle import list_shared

FOLDERS = [blocks.folder(kind) for kind in blocks.kinds()]
BROKEN = [path for folder in FOLDERS for path in sorted((folder / "broken").glob("*.md"))]
CASES = [(folder, case) for folder in FOLDERS if (folder / "cases.json").exists() for case in json.loads((folder / "cases.json").read_text("utf-8"))["cases"]]

GRADER = """
const { readFileSync } = require("node:fs");
const kinds = {};
globalThis.tuokio = { shared: {}, kind: (name, kind) => (kinds[name] = kind) };
const out = {};
for (const [name, scripts, cases] of JSON.parse(readFileSync(0, "utf8"))) {
  for (const script of scripts) (0, eval)(readFileSync(script, "utf8"));
  const { data, cases: all } = JSON.parse(readFileSync(cases, "utf8"));
  out[name] = all.map((one) => kinds[name].grade({ ...data, ...one.data }, one.response));
}
console.log(JSON.stringify(out));
"""


@cache
def grade_all() -> dict[str, list[dict[str, Any]]]:
    """Grade every case of every kind with the script that ships."""
    scripts = {folder.name: [str(BUNDLE / f"{part}.js") for part in (*list_shared(f"blocks/{folder.name}"), f"blocks/{folder.name}")] for folder in FOLDERS if (folder / "cases.json").exists()}
    order = [[name, parts, str(blocks.folder(name) / "cases.json")] for name, parts in scripts.items()]
    done = subprocess.run(["node", "-e", GRADER], input=json.dumps(order), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_example_of_a_kind_is_read_as_that_kind_without_a_finding(folder: Path) -> None:
    pages, findings = prepare(folder / "example.md")
    assert [] == findings
    assert folder.name in {block.kind() for module in pages.course.modules for block in module.blocks}


@pytest.mark.parametrize("source", BROKEN, ids=lambda path: f"{path.parent.parent.name}-{path.stem}")
def test_a_broken_block_gives_exactly_its_frame(source: Path, expect_frames: Callable[[Path], None]) -> None:
    expect_frames(source)


@pytest.mark.parametrize("folder, case", CASES, ids=lambda value: value["says"] if isinstance(value, dict) else value.name)
def test_a_response_is_graded_as_the_case_says(folder: Path, case: dict[str, Any]) -> None:
    number = [one["says"] for _, one in CASES if _ == folder].index(case["says"])
    told = {key: case[key] for key in ("score", "marks", "missed", "keep", "answers", "known") if key in case}
    graded = {key: grade_all()[folder.name][number].get(key) for key in told}
    for grade in (told, graded):
        grade["keep"] = sorted(grade["keep"])
    assert told == graded


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_answer_never_stands_in_the_html(folder: Path) -> None:
    pages, _ = prepare(folder / "example.md")
    assert "correct" not in pages.editions[0].pages[0].steps[0].html.replace('data-when="correct"', "").replace("autocorrect", "")


@pytest.mark.parametrize("folder", [folder for folder in FOLDERS if blocks.kinds()[folder.name].index == "own"], ids=lambda folder: folder.name)
def test_what_is_ones_own_weighs_nothing_and_is_no_answer(folder: Path) -> None:
    pages, _ = prepare(folder / "example.md")
    [page] = pages.editions[0].pages
    assert 0 == page.points
    assert not [item for step in page.steps for item in step.items.values() if "points" in item or "gate" in item]
    code = "".join(path.read_text("utf-8") for path in folder.glob("*.ts"))
    assert "record(" not in code and "data-item" not in (folder / "view.html").read_text("utf-8"), "all it says goes through `write`, which no export reads"
