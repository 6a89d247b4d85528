"""The command `tuokio`: a build that still stands is told at once, all else is understood and done by `cli`."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # an editor that runs us may have a stream of its own, or none
            stream.reconfigure(errors="replace")  # an old Windows console lacks most characters
    words = sys.argv[1:]
    if words[:1] == ["build"]:
        _build(words)
    else:
        _understand(words)


def _build(words: list[str]) -> None:
    from tuokio import standing

    stands = standing.recall(words)
    if stands and not stands[1]:
        print(standing.tell_built(stands[0]))
        return
    gc.disable()  # a build leaves next to no garbage in circles, and looking for it takes a tenth of the time
    try:
        _understand(words, stands)
    except SystemExit as end:
        if end.code in (0, 1):
            try:
                for stream in filter(None, (sys.stdout, sys.stderr)):
                    stream.flush()
            except OSError:  # nobody reads what we say, which Python has its own way to end with
                raise end from None
            os._exit(end.code)  # all is written; to let go of each thing a long course consists of takes as long again as looking for garbage
        raise


def _understand(words: list[str], stands: tuple[list[str], str] | None = None) -> None:
    from tuokio.cli import main as understand

    understand(obj=(words, stands))


if __name__ == "__main__":
    main()
