"""Whole files as programs and people write them: what is written of each, and what is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tuokio.build import prepare
from tuokio.check.frame import frame, sort
from tuokio.exchange import recognise
from tuokio.exchange.carry import bring
from tuokio.finding import Severity

SAMPLES = sorted(path for path in Path(__file__).parent.glob("*/samples/*") if not path.name.endswith((".md", ".told")))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: f"{path.parent.parent.name}-{path.name}")
def test_a_file_is_written_as_an_author_would_and_what_is_lost_is_told(sample: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """`samples/NAME.md` is what was written, `samples/NAME.told` what was said. `pytest --accept` writes both; read them."""
    file = Path(shutil.copy(sample, tmp_path))
    format = recognise(file.name, file.read_bytes())
    assert sample.parent.parent.name == format.NAME.replace("-", "_")
    done = bring(file, tmp_path / "course.md", format, bank=False, into_folder=False)
    told = "\n\n".join(frame(finding, tmp_path) for finding in sort(done.findings)) + "\n"
    written = done.file.read_text("utf-8") if done.file else ""
    for path, text in ((sample.with_name(f"{sample.name}.told"), told), (sample.with_name(f"{sample.name}.md"), written)):
        if request.config.getoption("--accept"):
            path.write_text(text, "utf-8", newline="\n")
        assert path.read_text("utf-8") == text
    if done.file:
        _, findings = prepare(done.file)
        assert [] == [finding for finding in findings if finding.severity is Severity.ERROR], "what was taken over builds"
        assert not list(tmp_path.parent.glob("*secret*"))
