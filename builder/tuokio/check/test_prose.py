from __future__ import annotations

from pathlib import Path

from tuokio.check.prose import read_prose
from tuokio.kept import Kept
from tuokio.read import read


def test_paragraphs_and_items_are_prose_and_headings_tables_code_and_questions_are_not(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Title\n\n## Step {#s}\n\nOne & *two*\nwords.\n\n- first\n- second [link](#s)\n\n### Heading\n\n| a | b |\n|---|---|\n| c | d |\n\n    code\n\n> Quote.[^n]\n\n[^n]: Note.\n\n```quiz\nquestion: Asked?\noptions: [{text: a, correct: true}, b]\nexplanation: Because.\n```\n\nLast.\n", "utf-8")
    course = read(tmp_path / "a.md", [], Kept())
    assert read_prose(course.modules[0].steps[-1]) == "One & two words.\n\nfirst\n\nsecond link\n\nQuote.\n\nLast."
