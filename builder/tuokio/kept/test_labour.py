"""Several processes make what one would make in turn, and nothing is lost when one of them is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from tuokio.kept import Kept, Store, Wanted, count_hands, labour
from tuokio.kept.labour import make_apart

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no process can be copied here")
MANY = labour.FEWEST + 20


def bake(number: int, place: Path | None = None) -> tuple[int, int]:
    """Return a loaf and who baked it, and note that it was baked."""
    if place:
        with (place / str(number)).open("a") as note:
            note.write("x")
    return number, os.getpid()


def want(count: int, place: Path | None = None) -> list[Wanted]:
    return [Wanted(("loaf", number), number, partial(bake, number, place)) for number in range(count)]


def stored(tmp_path: Path) -> Store:
    return Store(tmp_path / "store" / "c.db")


def test_several_processes_make_each_thing_once_and_it_comes_in_order(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    made = list(Kept(lasting=False, hands=3).get_all(want(MANY, tmp_path / "notes")))
    assert [number for number, _ in made] == list(range(MANY))
    assert len({baker for _, baker in made}) == 4, "the first is made here, for what it loads"
    assert {note.read_text() for note in (tmp_path / "notes").iterdir()} == {"x"}


def test_a_few_things_are_made_here() -> None:
    assert {baker for _, baker in Kept(lasting=False, hands=2).get_all(want(labour.FEWEST))} == {os.getpid()}


def test_what_is_in_the_store_is_not_made_again_and_what_others_made_is_in_it_then(tmp_path: Path) -> None:
    for hands in (1, 2, 3):
        kept = Kept(lasting=False, store=stored(tmp_path), hands=hands)
        made = list(kept.get_all(want(MANY)))
        kept.forget_unasked()
        assert {baker for _, baker in made} == {os.getpid()}, "those of the first time"
    kept = Kept(lasting=False, store=stored(tmp_path), hands=2)
    assert len({baker for _, baker in kept.get_all(want(3 * MANY))}) == 3
    kept.forget_unasked()
    assert len({baker for _, baker in Kept(lasting=False, store=stored(tmp_path)).get_all(want(3 * MANY))}) == 3


def test_a_copy_of_the_process_leaves_the_store_alone(tmp_path: Path) -> None:
    store = stored(tmp_path)
    store.put(b"key", b"made")
    (made,) = (frozen for _, frozen in make_apart([lambda: repr((store.fetch(b"key"), store.put(b"other", b"x"), store.has(b"key"))).encode()], 1))
    assert made == b"(None, False, False)"
    assert store.fetch(b"key") == b"made"


def die(number: int) -> bytes:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return b"%d" % number


def test_what_a_killed_process_owed_is_made_here() -> None:
    came = dict(make_apart([partial(die, number) for number in range(20)], 2))
    assert set(came) == {1, 3, *range(0, 20, 2)}, "the other goes on"

    def bake_once(number: int, here: int = os.getpid()) -> int:
        return number if os.getpid() == here else int(die(number))

    assert list(Kept(lasting=False, hands=2).get_all([Wanted(number, number, partial(bake_once, number)) for number in range(MANY)])) == list(range(MANY))


def test_what_raises_elsewhere_raises_here() -> None:
    def burn() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(Kept(lasting=False, hands=2).get_all([*want(MANY), Wanted("burnt", 1, burn)]))


def test_nobody_goes_on_when_the_build_is_killed() -> None:
    """Each tells its number for as long as somebody listens; whoever outlives the build would hold our end of the pipe open."""
    program = "import os, sys\nfrom tuokio.kept.labour import make_apart\nfor number, _ in make_apart([lambda: b'x' * 10**6] * 10**5, 3):\n    print(number, flush=True)"
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    process.stdout.readline()
    process.kill()
    process.communicate(timeout=60)


def test_one_process_works_where_none_can_be_copied(monkeypatch: pytest.MonkeyPatch) -> None:
    assert count_hands(3) == 3
    monkeypatch.setattr(sys, "platform", "win32")
    assert count_hands(3) == 1
