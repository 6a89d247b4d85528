"""Random edits of a published course: what is not touched keeps its revision and its number, and what is rolled back counts again."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from tuokio.build import prepare
from tuokio.kept import Kept
from tuokio.lock import Lock, compare, read_lock, tell
from tuokio.lock.survey import list_items

DAY = date(2026, 11, 22)
SAMPLE = 24
"""Edits tried at every run of the tests; `tests/bench/publish.py` tries 300."""


@dataclass
class Asked:
    """A question, or a deck of cards."""

    id: str
    words: int
    options: list[str]
    cards: bool = False
    replaces: str = ""

    def write(self) -> str:
        more = f"replaces: {self.replaces}\n" if self.replaces else ""
        if self.cards:
            return f"```cards\nid: {self.id}\n{more}title: Deck {self.words}\ncards:\n" + "".join(f"  - {{id: {one}, front: Front {one} {self.id}, back: Back {one} {self.words if number == 0 else ''}}}\n" for number, one in enumerate(sorted(self.options))) + "```\n"
        options = "".join(f"  - {{id: {one}, text: Option {one} of {self.words}, {'correct: true, ' if one == 'a' else ''}feedback: F.}}\n" for one in self.options)
        return f"```quiz\nid: {self.id}\n{more}question: Question {self.words}?\noptions:\n{options}```\n"

    def meaning(self) -> tuple[Any, ...]:
        """Return what its revision is made of: an order means nothing, and so does where it stands."""
        return self.words, self.cards, tuple(sorted(self.options))


@dataclass
class Unit:
    """A module: its file, its steps with what they ask, its ledger."""

    file: str
    steps: dict[str, list[Asked]]
    ledger: list[tuple[str, str]] = field(default_factory=list)

    def write(self, id: str) -> str:
        changes = "".join(f"  - {{date: {DAY}, of: {of}, kind: {kind}, note: N.}}\n" for of, kind in reversed(self.ledger))
        body = "\n".join(f"## Step {name} {{#{name}}}\n\nText.\n\n" + "\n".join(asked.write() for asked in all) for name, all in self.steps.items())
        return f"---\nid: {id}\ntitle: M {id}\n{'changes:' if changes else ''}\n{changes}---\n\n{body}"


@dataclass
class Source:
    """All that its author wrote."""

    modules: dict[str, Unit]
    retired: list[str] = field(default_factory=list)

    def write(self, folder: Path) -> None:
        for stale in folder.glob("*.md"):
            stale.unlink()
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "course.yaml").write_text(f"id: c\ntitle: C\nretired: [{', '.join(self.retired)}]\n" if self.retired else "id: c\ntitle: C\n", "utf-8")
        for id, unit in self.modules.items():
            (folder / unit.file).write_text(unit.write(id), "utf-8")

    @property
    def asked(self) -> dict[str, tuple[Unit, list[Asked], Asked]]:
        """Everything that is asked, by id, with its module and its step."""
        return {one.id: (unit, all, one) for unit in self.modules.values() for all in unit.steps.values() for one in all}


class Author:
    """Someone who edits, by chance."""

    def __init__(self, seed: int) -> None:
        self.chance, self.count = random.Random(seed), 0
        self.source = Source({f"m{number}": Unit(f"{number:02}-m{number}.md", {f"s{step}": [self._ask() for _ in range(3)] for step in range(2)}) for number in range(4)})
        self.edits: list[Callable[[], str]] = [self.reword, self.reword_deck, self.reorder_questions, self.reorder_options, self.rename_file, self.split_step, self.retire, self.replace, self.add, self.move]

    def _ask(self) -> Asked:
        self.count += 1
        return Asked(f"q{self.count}", self.count, ["a", "b", "c"], cards=self.count % 5 == 0)

    def _any(self, *, cards: bool | None = None) -> tuple[Unit, list[Asked], Asked]:
        return self.chance.choice([one for one in self.source.asked.values() if cards is None or one[2].cards == cards])

    def edit(self) -> tuple[str, str]:
        """Make one edit, and return its name and what it was."""
        edit = self.chance.choice(self.edits)
        return edit.__name__.replace("_", " "), edit()

    def reword(self) -> str:
        unit, _, asked = self._any(cards=False)
        self.count += 1
        asked.words = self.count
        unit.ledger.append((asked.id, self.chance.choice(["typo", "clarified", "changed"])))
        return f"reworded {asked.id} ({unit.ledger[-1][1]})"

    def reword_deck(self) -> str:
        unit, _, asked = self._any(cards=True)
        self.count += 1
        asked.words = self.count
        unit.ledger.append((asked.id, self.chance.choice(["typo", "clarified", "changed"])))
        return f"reworded {asked.id} ({unit.ledger[-1][1]})"

    def reorder_questions(self) -> str:
        _, all, _ = self._any()
        self.chance.shuffle(all)
        return "questions in another order"

    def reorder_options(self) -> str:
        _, _, asked = self._any(cards=False)
        self.chance.shuffle(asked.options)
        return f"options of {asked.id} in another order"

    def rename_file(self) -> str:
        unit = self.chance.choice([*self.source.modules.values()])
        self.count += 1
        unit.file = f"{self.chance.randrange(90):02}-file-{self.count}.md"
        return f"a file renamed to {unit.file}"

    def split_step(self) -> str:
        unit = self.chance.choice([*self.source.modules.values()])
        name, all = self.chance.choice([*unit.steps.items()])
        self.count += 1
        unit.steps[f"s{self.count}"] = [all.pop() for _ in range(len(all) // 2)]
        return f"{name} split"

    def retire(self) -> str:
        if len(self.source.asked) < 12:
            return self.add()
        _, all, asked = self._any(cards=False)
        all.remove(asked)
        self.source.retired.append(asked.id)
        return f"{asked.id} retired"

    def replace(self) -> str:
        _, all, asked = self._any(cards=False)
        new = self._ask()
        new.cards, new.replaces = False, asked.id
        all[all.index(asked)] = new
        return f"{asked.id} replaced by {new.id}"

    def add(self) -> str:
        _, all, _ = self._any()
        all.append(self._ask())
        return f"{all[-1].id} added"

    def move(self) -> str:
        _, all, asked = self._any()
        all.remove(asked)
        to = self.chance.choice([*self.source.modules.values()])
        self.chance.choice([*to.steps.values()]).append(asked)
        return f"{asked.id} moved"

    def roll_back(self, to: Source) -> None:
        """Take the sources as they were; what was added since goes with them."""
        now = {*self.source.asked, *self.source.retired}
        self.source = deepcopy(to)
        self.source.retired = sorted({*to.retired, *(id for id in now if id not in to.asked and id not in to.retired)})


def try_edits(folder: Path, edits: int, seed: int = 1) -> dict[str, int]:
    """Edit and publish a course so many times, rolling back now and then, and assert what must hold. Return what was done how often."""
    author, kept, counts = Author(seed), Kept(), Counter[str]()
    versions: list[tuple[Source, dict[str, str]]] = []
    numbers: dict[str, int] = {}
    meanings: dict[str, tuple[tuple[Any, ...], str]] = {}
    for number in range(edits):
        back = number > 4 and author.chance.random() < 0.15
        if back:
            earlier, revs = author.chance.choice(versions)
            author.roll_back(earlier)
            name = what = "roll back"
        else:
            name, what = author.edit()
        author.source.write(folder)
        pages, findings = prepare(folder, kept=kept)
        before = read_lock(pages.course, [], kept) or Lock(course="c")
        comparison = compare(pages, before, DAY)
        assert not comparison.refused, (what, comparison.findings, findings)
        lock = comparison.lock
        lock.write(folder)
        assert Lock.model_validate(lock.model_dump(by_alias=True)) == read_lock(pages.course, [], kept), "what is written is what is read"
        tell(pages, lock)

        now = {item.id: item.rev for item in list_items(pages)}
        for id, (_, _, asked) in author.source.asked.items():
            meaning, rev = meanings.get(id, (None, ""))
            assert meaning != asked.meaning() or rev == now[id], (what, id, "was not touched and has another revision")
            meanings[id] = asked.meaning(), now[id]
        for id, known in lock.items.items():
            assert numbers.setdefault(id, known.n) == known.n, (what, id, "has another number")
        assert len(set(numbers.values())) == len(numbers), "a number was given twice"
        if back:
            assert revs == now, "a revision is not what it was"
            assert not [id for id, rev in revs.items() if rev in pages.news.stale.get(id, ())], "a result does not count again"
        versions.append((deepcopy(author.source), now))
        counts[name] += 1
    return {"versions": lock.version, "ids ever": len(lock.items), **dict(sorted(counts.items()))}


def test_what_no_edit_touched_stays_what_it_was_and_what_is_rolled_back_counts_again(tmp_path: Path) -> None:
    assert try_edits(tmp_path / "c", SAMPLE)["versions"] > SAMPLE / 2
