"""Recall readings at a door: the answers that the door gave before the program was started again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.door_answer import DoorAnswer
from checkin.domain.facts import Scanned
from checkin.domain.naming import NOT_NAMED
from checkin.storage import acts, badges, delegates, namings, persons

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.storage.event_file import EventFile


def recall(file: EventFile, readings: Iterable[str]) -> list[DoorAnswer]:
    """The answers that a door gave to earlier scans, which were recorded as the acts with the ids in `readings`.

    The answers have the order of `readings`; an id that is not the id of a scan is left out. Delegate, badge and
    session are given as they are recorded now. An answer lacks the person's stay before the scan and the number of
    persons inside, because the event file does not hold them as they were then.
    """
    known = (_recalled(file, each) for each in readings)
    return [each for each in known if each is not None]


def _recalled(file: EventFile, reading: str) -> DoorAnswer | None:
    act = acts.by_id(file.database, reading)
    match act.facts if act is not None else ():
        case (Scanned() as scan,):
            badge = badges.by_code(file.database, scan.code) if scan.code else None
            holder = scan.delegate or persons.who_has(file.database, scan.code)
            known = delegates.by_id(file.database, holder)
            delegate = known.delegate if known is not None else None
            session = file.event.sessions.get(scan.session)
            return DoorAnswer(
                scan.code,
                session,
                scan.verdict,
                scan.at,
                delegate,
                badge,
                act=reading,
                direction=scan.direction,
                naming=namings.of_delegate(
                    file.database, known.delegate.id if known is not None else holder
                ).get(scan.session, NOT_NAMED),
            )
        case _:
            return None
