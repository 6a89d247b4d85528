"""Install the browsers that the tests drive: Debian's own, which bring their drivers along.

Run by `make test`. Where they are there already, nothing happens.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from browser import Browser

TOOLS = {"pdftotext": "poppler-utils"}  # what is printed is read back with this


def main() -> None:
    missing = {name: package for name, package in TOOLS.items() if not shutil.which(name)}
    for engine in Browser.engines.values():
        missing |= engine.missing()
    if not missing:
        return
    if not shutil.which("apt-get"):
        sys.exit(f"The tests need these: {', '.join(missing)}. Install them with your system's package manager.")
    packages = sorted(set(missing.values()))
    print(f"Installing {', '.join(packages)} …", flush=True)
    root = [] if os.geteuid() == 0 else ["sudo"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", *packages]):
        subprocess.run([*root, "apt-get", *command], check=True, env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
