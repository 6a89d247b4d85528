"""The change ledger of a module: read with its front matter, checked once all blocks have their ids."""

from __future__ import annotations

from itertools import pairwise

from tuokio.blocks.made import Maker
from tuokio.course import Changed, Course, Module
from tuokio.finding import Finding, Severity, did_you_mean


def gather_changes(module: Module, findings: list[Finding]) -> list[Changed]:
    """Return a module's ledger, newest first; in a translation the source's, with the notes it has in its own words."""
    own, source = module.front.changes, module.source
    if source is None:
        for number, (newer, older) in enumerate(pairwise(own), 1):
            if newer.date < older.date:
                findings.append(Finding("oldest-change-first", Severity.HINT, module.span("changes", number, "date"), f"This change is newer than the one above it, {newer.date}.", "Write the newest first, so that the list reads as a history."))
                break
        listed = [Changed(one.of, one.kind, one.date, one.note, module.language) for one in own]
        return sorted(listed, key=lambda one: one.date, reverse=True)
    notes = {(one.of, one.date): one.note for one in own}
    known = {(one.of, one.date) for one in source.changes}
    for number, one in enumerate(own):
        if (one.of, one.date) not in known:
            findings.append(Finding("not-in-source", Severity.WARNING, module.span("changes", number), f"The source has no change of `{one.of}` on {one.date}, so this is left out.", "Write `date` and `of` as they are in the source."))
    return [one._replace(note=notes[one.of, one.date], language=module.language) if (one.of, one.date) in notes else one for one in source.changes]


def check_changes(course: Course, findings: list[Finding]) -> None:
    """Tell of changes whose `of` names nothing in their module.

    A question of a bank has its changes in any module that draws from it: there learners meet it. What is retired or replaced keeps its history.
    """
    modules, banks = course.modules, {bank.id: bank for bank in course.source.banks}
    if not any(module.front.changes for module in modules):
        return
    homes = {item.id: bank for bank in banks.values() for item in bank.blocks} | {id: module for module in modules for id in _list_units(module)}
    past = {*course.settings.retired, *(id for module in modules for one in (module.front, *module.blocks) for id in one.replaces)}
    for module in modules:
        drawn = [item.id for drawing, _ in module.drawings for name in drawing.banks if name in banks for item in banks[name].blocks] if module.front.changes else []
        known = _list_units(module) | dict.fromkeys(drawn) if module.front.changes else {}
        for number, change in enumerate(module.front.changes):
            if change.of not in known and change.of not in past and change.of.partition(".")[0] not in module.unread:
                where = f"write the change {'in a module that draws from it' if homes[change.of].is_bank else 'there'}" if change.of in homes else ""
                cure = f"It is in {homes[change.of].path.name}: {where}." if where else did_you_mean(change.of, known) or "Write the id of a block, a step or a heading of this module, or of the module itself."
                findings.append(Finding("unknown-change", Severity.WARNING, module.span("changes", number, "of"), f"Nothing in this module is called `{change.of}`, so nobody is told of the change.", cure))


def _list_units(module: Module) -> dict[str, None]:
    """Return the ids that a change may name: the module, its places, and the parts that its blocks make questions of."""
    made = (question.id.rpartition(".")[0] for block in module.blocks if isinstance(block, Maker) for question in block.make())
    return dict.fromkeys([module.id, *module.places, *made])
