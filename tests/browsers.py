"""Install the browsers that the tests drive, Debian's own, which bring their drivers along, and the web server they go to.

Run by `make test`. Where they are there already, nothing happens.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from glob import glob

from browser import Browser

TOOLS = {
    "pdftotext": "poppler-utils",  # what is printed is read back with this
    "/usr/sbin/nginx": "nginx",  # what the handbook says of hosting is tried on this
}


def main() -> None:
    missing = {name: package for name, package in TOOLS.items() if not (glob(name) or shutil.which(name))}
    for engine in Browser.engines.values():
        missing |= engine.missing()
    if not missing:
        return
    if not shutil.which("apt-get"):
        sys.exit(f"The tests need these: {', '.join(missing)}. Install them with your system's package manager.")
    packages = sorted(set(missing.values()))
    print(f"Installing {', '.join(packages)} …", flush=True)
    root = [] if os.geteuid() == 0 else ["sudo"]
    quietly = ["env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1"]  # in runlevel 1 no service is started: tests start their own, and the port may be taken
    for command in (["update", "-qq"], ["install", "-y", "-qq", *packages]):
        subprocess.run([*root, *quietly, "apt-get", *command], check=True, stdout=subprocess.DEVNULL)
    if "nginx" in packages and shutil.which("systemctl"):  # Debian starts it, now and with the machine; tests start their own
        subprocess.run([*root, "systemctl", "--quiet", "disable", "--now", "nginx"], check=False, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
