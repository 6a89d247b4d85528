"""The command `tuokio`: a build that still stands is told at once, all else is understood and done by `cli`."""

from __future__ import annotations

import sys

from tuokio import standing


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # an editor that runs us may have a stream of its own, or none
            stream.reconfigure(errors="replace")  # an old Windows console lacks most characters
    words = sys.argv[1:]
    stands = standing.recall(words) if words[:1] == ["build"] else None
    if stands and not stands[1]:
        print(standing.tell_built(stands[0]))
        return
    from tuokio.cli import main as understand

    understand(obj=(words, stands))


if __name__ == "__main__":
    main()
