"""The rows of suggestions in the list of results: a heading for each reason, and the suggested delegates below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.desk.suggest import Clue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.desk.suggest import Suggestion
    from checkin.domain.registration import Registration
    from checkin.ui.appearance import Words
    from checkin.wording import Wording


@dataclass(frozen=True, slots=True)
class SuggestionHeading:
    """A heading in the list; `words` says why the delegates below are suggested. The heading cannot be chosen."""

    words: Words


def with_headings(
    typed: str, suggestions: Sequence[Suggestion]
) -> Iterator[Registration | SuggestionHeading]:
    """Yield the rows for these suggestions: for each reason a heading, and then the suggested delegates."""
    for number, suggestion in enumerate(suggestions):
        yield _heading(typed if number == 0 else "", suggestion)
        yield from suggestion.found


def _none_of_these(say: Wording) -> str:
    return say.text("None of these? Ctrl+N registers somebody on site.")


def _heading(typed: str, suggestion: Suggestion) -> SuggestionHeading:
    def words(say: Wording) -> str:
        nobody = say.text("Nobody is called “{name}”.").format(name=typed) + " " if typed else ""
        return nobody + _words_of(suggestion, say)

    return SuggestionHeading(words)


def _words_of(suggestion: Suggestion, say: Wording) -> str:
    match suggestion.clue:
        case Clue.TYPO:
            return say.text("Spelt nearly like that:")
        case Clue.FEWER_LETTERS:
            return say.text("With fewer letters, “{text}”:").format(text=suggestion.text)
        case Clue.ORGANISATION:
            return say.text("Organisation or position “{text}”:").format(text=suggestion.text)
        case Clue.SOUNDS_ALIKE:
            return say.text("Sounds alike:")


NONE_OF_THESE: Final = SuggestionHeading(_none_of_these)
"""The last row below suggestions, which says what to do if the wanted delegate is none of these."""
