"""What the browser is told for certificates and statistics."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuokio.build import prepare
from tuokio.finding import Severity
from tuokio.resources.completion.resource import collect

COURSES = Path(__file__).parents[4] / "tests/courses"


def test_a_certificate_names_the_rules_by_module_in_each_language() -> None:
    pages, _ = prepare(COURSES / "ruled")
    english, finnish = (collect(pages, edition)["rules"] for edition in pages.editions)
    assert {"returns": 2, "goodwill": 1} == {module: len(lines) for module, lines in english.items()}
    assert "Tuotteen voi palauttaa 14 päivän ajan kuitilla." == finnish["returns"][0]


COUNTED = """# A

```quiz
id: chosen
question: Which?
options: [{text: One, correct: true, feedback: Yes}, {id: two, text: Two, feedback: No}]
```

```quiz
id: claimed
statement: So it is.
correct: true
explanation: It is.
```

```quiz
id: typed
question: How many?
number: 3
explanation: Three.
```

```quiz
id: own-words
question: Why?
model_answer: Because.
```

```reflect
id: private
prompt: What do you think?
model_answer: This.
```
"""


def test_what_may_be_counted_is_what_a_machine_grades_and_nothing_where_nobody_asked(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(COUNTED, "utf-8")
    settings = tmp_path / "course.yaml"
    settings.write_text("results: {item_statistics: true}\n", "utf-8")
    pages, findings = prepare(tmp_path)
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]
    assert {"": ["typed"], "a two": ["chosen"], "false true": ["claimed"]} == collect(pages, pages.editions[0])["counted"]
    settings.write_text("title: A\n", "utf-8")
    pages, _ = prepare(tmp_path)
    assert "counted" not in collect(pages, pages.editions[0])


@pytest.mark.parametrize("name", ["exams", "ruled", "reviewing"])
def test_questions_of_banks_exams_and_blocks_are_counted_once(name: str) -> None:
    pages, _ = prepare(COURSES / name)
    pages.course.settings.results.item_statistics = True
    counted = [id for ids in collect(pages, pages.editions[0])["counted"].values() for id in ids]
    assert counted and len(counted) == len(set(counted))
