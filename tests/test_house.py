"""The rules of the house, read from the files themselves (builder/README.md says why)."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BUILDER = ROOT / "builder"
TUOKIO = BUILDER / "tuokio"

# Imports go down only: a room may use the rooms on the floors below its own, never its neighbours'.
FLOORS = [
    ["__main__"],
    ["cli"],
    ["publish", "serve"],
    ["build", "exchange", "outline", "starter"],
    ["targets"],
    ["lms"],
    ["lock", "manager", "resources", "translate"],
    ["editor", "read", "page"],
    ["check"],
    ["blocks", "media"],
    ["course"],
    ["brand", "glossary", "prose", "settings"],
    ["fields", "following", "sheet"],
    ["kept"],
    ["disk", "finding", "record", "standing", "stems", "text", "words"],
]
FLOOR = {room: number for number, floor in enumerate(FLOORS) for room in floor}
DOORS = {"yaml": {"read", "words"}, "markdown_it": {"read"}, "mdit_py_plugins": {"read"}, "nh3": {"read", "exchange"}, "jinja2": {"page"}, "click": {"cli"}, "rich": {"cli", "check", "manager"}, "coloraide": {"page"}, "fontTools": {"page"}, "slugify": {"fields"}, "babel": {"words"}, "PIL": {"media"}, "tinytag": {"media"}, "webvtt": {"media"}, "snowballstemmer": {"stems"}, "jellyfish": {"manager"}, "html_to_markdown": {"exchange"}, "defusedxml": {"exchange"}, "openpyxl": {"sheet"}, "platformdirs": {"kept"}, "sqlite3": {"kept"}} | dict.fromkeys(["livereload", "tornado", "watchfiles", "segno"], {"serve"})

PYTHON = sorted(path for path in TUOKIO.rglob("*.py") if not path.name.startswith("test_"))
KINDS = sorted(path.parent for path in TUOKIO.glob("blocks/*/model.py"))
QUESTIONS = [folder for folder in KINDS if (folder / "play.ts").is_file() and re.search(r"\bgrade\b", (folder / "play.ts").read_text("utf-8"))]
"""Kinds that are answered, or make questions that are."""
PLAYED = [folder for folder in KINDS if (folder / "play.ts").is_file()]
RESOURCES = sorted(path.parent for path in TUOKIO.glob("resources/*/resource.py"))


def room(path: Path) -> str:
    return path.relative_to(TUOKIO).parts[0].removesuffix(".py")


@cache
def imports(path: Path) -> list[str]:
    """Return the modules a file imports, types included."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found += [f"{node.module}.{alias.name}" if node.module == "tuokio" else node.module for alias in node.names]
    return found


def test_imports_go_down_only() -> None:
    for path in PYTHON:
        here = room(path)
        assert here in FLOOR or here == "__init__", f"{here} has no floor: say where it stands"
        for name in imports(path) if here in FLOOR else ():
            parts = name.split(".")
            if parts[0] == "tuokio" and len(parts) > 1 and parts[1] in FLOOR and parts[1] != here:
                assert FLOOR[parts[1]] > FLOOR[here], f"{path.relative_to(TUOKIO)}: {here} may not use {parts[1]}"


@pytest.mark.parametrize("library, rooms", DOORS.items(), ids=DOORS)
def test_a_library_has_one_door(library: str, rooms: set[str]) -> None:
    assert {room(path) for path in PYTHON if any(name.split(".")[0] == library for name in imports(path))} <= rooms


@pytest.mark.parametrize("folder", KINDS, ids=lambda path: path.name)
def test_a_kind_is_whole_and_knows_no_other(folder: Path) -> None:
    for name in ("model.py", "model.d.ts", "view.html", "example.md", *(("play.ts", "cases.json") if folder in QUESTIONS else ())):
        assert (folder / name).is_file(), name
    assert list((folder / "broken").glob("*.md")), "no broken/ with a bad block and its frame"
    others = {other.name for other in KINDS} - {folder.name}
    for name in imports(folder / "model.py"):
        assert not name.startswith(("tuokio.read", "tuokio.page", "tuokio.targets"))
        assert not name.startswith("tuokio.blocks.") or name.split(".")[2] not in others
    for path in re.findall(r'from "([^"]+)"', (folder / "play.ts").read_text("utf-8")) if folder in PLAYED else ():
        assert re.fullmatch(r"\.\.?/\w+\.ts|\./model\.d\.ts", path), path


