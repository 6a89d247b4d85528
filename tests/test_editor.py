"""What an editor is told: schemas that take all that builds, and VS Code's own YAML language server at work with them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from language_server import LanguageServer
from tuokio import blocks
from tuokio.build import prepare
from tuokio.editor import write_schemas
from tuokio.editor.vscode import PROBLEMS
from tuokio.kept import Kept
from tuokio.read import markdown
from tuokio.read.module import FRONT
from tuokio.starter import start

ROOT = Path(__file__).parent.parent
SCHEMAS = write_schemas()
TRANSLATED = re.compile(r"\.(fi|sv|en|de|ar)\.(md|yaml)$")


class Core(yaml.CSafeLoader):
    """YAML 1.2 as editors read it: no dates, and `yes` is a word."""

    yaml_implicit_resolvers: dict = {}  # noqa: RUF012 – as its parent has it


for tag, pattern, first in (("bool", "true|false", "tf"), ("null", "~|", ["~", ""]), ("int", "[-+]?[0-9]+", "-+0123456789"), ("float", r"[-+]?[0-9]*\.[0-9]+|[0-9]+\.", "-+.0123456789")):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def see(text: str) -> Any:
    """Return what an editor makes of a YAML text; its keys are texts. Where `{{ value }}` begins a text without quotes, editors read something else."""
    def plain(node: Any) -> Any:
        return {str(key): plain(value) for key, value in node.items()} if isinstance(node, dict) else [plain(one) for one in node] if isinstance(node, list) else node

    return plain(yaml.load(re.sub(r"\{\{ ?(\w+) ?\}\}", r"\1", text), Core))


def read_parts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the YAML of a file that an editor would look at, each with the name of its schema."""
    text, name = path.read_text("utf-8-sig"), path.name
    if path.suffix == ".md":
        front = FRONT.match(text)
        if front and front[1]:
            yield "module", front[1]
        for token in markdown.parse(text[front.end() :] if front else text, {}):
            if token.type == "fence" and (word := token.info.split()[:1]) and word[0] in blocks.fences():
                yield f"block-{word[0]}", token.content
    elif known := next((schema for schema, fits in (("course", name == "course.yaml"), ("theme", name == "theme.yaml"), ("glossary", name.startswith("glossary.")), ("words", path.parent.name == "words"), ("bank", path.parent.name == "banks")) if fits), ""):
        yield "bank-translation" if known == "bank" and TRANSLATED.search(name) else known, text


GOOD = sorted(path for place in ("courses", "themes", "tests/courses", "builder/tuokio/starter", "builder/tuokio/blocks") for pattern in ("*.md", "*.yaml") for path in (ROOT / place).rglob(pattern) if "broken" not in path.parts and path.name != "words.yaml" and not (path.suffix == ".md" and TRANSLATED.search(path.name)))


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one_and_explains_every_key(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    unexplained = [key for key, made in list_keys(SCHEMAS[name]) if not explain(made, SCHEMAS[name])]
    assert [] == unexplained
    patterns = json.dumps(sorted({one for one in re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(SCHEMAS[name]))}))
    subprocess.run(["node", "-e", f"for (const one of {patterns}) new RegExp(JSON.parse(one), 'u')"], check=True)


