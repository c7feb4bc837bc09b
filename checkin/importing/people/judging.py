"""Decides what the rows of a list would do: who is new, changed, the same, and who is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import COLUMNS, PERSONS, Delegate, Field, NameOrder, Status
from checkin.domain.rejections import RejectReason
from checkin.importing.people.look_alikes import LookAlikes
from checkin.importing.people.matching import Matching
from checkin.importing.people.not_drawn import names_not_drawn
from checkin.importing.people.planned import (
    Candidate,
    Change,
    LookAlike,
    Rejection,
    Unchanged,
    UnreadCell,
)
from checkin.importing.people.row_values import rejection
from checkin.text import delegation_named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checkin.domain.delegates import Details, Value
    from checkin.domain.programme import Event
    from checkin.importing.people.not_drawn import NotDrawn
    from checkin.importing.people.open_questions import OpenQuestions
    from checkin.importing.people.planned import Place
    from checkin.importing.people.row_values import ReadRow, Values
    from checkin.importing.people.tables import ListRow

_NOTHING: Final[Mapping[str, Value]] = {
    field: getattr(Delegate(""), column) for field, column in COLUMNS.items()
}
"""What each field holds where the list says nothing; a field of the event's own holds ""."""


@dataclass(slots=True)
class Judged:
    """What the rows would do. Rows that name a person whom nobody knows are not yet rejected."""

    new: list[Candidate] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    same: list[Unchanged] = field(default_factory=list)
    alike: list[LookAlike] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    not_drawn: list[NotDrawn] = field(default_factory=list)
    still_blocked: list[tuple[ListRow, Delegate]] = field(default_factory=list)
    unread: list[UnreadCell] = field(default_factory=list)
    missing: tuple[Delegate, ...] = ()


