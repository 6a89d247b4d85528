"""What Visual Studio Code is told in a workspace's `.vscode/`.

Its YAML extension reads YAML files only, so `course.yaml`, banks, glossaries, themes and phrases have schemas; in Markdown
there are snippets, and a task in the background whose findings VS Code underlines wherever they are.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tuokio.editor.catalogue import write_schemas
from tuokio.editor.snippets import write_snippets

FOLDER = ".vscode"
FILES = {
    "course": ["course.yaml"],
    "bank": ["banks/*.yaml", "banks/*.yml", "!banks/*.*.yaml", "!banks/*.*.yml"],
    "bank-translation": ["banks/*.*.yaml", "banks/*.*.yml"],
    "glossary": ["glossary.yaml", "glossary.*.yaml"],
    "theme": ["themes/*/theme.yaml"],
    "words": ["words/*.yaml"],
}
"""Which files have which schema."""
BEGUN, ENDED = "Checking:", "Checked:"
"""What `tuokio check --watch` says before and after its findings, for the task below to know that they are all."""
SAVED_AFTER = 700  # milliseconds without a key
PLACES = {"linux": (":", "bin"), "osx": (":", "bin"), "windows": (";", "Scripts")}

SETTINGS: dict[str, Any] = {
    "yaml.schemas": {f"./{FOLDER}/schemas/{name}.schema.json": patterns for name, patterns in FILES.items()},
    "yaml.schemaStore.enable": False,
    "files.autoSave": "afterDelay",
    "files.autoSaveDelay": SAVED_AFTER,
    "files.encoding": "utf8",
    "[yaml]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.detectIndentation": False},
    "[markdown]": {"editor.tabSize": 2, "editor.insertSpaces": True, "editor.detectIndentation": False, "editor.wordWrap": "on", "editor.quickSuggestions": {"other": "off", "comments": "off", "strings": "off"}, "editor.snippetSuggestions": "top", "editor.wordBasedSuggestions": "off"},
}
PROBLEMS = {
    "owner": "tuokio",
    "source": "tuokio",
    "fileLocation": ["autoDetect", "${workspaceFolder}"],
    "pattern": {"regexp": r"^(.+?):(\d+):(\d+)-(\d+): (error|warning|info): (.*) \[([\w-]+)\]$", "file": 1, "line": 2, "column": 3, "endColumn": 4, "severity": 5, "message": 6, "code": 7},
    "background": {"activeOnStart": True, "beginsPattern": f"^{BEGUN}$", "endsPattern": f"^{ENDED}"},
}


def write_vscode(folder: Path) -> list[Path]:
    """Write or renew `.vscode/` in a workspace: what is made of Tuokio's models always, settings only where there are none. Return what was written."""
    made: dict[str, Any] = {f"schemas/{name}.schema.json": schema for name, schema in write_schemas().items() if name in FILES}
    made["tuokio.code-snippets"] = write_snippets()
    own = {"settings.json": SETTINGS, "extensions.json": {"recommendations": ["redhat.vscode-yaml"]}, "tasks.json": {"version": "2.0.0", "tasks": [_describe_task()]}}
    made |= {name: content for name, content in own.items() if not (folder / FOLDER / name).exists()}
    for name, content in made.items():
        path = folder / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False, indent=None if name.startswith("schemas/") else 2) + "\n", "utf-8")
    return [folder / FOLDER / name for name in made]


def find_left(folder: Path) -> dict[Path, tuple[str, str]]:
    """Return the author's own files of `.vscode/` that do not know of Tuokio: where to paste what into each."""
    left = {}
    for name, sign, where in (("settings.json", "schemas/course.schema.json", "between its outer braces"), ("tasks.json", "tuokio check", "into its list of `tasks`")):
        path = folder / FOLDER / name
        text = path.read_text("utf-8-sig", "replace") if path.is_file() else sign
        if sign not in text:
            missing = {key: value for key, value in SETTINGS.items() if key == "yaml.schemas" or f'"{key}"' not in text}
            lines = json.dumps(missing, ensure_ascii=False, indent=2).split("\n")[1:-1] if name == "settings.json" else json.dumps(_describe_task(), ensure_ascii=False, indent=2).split("\n")
            left[path] = where, "\n".join(lines)
    return left


def _describe_task() -> dict[str, Any]:
    """Return the task that checks whenever something is saved. Tuokio is looked for in a `.venv` here or one folder up, then wherever commands are."""
    task: dict[str, Any] = {"label": "tuokio check", "detail": "Underlines what is wrong in the course, at every save.", "type": "shell", "command": "tuokio", "args": ["check", "--watch"], "isBackground": True}
    task["problemMatcher"] = PROBLEMS
    task["presentation"] = {"reveal": "never", "panel": "dedicated", "close": False}
    task["runOptions"] = {"runOn": "folderOpen"}
    for system, (between, scripts) in PLACES.items():
        task[system] = {"options": {"env": {"PATH": between.join([f"${{workspaceFolder}}/.venv/{scripts}", f"${{workspaceFolder}}/../.venv/{scripts}", "${env:PATH}"])}}}
    return task
