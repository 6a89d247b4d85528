"""Roles and audiences: what is said of those that nobody could have, or that change nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tuokio.build import prepare

SETTINGS = "id: c\ntitle: C\nlanguages: [en]\n"
ROLES = SETTINGS + "roles: {staff: Salesperson, manager: Manager}\n"


@pytest.mark.parametrize(
    ("settings", "audiences", "told"),
    [
        (ROLES, ["", "audience: [manager]"], []),
        (ROLES, ["audience: staff", "audience: [manager, staff]"], []),
        (ROLES, ["", "audience: [manger]"], [("unknown-audience", "Did you mean `manager`?")]),
        (SETTINGS, ["", "audience: [manager]"], [("unknown-audience", "Write what it is called in course.yaml: `roles: {manager: …}`.")]),
        (ROLES, ["", ""], [("idle-role", "Write at the top of a module for whom it is meant, such as `audience: [staff]`, or remove `roles`.")]),
        (ROLES, ["audience: manager", "audience: manager"], [("idle-role", "Add `staff` to the `audience` of what they should do, or leave `audience` out where a module is for everyone.")]),
    ],
)
def test_a_role_is_known_and_has_something_to_do(settings: str, audiences: list[str], told: list[tuple[str, str]], tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_text(settings, "utf-8")
    for number, audience in enumerate(audiences):
        (tmp_path / f"{number}-m.md").write_text(f"---\nid: m{number}\ntitle: M{number}\n{audience}\n---\n\nText.\n", "utf-8")
    findings = prepare(tmp_path)[1]
    assert told == [(finding.id, finding.cure) for finding in findings]
    assert all(finding.span.line > 1 for finding in findings), "in the line it is about"
