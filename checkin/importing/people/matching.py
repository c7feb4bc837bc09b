"""Finds the known delegate who is meant by a row of a list, and who may be the same person as a new one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.domain.delegates import PERSONS, Delegate, Field
from checkin.text import search_key, ticket_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checkin.domain.delegates import Details, Value
    from checkin.importing.people.planned import Candidate

    Named: TypeAlias = Delegate | Candidate
    """Whom a row can look like: a known delegate, or a new one in an earlier row of the same list."""

_KEYS: Final = (Field.REFERENCE, Field.TICKET, Field.EMAIL)
"""Fields by which a person is known. Two persons who both have one of them, and not the same, are not the same."""


@dataclass(frozen=True, slots=True)
class Match:
    """The known delegate whom a row means.

    `is_other_name` says that the reference is the delegate's, while the names have no word in common: somebody must
    say whether the row means the same person.
    """

    delegate: Delegate
    is_other_name: bool = False


class Known:
    """The delegates who are in the event file before an import, and the rows of the list, by what they are known by.

    The object remembers which delegates the list has named.
    """

    def __init__(self, delegates: Iterable[Delegate], rows: Iterable[Details] = ()) -> None:
        """`rows` are the values of all rows of the list: what two rows have is nobody's."""
        self._delegates = tuple(delegates)
        self._by_reference = _unique((one.reference, one) for one in self._delegates)
        self._by_ticket = _unique((ticket_key(one.ticket), one) for one in self._delegates)
        self._by_address = _unique((one.email.casefold(), one) for one in self._delegates)
        self._by_name: dict[str, list[Delegate]] = {}
        for one in self._delegates:
            for key in _name_keys(one):
                self._by_name.setdefault(key, []).append(one)
        self._in_the_list = set[str]()
        listed = [Delegate.of("", _plain(values)) for values in rows]
        self._references = Counter(one.reference for one in listed if one.reference)
        self._tickets = Counter(ticket_key(one.ticket) for one in listed)
        self._addresses = Counter(one.email.casefold() for one in listed if one.email)
        self._names: dict[str, list[Delegate]] = {}
        for one in listed:
            for key in _name_keys(one):
                self._names.setdefault(key, []).append(one)

    def as_recorded(self, field: str, value: Value) -> Value:
        """Convert a value of the list to the value that the event file stores; `field` is the field's code.

        Where a field names another delegate, the list has this delegate's reference, and the event file stores the id.
        Other values are returned unchanged.
        """
        if field in PERSONS and value and (known := self._by_reference.get(str(value))) is not None:
            return known.id
        return value

    def is_repeated(self, reference: str) -> bool:
        """Whether several rows of the list have this reference, so that the reference is nobody's."""
        return self._references[reference] > 1

    def match(self, values: Details) -> Match | None:
        """The delegate whom a row with these values means; None if the row means nobody who is known.

        The reference counts first, then the ticket code, then the e-mail address with one word of the name in common,
        then the name with the organisation. Each of them counts only if it is one person's in the event and one row's
        in the list. A reference, a ticket code or an address that both have and that differs forbids what comes later.
        The delegate then counts as being in the list.
        """
        row = Delegate.of("", _plain(values))
        found = self._by_key(row) or self._by_names(row)
        if found is None or found.delegate.id in self._in_the_list:
            return None
        if not found.is_other_name:
            self._in_the_list.add(found.delegate.id)
        return found

    def take(self, delegate: Delegate) -> None:
        """Count this delegate as being in the list, because the operator has said so."""
        self._in_the_list.add(delegate.id)

    def _by_key(self, row: Delegate) -> Match | None:
        if row.reference and not self.is_repeated(row.reference):
            known = self._by_reference.get(row.reference)
            if known is not None:
                return Match(known, is_other_name=not _share_a_word(known, row))
        ticket = ticket_key(row.ticket)
        if ticket and self._tickets[ticket] == 1:
            known = self._by_ticket.get(ticket)
            if known is not None and not _differ(known, row, (Field.REFERENCE,)):
                return Match(known)
        address = row.email.casefold()
        if address and self._addresses[address] == 1:
            known = self._by_address.get(address)
            if known is not None and _share_a_word(known, row) and not _differ(known, row):
                return Match(known)
        return None

    def _by_names(self, row: Delegate) -> Match | None:
        for key in _name_keys(row):
            known = [one for one in self._by_name.get(key, ()) if _fit(one, row)]
            rows = [one for one in self._names.get(key, ()) if _fit(one, row)]
            if len(known) == 1 and len(rows) <= 1 and not _differ(known[0], row):
                return Match(known[0])
        return None

    def like(self, candidate: Candidate) -> Named | None:
        """Find somebody who may be the same person as this new delegate; None if there is nobody.

        The result is a known delegate, or the candidate of an earlier row. It is enough if the Latin or the native name
        is the same; the order of the words and small differences of spelling do not matter. It is also enough if the
        e-mail address and one word of the name are the same; the address alone is not, because an office may have one
        address. The call also remembers the candidate, so that later rows are compared with it.
        """
        keys = _keys_of(Delegate.of("", _plain(candidate.details)))
        found = next((one for key in keys if (one := self._like.get(key)) is not None), None)
        for key in keys:
            self._like.setdefault(key, candidate)
        return found

    def missing(self) -> tuple[Delegate, ...]:
        """The delegates whom `match` has not found: those who are not in the list."""
        return tuple(one for one in self._delegates if one.id not in self._in_the_list)

    @cached_property
    def _like(self) -> dict[str, Named]:
        return {key: one for one in reversed(self._delegates) for key in _keys_of(one)}


