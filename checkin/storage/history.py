"""Reads all that the journal holds about one person: each entry with its act, its desk and its operator."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checkin.domain.entry_keys import act_key, code_key, delegate_key
from checkin.domain.facts import SCAN_REFUSED, SCANNED, Arrived, DoorsSet, Scanned
from checkin.storage import badges, merged
from checkin.storage.codec import decoded

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.facts import Fact
    from checkin.storage.database import Database

_ABOUT: Final = """SELECT s.id || '-' || j.act, s.desk, j.stream, j.seq, j.kind, j.body
    FROM (SELECT DISTINCT entry FROM touches WHERE key IN ({marks})) t
    JOIN journal j ON j.entry = t.entry JOIN streams s ON s.no = j.stream ORDER BY j.ord, s.id, j.seq"""
_STANDING_UNDO: Final = """SELECT s.id || '-' || j.act FROM touches t JOIN journal j ON j.entry = t.entry
    JOIN streams s ON s.no = j.stream WHERE t.key = ?
    AND NOT EXISTS (SELECT 1 FROM undone u WHERE u.act = s.id || '-' || j.act) ORDER BY j.ord DESC LIMIT 1"""
_NEAR: Final = 300
"""How far from an entry, in entries of its stream, the name of its desk is looked for."""
_AT_STATION: Final = """SELECT kind, body FROM journal WHERE stream = ?1 AND seq BETWEEN ?2 - {near} AND ?2 + {near}
    AND kind IN ('{kinds}') ORDER BY abs(seq - ?2) LIMIT 1""".format(
    near=_NEAR, kinds=f"{Arrived.kind}', '{DoorsSet.kind}', '{SCANNED}', '{SCAN_REFUSED}"
)


class AboutPerson(NamedTuple):
    """One entry about a person: the id of its act, the id of the desk that wrote it, and its fact.

    `stream` and `seq` are the entry's position in the journal. `fact` is None if the entry cannot be read, or if its
    content was removed. `recorded_at` is the time at which the entry was written; None if the entry does not say it.
    """

    act: str
    desk: str
    stream: int
    seq: int
    fact: Fact | None
    recorded_at: datetime | None


def about(database: Database, delegate: str) -> list[AboutPerson]:
    """All entries about the person with this id and about the person's badges, in the order of the journal.

    If registrations were merged into the person's, the entries are those of all of them.
    """
    keys = [
        *map(delegate_key, merged.ids_of(database, delegate)),
        *(code_key(badge.code) for badge in badges.of_delegate(database, delegate)),
    ]
    rows = database.rows(_ABOUT.format(marks=", ".join("?" * len(keys))), keys)
    return [_entry(*row) for row in rows]


def undo_that_stands(database: Database, act: str) -> str:
    """The id of the act that undid this act and was not undone itself; "" if there is none."""
    row = database.row(_STANDING_UNDO, (act_key(act),))
    return str(row[0]) if row is not None else ""


def station_near(database: Database, entry: AboutPerson) -> str:
    """The name of the desk or door that wrote this entry, read from an entry near it; "" if no such entry names it."""
    row = database.row(_AT_STATION, (entry.stream, entry.seq))
    fact = decoded(*row).fact if row is not None else None
    return fact.station if isinstance(fact, Arrived | DoorsSet | Scanned) else ""


def _entry(act: str, desk: str, stream: int, seq: int, kind: str, body: bytes | None) -> AboutPerson:
    known = decoded(kind, body)
    return AboutPerson(act, desk, stream, seq, known.fact, known.recorded_at)
