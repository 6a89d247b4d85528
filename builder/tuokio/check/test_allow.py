"""What is allowed with a reason is not told; what allows nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuokio.build import build, prepare

RULE = "catch-all-option"
BLOCK = """```quiz
id: {id}
objective: prove
{allow}question: What can prove that something was bought here?
options:
  - {{text: A receipt, feedback: It does. So do other things.}}
  - {{text: A card payment, feedback: It does. So do other things.}}
  - {{text: All of the above, correct: true, feedback: Each of them names the purchase.}}
```

"""
ALLOW = f"allow: {{{RULE}: It was taken over from the chain's own exam.}}\n"


def write(folder: Path, *, course: str = "", module: str = "", block: str = "") -> Path:
    (folder / "course.yaml").write_text(f"id: c\ntitle: C\nlanguages: [en, sv]\n{course}", "utf-8")
    front = f"---\nid: a\nobjectives: {{prove: You find proof of a purchase.}}\n{module}---\n\n"
    (folder / "1-a.md").write_text(front + BLOCK.format(id="one", allow=block) + BLOCK.format(id="two", allow=""), "utf-8")
    swedish = "```quiz\nid: one\nquestion: Vad visar att något är köpt här?\noptions: [Kvittot, Kortbetalningen, Alla ovanstående]\n```\n"
    (folder / "1-a.sv.md").write_text(swedish, "utf-8")
    return folder


def told(folder: Path) -> list[tuple[str, str, int]]:
    return sorted((finding.id, finding.span.path.name, finding.span.line) for finding in prepare(folder)[1] if finding.id in (RULE, "unused-allow", "allow-without-reason"))


def test_without_anything_all_are_told(tmp_path: Path) -> None:
    assert [(RULE, "1-a.md", 13), (RULE, "1-a.md", 23), (RULE, "1-a.sv.md", 4)] == told(write(tmp_path))


def test_a_block_allows_for_itself_in_every_language(tmp_path: Path) -> None:
    assert [(RULE, "1-a.md", 24)] == told(write(tmp_path, block=ALLOW))


def test_a_module_allows_for_all_its_blocks_in_every_language(tmp_path: Path) -> None:
    assert [] == told(write(tmp_path, module=ALLOW))


def test_a_course_allows_everywhere(tmp_path: Path) -> None:
    assert [] == told(write(tmp_path, course=ALLOW))


def test_a_bank_is_covered_like_a_module(tmp_path: Path) -> None:
    write(tmp_path, module=ALLOW)
    (tmp_path / "banks").mkdir()
    lines = BLOCK.format(id="three", allow=ALLOW).split("\n")[1:-3]
    (tmp_path / "banks/more.yaml").write_text("- " + "\n  ".join(lines) + "\n", "utf-8")
    assert [] == told(tmp_path)


def test_a_reason_is_needed(tmp_path: Path) -> None:
    found = told(write(tmp_path, module=f"allow: {{{RULE}: …}}\n"))
    assert [] == [one for one in found if one[0] == RULE] and [("allow-without-reason", "1-a.md", 4)] == found


@pytest.mark.parametrize("id, cure", [("catch-al-option", "Did you mean `catch-all-option`?"), ("dead-link", "Remove it.")])
def test_what_allows_nothing_is_told_with_what_may_have_been_meant(id: str, cure: str, tmp_path: Path) -> None:
    findings = prepare(write(tmp_path, course=f"allow: {{{id}: For a reason.}}\n", module=ALLOW))[1]
    assert [cure] == [finding.cure for finding in findings if finding.id == "unused-allow"]


@pytest.mark.parametrize("where", ["course", "module", "block"])
def test_what_may_hold_for_something_unread_is_not_called_unused(where: str, tmp_path: Path) -> None:
    write(tmp_path, **{where: "allow: {dead-link: It comes later.}\n"})
    assert "unused-allow" in {finding.id for finding in prepare(tmp_path)[1]}
    path = tmp_path / "1-a.md"
    path.write_text(path.read_text("utf-8").replace("id: two", "id: {two"), "utf-8")
    assert "unused-allow" not in {finding.id for finding in prepare(tmp_path)[1]}


def test_an_error_is_told_whatever_allows_it_and_nothing_is_built(tmp_path: Path) -> None:
    write(tmp_path, course="allow: {missing-key: We like it so.}\n", module=ALLOW)
    (tmp_path / "2-b.md").write_text("```quiz\nid: q\nquestion: What now?\n", "utf-8")
    (tmp_path / "course.yaml").write_text("id: c\ntitle: C\nallow: {fence-not-closed: We like it so.}\n", "utf-8")
    result = build(tmp_path, tmp_path / "output", ["site"])
    assert result.failed and any(finding.id == "fence-not-closed" for finding in result.findings)


def test_allowing_changes_no_revision(tmp_path: Path) -> None:
    revisions = [[data["rev"] for step in prepare(write(tmp_path, block=allow))[0].editions[0].pages[0].steps for data in step.items.values()] for allow in ("", ALLOW)]
    assert revisions[0] == revisions[1] != []
