"""What one build leaves for the next, so that an edit costs no more than what it touched."""

from __future__ import annotations

import io
import pickle
import secrets
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

from tuokio.kept.attic import Attic
from tuokio.kept.fingerprint import fingerprint
from tuokio.kept.labour import FEWEST, make_apart
from tuokio.kept.store import Store

Made = TypeVar("Made")


def make_serial() -> str:
    """Return what tells a thing that was made from all others, for as long as it is kept: its identity, across processes.

    What is made of a thing names its serial, so that whatever comes in its place, if only for a link that leads elsewhere now, is something else.
    """
    return secrets.token_hex(8)


class Wanted(NamedTuple):
    """What `Kept.get` is asked for."""

    name: Hashable
    made_of: Any
    make: Callable[[], Any]
    still: Callable[[Any], bool] = lambda made: True
    lent: Sequence[Any] = ()


class Facts:
    """Something brief of each of many things, by their serials: found one by one it would take longer than to make anew, so in the store all of it is one."""

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known
        self.asked: dict[str, Any] = {}
        """What this build had a use for."""

    def recall(self, serial: str) -> Any:
        """Return what was noted of a thing, None if nothing was."""
        if serial in self.known:
            self.asked[serial] = self.known[serial]
        return self.asked.get(serial)

    def note(self, serial: str, fact: Any) -> None:
        """Note of a thing what its serial alone decides."""
        self.asked[serial] = fact


