"""What happens to builds, in long amounts: killed, out of room, robbed of their course, two at once, too large; and whether each gives the same bytes.

    faulty.py [--only R22 R23] [--points 100] [--builds 20] [--python PYTHON]...

Each part ends with a line `R22: done=… failed=… figure=…`; what failed is told before it. R22 kills a build at so many of its moments, fills the
disk at as many, lets the course vanish at as many, and has two builds at once a tenth of that often; then a film of 2 GB and a course of 10,000
files. R23 builds one course so many times on each Python (Tuokio is installed for those that are named), and Tuokio itself twice.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from disks import KILL, Builder  # noqa: E402
from editions import Editions, read_output, write_course  # noqa: E402

ROOT = TESTS.parent
FULL = ("ENOSPC", "EDQUOT", "EIO", "EROFS")
GONE = ("ENOENT", "EIO", "ESTALE", "EACCES")
FILM = 2_000_000_000
ZONES = ("UTC", "Pacific/Kiritimati", "America/Adak", "Asia/Kathmandu")
TONGUES = ("C", "C.UTF-8", "tr_TR.UTF-8", "fi_FI.UTF-8")
Outcome = tuple[int, list[str], str]
"""How many were done, what was wrong, and the figure."""


def main() -> int:
    """Run the parts that are asked for; 1 if anything was wrong."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--builds", type=int, default=20)
    parser.add_argument("--python", action="append", default=[], help="another Python to build with")
    given = parser.parse_args()
    failed = False
    for part in given.only:
        with tempfile.TemporaryDirectory(prefix="faulty-") as folder:
            os.environ["TUOKIO_CACHE"] = f"{folder}/store"
            done, wrong, figure = PARTS[part](Path(folder), given)
        for one in wrong:
            print(f"  {one}")
        print(f"{part}: done={done} failed={len(wrong)} figure={figure}", flush=True)
        failed |= bool(wrong)
    return failed


