"""All that is promised of speed, in one table: what it costs us, what it costs others, the ratio, and whether the promise is kept.

    .venv/bin/python tests/bench/table.py [--peers FOLDER] [--quick] [PART …]

Each part runs by itself too, and says in its first lines how it measures: `build` (beside other generators), `serve` (beside `hugo server`),
`pages` (beside other tools for courses), `player` and `search`. Others' tools are installed into FOLDER, outside the repository, and kept there.
What a part has handed over stays there too until all is done, so a run that was broken off goes on with the part it was in.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import peers
from promise import draw, parser, read

QUICK = {"build": ["--sizes", "10", "100", "--rounds", "1"], "serve": ["--edits", "2"], "pages": ["--rounds", "1"], "player": ["--rounds", "1", "--steps", "100"], "search": ["--rounds", "1"]}


def main() -> None:
    """Run the parts, each as a process of its own, and print their rows."""
    options = parser(__doc__)
    options.add_argument("--quick", action="store_true", help="few rounds, no course of 1,000: shows that it works, and little more")
    options.add_argument("parts", nargs="*", metavar="PART", help=", ".join(QUICK))
    given = options.parse_args()
    if wrong := set(given.parts) - set(QUICK):
        options.error(f"no part {', '.join(sorted(wrong))}; there are {', '.join(QUICK)}")
    parts = given.parts or list(QUICK)
    with peers.folder(given.peers) as folder:
        handed = {part: folder / f"rows-{part}{'-quick' if given.quick else ''}.json" for part in parts}
        for part, rows in handed.items():
            if rows.exists():
                print(f"{part}: as handed over before", file=sys.stderr)
                continue
            began = time.monotonic()
            print(f"{part} …", file=sys.stderr)
            script = Path(__file__).with_name(f"{part}.py")
            if subprocess.run([sys.executable, script, "--peers", folder, "--rows", rows, *(QUICK[part] if given.quick else [])]).returncode:
                sys.exit(f"{part} did not end well; what came before it is kept, where --peers names a folder")
            print(f"{part}: {time.monotonic() - began:.0f} s", file=sys.stderr)
        promises = [promise for rows in handed.values() for promise in read(rows)]
        for rows in handed.values():
            rows.unlink()
    print(f"\n{draw(promises)}")


if __name__ == "__main__":
    main()
