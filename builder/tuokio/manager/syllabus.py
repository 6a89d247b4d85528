"""What a course asks of whom. Apart from the roster, since a build writes it and reads no completions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Syllabus:
    """What a course asks, as far as the table needs it. Of a course that is not at hand only what completions say."""

    id: str = ""
    version: int = 0
    content: str = ""
    modules: Sequence[str] = ()
    roles: Sequence[str] = ()
    audience: dict[str, list[str]] = field(default_factory=dict)
    """Roles a module is meant for; of those not named here, everyone."""
    valid: dict[str, int] = field(default_factory=dict)
    """Months that having passed a module holds, that day included."""
    changed: Sequence[tuple[str, int]] = ()
    """Modules, and the version in which something of them was opened again."""
    replaced: dict[str, str] = field(default_factory=dict)
    """Modules that are gone, and those that took their place."""
    mastery: float | None = None

    def asks(self, role: str | None) -> list[str]:
        """Return the modules that a role is to take; without one, or of one that is no more, all."""
        return [module for module in self.modules if role not in self.roles or role in self.audience.get(module, [role])]
