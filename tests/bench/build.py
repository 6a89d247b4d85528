"""What builds cost, in floors: prints a table. For systems with `os.wait4`.

    .venv/bin/python tests/bench/build.py [--sizes 10 100 1000] [--rounds 3]

The floor (floor.py) is a whole Python process that only reads the same modules and renders them with the same parser. Both are
run in turns, and a ratio is that of one turn, so that a busy machine slows both alike. CPU is user and system time of the
process. Every build is cold: no output, no kept pictures. Last, in a process of its own, a rebuild after one edit where all else is kept.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from corpus import Module, write_course

FLOOR = Path(__file__).with_name("floor.py")
IMPORTS = "import click, tuokio.build, tuokio.targets; tuokio.targets.targets()"
RATIO, GROWTH, MEMORY = 3.0, 9.0, 150  # what we promise of 1,000 modules: floors, times from 100 to 1,000, MB


class Cost(NamedTuple):
    """What a process took."""

    cpu: float  # seconds
    memory: float  # MB, at its peak; this process must stay smaller, for a child begins with its parent's peak


def run(*arguments: object, output: Path) -> Cost:
    """Run Python with arguments, and the output removed, and return what it took."""
    shutil.rmtree(output, ignore_errors=True)
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([sys.executable, *map(str, arguments)], stdout=said, stderr=said, env=os.environ | {"PYTHONDONTWRITEBYTECODE": ""})  # who installs Tuokio has it compiled
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode()
    if process.returncode or "warning:" in text or "hint:" in text:
        sys.exit(f"{arguments} had this to say:\n{text}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))


def compare(here: Path, size: int, rounds: int) -> tuple[Sequence[Cost], Sequence[Cost]]:
    """Run the floor and a build in turns."""
    course, output = here / f"modules-{size}", here / "output"
    write_course(course, size)
    pairs = [(run(FLOOR, course, output=output), run("-m", "tuokio", "build", course, "--output", output, output=output)) for _ in range(rounds)]
    return tuple(zip(*pairs, strict=True))


def rebuild(course: Path, edits: int = 7) -> None:
    """Build once and then after each of some edits of one module, and print the CPU seconds of each."""
    from tuokio.build import build
    from tuokio.kept import Kept

    kept, module = Kept(), Module(len(list(course.glob("*.md"))) // 2)
    for number in range(edits + 1):
        module.write(course, f"edit-{number}")
        start = time.process_time()
        assert not build(course, course.parent / "rebuilt", ["site", "print"], kept=kept).findings
        print(time.process_time() - start)


def main() -> None:
    """Write the courses, take the turns, print the table."""
    options = argparse.ArgumentParser()
    options.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    options.add_argument("--rounds", type=int, default=3, help="of the greatest size; smaller ones get more")
    options.add_argument("--rebuild", type=Path, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.rebuild:
        return rebuild(given.rebuild)
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "empty").mkdir()
        run("-c", IMPORTS, output=here / "output")  # writes what Python keeps of sources
        bare = [(run(FLOOR, here / "empty", output=here / "output"), run("-c", IMPORTS, output=here / "output")) for _ in range(5)]
        none = [median(cost.cpu for cost in costs) for costs in zip(*bare, strict=True)]
        rows = {size: compare(here, size, given.rounds + 2 * sum(other > size for other in given.sizes)) for size in sorted(given.sizes)}
        again = subprocess.run([sys.executable, __file__, "--rebuild", here / f"modules-{max(rows)}"], capture_output=True, text=True, check=True).stdout.split()
    print(f"{'modules':>8} {'floor':>9} {'tuokio build':>13} {'ratio':>7} {'(range)':>12} {'peak memory':>12} {'rounds':>7}")
    print(f"{'imports':>8} {none[0]:>7.2f} s {none[1]:>11.2f} s {none[1] / none[0]:>7.2f} {'':>12} {median(cost.memory for _, cost in bare):>9.0f} MB {len(bare):>7}")
    for size, (floors, builds) in rows.items():
        ratios = [built.cpu / floor.cpu for floor, built in zip(floors, builds, strict=True)]
        spread = f"({min(ratios):.2f}-{max(ratios):.2f})"
        print(f"{size:>8} {median(c.cpu for c in floors):>7.2f} s {median(c.cpu for c in builds):>11.2f} s {median(ratios):>7.2f} {spread:>12} {median(c.memory for c in builds):>9.0f} MB {len(ratios):>7}")
    print()
    judge(rows, [float(seconds) for seconds in again])


def judge(rows: dict[int, tuple[Sequence[Cost], Sequence[Cost]]], again: Sequence[float]) -> None:
    """Print what is promised of 1,000 modules beside what was seen."""
    most = max(rows)
    floors, builds = rows[most]
    lines = []
    if most == 1000:
        lines.append(("CPU at 1000 modules, in floors", median(built.cpu / floor.cpu for floor, built in zip(floors, builds, strict=True)), RATIO))
        lines.append(("peak memory at 1000 modules, MB", median(cost.memory for cost in builds), MEMORY))
    if {100, 1000} <= rows.keys():
        floor_growth, growth = (median(cost.cpu for cost in rows[1000][of]) / median(cost.cpu for cost in rows[100][of]) for of in (0, 1))
        lines.append((f"growth of CPU from 100 to 1000 modules (the floor's is {floor_growth:.1f})", growth, GROWTH))
    for what, seen, promised in lines:
        print(f"{what:62}{seen:8.2f}   at most {promised:g}{'' if seen <= promised else '   NOT KEPT'}")
    edit = median(again[1:])
    print(f"{f'rebuild after one edit of {most} modules, ms of CPU':62}{edit * 1000:8.0f}   {edit / median(cost.cpu for cost in floors):.2f} floors; the first build took {again[0] / edit:.0f} times that")


if __name__ == "__main__":
    main()
