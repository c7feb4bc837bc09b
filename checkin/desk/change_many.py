"""Sets one field of many delegates to the same value, as one act that a single undo takes back."""

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
"""The fields that can be set to one value for many delegates together."""
_LOT: Final = 100
_NOT_EMPTY: Final = frozenset({Field.CATEGORY, Field.STATUS})


@dataclass(frozen=True, slots=True)
class ManyChanged:
    """The result of `change_many`: the act's id ("" if nobody was changed), and the number of changed delegates."""

    act: str
    number: int


def number_to_change(file: EventFile, people: Sequence[str], code: str, value: Value) -> int:
    """Return how many of the people with these ids have a value other than `value` in the field with this code."""
    return len(listing.different(file.database, people, code, _typed(code, value)))


def change_many(
    file: EventFile,
    staff: Staff,
    people: Sequence[str],
    code: str,
    value: Value,
    progress: Callable[[int], None] = lambda _done: None,
) -> ManyChanged:
    """Set the field with this code to `value` for all people with these ids, as one long act; return the result.

    People who have the value already are skipped. `progress` is called with the number of people changed so far. If
    `progress` raises an exception, the work is cancelled and nobody is changed. Raises CheckinError if `value` is a
    category or status that does not exist, if the field is not in `OF_MANY`, or while another long act is running.
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
