"""Set one field of many people to one value: one act, which is undone as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.desk.recording import record_many
from checkin.desk.register import as_typed
from checkin.domain.delegates import Field, Status
from checkin.domain.facts import Corrected, LongAct
from checkin.errors import CheckinError
from checkin.storage import listing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checkin.desk.staff import Staff
    from checkin.domain.delegates import Value
    from checkin.domain.programme import Event
    from checkin.storage.event_file import EventFile

OF_MANY: Final = (
    Field.CATEGORY, Field.STATUS, Field.DELEGATION, Field.ORGANISATION, Field.NATIVE_ORGANISATION, Field.POSITION,
    Field.NATIVE_POSITION, Field.COUNTRY, Field.ATTENTION, Field.PUBLIC_NOTE, Field.DIET, Field.LANGUAGE,
    Field.SALUTATION,
)  # fmt: skip
"""The fields that many people can have alike."""
_LOT: Final = 100
_NOT_EMPTY: Final = frozenset({Field.CATEGORY, Field.STATUS})


@dataclass(frozen=True, slots=True)
class ManyChanged:
    """What a change of many did: the act's id ("" if nobody was to be changed), and how many were changed."""

    act: str
    number: int


def number_to_change(file: EventFile, people: Sequence[str], code: str, value: Value) -> int:
    """How many of these people (ids) have another value in the field with this code, and would be changed."""
    return len(listing.different(file.database, people, code, _typed(code, value)))


def change_many(
    file: EventFile,
    staff: Staff,
    people: Sequence[str],
    code: str,
    value: Value,
    progress: Callable[[int], None] = lambda _done: None,
) -> ManyChanged:
    """Set the field with this code of all these people (ids) to this value, as one long act; return what was done.

    Whoever has the value already is passed over. `progress` is called with the number of people changed so far; an
    exception that it raises cancels the work, and nobody stays changed. Raises CheckinError for a category or a status
    that does not exist, for a field that many people cannot have alike, and while another long act goes on.
    """
    wanted = _typed(code, value)
    _require_possible(file.event, code, wanted)
    changed = listing.different(file.database, people, code, wanted)
    if not changed:
        return ManyChanged("", 0)
    done = list[int]([0])

    def told(number: int) -> None:
        done[0] = number
        progress(number)

    act = record_many(file, staff, LongAct.CHANGE, _facts(file, changed, code, wanted), told)
    return ManyChanged(act, done[0])


def _facts(file: EventFile, people: Sequence[str], code: str, value: Value) -> Iterator[Corrected]:
    """A correction of each of these people; who has been changed to the value meanwhile is passed over."""
    for first in range(0, len(people), _LOT):
        lot = people[first : first + _LOT]
        for who in listing.different(file.database, lot, code, value):
            yield Corrected(who, {code: value})


def _typed(code: str, value: Value) -> Value:
    return as_typed({code: value})[code]


def _require_possible(event: Event, code: str, value: Value) -> None:
    """Raise CheckinError unless many people can have this value alike in the field with this code."""
    if code not in OF_MANY and code not in event.fields:
        raise CheckinError(
            f"“{code}” cannot be the same for many people", "Correct each of them by themselves."
        )
    known: dict[str, set[str]] = {Field.CATEGORY: set(event.categories), Field.STATUS: set(Status)}
    if code in _NOT_EMPTY and value not in known[code]:
        raise CheckinError(
            f"There is no {code} “{value}”", f"Choose one of: {', '.join(sorted(known[code]))}."
        )
