"""Look back at what has happened to one person: who did what, when and at which desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.delegates import Delegate
from checkin.domain.facts import ActBegun, Arrived, Corrected, DoorsSet, Registered, Scanned
from checkin.domain.merging import filled
from checkin.domain.pair_facts import Merged
from checkin.domain.person_history import Happening, Undoing
from checkin.domain.undoing import can_be_undone, number_of_people
from checkin.storage import acts
from checkin.storage import history as entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checkin.desk.staff import Staff
    from checkin.domain.acts import Act
    from checkin.domain.delegates import Value
    from checkin.domain.facts import Fact
    from checkin.storage.event_file import EventFile
    from checkin.storage.history import AboutPerson


def history(file: EventFile, staff: Staff, delegate: str) -> tuple[Happening, ...]:
    """What has happened to the person with this id, the newest first; acts that were undone are included.

    `staff` supplies the name of this computer's desk.
    """
    of_act: dict[str, list[AboutPerson]] = {}
    for entry in entries.about(file.database, delegate):
        of_act.setdefault(entry.act, []).append(entry)
    known, happenings = _Registrations(), list[Happening]()
    for act, about in of_act.items():
        whole = acts.by_id(file.database, act)
        if whole is None:
            continue
        facts = tuple(entry.fact for entry in about if entry.fact is not None)
        happenings.append(_happening(file, staff, whole, about, facts, known.before(facts)))
        if not whole.is_undone:
            known.follow(facts)
    return tuple(reversed(happenings))


def _happening(
    file: EventFile,
    staff: Staff,
    whole: Act,
    about: Sequence[AboutPerson],
    facts: tuple[Fact, ...],
    before: dict[str, Value],
) -> Happening:
    begun = next((fact.what for fact in whole.facts if isinstance(fact, ActBegun)), None)
    return Happening(
        whole.id,
        whole.at if begun is None else about[0].recorded_at or whole.at,
        whole.operator,
        _station(file, staff, about[0], facts),
        facts,
        before,
        max(number_of_people(whole), 1),
        begun,
        _undoing(file, whole),
        can_be_undone(whole.facts),
    )


def _undoing(file: EventFile, whole: Act) -> Undoing | None:
    if not whole.is_undone:
        return None
    undo = acts.by_id(file.database, entries.undo_that_stands(file.database, whole.id))
    return Undoing(undo.at, undo.operator) if undo is not None else Undoing(whole.at, "")


def _station(file: EventFile, staff: Staff, entry: AboutPerson, facts: Iterable[Fact]) -> str:
    """Where the entry was written: where its facts say so, else where this desk or an entry near it says so."""
    said = (fact.station for fact in facts if isinstance(fact, Arrived | DoorsSet | Scanned))
    return (
        next(said, "")
        or entries.station_near(file.database, entry)
        or (staff.station if entry.desk == file.desk else "")
    )


class _Registrations:
    """The details of a person as they were at a time; before a merge, those of each registration by its id."""

    def __init__(self) -> None:
        self._details: dict[str, Delegate] = {}
        self._merged: dict[str, frozenset[str]] = {}
        """For each id that was merged, all ids of the same person."""

    def before(self, facts: Iterable[Fact]) -> dict[str, Value]:
        """The values that the corrected fields had before these facts."""
        corrected = (fact for fact in facts if isinstance(fact, Corrected))
        return {code: self._of(fact.delegate).value(code) for fact in corrected for code in fact.details}

    def follow(self, facts: Iterable[Fact]) -> None:
        """Take over what these facts say."""
        for fact in facts:
            if isinstance(fact, Registered | Corrected):
                self._set(fact.delegate, self._of(fact.delegate).with_details(fact.details))
            elif isinstance(fact, Merged):
                whole = filled(self._of(fact.one), self._of(fact.other))
                ids = self._ids(fact.one) | self._ids(fact.other)
                self._merged |= dict.fromkeys(ids, ids)
                self._set(fact.one, whole)

    def _of(self, delegate: str) -> Delegate:
        return self._details.get(delegate, Delegate(delegate))

    def _ids(self, delegate: str) -> frozenset[str]:
        return self._merged.get(delegate, frozenset({delegate}))

    def _set(self, delegate: str, details: Delegate) -> None:
        self._details |= dict.fromkeys(self._ids(delegate), details)
