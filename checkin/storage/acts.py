"""The acts on record: the newest of this desk, one by its id, what a scan answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from checkin.storage.codec import decode, from_ms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from checkin.domain.facts import Fact
    from checkin.storage.database import Database

_SHOWN: Final = 50
"""How many of an act's facts are read to tell what it was."""


@dataclass(frozen=True, slots=True)
class Act:
    """One human act: when (UTC, by the ordering clock), who, and its facts; of a long one the first fifty."""

    id: str
    at: datetime
    operator: str
    facts: tuple[Fact, ...]
    size: int
    is_undone: bool


def newest_first(database: Database, desk: str) -> Iterator[Act]:
    """The acts of a desk, the last one first; read as far as the caller goes."""
    before = 1 << 62
    while True:
        row = database.row(
            """SELECT j.entry, s.id || '-' || j.act FROM journal j JOIN streams s ON s.no = j.stream
            WHERE j.entry < ? AND j.seq = j.act AND s.desk = ? ORDER BY j.entry DESC LIMIT 1""",
            (before, desk),
        )
        if row is None:
            return
        before = row[0]
        known = by_id(database, row[1])
        if known is not None:
            yield known


def by_id(database: Database, act: str) -> Act | None:
    """The act with this id."""
    stream, _, seq = act.rpartition("-")
    if not (seq.isascii() and seq.isdigit()) or len(seq) > 18:  # noqa: PLR2004 - what SQLite can hold
        return None
    rows = database.rows(
        """SELECT j.ord, j.operator, j.kind, j.body FROM streams s JOIN journal j ON j.stream = s.no
        WHERE s.id = ?1 AND (j.seq = ?2 OR (j.act = ?2 AND j.act <> j.seq)) ORDER BY j.seq LIMIT ?3""",
        (stream, int(seq), _SHOWN + 1),
    )
    if not rows:
        return None
    size = len(rows)
    if size > _SHOWN:
        size = database.row(
            """SELECT count(*) FROM streams s JOIN journal j ON j.stream = s.no
            WHERE s.id = ?1 AND (j.seq = ?2 OR (j.act = ?2 AND j.act <> j.seq))""",
            (stream, int(seq)),
        )[0]
    is_undone = database.row("SELECT 1 FROM undone WHERE act = ?", (act,)) is not None
    return Act(act, from_ms(rows[0][0] >> 16), rows[0][1], _facts(rows[:_SHOWN]), size, is_undone)


def _facts(rows: list[Any]) -> tuple[Fact, ...]:
    known = (decode(kind, body) for _, _, kind, body in rows)
    return tuple(fact for fact in known if fact is not None)