@pytest.mark.parametrize("folder", [folder for folder in PLAYED if re.search(r"\bgrade\b|\"answered\"", (folder / "play.ts").read_text("utf-8"))], ids=lambda path: path.name)
def test_a_kind_says_what_its_answers_are_to_a_learning_platform_unless_they_are_ones_own_words(folder: Path) -> None:
    from tuokio import blocks

    script = folder / "interaction.ts"
    assert script.is_file() is getattr(blocks.kinds()[folder.name], "gradable", True)
    for path in re.findall(r'from "([^"]+)"', script.read_text("utf-8")) if script.is_file() else ():
        assert re.fullmatch(r"\.\./\w+\.ts|\./(model\.d|play)\.ts", path), path


@pytest.mark.parametrize("folder", RESOURCES, ids=lambda path: path.name)
def test_a_resource_is_whole_and_knows_no_other(folder: Path) -> None:
    assert (folder / "words.yaml").is_file()
    assert (folder / "view.ts").is_file() or (folder / "booklet.html").is_file(), "nothing shows it, on screen or on paper"
    others = {other.name for other in RESOURCES} - {folder.name}
    for path in folder.glob("*.py"):
        assert not others & {name.split(".")[2] for name in imports(path) if name.startswith("tuokio.resources.")}
    for path in (path for path in folder.glob("*.ts") if not path.name.endswith(".test.ts")):
        assert not re.search(r"Date\.now|new Date\(\)|Math\.random|\bfetch\(", path.read_text("utf-8")), f"{path} has a clock, chance or a request of its own"


@pytest.mark.parametrize("folder", PLAYED, ids=lambda path: path.name)
def test_a_kinds_script_touches_no_store_clock_or_chance(folder: Path) -> None:
    script = (folder / "play.ts").read_text("utf-8")
    assert not re.search(r"localStorage|indexedDB|Date\b|Math\.random|setTimeout|fetch\(|\bwindow\b", script)


def test_no_file_outside_their_folders_names_the_kinds() -> None:
    ordinary = {"choice", "open", "text", "number", "order", "match", "sort", "rule", "cards", "promises"}  # words that mean other things in code too
    for kind in QUESTIONS:
        for path in [*PYTHON, *TUOKIO.rglob("*.ts"), *TUOKIO.rglob("*.html")]:
            if kind not in path.parents and not path.name.endswith((".test.ts", ".d.ts")) and not path.name.startswith("interaction"):  # platforms have names of their own for kinds
                code = re.sub(r'""".*?"""|/\*.*?\*/|#.*|//.*', "", path.read_text("utf-8"), flags=re.S if path.suffix == ".ts" else 0)
                named = rf"""["']{kind.name}["']|""" if kind.name not in ordinary else ""
                assert not re.search(rf"{named}blocks\.{kind.name}\b|blocks/{kind.name}\b", code), f"{path.relative_to(ROOT)} names {kind.name}"


def test_a_long_file_says_why() -> None:
    files = {path: path.read_text("utf-8") for path in (*PYTHON, *(path for path in TUOKIO.rglob("*.ts") if "bundle" not in path.parts))}
    assert [] == [path for path, text in files.items() if text.count("\n") > 300 and "300 lines" not in text[:2000]]


def test_nothing_is_defined_twice() -> None:
    for path in PYTHON:
        tree = ast.parse(path.read_text("utf-8"))
        for body in [tree.body, *(node.body for node in ast.walk(tree) if isinstance(node, ast.ClassDef))]:
            names = [node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not any("setter" in ast.unparse(one) for one in node.decorator_list)]
            assert len(names) == len(set(names)), (path, names)


def test_every_public_thing_has_a_docstring() -> None:
    for path in PYTHON:
        tree = ast.parse(path.read_text("utf-8"))
        if path.name != "__init__.py" or tree.body:
            assert path.name == "__main__.py" or ast.get_docstring(tree), path
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_") and "rules" not in path.parts:
                assert ast.get_docstring(node), f"{path.relative_to(ROOT)}: {node.name}"


def test_only_stores_touch_a_store() -> None:
    for path in TUOKIO.rglob("*.ts"):
        if path.name != "store.ts" and path.parent != TUOKIO / "record/local" and "bundle" not in path.parts:
            code = re.sub(r"/\*.*?\*/|//.*", "", path.read_text("utf-8"), flags=re.S)
            assert not re.search(r"localStorage|sessionStorage|indexedDB|openDB", code), path


