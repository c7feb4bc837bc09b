"""The words of status, category and yes-or-no columns that nobody knows: they are asked about, never guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.domain.rejections import RejectReason
from checkin.importing.people.list_words import list_key
from checkin.importing.people.questions import Question, QuestionKind, Word, question_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.importing.people.questions import Answers
    from checkin.importing.people.tables import ListRow

_ASKED: Final = {
    RejectReason.UNKNOWN_STATUS: QuestionKind.STATUS,
    RejectReason.UNKNOWN_CATEGORY: QuestionKind.CATEGORY,
    RejectReason.UNKNOWN_YES_NO: QuestionKind.YES_NO,
}


class WordQuestions:
    """Collects the unknown words of a list's columns, with the rows that have them."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._rows: dict[tuple[QuestionKind, str, str], dict[str, list[int]]] = {}

    def meaning(self, sheet: str, header: str, text: str) -> str:
        """What the operator has said that a word of a column means; the word itself if nothing was said."""
        if not self._answers.by_id and not self._answers.values:
            return text
        told = self._answers.meaning(header, text)
        if told is not None:
            return told
        ids = (question_id(kind, sheet, header) for kind in _ASKED.values())
        answered = next((answer for each in ids if (answer := self._answers.by_id.get(each))), None)
        return self._of_all(answered, text) if answered else text

    @staticmethod
    def _of_all(answered: str, text: str) -> str:
        """One answer for all words of a column that mean nothing by themselves is given by `WORD:value` pairs."""
        pairs = dict(part.split(":", 1) for part in answered.split(",") if ":" in part)
        return next((value for word, value in pairs.items() if list_key(word) == list_key(text)), text)

    def ask(self, row: ListRow, header: str, text: str, reason: RejectReason) -> bool:
        """Note a word that is unknown for this reason; return whether it is a question, and no plain fault."""
        kind = _ASKED.get(reason)
        if kind is None or not header:
            return False
        self._rows.setdefault((kind, row.sheet, header), {}).setdefault(text, []).append(row.number)
        return True

    def open(self) -> Iterator[Question]:
        """The questions about columns with words that are unknown; the most frequent word first."""
        for (kind, sheet, header), words in self._rows.items():
            often = sorted(words.items(), key=lambda each: -len(each[1]))
            rows = tuple(sorted(number for numbers in words.values() for number in numbers))
            yield Question(
                kind, sheet, header, rows, tuple(Word(word, len(numbers)) for word, numbers in often)
            )
