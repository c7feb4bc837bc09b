"""The facts about two registrations: that both are one person, or that they are two persons who look alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from checkin.domain.entry_keys import delegate_key, separated_key


@dataclass(frozen=True, slots=True)
class Merged:
    """The fact that two registrations are one person: `one` was kept, and `other` leads to the same person.

    Whatever is recorded under either id is about this person. Merges join registrations to a set, whose id is the one
    that the earliest standing merge of the set has kept.
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
        """The keys under which the journal finds this fact: the keys of both delegates."""
        return (delegate_key(self.one), delegate_key(self.other))


@dataclass(frozen=True, slots=True)
class Separated:
    """The fact that two registrations are two persons, however alike they look: nobody is asked about them again."""

    kind: ClassVar[str] = "separated"
    one: str
    other: str

    @property
    def subject(self) -> str:
        """The id of the first of the two delegates."""
        return self.one

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys under which the journal finds this fact: of the pair, whichever stands first, and of both."""
        return (separated_key(self.one, self.other), delegate_key(self.one), delegate_key(self.other))