def test_no_optional_call_spreads_before_its_last_argument() -> None:
    # Chrome before 91 fails there, and only there: so the bundle leaves every other `?.` as it is (`bundle.mjs`).
    for path in TUOKIO.rglob("*.ts"):
        if "bundle" not in path.parts:
            assert not re.search(r"\?\.[\w.]*\((?:[^()]|\([^()]*\))*\.\.\.(?:[^(),]|\([^()]*\))+,(?!\s*\))", path.read_text("utf-8")), path


def test_styles_use_the_themes_colours_only() -> None:
    for path in TUOKIO.rglob("*.css"):
        if "bundle" not in path.parts:
            code = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
            assert not re.search(r"#(?!000\b)[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", code), path


def test_no_folder_styles_what_another_shows() -> None:
    """All kinds of a course share one sheet, and a resource's stays when it was opened: a class of one alone reaches into the others."""

    def classes(path: Path) -> list[list[str]]:
        selectors = re.findall(r"([^{}]+)\{", re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S))
        return [re.findall(r"\.([a-zA-Z][\w-]*)", one) for group in selectors if not group.strip().startswith("@") for one in group.split(",")]

    shared = {name for path in [*TUOKIO.glob("page/style/*.css"), *TUOKIO.glob("blocks/*.css")] for names in classes(path) for name in names}
    folders = [path.parent for path in [*TUOKIO.glob("blocks/*/style.css"), *TUOKIO.glob("resources/*/style.css")]]
    shown = {folder: {name for path in folder.iterdir() if path.suffix in (".html", ".ts") for names in re.findall(r'class(?:Name =|=)\s*"([^"]*)', path.read_text("utf-8")) for name in re.findall(r"[\w-]+", names)} for folder in folders}
    meant = {("rule", "rules", "rule"), ("rule", "rules", "force")}  # the index shows rules as they look
    for folder in folders:
        alone = {names[0] for names in classes(folder / "style.css") if len(names) == 1} - shared
        reached = {(folder.name, other.name, name) for other in folders if other != folder for name in alone & shown[other]}
        assert reached <= meant, reached - meant


def test_every_phrase_is_there_in_every_shipped_language_and_used() -> None:
    from tuokio import words

    code = "".join(path.read_text("utf-8") for path in TUOKIO.rglob("*") if path.suffix in (".py", ".ts", ".html") and "bundle" not in path.parts)
    for path in TUOKIO.rglob("words.yaml"):
        for key, forms in words.load(path.parent.relative_to(TUOKIO).as_posix()).items():
            assert set(words.SHIPPED) == set(forms), f"{path}: {key}"
            places = {frozenset(re.findall(r"\{(\w+)\}", text)) for form in forms.values() for text in ([form] if isinstance(form, str) else [form["other"]])}
            assert 1 == len(places), f"{path}: {key} has other places in another language"
            first, _, last = key.rpartition("-")
            spoken = (f'"{key}"', f"{first}-${{", f"{first}-{{", f"}}-{last}`")  # whole, or put together of two parts
            assert any(form in code for form in spoken), f"{path}: {key} is never said"


def test_generated_types_are_those_of_the_models() -> None:
    sys.path.insert(0, str(BUILDER))
    try:
        from generate_types import generate
    finally:
        sys.path.remove(str(BUILDER))
    for path, text in generate().items():
        assert path.read_text("utf-8") == text, f"{path.name} is stale: make types"


def test_the_typescript_is_typed_and_its_tests_pass() -> None:
    for script in ("types", "test"):
        done = subprocess.run(["npm", "run", "--silent", script], cwd=BUILDER, capture_output=True, text=True)
        assert 0 == done.returncode, done.stdout + done.stderr


def tracked() -> list[str]:
    return subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def test_the_lockfile_names_no_registry_and_bundles_are_not_committed() -> None:
    lock = (BUILDER / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock and "http" not in re.sub(r'"(url|funding)": ("[^"]*"|\{[^}]*\})', "", lock)
    assert not [name for name in tracked() if "/bundle/" in name or "node_modules" in name or name.startswith("output/")]


def test_every_dependency_is_pinned_and_says_why() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    for line in re.search(r"dependencies = \[\n(.*?)\n\]", text, re.S)[1].splitlines():
        assert re.fullmatch(r'  "[\w-]+==[\d.]+", +# .+', line), line


def test_the_readme_is_short() -> None:
    assert (ROOT / "README.md").read_text("utf-8").count("\n") <= 130
