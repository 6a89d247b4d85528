"""What builds leave for those after them: told apart by all that went into it, and never worse than nothing."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from datetime import date
from enum import Enum
from pathlib import Path
from typing import NamedTuple

import pytest

from tuokio.kept import Kept, Store, fingerprint
from tuokio.kept import store as store_module


class Pair(NamedTuple):
    left: str
    right: str


class Size(Enum):
    SMALL = "1"


APART = [
    None, "", "None", "1", b"1", 1, 1.0, True, [], ["a", "b"], ["ab"], [["a"], "b"], ["a", ["b"]], {}, {"a": "b"}, {"b": "a"}, {"a": "b", "c": "d"}, {"c": "d", "a": "b"},
    {"a"}, Pair("a", "b"), Pair("b", "a"), Path("a"), "a", Path("a/b"), Size.SMALL, date(2026, 1, 2), "2026-01-02", ("s1:", "a"), ("s", "1:a"), "\ud800", "ä", "a\u0308",
]  # fmt: skip


def test_what_is_not_the_same_has_not_the_same_fingerprint() -> None:
    assert len(APART) == len({fingerprint(value) for value in APART})


def test_the_same_has_the_same_fingerprint_wherever_it_came_from() -> None:
    assert fingerprint(["a", {"b": (1, None)}, {"x", "y", "z"}]) == fingerprint(["a", {"b": (1, None)}, {"z", "y", "x"}])


def test_what_cannot_be_told_apart_decides_nothing() -> None:
    with pytest.raises(TypeError, match="neither a serial nor fields"):
        fingerprint(["a", object()])


def make(kept: Kept, made: list[str], of: str = "flour") -> str:
    """Ask for a loaf; `made` tells that it was baked anew."""

    def bake() -> str:
        made.append(of)
        return f"bread of {of}"

    loaf = kept.get("loaf", of, bake)
    kept.forget_unasked()
    return loaf


def test_what_one_process_made_another_finds_until_it_is_made_of_something_else(tmp_path: Path) -> None:
    made: list[str] = []
    for of in ("flour", "flour", "rye", "flour"):
        assert make(Kept(lasting=False, store=Store(tmp_path / "c.db")), made, of) == f"bread of {of}"
    assert made == ["flour", "rye"]


def test_another_tuokio_python_or_library_begins_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    make(Kept(store=Store(tmp_path / "c.db")), made)
    monkeypatch.setattr(store_module, "list_installed", lambda: ["another"])
    make(Kept(store=Store(tmp_path / "c.db")), made)
    assert made == ["flour", "flour"]


def test_what_nobody_asks_for_is_forgotten_after_two_days(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    begun = time.time()
    for days, of in ((0, "flour"), (0, "rye"), (1.5, "rye"), (3, "rye"), (3, "flour")):
        monkeypatch.setattr(time, "time", lambda days=days: begun + days * 24 * 3600)
        make(Kept(lasting=False, store=Store(tmp_path / "c.db")), made, of)
    assert made == ["flour", "rye", "flour"]


def spoil(path: Path) -> None:
    path.write_bytes(b"no database " * 1000)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def scribble(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"bread of flour", b"\xff" * 14))


def make_a_folder_of_it(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [spoil, cut, make_a_folder_of_it, Path.unlink])
def test_a_damaged_store_costs_a_build_its_speed_and_nothing_else(harm: Callable[[Path], None], tmp_path: Path) -> None:
    made: list[str] = []
    make(Kept(store=Store(tmp_path / "c.db")), made)
    harm(tmp_path / "c.db")
    assert make(Kept(lasting=False, store=Store(tmp_path / "c.db")), made) == "bread of flour"
    assert made == ["flour", "flour"]


def test_what_cannot_be_read_back_is_made_anew(tmp_path: Path) -> None:
    made: list[str] = []
    make(Kept(store=Store(tmp_path / "c.db")), made)
    rows = sqlite3.connect(tmp_path / "c.db")
    rows.execute("UPDATE kept SET made = x'80'")
    rows.commit()
    assert make(Kept(lasting=False, store=Store(tmp_path / "c.db")), made) == "bread of flour"


def test_while_another_build_holds_the_store_this_one_does_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(store_module, "PATIENCE", 0.01)
    first = Store(tmp_path / "c.db")
    first.put(b"key", b"made")
    make(Kept(lasting=False, store=Store(tmp_path / "c.db")), made)
    first.save()
    make(Kept(lasting=False, store=Store(tmp_path / "c.db")), made)
    make(Kept(lasting=False, store=Store(tmp_path / "c.db")), made)
    assert made == ["flour", "flour"], "the second could store it, so the third finds it"


def test_what_is_noted_of_a_thing_the_next_process_recalls_until_the_thing_is_gone(tmp_path: Path) -> None:
    for known, asked in ((None, ("a", "b")), (1, ("a",)), (1, ("a",))):
        kept = Kept(lasting=False, store=Store(tmp_path / "c.db"))
        facts = kept.facts("sizes")
        assert [known] * len(asked) == [facts.recall(serial) for serial in asked]
        for serial in asked:
            facts.note(serial, 1)
        kept.forget_unasked()
    assert Kept(store=Store(tmp_path / "c.db")).facts("sizes").recall("b") is None
    assert Kept(store=Store(tmp_path / "c.db")).facts("names").recall("a") is None


@pytest.mark.parametrize("lasting", [True, False])
@pytest.mark.parametrize("stored", [True, False])
def test_what_is_set_aside_comes_back_as_it_was_made(lasting: bool, stored: bool, tmp_path: Path) -> None:
    kept = Kept(lasting=lasting, store=Store(tmp_path / "c.db") if stored else None)
    first, second = (kept.set_aside(name, name, lambda name=name: [name, "text"]) for name in "ab")
    assert (["a", "text"], ["b", "text"], ["a", "text"]) == (first(), second(), first())


def test_what_was_set_aside_another_process_finds_and_makes_only_if_the_store_has_lost_it(tmp_path: Path) -> None:
    made: list[str] = []

    def set_aside() -> Callable[[], list[str]]:
        kept = Kept(lasting=False, store=Store(tmp_path / "c.db"))
        bring = kept.set_aside("loaf", "flour", lambda: made.append("loaf") or list(made))
        kept.forget_unasked()
        return bring

    set_aside()
    later = set_aside()
    assert (["loaf"], ["loaf"]) == (later(), made)
    later = set_aside()
    rows = sqlite3.connect(tmp_path / "c.db")
    rows.execute("DELETE FROM kept")
    rows.commit()
    assert (["loaf", "loaf"], ["loaf", "loaf"]) == (later(), made)


def test_where_the_disk_has_no_room_what_is_set_aside_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    assert Kept(lasting=False).set_aside("loaf", "flour", lambda: ["bread"])() == ["bread"]
