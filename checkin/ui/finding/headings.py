"""The headings of the list of delegates: each says what the list shows, and what to do if the list is empty."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.desk.find import MOST
from checkin.ui.hint import not_read

if TYPE_CHECKING:
    from checkin.errors import CheckinError
    from checkin.ui.appearance import Words
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class Heading:
    """The words above a list of delegates (`words`), and the words in the list while it is empty (`if_empty`)."""

    words: Words
    if_empty: Words


def _how_to_begin(say: Wording) -> str:
    return say.text("Scan a badge, or type letters of a name.")


def _nobody_yet(say: Wording) -> str:
    return say.text("Nobody has arrived at this desk yet.") + "\n" + _how_to_begin(say)


LAST_ARRIVALS: Final = Heading(lambda say: say.text("Last arrivals at this desk, newest first"), _nobody_yet)
JUST_NOW: Final = Heading(lambda say: say.text("Just now at this desk"), _how_to_begin)
LAST_SELECTED: Final = Heading(
    lambda say: say.text("Last selected: scan, or type letters, to go on"), _how_to_begin
)


def how_to_read_again(say: Wording) -> str:
    """The sentence that says what to do about a text that looks like a badge code but is not a code of this event.

    The sentence sends nobody away, because a person with a misread code may well be on the list.
    """
    return say.text("Scan once more, or type the 16 characters below the code.")


NOT_A_CODE: Final = Heading(lambda say: say.text("Nobody was found"), how_to_read_again)
"""The heading of the list after a search for a text that looks like a badge code but is not a code of this event."""


def found(number: int) -> Heading:
    """The heading of the list after a search that has found this number of delegates."""

    def words(say: Wording) -> str:
        if number >= MOST:
            return say.text("The likeliest {count}: type more letters").format(count=number)
        return say.many("{count} found", "{count} found", number) if number else say.text("Nobody was found")

    return Heading(words, lambda say: say.text("Type fewer letters, or the organisation."))


def not_searched(error: CheckinError) -> Heading:
    """The heading of the list, which is empty, after a search that this error has stopped."""
    return Heading(lambda say: say.text("Nobody can be searched for now"), not_read(error))
