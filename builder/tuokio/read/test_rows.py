"""The short way through YAML gives the very tree of the long one."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from tuokio.finding import Finding
from tuokio.read import rows, yaml
from tuokio.read.tree import Mapping, Sequence

INDENTS = ["", "", "", "  ", "  ", "    ", "   ", " ", "      "]
HYPHENS = ["", "", "", "- ", "- ", "-   ", "-", "- - "]
KEYS = ["a: ", "b: ", "id: ", "text:  ", "c:", "d: ", "two words: ", "8: ", "ä-ö: ", "a:b: ", "e :", "'f': ", "g, h: ", ": ", "?", "", "", ""]
TEXTS = ["word", "Two words, and more.", "ä ö – “x”", "8:30", "1.10", "on", "(a) [b]", "it's \"so\"", '"quoted: text"', "'it # is'", '""', "''", '"a', "'a''b'", '"\\n"', "[a, b]", "{a: b}", "-", "- x", "-x", "~", "null", "a: b", "a:", "a #b", "a#b", "#a", "# a", "*a", "&a", "!a", "|", ">", "@a", "`a`", "%a", "a ", " ", "a\tb", "\u00a0", "\u2028", "\x07", "\u2007a", "…", "---", "...", "?", "? a", ",", "]", "x" * 1100, "", "", "", "", "", ""]


def make_text(chance: random.Random) -> str:
    """Return a text of rows, many of which belong together."""
    texts = TEXTS if chance.random() < 0.3 else TEXTS[:12] + ["", ""]
    keys = KEYS if chance.random() < 0.3 else KEYS[:7] + [""]
    rows = [chance.choice(INDENTS) + chance.choice(HYPHENS) + chance.choice(keys) + chance.choice(texts) for _ in range(chance.randint(1, 7))]
    return "\n".join(rows) + chance.choice(["", "\n"])


def make_tidy(chance: random.Random, column: int = 0, depth: int = 0) -> list[str]:
    """Return the rows of a mapping or list as people write them."""
    made: list[str] = []
    pad = " " * column
    listed = chance.random() < 0.4
    for number in range(chance.randint(1, 4)):
        lead = "- " if listed else f"k{number}:"
        if chance.random() < 0.5 or depth > 3:
            made.append(f"{pad}{lead}{'' if listed else ' '}{chance.choice(TEXTS[:12])}{' ' * chance.choice((0, 0, 2))}")
        elif listed:
            inside = make_tidy(chance, column + 2, depth + 1)
            made += [f"{pad}- {inside[0].lstrip()}", *inside[1:]]
        else:
            made += [f"{pad}{lead}", *make_tidy(chance, column + chance.choice((0, 1, 2, 4)), depth + 1)]
        made += [chance.choice(("", "  "))] * (chance.random() < 0.1)
    return made


def show(node: Any) -> Any:
    """Return a tree with all that it knows."""
    if isinstance(node, Mapping):
        return {key: (show(value), *node.at[key]) for key, value in node.items()}, list(node), list(node.at)
    if isinstance(node, Sequence):
        return [(show(value), *at) for value, at in zip(node, node.at, strict=True)]
    return node


def read(text: str) -> Any:
    findings: list[Finding] = []
    document = yaml.parse(text, Path("a.yaml"), findings)
    return document and (show(document.data), document.hollow, document.lines), findings


@pytest.mark.parametrize("make", [make_text, lambda chance: "\n".join(make_tidy(chance))])
def test_the_short_way_gives_what_the_long_one_gives(make, monkeypatch: pytest.MonkeyPatch) -> None:
    chance, short = random.Random(7), 0
    texts = [make(chance) for _ in range(1500)]
    read_short = [read(text) for text in texts]
    for text in texts:
        short += rows.read_rows(text, text.split("\n"), yaml.DEEPEST) is not None
    monkeypatch.setattr(yaml, "read_rows", lambda text, lines, deepest: None)
    for text, had in zip(texts, read_short, strict=True):
        assert had == read(text), repr(text)
    assert short > 60


def test_the_short_way_is_taken_for_a_quiz() -> None:
    quiz = "- id: one\n  question: What is 8:30?\n  options:\n  - text: \"Late: very\"\n    correct: true\n  - Early\n\n- statement: So it is.\n  tags:\n    - a\n    - b\n"
    assert rows.read_rows(quiz, quiz.split("\n"), yaml.DEEPEST) is not None


def test_what_nests_too_deep_is_left_to_the_long_way() -> None:
    deep = "\n".join(f"{'  ' * depth}a:" for depth in range(30)) + " x"
    assert rows.read_rows(deep, deep.split("\n"), yaml.DEEPEST) is None
