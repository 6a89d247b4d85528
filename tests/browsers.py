"""Install the browsers that the tests drive: Debian's own, which bring their drivers along.

Run by `make test`. Where they are there already, nothing happens.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PACKAGES = {"chromium": "chromium", "chromedriver": "chromium-driver", "firefox-esr": "firefox-esr"}


def main() -> None:
    missing = [package for program, package in PACKAGES.items() if not shutil.which(program)]
    if not missing:
        return
    if not shutil.which("apt-get"):
        sys.exit(f"The tests need these programs on the path: {', '.join(PACKAGES)}. Install them with your system's package manager.")
    print(f"Installing {', '.join(missing)} …", flush=True)
    root = [] if os.geteuid() == 0 else ["sudo"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update", "-qq"], ["install", "-y", "-qq", *missing]):
        subprocess.run([*root, "apt-get", *command], check=True, env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
