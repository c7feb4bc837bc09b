"""The keys by which persons of a list and known delegates are compared, and an index of persons by their names."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from checkin.domain.delegates import Field
from checkin.text import search_key, ticket_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checkin.domain.delegates import Delegate

_SEVERAL: Final = 2
_OF_ONE_PERSON: Final = 3
"""The first keys of `PersonKeys` are one person's alone: reference, ticket and address."""


class PersonKeys(NamedTuple):
    """What a person is known by: reference, ticket, e-mail address, and names and organisation as search keys.

    The words of the names are in alphabetical order. What is not known is "".
    """

    reference: str = ""
    ticket: str = ""
    address: str = ""
    latin: str = ""
    native: str = ""
    organisation: str = ""

    @classmethod
    def of_values(cls, values: Mapping[str, object]) -> PersonKeys:
        """The keys of a row of a list with these values."""
        return cls(
            str(values.get(Field.REFERENCE) or ""),
            ticket_key(str(values.get(Field.TICKET) or "")),
            str(values.get(Field.EMAIL) or "").casefold(),
            _sorted(f"{values.get(Field.FAMILY_NAME) or ''} {values.get(Field.GIVEN_NAME) or ''}"),
            _sorted(str(values.get(Field.NATIVE_NAME) or "")),
            _key(str(values.get(Field.ORGANISATION) or "")),
        )

    @classmethod
    def of_delegate(cls, one: Delegate) -> PersonKeys:
        """The keys of a known delegate."""
        return cls(
            one.reference,
            ticket_key(one.ticket),
            one.email.casefold(),
            _sorted(one.latin_name),
            _sorted(one.native_name),
            _key(one.organisation),
        )

    @property
    def words(self) -> list[str]:
        """The words of the names in both scripts."""
        return [*self.latin.split(), *self.native.split()]

    @property
    def names(self) -> tuple[str, ...]:
        """The names that are known."""
        return tuple(name for name in (self.latin, self.native) if name)

    def may_share_a_name(self, other: PersonKeys) -> bool:
        """Whether the names have a word in common, or cannot be compared because they are in different scripts."""
        are_compared = False
        for mine, theirs in ((self.latin, other.latin), (self.native, other.native)):
            if mine and theirs:
                are_compared = True
                if not set(mine.split()).isdisjoint(theirs.split()) or _letters(mine) == _letters(theirs):
                    return True
        return not are_compared

    def differs(self, other: PersonKeys, first: int = _OF_ONE_PERSON) -> bool:
        """Whether both have one of the `first` keys (reference, ticket, address), and not the same."""
        return any(_differ(self[place], other[place]) for place in range(first))

    def fits(self, other: PersonKeys) -> bool:
        """Whether names in both scripts and the organisation are the same, as far as both have them."""
        return not (
            _differ(self.latin, other.latin)
            or _differ(self.native, other.native)
            or _differ(self.organisation, other.organisation)
        )

    def is_surely(self, other: PersonKeys) -> bool:
        """Whether two rows of one list name the same person: one address, and one name contains the other."""
        if not self.address or self.address != other.address or _differ(self.reference, other.reference):
            return False
        mine, theirs = set(self.words), set(other.words)
        return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


class NameIndex:
    """Finds the persons with a name, by the places that the persons have in a list."""

    def __init__(self, persons: Iterable[PersonKeys], whose: Sequence[str] = ()) -> None:
        """`whose` says for each place which person stands there; without it, each place is another person's."""
        self._persons = tuple(persons)
        self._whose = whose
        self._places: dict[str, dict[str, list[int]]] = {}
        for place, one in enumerate(self._persons):
            for name in one.names:
                self._places.setdefault(name, {}).setdefault(one.organisation, []).append(place)

    def some_that_fit(self, person: PersonKeys) -> list[int]:
        """The positions of at most two persons who share a name with this person and fit; more would change nothing."""
        found: list[int] = []
        for place in self.named_like(person):
            if place not in found and self._persons[place].fits(person):
                found.append(place)
                if len({self._whose[each] for each in found} if self._whose else found) == _SEVERAL:
                    break
        return found

    def named_like(self, person: PersonKeys) -> Iterator[int]:
        """The positions of the persons who share a name with this person and, if it is known, the organisation."""
        for name in person.names:
            by_organisation = self._places.get(name, {})
            if not person.organisation:
                for places in by_organisation.values():
                    yield from places
                continue
            for organisation in (person.organisation, ""):
                yield from by_organisation.get(organisation, ())


def _differ(mine: str, theirs: str) -> bool:
    return bool(mine and theirs and mine != theirs)


def _letters(key: str) -> str:
    return "".join(sorted(key.replace(" ", "")))


def _sorted(name: str) -> str:
    return " ".join(sorted(search_key(name).split()))


@lru_cache(1 << 12)
def _key(text: str) -> str:
    return search_key(text)
