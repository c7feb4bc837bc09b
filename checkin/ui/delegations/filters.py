"""The filter of the table of delegations: all delegations, or those that somebody has to contact."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, assert_never

from checkin.text import index_words, query_words, text_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.domain.delegation_figures import DelegationStanding
    from checkin.wording import Wording


class Which(Enum):
    """The choices of the filter."""

    ALL = "all"
    ONLY_ASKED = "only_asked"
    INCOMPLETE = "incomplete"
    NOBODY_HERE = "nobody_here"

    def holds(self, standing: DelegationStanding) -> bool:
        """Whether the table shows this delegation under this choice."""
        match self:
            case Which.ALL:
                return True
            case Which.ONLY_ASKED:
                return standing.figures.is_only_asked
            case Which.INCOMPLETE:
                return standing.figures.unnamed > 0
            case Which.NOBODY_HERE:
                return standing.figures.is_nobody_here
            case _:
                assert_never(self)

    def words(self, say: Wording) -> str:
        """The words that name this choice on the screen."""
        match self:
            case Which.ALL:
                return say.text("All delegations")
            case Which.ONLY_ASKED:
                return say.text("Asked, no names yet")
            case Which.INCOMPLETE:
                return say.text("Not complete")
            case Which.NOBODY_HERE:
                return say.text("Nobody has arrived")
            case _:
                assert_never(self)


def among(
    standings: Iterable[DelegationStanding], which: Which, letters: str, say: Wording, *, by_name: bool
) -> list[DelegationStanding]:
    """The delegations that this choice shows and whose names or liaison officer contain each word of `letters`.

    The delegations stay in the order of precedence; if `by_name` is True, they are sorted by the name that is shown.
    """
    words = query_words(letters)
    shown = [each for each in standings if which.holds(each) and _has(each, words)]
    return sorted(shown, key=lambda each: text_order(shown_name(each, say))) if by_name else shown


def shown_name(standing: DelegationStanding, say: Wording) -> str:
    """The name of the delegation on the screen: its first name in the window's language or, without one, its code."""
    known = standing.delegation
    return say.local(known.names[0]) if known.names else known.code


def _has(standing: DelegationStanding, words: Iterable[str]) -> bool:
    known = standing.delegation
    texts = [text for name in known.names for _, text in name.by_language]
    keys = index_words((*texts, known.liaison_name)).split()
    return all(any(key.startswith(word) for key in keys) for word in words)