class Judging:
    """Compares rows, none of which names a person again, with the delegates in the event file."""

    def __init__(
        self,
        event: Event,
        delegates: Sequence[Delegate],
        rows: Sequence[ReadRow],
        questions: OpenQuestions,
        of_desks: Mapping[str, frozenset[str]],
        merged: Mapping[str, Delegate],
        *,
        list_wins: bool,
    ) -> None:
        """`merged` has the person for the id of each of the `delegates` who was merged with others."""
        self._event, self._rows = event, rows
        self._merged = merged
        self._of_desks = of_desks
        self._list_wins = list_wins
        self._matching = Matching(
            delegates,
            [values for _, values in rows],
            lambda number, delegate, field: questions.is_meant(rows[number][0], delegate, field),
            self._has_all,
            {registration: person.id for registration, person in merged.items()},
        )
        self._look_alikes = LookAlikes(delegates)
        self._number_of = {row.place: number for number, (row, _) in enumerate(rows)}
        self._by_place: dict[Place, Delegate | None] = {}
        self._waiting: set[Place] = set()
        self._first_with: dict[str, int] = {}
        self._named: list[tuple[ListRow, str, str]] = []
        self._found = Judged()

    def judge(self, rejected: Sequence[ListRow]) -> Judged:
        """Judge all rows. The persons of the `rejected` rows are not missing either."""
        matches = self._matching.matches()
        self._by_place = {
            row.place: match.delegate for (row, _), match in zip(self._rows, matches, strict=True)
        }
        for number, ((row, all_values), match) in enumerate(zip(self._rows, matches, strict=True)):
            if row.guest and row.principal in self._waiting:
                continue  # whoever comes along with somebody who waits for an answer waits with them
            if match.waits:
                self._waiting.add(row.place)
                self._found.rejected.append(rejection(row, RejectReason.OPEN_QUESTION, Field.REFERENCE))
                continue
            values = all_values
            if match.is_told_other:
                values = {field: value for field, value in values.items() if field != Field.REFERENCE}
            values = self._with_own_reference(number, row, values, match.delegate)
            self._found.not_drawn += names_not_drawn(
                (row.sheet, row.number),
                row.heading,
                values,
                None if match.delegate is None else self._person(match.delegate),
            )
            if match.delegate is None:
                self._add(number, row, values)
            else:
                self._compare(row, match.delegate, values)
        for row in rejected:
            self._matching.note(row.texts)
        missing = (self._merged.get(each.id, each) for each in self._matching.missing())
        self._found.missing = tuple({each.id: each for each in missing}.values())
        self._reject_unknown_persons()
        return self._found

    def _with_own_reference(
        self, number: int, row: ListRow, values: Values, delegate: Delegate | None
    ) -> Values:
        """The values without a reference that is another person's.

        A reference that several rows have is no key: the first row keeps it, unless somebody known has the reference.
        """
        reference = str(values.get(Field.REFERENCE, ""))
        if not self._matching.is_repeated(reference):
            return values
        has = delegate.reference if delegate is not None else ""
        is_first = self._first_with.setdefault(reference, number) == number
        if has == reference or (is_first and not has and self._matching.with_reference(reference) is None):
            return values
        header = row.heading.header_of(Field.REFERENCE)
        self._found.unread.append(UnreadCell(row.sheet, row.number, header, RejectReason.DUPLICATE_REFERENCE))
        return {field: value for field, value in values.items() if field != Field.REFERENCE}

    def _compare(self, row: ListRow, delegate: Delegate, values: Details) -> None:
        registration, delegate = delegate, self._person(delegate)
        change = self._change(row, registration, values)
        if delegate.status is Status.BLOCKED and not self._has(
            delegate, Field.STATUS, values.get(Field.STATUS, delegate.status)
        ):
            self._found.still_blocked.append((row, delegate))
        if change.is_any:
            self._note_persons(row, change.details)
            self._found.changed.append(change)
        else:
            self._found.same.append(Unchanged(row.sheet, row.number, delegate, change.kept, row.guest))

    def _change(self, row: ListRow, registration: Delegate, values: Details) -> Change:
        """What the row would change of this delegate, who is known, or of the person with whom they were merged."""
        delegate = self._person(registration)
        differing = {
            field: value
            for field, value in values.items()
            if not self._has(registration, field, value) and not self._has(delegate, field, value)
        }
        if delegate.status is Status.BLOCKED and Field.STATUS in differing:
            # Somebody blocked this person on purpose. The writer of a list need not know, so no list lifts a block.
            del differing[Field.STATUS]
        of_desks = self._of_desks.get(delegate.id, frozenset()) & differing.keys()
        if registration is not delegate:
            of_desks |= self._of_others(registration, delegate, differing)
        kept = {} if self._list_wins else {field: differing[field] for field in of_desks}
        details = {field: value for field, value in differing.items() if field not in kept}
        own = "" if registration is delegate else registration.id
        principal = self._new_principal(row, delegate)
        return Change(
            row.sheet, row.number, delegate, details, kept, of_desks, own, row.guest, principal
        )  # fmt: skip

    def _person(self, delegate: Delegate) -> Delegate:
        """The person whom this delegate is, if the delegate was merged with others."""
        return self._merged.get(delegate.id, delegate)

    def _of_others(self, registration: Delegate, person: Delegate, differing: Details) -> frozenset[str]:
        """The fields that are not the list's: a desk has set them, or chose them from another registration at a merge.

        So two rows of one list that mean one person never take turns in changing the person.
        """
        of_desks = self._of_desks.get(registration.id, frozenset())
        return frozenset(
            field
            for field in differing
            if field in of_desks or person.value(field) not in {"", None, registration.value(field)}
        )

    def _add(self, number: int, row: ListRow, values: Details) -> None:
        details = {field: value for field, value in values.items() if value != _NOTHING.get(field, "")}
        self._note_persons(row, details)
        candidate = Candidate(
            row.sheet, row.number, details, _is_turned(row, details), row.guest, row.principal
        )
        self._found.new.append(candidate)
        like = self._look_alikes.like(candidate, self._matching.rows[number])
        if isinstance(like, Delegate):
            self._found.alike.append(LookAlike(candidate, like, self._change(row, like, values)))
        elif like is not None:
            self._found.alike.append(LookAlike(candidate, like))

    def _new_principal(self, row: ListRow, delegate: Delegate) -> Place | None:
        """The person of the list whom this delegate accompanies, unless that is known or is the desk's."""
        if row.principal is None:
            return None
        if Field.ACCOMPANIES in self._of_desks.get(delegate.id, frozenset()) and not self._list_wins:
            return None
        known = self._by_place.get(row.principal)
        is_known = known is not None and self._person(known).id == delegate.accompanies
        return None if is_known else row.principal

    def _has_all(self, number: int, delegate: Delegate, values: Details) -> bool:
        if self._rows[number][0].principal is not None and not self._accompanies_the_same(number, delegate):
            return False
        return all(self._has(delegate, field, value) for field, value in values.items())

    def _accompanies_the_same(self, number: int, delegate: Delegate) -> bool:
        """Whether a known person accompanies the known person whom this row's person accompanies."""
        place = self._rows[number][0].principal
        other = self._number_of.get(place) if place is not None else None
        principal = self._matching.so_far(other) if other is not None else None
        return principal is not None and delegate.accompanies == self._person(principal).id

    def _has(self, delegate: Delegate, field: str, value: Value) -> bool:
        """Whether the delegate has this value in the field."""
        if field in PERSONS:
            value = self._as_recorded(value)
        known = getattr(delegate, field) if field in _NOTHING else delegate.own.get(field, "")
        return bool(known == value) or (field == Field.DELEGATION and self._mean_the_same(known, value))

    def _mean_the_same(self, one: Value, other: Value) -> bool:
        """Whether these texts are names of one delegation that the event defines, such as its name and its acronym."""
        known = delegation_named(self._event, str(one))
        return known is not None and known == delegation_named(self._event, str(other))

    def _as_recorded(self, reference: Value) -> Value:
        """The id of the known delegate with this reference, as the event file names persons; else the reference."""
        known = self._matching.with_reference(str(reference or ""))
        return reference if known is None else self._person(known).id

    def _note_persons(self, row: ListRow, details: Details) -> None:
        """Remember each person whom the row names by reference. At the end it is checked that these persons exist.

        It cannot be checked earlier, because the row that adds the person may come later.
        """
        for name in PERSONS & details.keys():
            if details[name]:
                self._named.append((row, name, str(details[name])))

    def _reject_unknown_persons(self) -> None:
        """Reject each row that names the reference of a person who is neither in the event nor in the list.

        A person whom only a rejected row would add does not count as being in the list.
        """
        found, gone = self._found, set[tuple[str, int]]()
        there = {str(values.get(Field.REFERENCE, "")) for _, values in self._rows}
        waiting = [each for each in self._named if not self._matching.knows(each[2])]
        while nameless := [each for each in waiting if each[2] not in there]:
            waiting = [each for each in waiting if each[2] in there]
            for row, name, _ in nameless:
                if (row.sheet, row.number) not in gone:
                    found.rejected.append(rejection(row, RejectReason.UNKNOWN_PERSON, name))
                    gone.add((row.sheet, row.number))
                there.discard(row.texts.get(Field.REFERENCE, ""))
        if not gone:
            return

        def comes_in(one: Candidate | Change | Delegate | NotDrawn) -> bool:
            return isinstance(one, Delegate) or (one.sheet, one.row) not in gone

        found.new = list(filter(comes_in, found.new))
        found.changed = list(filter(comes_in, found.changed))
        found.alike = [each for each in found.alike if comes_in(each.candidate) and comes_in(each.like)]
        found.not_drawn = list(filter(comes_in, found.not_drawn))
        found.still_blocked = [
            each for each in found.still_blocked if (each[0].sheet, each[0].number) not in gone
        ]


def _is_turned(row: ListRow, details: Details) -> bool:
    """Whether the list has the given name of a new delegate first, and the program has the family name first."""
    if not details.get(Field.FAMILY_NAME) or not details.get(Field.GIVEN_NAME):
        return False
    is_given_first = details.get(Field.NAME_ORDER) == NameOrder.GIVEN_FIRST
    return row.heading.has_given_name_first and not is_given_first
