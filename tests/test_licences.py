"""What others wrote and Tuokio brings or needs, and under which licence: `builder/LICENCES.md`, held to what is installed."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.metadata import distribution

import pytest

from conftest import ROOT

TABLE = ROOT / "builder/LICENCES.md"
HEAD = """# Licences

What Tuokio is built on, and under which licence its makers give it, as their packages say. Written by `pytest tests/test_licences.py --accept`;
the test fails where this differs from what is installed, or where a licence is one that would ask something of courses or of firms.

"""
ALLOWED = re.compile(r"(?:MIT|MIT-0|MIT-CMU|ISC|0BSD|BSD(?:-[23]-Clause)?|Apache-2\.0|PSF-2\.0|MPL-2\.0|BlueOak-1\.0\.0|\(?(?:MIT|ISC|Apache-2\.0)(?: OR .*)?\)?)")
SPELT = {"PSFL": "PSF-2.0", "BSD License": "BSD", "MIT License": "MIT", "Apache Software License": "Apache-2.0"}
ONLY_BUILDERS = "only to build and test it"


def _python(requirement: str) -> tuple[str, str, str]:
    name = re.match(r"[\w.-]+", requirement)[0]
    about = distribution(name).metadata
    told = [line.rpartition("::")[2].strip() for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    given = about.get("License-Expression") or about.get("License") or next(iter(told), "")
    return name, distribution(name).version, SPELT.get(given, given)


def _node(name: str) -> tuple[str, str, str]:
    about = json.loads((ROOT / "builder/node_modules" / name / "package.json").read_text("utf-8"))
    return name, about["version"], about.get("license", "")


def _write() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    package = json.loads((ROOT / "builder/package.json").read_text("utf-8"))
    parts = {
        "Python, installed with Tuokio": [_python(one) for one in project["dependencies"]],
        f"Python, {ONLY_BUILDERS}": [_python(one) for one in project["optional-dependencies"]["test"]],
        "JavaScript, part of courses, packages and pages": [_node(one) for one in package["dependencies"]],
        f"JavaScript, {ONLY_BUILDERS}": [_node(one) for one in package["devDependencies"]],
    }
    return HEAD + "\n".join(f"## {title}\n\n| package | version | licence |\n|---|---|---|\n" + "".join(f"| {' | '.join(row)} |\n" for row in sorted(rows)) for title, rows in parts.items())


def test_the_licences_of_all_that_is_pinned_are_listed_and_ask_nothing_of_courses(request: pytest.FixtureRequest) -> None:
    text = _write()
    if request.config.getoption("--accept"):
        TABLE.write_text(text, "utf-8")
    assert TABLE.read_text("utf-8") == text
    rows = [line.split(" | ") for line in text.splitlines() if line.startswith("| ") and not line.startswith("| package")]
    assert [] == [row for row in rows if not ALLOWED.fullmatch(row[2].removesuffix(" |"))]
