"""The laws of grading (laws.ts), tried on the scripts that ship; and what is asked of every kind's cases and script."""

from __future__ import annotations

import gzip
import json
import subprocess
from functools import cache
from pathlib import Path

import pytest

from tuokio import blocks
from tuokio.blocks.question import Question
from tuokio.targets.bundle import ROOT as BUNDLE
from tuokio.targets.bundle import list_shared

BUILDER = Path(__file__).parents[2]
GRADED = {name: kind for name, kind in blocks.kinds().items() if (blocks.folder(name) / "cases.json").exists()}
"""Questions, and blocks that make some."""
QUESTIONS = {name: kind for name, kind in blocks.kinds().items() if issubclass(kind, Question) and (blocks.folder(name) / "play.ts").exists()}
LAWS = [
    "any answer scores a number from 0 to 1",
    "an answer without end is graded too",
    "grading remembers nothing and changes nothing",
    "only parts of the question are named",
    "what stays for the next try stays after it",
    "a full score leaves nothing to mend, and any other something",
    "what stays for the next try scores no less",
    "the order of an answer does not matter",
    "the author's order does not matter",
]


@cache
def try_all() -> dict[str, dict[str, str | None]]:
    """Try every law on every kind: by kind and law, what broke it; a law that is not its is left out."""
    trial = [{"name": name, "script": "".join((BUNDLE / f"{part}.js").read_text("utf-8") for part in (*list_shared(f"blocks/{name}"), f"blocks/{name}")), "gradable": getattr(kind, "gradable", True), "cases": json.loads((blocks.folder(name) / "cases.json").read_text("utf-8"))} for name, kind in GRADED.items()]
    bundle = ["node", "-e", "require('esbuild').buildSync({entryPoints: ['tuokio/blocks/laws.ts'], bundle: true, platform: 'node', write: false}).outputFiles.forEach((file) => process.stdout.write(file.text))"]
    laws = subprocess.run(bundle, cwd=BUILDER, capture_output=True, text=True, check=True).stdout
    done = subprocess.run(["node", "-"], input=f"globalThis.trial = {json.dumps(trial)};\n{laws}", cwd=BUILDER, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", GRADED)
@pytest.mark.parametrize("law", LAWS)
def test_grading_keeps_its_laws(law: str, name: str) -> None:
    if law in try_all()[name]:
        assert not try_all()[name][law]


@pytest.mark.parametrize("name", GRADED)
def test_no_law_of_a_kind_goes_unread(name: str) -> None:
    assert set(try_all()[name]) <= set(LAWS) and len(try_all()[name]) >= 5


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_kind_has_a_dozen_cases_and_each_says_something_else(name: str) -> None:
    says = [case["says"] for case in json.loads((blocks.folder(name) / "cases.json").read_text("utf-8"))["cases"]]
    assert len(says) >= 12
    assert len(says) == len(set(says))


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_kinds_script_weighs_at_most_3_kib(name: str) -> None:
    assert len(gzip.compress((BUNDLE / "blocks" / f"{name}.js").read_bytes(), 9)) <= 3 * 1024