class Kept:
    """Things made before, each with what it was made of.

    Only what a thing was made of decides, never when. Sources are told apart by their text, what was made of them by its serial.
    Pictures alone, too large to be read at every save, are told apart by their date and size, as the typesetter hands them in.
    """

    def __init__(self, *, lasting: bool = True, store: Store | None = None, hands: int = 1) -> None:
        self.lasting = lasting
        """False for a build that nothing follows in this process: then nothing is kept in memory, which is let go as soon as can be."""
        self.store = store
        """Where the next process finds what was made here."""
        self.hands = hands
        """How many processes may make things at once."""
        self._made: dict[Hashable, tuple[bytes, Any]] = {}
        self._asked: set[Hashable] = set()
        self._apart: dict[bytes, bytes] = {}
        """What other processes have made just now, by what it was made of."""
        self._aside: list[tuple[bytes, bytes]] | None = None
        """In such a process: what it has set aside."""
        self._facts: dict[str, Facts] = {}
        self._attic = Attic()
        self._held: tuple[Any, Any] = (None, None)

    def get(self, name: Hashable, made_of: Any, make: Callable[[], Made], still: Callable[[Made], bool] = lambda made: True, *, lent: Sequence[Any] = (), stored: bool = True) -> Made:
        """Return what was made under this name of just this, if it is `still` good, or make it.

        `lent` are the parts of other things that it may hold: in the store they are not copied, but found again by their number. What is not
        `stored` is made anew by each process: it cannot be written down, or that would take longer than to make it.
        """
        store = self.store if stored else None
        if not self.lasting and store is None:
            return make()
        return self._get(fingerprint((name, made_of)), Wanted(name, made_of, make, still, lent), store)

    def get_all(self, wanted: list[Wanted]) -> Iterator[Any]:
        """Yield what `get` would of each, made by several processes if many are missing. What was yielded is taken off the list, so that its sources need not stay in memory."""
        wanted.reverse()
        if self.hands == 1 or len(wanted) <= FEWEST:
            while wanted:
                name, made_of, make, still, lent = wanted.pop()
                yield self.get(name, made_of, make, still, lent=lent)
            return
        keys = [fingerprint((one.name, one.made_of)) for one in wanted]
        yield self._get(keys.pop(), wanted.pop(), self.store)  # what is loaded for it, every process has
        self._make_apart(keys, wanted)
        while wanted:
            yield self._get(keys.pop(), wanted.pop(), self.store)
        self._apart.clear()

    def _get(self, key: bytes, one: Wanted, store: Store | None) -> Any:
        if self.lasting:
            self._asked.add(one.name)
            before = self._made.get(one.name)
            if before is not None and before[0] == key and one.still(before[1]):
                return before[1]
        made = self._fetch(store, key, one.lent)
        if made is None or not one.still(made):
            made = one.make()
            if store:
                store.put(key, _freeze(made, one.lent))
        if self.lasting:
            self._made[one.name] = (key, made)
        return made

    def _make_apart(self, keys: Sequence[bytes], wanted: Sequence[Wanted]) -> None:
        missing = {key: partial(self._hand_over, one) for key, one in zip(keys, wanted, strict=True) if self._made.get(one.name, (None,))[0] != key and not (self.store and self.store.has(key))}
        if len(missing) < FEWEST:
            return
        names = list(missing)
        for number, handed in make_apart(list(missing.values()), self.hands):
            made, aside = pickle.loads(handed)  # noqa: S301 – of a copy of this process
            for key, frozen in ((names[number], made), *aside):
                if not self.store or not self.store.put(key, frozen):
                    self._apart[key] = frozen

    def _hand_over(self, one: Wanted) -> bytes:
        """Return what another process wants of a thing made here: itself, and what was set aside of it."""
        self._aside = []
        return pickle.dumps((_freeze(one.make(), one.lent), self._aside), pickle.HIGHEST_PROTOCOL)

    @property
    def hands_over(self) -> bool:
        """Whether this is a copy of the process that builds: then what is made goes there, and what is to lie elsewhere there must be set aside here."""
        return self._aside is not None

    def set_aside(self, name: Hashable, made_of: Any, make: Callable[[], Made]) -> Callable[[], Made]:
        """Return what brings back something large that was made of just this: whoever wants it has it for a moment, and nobody holds it in memory.

        What the store cannot give back after all is made once more.
        """
        key = fingerprint((name, made_of))
        if self.lasting:
            self._asked.add(name)
            if (before := self._made.get(name)) is not None and before[0] == key:
                return before[1]
        if self.store and self.store.has(key):
            bring = self._hold_last(lambda: self._fetch(self.store, key, ()) or make())
        else:
            handed = self._apart.pop(key, None)
            made = pickle.loads(handed) if handed else make()  # noqa: S301 – of a copy of this process
            frozen = handed or (_freeze(made, ()) if self.store or self._aside is not None or not self.lasting else b"")
            if self._aside is not None:
                self._aside.append((key, frozen))
            elif self.store:
                self.store.put(key, frozen)
            bring = (lambda: made) if self.lasting or self._aside is not None else self._hold_last(self._attic.lay(made, frozen))
        if self.lasting:
            self._made[name] = (key, bring)
        return bring

    def _hold_last(self, bring: Callable[[], Made]) -> Callable[[], Made]:
        """Let what was brought last be looked at for as long as nothing else is: a page has many steps."""

        def look() -> Made:
            held = self._held
            if held[0] is not look:
                held = self._held = look, bring()
            return held[1]

        return look

    def facts(self, name: str) -> Facts:
        """Return what is noted under this name, of things made in this build and before."""
        if name not in self._facts:
            self._facts[name] = Facts(self.store and self._fetch(self.store, fingerprint(("facts", name)), ()) or {})
        return self._facts[name]

    def forget_unasked(self) -> None:
        """Let go of what the build now ending had no use for, and write what it made to the store."""
        self._made = {name: made for name, made in self._made.items() if name in self._asked}
        self._asked = set()
        for name, facts in self._facts.items():
            if self.store and facts.asked != facts.known:
                self.store.put(fingerprint(("facts", name)), _freeze(facts.asked, ()))
            facts.known, facts.asked = facts.asked, {}
        if self.store:
            self.store.save()

    def _fetch(self, store: Store | None, key: bytes, lent: Sequence[Any]) -> Any:
        frozen = self._apart.pop(key, None) or (store and store.fetch(key))
        try:
            return None if frozen is None else _Thawer(frozen, lent).load()
        except Exception:  # noqa: BLE001 – whatever is wrong with what a disk gives back, it can be made anew
            return None


class _Freezer(pickle.Pickler):
    def __init__(self, file: io.BytesIO, lent: Sequence[Any]) -> None:
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._numbers = {id(part): number for number, part in enumerate(lent)}

    def persistent_id(self, part: Any) -> int | None:
        return self._numbers.get(id(part))


class _Thawer(pickle.Unpickler):
    def __init__(self, frozen: bytes, lent: Sequence[Any]) -> None:
        super().__init__(io.BytesIO(frozen))
        self._lent = lent

    def persistent_load(self, number: int) -> Any:
        return self._lent[number]


def _freeze(made: Any, lent: Sequence[Any]) -> bytes:
    if not lent:  # many times as quick where nobody need be asked about each part
        return pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
    file = io.BytesIO()
    _Freezer(file, lent).dump(made)
    return file.getvalue()