def list_keys(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        yield from ((key, made) for key, made in node.get("properties", {}).items() if key not in ("zero", "one", "two", "few", "many", "other"))
        for value in node.values():
            yield from list_keys(value)
    elif isinstance(node, list):
        for one in node:
            yield from list_keys(one)


def explain(made: dict[str, Any], schema: dict[str, Any]) -> str:
    return made.get("description") or schema["$defs"][made["$ref"].removeprefix("#/$defs/")].get("description", "") if "$ref" in made else made.get("description") or made.get("const", "")


def test_schemas_take_all_that_is_written_in_the_repository() -> None:
    seen = set()
    validators = {name: Draft7Validator(schema) for name, schema in SCHEMAS.items()}
    for path in GOOD:
        for name, text in read_parts(path):
            seen.add(name)
            told = [f"{path}: {list(error.absolute_path)} {error.message[:200]}" for error in validators[name].iter_errors(see(text))]
            assert [] == told
    assert seen == set(SCHEMAS)


SHORT = [
    ("course", "completion: {mastery: 80 %}\nretired: old-one\nvalues: {year: 2026}\nroles: {staff: 1}\nhtml: 'true'"),
    ("module", "valid: 12 kk\naudience: staff\nminutes: '10'\nexam: {draw: 3, from: banks/products.yaml, mastery: '0,8'}\nchanges: [{date: 2026-11-01, of: q.a, note: 5}]"),
    ("module", "valid: 2 vuotta\nexam: {from: [products, rules]}"),
    ("block-quiz", "question: 1 + 1?\noptions: [1, 2, {text: 3, correct: true, feedback: yes}]\ntags: sums\nhints: one"),
    ("block-quiz", "- {number: '2,5', tolerance: 5%, unit: dl, question: x}\n- {number: 1000, question: x, points: 0.5}"),
    ("block-quiz", "sort: {Itse: [Kahvi, {text: Kakku}], Eteenpäin: Lasku}\nquestion: x"),
    ("block-quiz", "match: {a: b, c: d}\nextra: [e]\nquestion: x"),
    ("block-checklist", "title: x\nitems: [a, {text: b, why: c}]"),
    ("block-plan", "prompt: x\nask_after: 2 viikkoa"),
    ("block-debrief", "title: x\ncases: One case.\nplan: [[3, Welcome], 5 min Cases]"),
    ("theme", "radius: '4'\nfonts: {weight: 700}"),
    ("glossary", "receipt: {means: It proves., forms: receipts}"),
]


@pytest.mark.parametrize("name, text", SHORT)
def test_schemas_take_what_is_written_in_short(name: str, text: str) -> None:
    assert [] == [error.message for error in Draft7Validator(SCHEMAS[name]).iter_errors(see(text))]


TOLD = {"unknown-key", "missing-key", "not-a-flag", "not-a-number", "out-of-range", "unusable-id", "unknown-value-of-key", "too-few", "not-a-date", "not-a-period", "unusable-range", "unusable-moment", "not-days", "two-kinds", "no-kind", "unknown-type"}
"""Findings that a schema alone can know of …"""
UNKNOWABLE = {"one-option.md", "too-few-things.md", "wrong-is-no-number.md", "step-of-nothing.md", "one-statement.md", "again-today.md", "negative-tolerance.md", "mood-too-far.md", "chapters.md", "same-id-twice.md"}
"""… but here they are of something inside a text, or of several keys together."""


def test_schemas_refuse_what_a_schema_can_know_of() -> None:
    missed, refused, kept = [], 0, Kept()
    validators = {name: Draft7Validator(schema) for name, schema in SCHEMAS.items()}
    for path in sorted((ROOT / "builder/tuokio").rglob("broken/*.md")):
        errors = {finding.id for finding in prepare(path, kept=kept)[1] if finding.severity != "hint"}
        try:
            refuses = any(not validators[name].is_valid(see(text)) for name, text in read_parts(path))
        except (yaml.YAMLError, UnicodeDecodeError):
            continue  # which an editor underlines too
        refused += refuses
        if errors & TOLD and not refuses:
            missed.append(path.name)
    assert refused > 100
    assert UNKNOWABLE == set(missed)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    workspace = tmp_path_factory.mktemp("my training ä")
    start(workspace, "en")
    with LanguageServer(workspace) as server:
        yield server


COURSE, BANK = "courses/first/course.yaml", "courses/first/banks/products.yaml"


def test_vs_code_says_nothing_of_a_new_course(server: LanguageServer) -> None:
    for path in server.workspace.rglob("*.yaml"):
        assert [] == server.underlined(path.relative_to(server.workspace).as_posix(), path.read_text("utf-8"))


def test_vs_code_underlines_what_is_wrong_in_course_yaml_and_says_the_cure(server: LanguageServer) -> None:
    told = server.underlined(COURSE, "id: Our course\ntitel: x\ncompletion: {mastery: lots}\nhtml: kyllä\n")
    assert [
        "1: Use small letters a–z, digits and hyphens, and begin with a letter or digit.",
        "2: Property titel is not allowed.",
        "3: Write a share such as 80%.",
        "4: Write `true` or `false`.",
    ] == told


def test_vs_code_offers_and_explains_keys_and_values_of_course_yaml(server: LanguageServer) -> None:
    assert {"title", "completion", "service_model"} < set(server.offered(COURSE, "id: x\n|"))
    assert ["modules", "mastery"] == server.offered(COURSE, "completion:\n  |")
    assert ["true", "false"] == server.offered(COURSE, "html: |")
    assert "The steps of good service" in server.explained(COURSE, "serv|ice_model: {}\n")


def test_vs_code_knows_the_questions_of_a_bank_by_their_keys(server: LanguageServer) -> None:
    told = server.underlined(BANK, "- id: a\n  question: x\n  options: [a, {text: b, corect: true}]\n- number: abc\n  question: x\n  typos: 2\n- question: y\n")
    assert ["3: Property corect is not allowed.", "4: Write the number alone, in digits.", "6: Property typos is not allowed."] == told[:3]
    assert told[3].startswith("7: No key here tells what kind of question this is. Add ")
    offered = server.offered(BANK, "- number: 2,5\n  question: x\n  |")
    assert "tolerance" in offered and "typos" not in offered
    assert {"options", "statement", "number"} < set(server.offered(BANK, "- question: x\n  |"))
    assert "multiple" in server.offered(BANK, "- type: |\n")
    assert [] == server.underlined("courses/first/banks/products.sv.yaml", "- id: a\n  statement: Påstående\n")


def test_vs_code_knows_themes_glossaries_and_phrases(server: LanguageServer) -> None:
    assert ["2: Property bran is not allowed.", "3: Value is above the maximum of 3."] == server.underlined("themes/own/theme.yaml", "name: x\ncolours: {bran: red}\nline: 9\n")
    assert ['2: Missing property "means".'] == server.underlined("courses/first/glossary.yaml", "receipt: It proves.\ntill: {forms: [a]}\n")
    assert ["1: Property kontinue is not allowed."] == server.underlined("courses/first/words/fi.yaml", "kontinue: Jatka\n")


def test_snippets_make_blocks_that_build(tmp_path: Path) -> None:
    start(tmp_path, "en")
    snippets = json.loads((tmp_path / ".vscode/tuokio.code-snippets").read_text("utf-8"))
    stop = re.compile(r"\$\{\d+(?::((?:\\.|[^}\\])*)|\|([^,|]*)[^|]*\|)\}|\$0")
    for name, kind in blocks.kinds().items():
        snippet = snippets[f"block {name}"]
        typed = re.sub(r"\\(.)", r"\1", stop.sub(lambda match: match[1] or match[2] or "", "\n".join(snippet["body"])))
        fences = [token for token in markdown.parse(typed, {}) if token.type == "fence"]
        assert [kind.fence] == [token.info for token in fences]
        assert [] == [error.message for error in Draft7Validator(SCHEMAS[f"block-{kind.fence}"]).iter_errors(see(fences[0].content))], name
        assert snippet["description"] and snippet["prefix"].startswith("```")
    assert ["force: ${1|law,house,judgement|}"] == snippets["key force"]["body"]
    assert "Why there is such a rule" in snippets["key why"]["description"]


def test_your_own_settings_stay_when_vs_code_is_told_anew(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from tuokio.cli import main

    start(tmp_path, "en")
    (tmp_path / ".vscode/settings.json").write_text("{}", "utf-8")
    (tmp_path / ".vscode/schemas/bank.schema.json").unlink()
    result = CliRunner().invoke(main, ["schema", "--vscode", str(tmp_path)])
    assert 0 == result.exit_code
    assert "{}" == (tmp_path / ".vscode/settings.json").read_text("utf-8") and "bank.schema.json" in result.output
    assert (tmp_path / ".vscode/schemas/bank.schema.json").is_file()


def test_settings_that_know_nothing_of_tuokio_are_named_with_what_to_paste(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from tuokio.cli import main

    start(tmp_path, "en")
    whole = CliRunner().invoke(main, ["schema", "--vscode", str(tmp_path)])
    assert "Paste" not in whole.output
    own = '{\n  // ours\n  "files.autoSave": "off",\n}\n'
    (tmp_path / ".vscode/settings.json").write_text(own, "utf-8")
    (tmp_path / ".vscode/tasks.json").write_text('{"version": "2.0.0", "tasks": []}', "utf-8")
    told = CliRunner().invoke(main, ["schema", "--vscode", str(tmp_path)]).output
    settings, tasks = (part.split("\n\n", 1)[1] for part in told.split("Your own ")[1:])
    assert own == (tmp_path / ".vscode/settings.json").read_text("utf-8")
    assert {"yaml.schemas", "files.autoSaveDelay"} <= (pasted := json.loads("{" + settings + "}")).keys() and "files.autoSave" not in pasted
    assert "tuokio check" == json.loads(tasks)["label"]


def test_what_is_saved_is_checked_again_and_each_finding_is_a_line_that_vs_code_underlines(tmp_path: Path) -> None:
    course = start(tmp_path, "en")
    module = next(course.glob("*.md"))
    good = module.read_text("utf-8")
    process = subprocess.Popen([sys.executable, "-m", "tuokio", "check", "--watch"], cwd=tmp_path, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def read() -> list[str]:
        lines = []
        while not re.search(PROBLEMS["background"]["endsPattern"], line := process.stdout.readline().rstrip("\n")):
            assert line, "it ended"
            lines.append(line)
        assert re.search(PROBLEMS["background"]["beginsPattern"], lines[0])
        return lines[1:]

    try:
        assert [] == read()
        module.write_text(good.replace("hint:", "hnit:"), "utf-8")
        [line] = read()
        match = re.search(PROBLEMS["pattern"]["regexp"], line)
        assert match and module == tmp_path / match[1]
        assert ("hnit:", "warning", "unknown-key") == (module.read_text("utf-8").split("\n")[int(match[2]) - 1][:5], match[5], match[7])
        assert (1, 5) == (int(match[3]), int(match[4])) and "Did you mean `hint`?" in match[6]
        module.write_text(good, "utf-8")
        assert [] == read()
        other = course.parent / "another"
        other.mkdir()
        (other / "01-new.md").write_text("```quiz\n", "utf-8")
        while not (lines := read()):  # the empty folder was seen first
            pass
        assert lines[0].startswith("courses/another/01-new.md:1:") and "error" in lines[0]
    finally:
        process.kill()
        process.wait()
