"""Finds who may be the same person as a new delegate of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from checkin.importing.people.person_keys import PersonKeys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.delegates import Delegate
    from checkin.importing.people.planned import Candidate

    Named: TypeAlias = Delegate | Candidate
    """Whom a row can look like: a known delegate, or a new one in an earlier row of the same list."""


class LookAlikes:
    """The known delegates and the new ones so far, by what makes two persons look alike.

    It is enough if the Latin or the native name is the same; the order of the words and small differences of spelling
    do not matter. It is also enough if the e-mail address and one word of the name are the same; the address alone is
    not, because an office may have one address.
    """

    def __init__(self, delegates: Iterable[Delegate]) -> None:
        self._by_key: dict[str, Named] = {}
        for one in delegates:
            for key in _keys_of(PersonKeys.of_delegate(one)):
                self._by_key.setdefault(key, one)

    def like(self, candidate: Candidate, person: PersonKeys) -> Named | None:
        """Who may be the same person as this new delegate, whose keys are those of `person`; None if there is nobody.

        Later candidates are compared with this one too.
        """
        keys = _keys_of(person)
        found = next((one for key in keys if (one := self._by_key.get(key)) is not None), None)
        for key in keys:
            self._by_key.setdefault(key, candidate)
        return found


def _keys_of(person: PersonKeys) -> list[str]:
    """The keys by which look-alikes are found: the names, and the address with each word of the names."""
    keys = list(person.names)
    if person.address:
        keys += [f"{person.address} {word}" for word in person.words]
    return keys
