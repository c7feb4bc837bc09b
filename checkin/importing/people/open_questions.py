"""Collects the questions of an import, with the operator's answers, and the rows that wait for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.importing.people.questions import OTHER, SAME, SKIP, TAKE, Question, QuestionKind, Word
from checkin.importing.people.rows import RowKind
from checkin.importing.people.unknown_words import WordQuestions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checkin.domain.delegates import Delegate, Field
    from checkin.importing.people.questions import Answers
    from checkin.importing.people.tables import ListRow

OF_LEFT_OUT: Final = {
    QuestionKind.FIRST_ROW: RowKind.HEADER,
    QuestionKind.HIDDEN_ROWS: RowKind.HIDDEN,
    QuestionKind.STRUCK_ROWS: RowKind.STRUCK,
}
"""The reasons for which rows are left out after an answer of the operator, by the kind of the question."""


class OpenQuestions:
    """The questions about the rows and words of one list."""

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.words = WordQuestions(answers)
        self._open: list[Question] = []
        self._waiting: set[tuple[str, int]] = set()
        self._left_out: dict[tuple[str, int], RowKind] = {}

    def ask_about_rows(self, rows: Sequence[ListRow]) -> None:
        """Ask about hidden rows, struck-out rows, and a first row that may be a header; about each row only once.

        Rows that the operator has already declined are left out.
        """
        kinds = [(row, _kind_of(row)) for row in rows]
        for kind in OF_LEFT_OUT:
            concerned = [row for row, asked in kinds if asked is kind]
            for sheet in dict.fromkeys(row.sheet for row in concerned):
                those = [row for row in concerned if row.sheet == sheet]
                numbers = tuple(row.number for row in those)
                self._ask(Question(kind, sheet, "", numbers, (Word(SKIP), Word(TAKE))), those)

    def who_comes(self, row: ListRow, name: str) -> str:
        """Which of two persons in one row comes: one of their names, "" if nobody has said so."""
        question = Question(
            QuestionKind.REPRESENTED, row.sheet, "", (row.number,), (Word(row.represented_by), Word(name))
        )
        return self._ask(question, [row])

    def is_meant(self, row: ListRow, delegate: Delegate, field: Field) -> bool | None:
        """Whether a row means this delegate, whose reference or address it has; None if nobody has said so."""
        del delegate  # the row and the column are what the question is about
        column = row.heading.column_of(field)
        header = column.header if column is not None else ""
        words = (Word(OTHER), Word(SAME))
        answer = self._ask(
            Question(QuestionKind.OTHER_PERSON, row.sheet, header, (row.number,), words), [row]
        )
        return answer == SAME if answer else None

    def waits(self, row: ListRow) -> bool:
        """Whether the row waits for an answer."""
        return (row.sheet, row.number) in self._waiting

    def left_out_as(self, row: ListRow) -> RowKind | None:
        """The reason for which the operator has left out this row; None for a row that is imported."""
        return self._left_out.get((row.sheet, row.number))

    def open(self) -> tuple[Question, ...]:
        """The questions that are open."""
        return (*self._open, *self.words.open())

    def _ask(self, question: Question, rows: Iterable[ListRow]) -> str:
        """The answer to the question. If the question is open, the rows wait; some answers leave them out."""
        answer = self._answers.to(question)
        places = {(row.sheet, row.number) for row in rows}
        if answer not in {word.word for word in question.words}:
            self._open.append(question)
            self._waiting |= places
            return ""
        if answer == SKIP and question.kind in OF_LEFT_OUT:
            self._left_out |= dict.fromkeys(places, OF_LEFT_OUT[question.kind])
        return answer


def _kind_of(row: ListRow) -> QuestionKind | None:
    """What is asked about a row as a whole; None for most rows."""
    if row.may_be_header:
        return QuestionKind.FIRST_ROW
    if row.is_hidden:
        return QuestionKind.HIDDEN_ROWS
    return QuestionKind.STRUCK_ROWS if row.is_struck else None
