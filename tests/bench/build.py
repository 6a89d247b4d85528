"""What builds cost, in floors and beside other generators: prints a table of ratios. For systems with `os.wait4`.

    .venv/bin/python tests/bench/build.py [--sizes 10 100 1000] [--rounds 3] [--peers FOLDER | --alone]

The floor (floor.py) is a whole Python process that only reads the same modules and renders them with the same parser. All
take turns, and a ratio is that of one turn, so that a busy machine slows all alike. CPU is user and system time of a command and all
it starts. Cold means: no output, and nothing kept from before. `again` is the same command once more, in another process, and `one edit` with
one module edited. Of the largest size, the generators but Hugo build once.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import peers
from corpus import Module, write_course
from generators import GENERATORS, Generator
from meter import Cost, measure
from promise import Promise, absent, beside, parser, tell

FLOOR = Path(__file__).with_name("floor.py")
TUOKIO = [Path(sys.executable).with_name("tuokio")]
JOBS = "--jobs" in subprocess.run([*TUOKIO, "build", "--help"], capture_output=True, text=True, check=True).stdout
FLOORS, GROWTH, ZENSICAL, MEMORY = 2.5, 9, 0.5, 0.4  # cold: CPU in floors; CPU of 1,000 modules in that of 100; wall of 10 and 100 in Zensical's; peak in Hugo's
NOTHING, SPENT, TOOK = 0.06, 1.15, 0.65  # nothing edited, in Hugo's full build; two processes: CPU and wall, in those of one
HELP = 6  # `tuokio --help`, in Pythons that do nothing
Costs = dict[str, list[Cost]]  # by who, and for us by what


class Contest:
    """One size of course, and all who build it in turns."""

    def __init__(self, place: Path, size: int, others: dict[Generator, Path]) -> None:
        self.course, self.output, self.home = place / f"modules-{size}", place / "output", place / "home"
        self.others, self.size = others, size
        self.sites = {other: place / f"{other.name}-{size}" for other in others}
        for other, site in self.sites.items():
            other.begin(site, [Module(number) for number in range(1, size + 1)])
        write_course(self.course, size, lambda module: [other.write(site, module) for other, site in self.sites.items()])
        self.costs: Costs = defaultdict(list)

    def _build(self, *options: object) -> Cost:
        return measure([*TUOKIO, "build", self.course, "--output", self.output, *options], home=self.home, silent=True)

    def _clean(self) -> None:
        for folder in (self.output, self.home, *self.course.glob(".*")):
            shutil.rmtree(folder, ignore_errors=True)

    def ours(self, turn: int, again: bool) -> None:
        """Build cold, and perhaps again, and again with one module edited."""
        self._clean()
        alone = ["--jobs", 1] if JOBS else []
        self.costs["cold"].append(self._build(*alone))
        if again:
            self.costs["again"].append(self._build(*alone))
            Module(self.size // 2).write(self.course, f"edit-{turn}")
            self.costs["one edit"].append(self._build(*alone))
        if again and JOBS:
            self._clean()
            self.costs["two"].append(self._build("--jobs", 2))

    def theirs(self, other: Generator) -> None:
        """Build cold with another's tool."""
        site = self.sites[other]
        other.clean(site)
        shutil.rmtree(self.home, ignore_errors=True)
        self.costs[other.name].append(measure(other.command(self.others[other]), folder=site, home=self.home))
        shutil.rmtree(site / other.output)

    def floor(self) -> None:
        """Only read and render."""
        self.costs["floor"].append(measure([sys.executable, FLOOR, self.course]))

    def take(self, who: str) -> Cost:
        """Let one build cold, and return what it took."""
        match who:
            case "floor":
                self.floor()
            case "Tuokio":
                self.ours(0, again=False)
                who = "cold"
            case _:
                self.theirs(next(other for other in self.others if other.name == who))
        return self.costs[who][-1]

    def turn(self, number: int, largest: bool) -> None:
        """Let each build once."""
        self.floor()
        self.ours(number, again=largest)
        for other in self.others:
            if not (largest and number and other.name != "Hugo"):
                self.theirs(other)
        print(f"{self.size} modules, turn {number + 1}: " + ", ".join(f"{who} {costs[-1].wall:.2f} s ({costs[-1].cpu:.2f})" for who, costs in self.costs.items()), file=sys.stderr)