def break_builds(folder: Path, given: argparse.Namespace) -> Outcome:
    """R22: whatever happens to a build, what was built before is whole, and the next one heals what is left."""
    wrong: list[str] = []
    done = 0

    def note(what: str, faults: list[str]) -> None:
        nonlocal done
        done += 1
        wrong.extend(f"{what}: {fault}" for fault in faults[:3])
        print(f"\r{done} {what}      ", end="", file=sys.stderr, flush=True)

    with Builder() as builder:
        editions = Editions(folder / "editions", builder)
        for at in spread(editions.moments, given.points):
            note(f"killed at {at}", editions.fail(KILL, at))
        for number, at in enumerate(spread(editions.moments, given.points)):
            note(f"{FULL[number % 4]} at {at}", editions.fail(FULL[number % 4], at))
        for number, at in enumerate(spread(300, given.points)):
            note(f"{GONE[number % 4]} at {at}", editions.vanish(GONE[number % 4], at, lasting=number % 3 > 0))
    for number in range(given.points // 10):
        note(f"timed kill {number}", list(kill_by_time(editions, number)))
        note(f"pair {number}", list(build_two(editions)))
    film, weights = list_weights(folder / "large")
    note("film", film)
    figure = f"{weights:.1f}_MB_more_for_a_film_of_{FILM // 10**6}_MB"
    growth, told = measure_growth(folder / "many", 1_000, 10_000 if given.points >= 100 else 2_000)
    note("growth", told)
    print(file=sys.stderr)
    return done, wrong, f"{figure},{growth}"


def spread(last: int, count: int) -> list[int]:
    """Return so many numbers from 1 to the last, evenly."""
    return sorted({1 + number * (last - 1) // max(1, count - 1) for number in range(count)})


def command(*arguments: object) -> list[str]:
    """Return how Tuokio is called."""
    return [sys.executable, "-m", "tuokio", *map(str, arguments)]


def kill_by_time(editions: Editions, number: int) -> Iterator[str]:
    """Kill a build at some time, wherever it is, the store of builds included."""
    editions.restore()
    write_course(editions.folder, 2)
    process = subprocess.Popen(command("build", editions.course, "--target", "all", "--output", editions.output), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(random.Random(number).uniform(0.3, 3))  # noqa: S311 – not for secrets
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    yield from (f"torn: {name}" for name in editions.list_torn())
    write_course(editions.folder, 3)
    subprocess.run(command("build", editions.course, "--target", "all", "--output", editions.output), capture_output=True, check=True)
    if read_output(editions.output) != editions.clean[3] or list(editions.output.rglob("*.part")):
        yield "not healed"


def build_two(editions: Editions) -> Iterator[str]:
    """Build two editions of a course into one folder at once, from folders of their own."""
    shutil.rmtree(editions.output, ignore_errors=True)
    courses = [write_course(editions.folder / f"own{edition}", edition) for edition in (1, 2)]
    both = [subprocess.Popen(command("build", course, "--target", "all", "--output", editions.output), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for course in courses]
    for process in both:
        told = process.communicate()[1]
        if process.returncode or "Traceback" in told:
            yield f"ended with {process.returncode}: {told[-300:]}"
    if read_output(editions.output) not in (editions.clean[1], editions.clean[2]):
        yield "mixed up"


def list_weights(folder: Path) -> tuple[list[str], float]:
    """Build a course with a film of 2 GB, into a folder, a package and a single file; return what is wrong, and by how many MB its memory grew."""
    course, output, wrong = write_course(folder), folder / "output", []
    with Builder() as builder:
        small = builder.build(course, output, targets=["site", "scorm12"])
        os.truncate(course / "media/film.mp4", FILM)
        large = builder.build(course, output, targets=["site", "scorm12"])
        if large.code or [FILM] != [path.stat().st_size for path in output.rglob("*.mp4")]:
            wrong.append(f"the film was not shipped: {large.told[-300:]}")
        single = builder.build(course, output, targets=["single"])
        if single.code != 1 or "[large-single-file]" not in single.told:
            wrong.append(f"a single file of it was not refused: {single.told[-300:]}")
    more = (max(large.memory, single.memory) - small.memory) / 1e6
    return wrong + ([f"{more:.0f} MB more in memory"] if more > 50 else []), more


def measure_growth(folder: Path, few: int, many: int) -> tuple[str, list[str]]:
    """Build courses of few and of many files; return their figures, and what is out of proportion: time may grow 1.3 times as fast as files do, memory stays below 1 GB."""
    spent = []
    for count in (few, many):
        course = folder / str(count)
        course.mkdir(parents=True)
        for number in range(count):
            gone = "![gone](media/gone.png) " if number % 10 == 0 else ""
            (course / f"{number:05}-m.md").write_text(f"---\nid: m{number}\ntitle: Module {number}\n---\n\nText {gone}of [another](00000-m.md).\n\n## Step {{#s}}\n\nMore.\n", "utf-8")
        program = "import sys, resource; from pathlib import Path; from tuokio.build import build; done = build(Path(sys.argv[1]), Path(sys.argv[2]), ['site']); used = resource.getrusage(resource.RUSAGE_SELF); print(int(done.failed), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)"
        failed, seconds, memory = map(float, subprocess.run([sys.executable, "-c", program, course, folder / f"output{count}"], capture_output=True, text=True, check=True).stdout.split())
        spent.append((failed, seconds, memory))
    ratio = spent[1][1] / spent[0][1]
    figure = f"cpu({many})/cpu({few})={ratio:.1f},{spent[1][2]:.0f}_MB"
    fair = not spent[0][0] and not spent[1][0] and ratio < 1.3 * many / few and spent[1][2] < 1000
    return figure, [] if fair else [f"out of proportion: {figure}"]


def repeat_builds(folder: Path, given: argparse.Namespace) -> Outcome:
    """R23: the same course gives the same bytes, and so does Tuokio's own source."""
    done, wrong, seen = 0, [], {}
    archives = [pack(folder / f"packed-{number}", number) for number in (1, 2)]
    done += 1
    wrong += [f"another {name} each time" for name in sorted(archives[0].keys() | archives[1].keys()) if archives[0].get(name) != archives[1].get(name)]
    wheel = next((folder / "packed-1/dist").glob("*.whl"))
    pythons = [sys.executable, *(install(folder / f"python-{number}", python, wheel) for number, python in enumerate(given.python))]
    for python in pythons:
        for number in range(given.builds):
            name, digest = python, build_somewhere(folder / "somewhere", number, python)
            done += 1
            if seen.setdefault("digest", digest) != digest:
                wrong.append(f"{name}, build {number}: {[path for path in digest if digest[path] != seen['digest'].get(path)][:3]}")
            print(f"\r{done} builds      ", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return done, wrong, f"{len(pythons)}_pythons,{len(archives[0])}_archives"


def build_somewhere(folder: Path, number: int, python: str) -> dict[str, str]:
    """Build the course in surroundings of its own; return a digest by file."""
    chance = random.Random(number)  # noqa: S311 – not for secrets
    shutil.rmtree(folder, ignore_errors=True)
    place = folder / "".join(chance.choices("abcä ", k=9)).strip()
    original = write_course(folder / "original")
    files = [path for path in (folder / "original").rglob("*") if path.is_file()]
    chance.shuffle(files)
    for path in files:
        copy = place / path.relative_to(folder / "original")
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
        os.utime(copy, (chance.uniform(0, 4e9),) * 2)
    own = {"PYTHONHASHSEED": str(number), "TZ": chance.choice(ZONES), "LC_ALL": chance.choice(TONGUES), "SOURCE_DATE_EPOCH": str(number)}
    output = folder / "out" / str(number)
    output.parent.mkdir(parents=True)
    course = place / original.relative_to(folder / "original")
    subprocess.run([python, "-m", "tuokio", "build", course, "--fresh", "--target", "all", "--output", output], cwd=chance.choice([folder, place]), env={**os.environ, **own}, umask=chance.choice([0o22, 0o77, 0o2]), capture_output=True, check=True)
    return {name: hashlib.sha256(data).hexdigest() for name, data in read_output(output).items()}


def pack(folder: Path, number: int) -> dict[str, str]:
    """Make Tuokio's archives in a folder of their own, of files with other dates; return a digest by name."""
    source = folder / f"source {number}"
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, source / name)
        os.utime(source / name, (number * 1e9,) * 2)
    subprocess.run([sys.executable, "-m", "build", "--outdir", folder / "dist", source], env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": str(number)}, capture_output=True, check=True)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (folder / "dist").iterdir()}


def install(folder: Path, python: str, wheel: Path) -> str:
    """Install Tuokio for another Python, and return the one to call."""
    subprocess.run([python, "-m", "venv", folder], check=True)
    subprocess.run([folder / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel], check=True)
    return str(folder / "bin/python")


PARTS: dict[str, Callable[[Path, argparse.Namespace], Outcome]] = {"R22": break_builds, "R23": repeat_builds}

if __name__ == "__main__":
    sys.exit(main())
