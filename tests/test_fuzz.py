"""Whatever an author's files say, they get findings with a place and a cure, in little time. A sample: ten thousand are in tests/bench/fuzz.py."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="measures with signals and rusage")
@pytest.mark.parametrize("part", range(2))
def test_no_spoilt_course_breaks_anything(part: int, tmp_path: Path) -> None:
    from fuzz import complain
    from tuokio.kept import Kept

    kept = Kept()
    found = {number: told for number in range(part * 40, part * 40 + 40) if (told := list(complain(number, tmp_path / "course", kept, megabytes=4096)))}  # pytest's own memory is not the question
    assert {} == found
