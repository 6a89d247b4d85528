"""What the browser is told of what has changed."""

from __future__ import annotations

from pathlib import Path

from tuokio.build import prepare
from tuokio.resources import collect as collect_all
from tuokio.resources.changes.resource import collect

ROOT = Path(__file__).parents[4]


def test_the_ledgers_of_all_modules_are_one_newest_first_without_typos(tmp_path: Path) -> None:
    changes = {"a": "{date: 2026-11-01, of: a, kind: typo, note: A comma.}\n  - {date: 2026-10-01, of: part, note: It *is* so.}", "b": "{date: 2026-10-15, of: b, kind: clarified, note: Said better.}"}
    for id, ledger in changes.items():
        (tmp_path / f"{id}.md").write_text(f"---\nid: {id}\nchanges:\n  - {ledger}\n---\n\n# {id.upper()}\n\nText.\n\n## Part {{#part}}\n\nText.\n", "utf-8")
    pages, _ = prepare(tmp_path)
    found = collect(pages, pages.editions[0])["ledger"]
    assert [("b", "clarified", "Said better."), ("a", "changed", "It is so.")] == [(entry["module"], entry["kind"], entry["note"]) for entry in found]
    assert ["start", "part"] == [entry["step"] for entry in found] and "<em>is</em>" in found[1]["html"] and 20727 == found[1]["day"]


def test_a_course_in_which_nothing_changes_runs_out_or_is_for_some_has_none(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n\nText.\n", "utf-8")
    pages, _ = prepare(tmp_path)
    assert collect(pages, pages.editions[0]) is None


def test_what_only_runs_out_has_no_place_on_the_home_page_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\nid: a\nvalid: 12 months\n---\n\n# A\n\nText.\n", "utf-8")
    pages, _ = prepare(tmp_path)
    assert [""] == [one.label for one in collect_all(pages, pages.editions[0]) if one.name == "changes"]
