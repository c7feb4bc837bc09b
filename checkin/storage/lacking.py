"""Finds the acts in a rescued copy of an event that are missing in the file which is now at the event's path."""

from __future__ import annotations

from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlcipher3 import dbapi2 as sqlite

from checkin.domain.definitions import event_of
from checkin.domain.facts import BadgePrinted, OperatorNamed
from checkin.domain.journal import milliseconds_of
from checkin.errors import CheckinError
from checkin.storage import definitions
from checkin.storage.database import Database
from checkin.storage.moments import from_ms
from checkin.storage.reread import ends_in, event_in
from checkin.storage.trouble import ERRORS, cannot_be_written

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from checkin.domain.programme import LocalText

_AFTER: Final = """SELECT count(DISTINCT j.act), min(j.ord) FROM streams s JOIN journal j ON j.stream = s.no
    WHERE s.id = ? AND j.seq > ? AND j.kind NOT IN (?, ?)"""
_OF_ITSELF: Final = (BadgePrinted.kind, OperatorNamed.kind)
"""The kinds of entries that the program records without being asked; an operator would not know them as acts."""


class Lacking(NamedTuple):
    """How many acts a file lacks, and the time (UTC) of the earliest of these acts.

    `other` is the title of the event in the file, if the file holds another event.
    """

    acts: int
    since: datetime
    other: LocalText | None = None


def lacking(event: Path, rescued: Path) -> Lacking | None:
    """The acts in a closed copy that are missing in the file at the path `event`; None if no act is missing.

    Other programs may have the event file open, but no connection of this program. If the event file cannot be read,
    all acts count as missing. If the copy cannot be read, the result is None.
    """
    try:
        with closing(sqlite.connect(f"{rescued.absolute().as_uri()}?immutable=1", uri=True)) as copy:
            of_event = event_in(copy)
            there, held = _held(event)
            held = held if there == of_event else {}
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
    return Lacking(
        acts, from_ms(milliseconds_of(first)), _title_in(event) if there not in {None, of_event} else None
    )


def _title_in(event: Path) -> LocalText | None:
    """The title of the event in the file at this path; None if it cannot be read."""
    try:
        database = Database(event, refusal=cannot_be_written(event))
        try:
            known = event_of(definitions.everything(database), definitions.doors_by_hand(database))
        finally:
            database.close()
    except CheckinError:
        return None
    return known.description.title if known is not None else None


def _held(event: Path) -> tuple[Any, dict[str, int]]:
    """The id of the event in the file at this path, None if it cannot be read, and how far each stream goes."""
    # The log beside an overwritten file belongs to what lay there before: without it the file can be read.
    for way in ("mode=rw", "immutable=1"):
        with (
            suppress(*ERRORS),
            closing(sqlite.connect(f"{event.absolute().as_uri()}?{way}", uri=True)) as there,
        ):
            return event_in(there), ends_in(there)
    return None, {}
