"""How often the rules are right on the labelled corpus: prints precision and recall per finding and per severity.

    .venv/bin/python tests/bench/precision.py [--wrong]

`--wrong` names the entries where a finding was told and should not have been, or should have been and was not. What a severity has to
reach is in tests/precision.py, and tests/test_precision.py holds it to that.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from precision import LEAST, Tally, measure, sum_up  # noqa: E402


def show(name: str, tally: Tally, *, wrong: bool, severity: str = "") -> None:
    """Print one line, and below it where it went wrong."""
    print(f"{name:32}{severity:9}{tally.hit:5}{len(tally.wrong):7}{len(tally.missed):8}{tally.precision:11.3f}{tally.recall:8.3f}")
    if wrong:
        for label, names in (("told for nothing", tally.wrong), ("not told", tally.missed)):
            if names:
                print(f"      {label}: {', '.join(names)}")


def main() -> None:
    """Measure and print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--wrong", action="store_true")
    wrong = arguments.parse_args().wrong
    with tempfile.TemporaryDirectory() as folder:
        tallies, counts = measure(Path(folder))
    print(f"{counts['clean']} clean entries, {counts['faulty']} faulty\n")
    print(f"{'finding':41}{'right':>5}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}")
    for name, tally in sorted(tallies.items()):
        show(name, tally, wrong=wrong, severity=tally.severity)
    print()
    for name, tally in sum_up(tallies).items():
        show(f"{name} (at least {LEAST[name]})", tally, wrong=False)


if __name__ == "__main__":
    main()
