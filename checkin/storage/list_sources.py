"""Reads from the journal which list brought a person, and which fields of a person a desk has set itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from checkin.domain.facts import Corrected, Registered
from checkin.storage.codec import decode

if TYPE_CHECKING:
    from checkin.storage.database import Database

_FROM_STANDING: Final = f"""FROM journal j JOIN streams s ON s.no = j.stream
    WHERE j.kind IN ('{Registered.kind}', '{Corrected.kind}') AND j.body IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.act = s.id || '-' || j.act)"""
_STANDING: Final = f"SELECT j.kind, j.body {_FROM_STANDING} ORDER BY j.ord, s.id, j.seq"
_ROWS: Final = f"""SELECT j.subject, json_extract(CAST(j.body AS TEXT), '$.row') AS row {_FROM_STANDING}
    AND row > 0 ORDER BY j.ord, s.id, j.seq"""
_NAMES: Final = f"SELECT DISTINCT json_extract(CAST(j.body AS TEXT), '$.source') {_FROM_STANDING}"


@dataclass(slots=True)
class Origin:
    """Where what is known of a person comes from.

    `sources` are the lists that named the person (a list of unknown source is ""), and `of_desks` the fields that a
    desk has set last. `is_from_a_desk` says that the person was registered at a desk.
    """

    is_from_a_desk: bool = False
    sources: set[str] = field(default_factory=set)
    of_desks: set[str] = field(default_factory=set)


def origins(database: Database) -> dict[str, Origin]:
    """The origin of each person by the delegate's id, from the registrations and corrections that are not undone."""
    known: dict[str, Origin] = {}
    for kind, body in database.each(_STANDING):
        fact = decode(kind, body)
        if not isinstance(fact, Registered | Corrected):
            continue
        origin = known.setdefault(fact.delegate, Origin())
        if fact.source is None:
            origin.of_desks |= fact.details.keys()
            origin.is_from_a_desk |= isinstance(fact, Registered)
        else:
            origin.of_desks -= fact.details.keys()
            origin.sources.add(fact.source)
    return known


def names(database: Database) -> list[str]:
    """The names of the sources whose lists came in and are not undone, in alphabetical order."""
    return sorted(name for (name,) in database.rows(_NAMES) if name)


def rows(database: Database) -> dict[str, int]:
    """The row of each person in the newest imported list that contains the person, by the delegate's id.

    People who are in no list, or only in lists whose import was undone, are left out.
    """
    return {delegate: int(row) for delegate, row in database.each(_ROWS)}