def fetch(folder: Path) -> tuple[dict[Generator, Path], dict[str, str]]:
    """Return the other generators' programs, and why some cannot be had."""
    found, missing = {}, {}
    for generator in GENERATORS:
        try:
            found[generator] = generator.fetch(folder)
        except peers.Absent as reason:
            missing[generator.name] = str(reason)
    return found, missing


def compare(size: int, costs: Costs, largest: bool, names: Sequence[str]) -> list[Promise]:
    """Return what is promised of a size, and who is ahead."""
    wall, cpu = ({who: [cost[at] for cost in took] for who, took in costs.items()} for at in (0, 1))
    title = f"{size:,} modules"
    found = [beside(f"{title}, cold, CPU", cpu["cold"], "s", "floor", cpu["floor"], FLOORS if largest else None)]
    for name in names:
        most = ZENSICAL if name == "Zensical" and not largest else None if name == "Hugo" else 1
        found.append(beside(f"{title}, cold, wall", wall["cold"], "s", name, wall[name], most))
        found.append(beside(f"{title}, cold, CPU", cpu["cold"], "s", name, cpu[name], None if name == "Hugo" else 1))
        if largest:
            found.append(beside(f"{title}, cold, peak memory", [cost.memory for cost in costs["cold"]], "MB", name, [cost.memory for cost in costs[name]], MEMORY if name == "Hugo" else None))
    if largest and "Hugo" in names:
        found.append(beside(f"{title}, one edit, wall", wall["one edit"], "s", "Hugo, all", wall["Hugo"], 1))
        found.append(beside(f"{title}, nothing edited, wall", wall["again"], "s", "Hugo, all", wall["Hugo"], NOTHING))
    if "two" in costs:
        found.append(beside(f"{title}, cold, two processes, CPU", cpu["two"], "s", "one", cpu["cold"], SPENT))
        found.append(beside(f"{title}, cold, two processes, wall", wall["two"], "s", "one", wall["cold"], TOOK))
    return found


def start(rounds: int) -> list[Promise]:
    """Return what it costs to begin: `--help`, and what every build imports."""
    turns = [[measure([*command]).wall for command in ([*TUOKIO, "--help"], [sys.executable, "-c", "pass"])] for _ in range(rounds)]
    ours, bare = zip(*turns, strict=True)
    return [beside("tuokio --help, wall", ours[1:], "s", "python -c pass", bare[1:], HELP)]  # the first reads everything into memory


def main() -> None:
    """Fetch the others, write the courses, take the turns, print the table."""
    options = parser(__doc__)
    options.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1000])
    options.add_argument("--rounds", type=int, default=3, help="of the greatest size; smaller ones get more")
    options.add_argument("--alone", action="store_true", help="without the other generators: only floors")
    given = options.parse_args()
    sizes = sorted(given.sizes)
    costs: dict[int, Costs] = {}
    with tempfile.TemporaryDirectory() as name, peers.folder(given.peers) as folder:
        others, missing = ({}, {}) if given.alone else fetch(folder)
        promises = start(given.rounds + 2)
        for size in sizes:
            contest = Contest(Path(name) / str(size), size, others)
            for turn in range(given.rounds + 2 * (len(sizes) - 1 - sizes.index(size))):
                contest.turn(turn, largest=size == sizes[-1])
            costs[size] = contest.costs
            promises += compare(size, contest.costs, size == sizes[-1] and size > 100, [other.name for other in others])
    if {100, 1000} <= costs.keys():
        promises.append(beside("CPU from 100 to 1,000 modules", [cost.cpu for cost in costs[1000]["cold"]], "s", "100 modules", [cost.cpu for cost in costs[100]["cold"]], GROWTH))
    if not JOBS:
        promises.append(absent("two processes", "one", "no --jobs yet"))
    tell([*promises, *(absent("cold builds", who, why) for who, why in missing.items())], given)


if __name__ == "__main__":
    main()
