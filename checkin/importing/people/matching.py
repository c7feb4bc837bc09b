"""Finds the known delegate who is meant by each row of a list."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.domain.delegates import Field
from checkin.importing.people.person_keys import NameIndex, PersonKeys

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from checkin.domain.delegates import Delegate, Details


@dataclass(frozen=True, slots=True)
class Match:
    """What is known of the person in a row.

    `delegate` is the known delegate whom the row means, None if the row means nobody who is known. `waits` says that
    somebody must say whom the row means. `is_told_other` says that somebody has said that the reference of the row is
    another person's.
    """

    delegate: Delegate | None = None
    waits: bool = False
    is_told_other: bool = False


class Matching:
    """The rows of a list beside the delegates in the event file.

    A row is matched by its reference, then by its ticket, then by its e-mail address with one word of the name in
    common, then by the name with the organisation, each only if one person has it in the event and one in the list; at
    last by all its values. A reference, ticket or address that both have and that differs forbids what comes later. All
    rows are matched by one kind of key before the next kind begins, so that the order of the rows does not matter.
    """

    def __init__(
        self,
        delegates: Sequence[Delegate],
        rows: Sequence[Details],
        who: Callable[[int, Delegate, Field], bool | None],
        has_all: Callable[[int, Delegate, Details], bool],
        whose: Mapping[str, str],
    ) -> None:
        """`rows` are the values of the rows of the list.

        `whose` has the id of the person for the id of each delegate who was merged with others: each of them stands
        among the delegates, and a key that they share is still one person's.

        `who` is asked where a key is a delegate's whose name has no word in common with the row's: whether row number n
        means this delegate, None if nobody has said so. `has_all` says whether a delegate has all of these values of
        row number n.
        """
        self._delegates = delegates
        self._values = rows
        self._who = who
        self._has_all = has_all
        self._known = [PersonKeys.of_delegate(one) for one in delegates]
        self._whose = [whose.get(one.id, one.id) for one in delegates]
        self._by_reference = _unique((keys.reference for keys in self._known), self._whose)
        self._by_ticket = _unique((keys.ticket for keys in self._known), self._whose)
        self._by_address = _unique((keys.address for keys in self._known), self._whose)
        self._by_name = NameIndex(self._known, self._whose if whose else ())
        self.rows = [PersonKeys.of_values(values) for values in rows]
        self._references = Counter(keys.reference for keys in self.rows if keys.reference)
        self._tickets = Counter(keys.ticket for keys in self.rows if keys.ticket)
        self._addresses = Counter(keys.address for keys in self.rows if keys.address)
        self._ids: frozenset[str] | None = None
        self._taken: dict[int, int] = {}
        self._matches: dict[int, Match] = {}

    def is_repeated(self, reference: str) -> bool:
        """Whether several rows of the list have this reference, so that the reference is nobody's."""
        return self._references[reference] > 1

    def with_reference(self, reference: str) -> Delegate | None:
        """The only known delegate who has this reference; None if there is none, or several."""
        place = self._by_reference.get(reference)
        return None if place is None else self._delegates[place]

    def knows(self, named: str) -> bool:
        """Whether exactly one known delegate has `named` as reference or id."""
        if self._ids is None:
            self._ids = frozenset(one.id for one in self._delegates)
        return named in self._by_reference or named in self._ids

    def so_far(self, row: int) -> Delegate | None:
        """The known delegate with whom this row has been matched so far; None if there is none yet."""
        return self._matches.get(row, Match()).delegate

    def matches(self) -> list[Match]:
        """Whom each row means."""
        if self._delegates:
            self._match_by_keys()
            self._match_by_names()
            self._match_by_all_values()
        nobody = Match()
        return [self._matches.get(row, nobody) for row in range(len(self.rows))]

    def note(self, values: Details) -> None:
        """Count the person of a row that is rejected as being in the list, if that is a known delegate."""
        keys = PersonKeys.of_values(values)
        place = self._by_reference.get(keys.reference)
        if place is None and keys.address:
            place = self._by_address.get(keys.address)
        if place is None:
            fit = [one for one in self._by_name.some_that_fit(keys) if not self._known[one].differs(keys)]
            place = fit[0] if len(fit) == 1 else None
        if place is not None and self._known[place].may_share_a_name(keys):
            self._taken.setdefault(place, -1)

    def missing(self) -> tuple[Delegate, ...]:
        """The known delegates whom no row of the list means.

        A row that means a registration merged into a delegate means this delegate.
        """
        there = {self._whose[place] for place in self._taken}
        return tuple(
            one for one, person in zip(self._delegates, self._whose, strict=True) if person not in there
        )

    def _match_by_keys(self) -> None:
        for field in (Field.REFERENCE, Field.TICKET, Field.EMAIL):
            for row in self._open():
                place = self._with_key(field, self.rows[row])
                if place is None or place in self._taken:
                    continue
                if self._known[place].may_share_a_name(self.rows[row]):
                    self._take(row, place)
                else:
                    self._ask(row, place, field)

    def _with_key(self, field: Field, keys: PersonKeys) -> int | None:
        if field is Field.REFERENCE:
            return None if self.is_repeated(keys.reference) else self._by_reference.get(keys.reference)
        key, times, known, before = (
            (keys.ticket, self._tickets, self._by_ticket, 1)
            if field is Field.TICKET
            else (keys.address, self._addresses, self._by_address, 2)
        )
        place = known.get(key) if times[key] == 1 else None
        return None if place is None or self._known[place].differs(self._key_of(keys), before) else place

    def _ask(self, row: int, place: int, field: Field) -> None:
        is_meant = self._who(row, self._delegates[place], field)
        if is_meant:
            self._take(row, place)
        elif is_meant is None:
            self._matches[row] = Match(waits=True)
            self._taken[place] = row
        elif field is Field.REFERENCE:
            self.rows[row] = self.rows[row]._replace(reference="")
            self._matches[row] = Match(is_told_other=True)

    def _match_by_names(self) -> None:
        listed = NameIndex(self.rows)
        free = [row for row in self._open() if self.rows[row].names]
        for row in free:
            keys = self._key_of(self.rows[row])
            known = self._by_name.some_that_fit(keys)
            free = [one for one in known if one not in self._taken and not self._known[one].differs(keys)]
            if not free or len({self._whose[one] for one in known}) > 1:
                continue
            # Of several registrations that were merged, each can have its row in the list.
            place = next(
                (one for one in free if self._has_all(row, self._delegates[one], self._values[row])), free[0]
            )
            most = len(known)
            if all(len(listed.some_that_fit(each)) <= most for each in (keys, self._known[place])):
                self._take(row, place)

    def _match_by_all_values(self) -> None:
        """Match the rest by everything that a row says; the row that says the most comes first."""
        for row in sorted(self._open(), key=lambda row: -len(self._values[row])):
            keys = self._key_of(self.rows[row])
            values = self._values[row]
            if not keys.reference:
                values = {field: value for field, value in values.items() if field != Field.REFERENCE}
            for place in self._by_name.named_like(keys):
                if place not in self._taken and self._has_all(row, self._delegates[place], values):
                    self._take(row, place)
                    break

    def _open(self) -> Iterator[int]:
        """The rows that mean nobody so far and do not wait."""
        nobody = Match()
        for row in range(len(self.rows)):
            match = self._matches.get(row, nobody)
            if match.delegate is None and not match.waits:
                yield row

    def _key_of(self, keys: PersonKeys) -> PersonKeys:
        """The keys of a row without a reference that several rows have."""
        return keys._replace(reference="") if self.is_repeated(keys.reference) else keys

    def _take(self, row: int, place: int) -> None:
        before = self._matches.get(row, Match())
        self._matches[row] = Match(self._delegates[place], is_told_other=before.is_told_other)
        self._taken[place] = row


def _unique(keys: Iterable[str], whose: Sequence[str]) -> dict[str, int]:
    """The place of each key that one person has; of several registrations of one person, the place of the first."""
    found: dict[str, int] = {}
    of_several: set[str] = set()
    for place, key in enumerate(keys):
        if key and whose[found.setdefault(key, place)] != whose[place]:
            of_several.add(key)
    return {key: place for key, place in found.items() if key not in of_several}
