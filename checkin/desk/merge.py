"""Records that two registrations which look alike are one person, or that they are two persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.desk import find
from checkin.desk.recording import record
from checkin.desk.register import as_typed
from checkin.domain.facts import Corrected
from checkin.domain.merging import filled
from checkin.domain.pair_facts import Merged, Separated
from checkin.errors import CheckinError
from checkin.storage import merged

if TYPE_CHECKING:
    from checkin.desk.staff import Staff
    from checkin.domain.delegates import Details
    from checkin.domain.facts import Fact
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class Merging:
    """The outcome of a merge: the id of the act, and the merged person, who is found under both ids from now on."""

    act: str
    registration: Registration


def merge(file: EventFile, staff: Staff, keep: str, other: str, choices: Details | None = None) -> Merging:
    """Merge the delegates with the ids `keep` and `other` into one person, as one act; return the outcome.

    The merged person has the field values of `keep`; empty fields are filled from `other`. `choices` holds the values
    that the operator has chosen instead. The badges, scans, arrivals and invitations of both registrations belong to
    the merged person. Raises CheckinError, and records nothing, if an id is unknown or if both ids are one person
    already.
    """
    with file.transaction():
        one, away = _two(file, keep, other)
        facts: list[Fact] = [Merged(keep, other)]
        before = filled(one.delegate, away.delegate)
        after = before.with_details(as_typed(choices or {}))
        chosen = {
            field: after.value(field) for field in choices or {} if after.value(field) != before.value(field)
        }
        if chosen:
            facts.append(Corrected(keep, chosen))
        act = record(file, staff, facts)
        return Merging(act, find.registered(file, keep))


def separate(file: EventFile, staff: Staff, one: str, other: str) -> str:
    """Record that the delegates with these ids are two persons, so that staff are not asked again; return the act's id.

    Raises CheckinError, and records nothing, if an id is unknown, if both ids are one person, or if the separation is
    recorded already.
    """
    with file.transaction():
        first, second = _two(file, one, other)
        pair = frozenset((first.delegate.id, second.delegate.id))
        if pair in merged.separated(file.database):
            raise CheckinError(
                "This is on record already",
                f"{first.delegate.name} and {second.delegate.name} are two persons. Nothing was recorded.",
            )
        return record(file, staff, [Separated(first.delegate.id, second.delegate.id)])


def id_named(file: EventFile, text: str) -> str:
    """The id of the only delegate who has this id or badge code, or whom a search for this text finds.

    An id that was merged into another one is returned unchanged. Raises CheckinError if the text fits nobody or several
    delegates.
    """
    delegate, given = find.one(file, text).delegate.id, text.strip()
    return given if merged.kept(file.database, given) == delegate else delegate


def _two(file: EventFile, one: str, other: str) -> tuple[Registration, Registration]:
    first, second = find.registered(file, one), find.registered(file, other)
    if first.delegate.id != second.delegate.id:
        return first, second
    if one == other:
        raise CheckinError(
            "This is one registration", f"Both are {first.delegate.name} ({one}). Name two registrations."
        )
    raise CheckinError(
        "These two are one person already",
        f"Both ids lead to {first.delegate.name} ({first.delegate.id}). 'checkin undo' takes the merge back.",
    )
