"""What `tuokio new` copies: a workspace with one short course and a theme, and what VS Code is told about it."""

from __future__ import annotations

import secrets
import shutil
from pathlib import Path

from tuokio.editor import write_vscode

HERE = Path(__file__).parent


def start(folder: Path, language: str) -> Path:
    """Make a workspace and return its course folder."""
    shutil.copytree(HERE / language, folder, dirs_exist_ok=True)
    write_vscode(folder)
    (folder / ".gitignore").write_text("output/\n", "utf-8")
    config = next(folder.glob("courses/*/course.yaml"))
    # A random tail keeps two firms' courses apart in one browser.
    config.write_text(config.read_text("utf-8").replace("-xxxx", f"-{secrets.token_hex(2)}"), "utf-8")
    return config.parent
