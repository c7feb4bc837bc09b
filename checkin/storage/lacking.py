"""Reads which acts of a rescued copy the file that lies at the event's place now does not hold."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from sqlcipher3 import dbapi2 as sqlite

from checkin.domain.facts import BadgePrinted, OperatorNamed
from checkin.domain.journal import milliseconds_of
from checkin.storage.reread import ends_in, event_in
from checkin.storage.trouble import ERRORS

if TYPE_CHECKING:
    from pathlib import Path

_AFTER: Final = """SELECT count(DISTINCT j.act), min(j.ord) FROM streams s JOIN journal j ON j.stream = s.no
    WHERE s.id = ? AND j.seq > ? AND j.kind NOT IN (?, ?)"""
_OF_ITSELF: Final = (BadgePrinted.kind, OperatorNamed.kind)
"""The kinds of entries that the program records without being asked; an operator would not know them as acts."""


class Lacking(NamedTuple):
    """How many acts a file lacks, and the time (UTC) of the earliest of these acts."""

    acts: int
    since: datetime


def lacking(event: Path, rescued: Path) -> Lacking | None:
    """What the file at the path `event` lacks of the acts in a closed copy; None if it lacks nothing.

    Other programs may have the event file open, but no connection of this program. A file that cannot be read lacks
    all. Also None if the copy cannot be read.
    """
    try:
        with closing(sqlite.connect(f"{rescued.absolute().as_uri()}?immutable=1", uri=True)) as copy:
            held = _held(event, event_in(copy))
            behind = {
                each: held.get(each, 0) for each, end in ends_in(copy).items() if end > held.get(each, 0)
            }
            known = [copy.execute(_AFTER, (*each, *_OF_ITSELF)).fetchone() for each in behind.items()]
    except ERRORS:
        return None
    acts = sum(number for number, _ in known)
    if not acts:
        return None
    first = min(order for _, order in known if order is not None)
    return Lacking(acts, datetime.fromtimestamp(milliseconds_of(first) / 1000, UTC))


def _held(event: Path, of_event: object) -> dict[str, int]:
    try:
        with closing(sqlite.connect(f"{event.absolute().as_uri()}?mode=rw", uri=True)) as there:
            return ends_in(there) if event_in(there) == of_event else {}
    except ERRORS:
        return {}