def is_same_person(one: Delegate, other: Delegate) -> bool:
    """Whether two rows of one list surely name the same person: one address, one family name, and one first name."""
    if (
        not one.email
        or one.email.casefold() != other.email.casefold()
        or _differ(one, other, (Field.REFERENCE,))
    ):
        return False
    mine, theirs = _words(one), _words(other)
    return bool(mine and theirs) and (set(mine) <= set(theirs) or set(theirs) <= set(mine))


def _unique(pairs: Iterable[tuple[str, Delegate]]) -> dict[str, Delegate]:
    known = [(key, one) for key, one in pairs if key]
    times = Counter(key for key, _ in known)
    return {key: one for key, one in known if times[key] == 1}


def _plain(values: Details) -> Details:
    return {field: value for field, value in values.items() if field not in PERSONS}


def _words(delegate: Delegate) -> list[str]:
    return [word for name in (delegate.latin_name, delegate.native_name) for word in search_key(name).split()]


def _share_a_word(one: Delegate, other: Delegate) -> bool:
    """Whether the names have a word in common, or cannot be compared because one is in another script."""
    for mine, theirs in ((one.latin_name, other.latin_name), (one.native_name, other.native_name)):
        if mine and theirs:
            if not set(search_key(mine).split()).isdisjoint(search_key(theirs).split()):
                return True
            if "".join(sorted(search_key(mine))) == "".join(sorted(search_key(theirs))):
                return True
    return not any(
        mine and theirs
        for mine, theirs in ((one.latin_name, other.latin_name), (one.native_name, other.native_name))
    )


def _differ(one: Delegate, other: Delegate, fields: Sequence[Field] = _KEYS) -> bool:
    """Whether both have one of these fields, and not the same."""
    pairs = ((_key_of(one, field), _key_of(other, field)) for field in fields)
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def _key_of(one: Delegate, field: Field) -> str:
    text = str(one.value(field))
    return ticket_key(text) if field == Field.TICKET else text.casefold()


def _fit(one: Delegate, other: Delegate) -> bool:
    """Whether names in both scripts and the organisation are the same, as far as both have them."""
    pairs = (
        (_sorted(one.latin_name), _sorted(other.latin_name)),
        (_sorted(one.native_name), _sorted(other.native_name)),
        (search_key(one.organisation), search_key(other.organisation)),
    )
    return all(mine == theirs or not mine or not theirs for mine, theirs in pairs)


def _sorted(name: str) -> str:
    return " ".join(sorted(search_key(name).split()))


def _name_keys(delegate: Delegate) -> Iterator[str]:
    """The Latin and the native name, each with all its words in alphabetical order."""
    yield from filter(None, (_sorted(delegate.latin_name), _sorted(delegate.native_name)))


def _keys_of(delegate: Delegate) -> list[str]:
    """The keys by which look-alikes are found; delegates who share a key look alike.

    They are those of `_name_keys`. For the e-mail address there is a key with each word of the names.
    """
    keys = list(_name_keys(delegate))
    if delegate.email:
        address = delegate.email.casefold()
        keys += [f"{address} {word}" for word in _words(delegate)]
    return keys
