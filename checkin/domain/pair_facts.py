"""The facts about two registrations: that both are one person, or that they are two persons who look alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checkin.domain.entry_keys import delegate_key, separated_key


@dataclass(frozen=True, slots=True)
class Merged:
    """The fact that two registrations are one person: the id `one` is kept, and `other` is a further id of that person.

    What is recorded under either id is about this person. Further merges can join more registrations; the id of the
    person is the one that the earliest merge that was not undone has kept.
    """

    kind: ClassVar[str] = "merged"
    one: str
    other: str

    @property
    def subject(self) -> str:
        """The id of the delegate who was kept."""
        return self.one

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which the journal finds this fact: one for each of the two delegates."""
        return (delegate_key(self.one), delegate_key(self.other))


@dataclass(frozen=True, slots=True)
class Separated:
    """The fact that two registrations that look alike are two persons, so that staff are not asked about them again."""

    kind: ClassVar[str] = "separated"
    one: str
    other: str

    @property
    def subject(self) -> str:
        """The id of the first of the two delegates."""
        return self.one

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which the journal finds this fact: one for the pair, and one for each delegate."""
        return (separated_key(self.one, self.other), delegate_key(self.one), delegate_key(self.other))
