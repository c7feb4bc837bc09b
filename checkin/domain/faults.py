"""What can be wrong with an event file, as a verification finds it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Fault(StrEnum):
    """What can be wrong with an event file."""

    DAMAGED = "damaged"
    SCHEMA = "schema"
    CHANGED = "changed"
    MISSING = "missing"
    DIFFERS = "differs"
    FOREIGN_CODES = "foreign_codes"
    PICTURE = "picture"
    UNKNOWN_KIND = "unknown_kind"


_OF_THE_JOURNAL: Final = frozenset({Fault.DAMAGED, Fault.SCHEMA, Fault.CHANGED, Fault.MISSING})
STREAMS: Final = "streams"
"""The name of the table that says where each stream of the journal ends; this table is part of the record."""
_HARMLESS: Final = frozenset({Fault.UNKNOWN_KIND})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: `place` names the entry, the table, the number of codes, or what SQLite said."""

    fault: Fault
    place: str

    @property
    def is_harmless(self) -> bool:
        """Whether the file is sound in spite of the finding: entries of a newer program are kept and passed on."""
        return self.fault in _HARMLESS

    @property
    def is_of_the_journal(self) -> bool:
        """Whether the journal itself cannot be trusted, so that nothing may be computed from it."""
        return self.fault in _OF_THE_JOURNAL or (self.fault is Fault.DIFFERS and self.place == STREAMS)
