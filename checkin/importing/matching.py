"""Finds the known delegate who is meant by a row of a list."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from checkin.domain.delegates import PERSONS, Delegate
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.delegates import Details, Value


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

    def named_like(self, details: Details) -> Delegate | None:
        """A delegate with the same name as the person with these details; None if there is none.

        It is enough if either the Latin name or the native name is the same. The order of the words in the name and
        small differences of spelling do not matter.
        """
        if not self._delegates:
            return None
        found = (self._by_name.get(name) for name in _name_keys(Delegate.of("", details)))
        return next((delegate for delegate in found if delegate is not None), None)

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
    def _by_name(self) -> dict[str, Delegate]:
        return {name: one for one in reversed(self._delegates) for name in _name_keys(one)}


def _name_keys(delegate: Delegate) -> list[str]:
    """The keys for comparing the Latin and the native name. A key has the words of one name in alphabetical order."""
    keys = (
        " ".join(sorted(search_key(name).split())) for name in (delegate.latin_name, delegate.native_name)
    )
    return [key for key in keys if key]
