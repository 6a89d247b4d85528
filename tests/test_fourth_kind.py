"""A new kind is a new folder and no other edit: this test adds one and a learner answers it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from browser import Browser
from gallery import chromium
from learner import item, open_course, verdict

ROOT = Path(__file__).parent.parent


@chromium
def test_a_kind_added_as_a_folder_is_checked_built_answered_and_printed(tmp_path: Path, engine: str, launch: Callable[..., Browser]) -> None:
    builder = tmp_path / "builder"
    shutil.copytree(ROOT / "builder", builder, ignore=shutil.ignore_patterns("node_modules", "bundle", "__pycache__"))
    (builder / "node_modules").symlink_to(ROOT / "builder/node_modules")
    shutil.copytree(ROOT / "tests/fourth_kind", builder / "tuokio/blocks/howmany")
    (builder / "tuokio/blocks/howmany/__init__.py").touch()
    subprocess.run(["node", "bundle.mjs"], cwd=builder, check=True)

    def tuokio(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONPATH": str(builder)}
        return subprocess.run([sys.executable, "-m", "tuokio", *arguments], cwd=tmp_path, env=environment, capture_output=True, text=True)

    example = builder / "tuokio/blocks/howmany/example.md"
    assert "All is well." in tuokio("check", str(example)).stdout
    (tmp_path / "bad.md").write_text(example.read_text("utf-8").replace("how_many: 5", "how_many: -1"), "utf-8")
    assert "[less-than-nothing]" in tuokio("check", "bad.md").stdout
    assert 0 == tuokio("build", str(example)).returncode
    assert "<p>5</p>" in (tmp_path / "output/example/example-print.html").read_text("utf-8")

    browser = launch()
    open_course(browser, (tmp_path / "output/example/site/index.html").as_uri(), "#/example/start")
    question = item("example-howmany")
    browser.click(f"{question} .check")
    browser.wait("document.querySelector(arguments[0] + ' .message').textContent === 'Write a number first.'", question)
    browser.click(f"{question} input")
    browser.type("5")
    browser.press("Enter")
    browser.wait("document.querySelector(arguments[0] + ' .saved:not([hidden])')", question)
    assert "right" == verdict(browser, "example-howmany")
