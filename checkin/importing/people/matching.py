"""Finds the known delegate who is meant by a row of a list, and who has the same name as somebody in the row."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from checkin.domain.delegates import PERSONS, Delegate
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.delegates import Value
    from checkin.importing.people.planned import Candidate

    Named: TypeAlias = Delegate | Candidate
    """Whom a row can look like: a known delegate, or a new one in an earlier row of the same list."""


class Known:
    """The delegates who are in the event file before an import.

    The methods find the delegate whom a row of the imported list means: by reference, by equal values or by name. The
    object remembers which delegates are in the list.
    """

    def __init__(self, delegates: Iterable[Delegate]) -> None:
        self._delegates = tuple(delegates)
        self._by_reference = {one.reference: one for one in reversed(self._delegates) if one.reference}
        self._by_values: dict[tuple[str, ...], dict[tuple[Value, ...], list[Delegate]]] = {}
        self._in_the_list = set[str]()

    def as_recorded(self, field: str, value: Value) -> Value:
        """Convert a value of the list to the value that the event file stores; `field` is the field's code.

        Where a field names another delegate, the list has this delegate's reference, and the event file stores the id.
        Other values are returned unchanged.
        """
        if field in PERSONS and value in self._by_reference:
            return self._by_reference[str(value)].id
        return value

    def referred_to(self, reference: str) -> Delegate | None:
        """Return the delegate with this reference, or None if nobody has it.

        From now on, this delegate counts as being in the list.
        """
        delegate = self._by_reference.get(reference)
        if delegate is not None:
            self._in_the_list.add(delegate.id)
        return delegate

    def equal_to(self, values: dict[str, Value]) -> Delegate | None:
        """A delegate with exactly these values (by field's code) who is not in the list yet; None if there is none.

        From now on, this delegate counts as being in the list.
        """
        wanted = tuple(self.as_recorded(field, value) for field, value in values.items())
        alike = self._with_fields(tuple(values)).get(wanted, [])
        while alike:
            delegate = alike.pop()
            if delegate.id not in self._in_the_list:
                self._in_the_list.add(delegate.id)
                return delegate
        return None

    def like(self, candidate: Candidate) -> Named | None:
        """Find somebody who may be the same person as this new delegate; None if there is nobody.

        The result is a known delegate, or the candidate of an earlier row. It is enough if the Latin or the native name
        is the same; the order of the words and small differences of spelling do not matter. It is also enough if the
        e-mail address and one word of the name are the same; the address alone is not, because an office may have one
        address. The call also remembers the candidate, so that later rows are compared with it.
        """
        keys = _keys_of(Delegate.of("", candidate.details))
        found = next((one for key in keys if (one := self._by_key.get(key)) is not None), None)
        for key in keys:
            self._by_key.setdefault(key, candidate)
        return found

    def missing(self) -> tuple[Delegate, ...]:
        """The delegates whom `referred_to` and `equal_to` have not found: those who are not in the list."""
        return tuple(one for one in self._delegates if one.id not in self._in_the_list)

    def _with_fields(self, fields: tuple[str, ...]) -> dict[tuple[Value, ...], list[Delegate]]:
        if fields not in self._by_values:
            by_values = self._by_values[fields] = {}
            for delegate in reversed(self._delegates):
                by_values.setdefault(tuple(map(delegate.value, fields)), []).append(delegate)
        return self._by_values[fields]

    @cached_property
    def _by_key(self) -> dict[str, Named]:
        return {key: one for one in reversed(self._delegates) for key in _keys_of(one)}


def _keys_of(delegate: Delegate) -> list[str]:
    """The keys by which look-alikes are found; delegates who share a key look alike.

    For the Latin name and for the native name, a key has all words in alphabetical order. For the e-mail address there
    is a key with each word of these names.
    """
    names = [search_key(name).split() for name in (delegate.latin_name, delegate.native_name)]
    keys = [" ".join(sorted(words)) for words in names if words]
    if delegate.email:
        address = delegate.email.casefold()
        keys += [f"{address} {word}" for words in names for word in words]
    return keys
