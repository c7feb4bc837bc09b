"""The persons who are named for a session, and who may enter it: by category, by name, or with whom they accompany."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkin.domain.delegates import Delegate
    from checkin.domain.programme import Session


class Answer(StrEnum):
    """The answer of a person to being named for a session."""

    NONE = "none"
    ACCEPTS = "accepts"
    DECLINES = "declines"


GIVEN: Final = tuple(each for each in Answer if each is not Answer.NONE)
"""The answers that a person can give."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What is recorded of one person for one session for which the person is or was named.

    `seat` is a seat or a table, "" if there is none. `persons` is the number of persons expected: the person and those
    who come with them. A person whose naming is `withdrawn` is not named any more.
    """

    answer: Answer = Answer.NONE
    seat: str = ""
    persons: int = 1
    withdrawn: bool = False

    @property
    def expected(self) -> int:
        """The number of persons expected because of this naming; 0 if it is withdrawn or the answer is no."""
        return 0 if self.withdrawn or self.answer is Answer.DECLINES else self.persons


@dataclass(frozen=True, slots=True)
class Sums:
    """How many persons are invited to a session by name, how many of them accept or decline, and how many are expected.

    The persons who come with those who are named are counted too. Expected are only those with the status “registered”.
    """

    invited: int = 0
    accepts: int = 0
    declines: int = 0
    expected: int = 0


def sums_of(named: Iterable[tuple[Delegate, Naming]]) -> Sums:
    """Add up the namings of these delegates for one session; withdrawn ones do not count."""
    there = [(delegate, naming) for delegate, naming in named if not naming.withdrawn]
    by_answer = Counter[Answer]()
    for _, naming in there:
        by_answer[naming.answer] += naming.persons
    return Sums(
        by_answer.total(),
        by_answer[Answer.ACCEPTS],
        by_answer[Answer.DECLINES],
        sum(naming.expected for delegate, naming in there if delegate.is_expected),
    )


NOT_NAMED: Final = Naming(withdrawn=True)
NOWHERE: Final[Mapping[str, Naming]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Guest:
    """What decides which sessions a person may enter.

    `namings` holds the namings of the person by the session's code. `principal` is the person whom they accompany, None
    if there is none or if nobody is registered under that id. The principal's own principal is not considered.
    """

    category: str
    namings: Mapping[str, Naming] = field(default_factory=lambda: NOWHERE)
    principal: Guest | None = None

    def may_enter(self, session: Session) -> bool:
        """Whether the person is on the session's list: by category, by name, or because their principal is.

        Whoever was named and declined is still named: they may have changed their mind.
        """
        if self._is_on_list(session):
            return True
        return self.principal is not None and self.principal._is_on_list(session)  # noqa: SLF001 - of its own class

    def expected_in(self, session: Session) -> int:
        """The number of persons expected in the session because of this person, if the person is registered.

        Whoever may enter only because their principal is named is one of the persons who come with the principal, so
        the number of the principal counts them already.
        """
        naming = self._naming_for(session)
        if not naming.withdrawn:
            return naming.expected
        if session.admits(self.category):
            return 1
        return int(self.principal is not None and self.principal._is_unnamed_and_admitted(session))  # noqa: SLF001

    def seat_in(self, session: Session) -> str:
        """The seat or table of the person in the session; "" if there is none or they are not named for it."""
        naming = self._naming_for(session)
        return "" if naming.withdrawn else naming.seat

    def _naming_for(self, session: Session) -> Naming:
        return self.namings.get(session.code, NOT_NAMED)

    def _is_on_list(self, session: Session) -> bool:
        return session.admits(self.category) or not self._naming_for(session).withdrawn

    def _is_unnamed_and_admitted(self, session: Session) -> bool:
        return session.admits(self.category) and self._naming_for(session).withdrawn
