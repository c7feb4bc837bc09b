"""What can be wrong with an event file, as a verification finds it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What can be wrong with an event file."""

    DAMAGED = "damaged"
    CHANGED = "changed"
    MISSING = "missing"
    DIFFERS = "differs"
    UNKNOWN_KIND = "unknown_kind"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: `place` names the entry, the table or what SQLite said."""

    fault: Fault
    place: str

    @property
    def is_harmless(self) -> bool:
        """Whether the file is whole all the same: a newer program's entries are kept and passed on."""
        return self.fault is Fault.UNKNOWN_KIND
