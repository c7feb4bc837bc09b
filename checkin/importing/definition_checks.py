"""Checks the definition of an event: no two things have the same name, and sessions are at possible times."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.domain.clock import moment_at
from checkin.domain.session_times import TimeFault, is_day_of, wrong_times
from checkin.text.signs import CODE, alike, signs_of, signs_of_choices

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from checkin.domain.programme import EventDescription, LocalText
    from checkin.domain.session_times import SessionTimes
    from checkin.importing.definition_table import DefinitionTable
    from checkin.text.signs import Named

_WRONG_TIMES: Final = {
    TimeFault.END_NOT_AFTER_START: "is not after start",
    TimeFault.LAST_ENTRY_BEFORE_DOORS: "is before doors_open",
    TimeFault.LAST_ENTRY_AFTER_END: "is after the end",
}


def refuse_one_code_twice(file: DefinitionTable, kind: str, codes: Iterable[str]) -> None:
    """Raise CheckinError if one of these codes occurs twice, regardless of capitals and small letters.

    `kind` is the name of the codes' table in the file, such as "sessions".
    """
    seen = set[str]()
    for code in codes:
        if code.casefold() in seen:
            file.at(f"[[{kind}]]", {}).wrong(CODE, f"{code} stands there twice")
        seen.add(code.casefold())


def refuse_one_sign_for_two_things(file: DefinitionTable, kind: str, things: Iterable[Named]) -> None:
    """Raise CheckinError if two things have the same code, letter or name.

    The error is also raised if, for example, the name of one thing is the code of another, because an imported list may
    name a thing by any of them. `kind` is the name of the things' table in the file, such as "rooms".
    """
    for one, other in alike(signs_of(things)):
        file.at(f"[[{kind}]] {other.code}", {}).wrong(
            other.key, f"{other.text} is the {one.key} of {one.code} too; a list could mean either"
        )


def refuse_one_choice_twice(table: DefinitionTable, choices: Iterable[LocalText]) -> None:
    """Raise CheckinError if two of the choices of a field have the same text in any language."""
    for one, other in alike(signs_of_choices(choices)):
        table.wrong("choices", f"holds {one.text} and {other.text}; a list could mean either")


def in_utc(table: DefinitionTable, key: str, written: datetime, zone: ZoneInfo) -> datetime:
    """Convert to UTC the time `written`, which the table has under the key.

    A time without an offset is in the venue's time zone `zone`. If the clocks there show this time twice, because they
    are put back, the first is meant. If they skip this time, because they are put forward, a CheckinError is raised.
    """
    moment = moment_at(written, zone)
    if moment is None:
        table.wrong(
            key, f"is {written:%H:%M}, and the clocks skip that time on {written:%Y-%m-%d} in {zone.key}"
        )
    return moment


def refuse_wrong_times(
    table: DefinitionTable, times: SessionTimes, event: EventDescription, zone: ZoneInfo
) -> None:
    """Raise CheckinError unless a session can have these times.

    The session must start on a day of the event; it may end after the last day.
    """
    day = times.start.astimezone(zone).date()
    if not is_day_of(event, day):
        table.wrong(
            "start", f"is on {day}, and the days of the event are {event.first_day} to {event.last_day}"
        )
    for field, fault in wrong_times(times):
        table.wrong(field, _WRONG_TIMES[fault])
