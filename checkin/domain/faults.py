"""The faults of an event file, as a verification finds them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Fault(StrEnum):
    """The kinds of fault in an event file."""

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
"""The name of the table that holds where each stream of the journal ends; this table is part of the journal."""
_HARMLESS: Final = frozenset({Fault.UNKNOWN_KIND})


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault that was found in an event file.

    `place` says more, depending on the kind of fault: the name of the entry or of the table, the digest (hash) of the
    picture, the number of codes that are affected, or SQLite's message.
    """

    fault: Fault
    place: str

    @property
    def is_harmless(self) -> bool:
        """Whether the file is sound despite the finding.

        This is so for entries of a newer program, which stay in the file and are passed on to other desks.
        """
        return self.fault in _HARMLESS

    @property
    def is_of_the_journal(self) -> bool:
        """Whether the fault is in the journal itself, so that nothing may be computed from the journal."""
        return self.fault in _OF_THE_JOURNAL or (self.fault is Fault.DIFFERS and self.place == STREAMS)
