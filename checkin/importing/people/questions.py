"""The questions that an import asks where a list cannot be known, and the operator's answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from checkin.errors import CheckinError
from checkin.importing.people.list_words import list_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ID_LENGTH: Final = 8


class QuestionKind(StrEnum):
    """What a question is about. One about an encoding, a sheet or a header brings nothing in while it is open."""

    ENCODING = "encoding"
    HEADER = "header"
    FIRST_ROW = "first_row"
    SHEET = "sheet"
    STATUS = "status"
    CATEGORY = "category"
    YES_NO = "yes_no"
    HIDDEN_ROWS = "hidden_rows"
    STRUCK_ROWS = "struck_rows"
    OTHER_PERSON = "other_person"
    REPRESENTED = "represented"
    NAME_SPLIT = "name_split"


STOPPING: Final = frozenset({QuestionKind.ENCODING, QuestionKind.HEADER, QuestionKind.SHEET})
"""The kinds of questions that bring nothing in while they are open."""
OF_WORDS: Final = frozenset({QuestionKind.STATUS, QuestionKind.CATEGORY, QuestionKind.YES_NO})
"""The kinds of questions about the words of a column."""
TAKE, SKIP = "take", "skip"
SAME, OTHER = "same", "other"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a column with the number of rows that have it, or a possible answer, best first, without rows."""

    word: str
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the operator. `rows` are the numbers of the rows that wait for the answer."""

    kind: QuestionKind
    sheet: str
    header: str
    rows: tuple[int, ...] = ()
    words: tuple[Word, ...] = ()

    @property
    def id(self) -> str:
        """The name by which the question is answered; it is the same for the same file."""
        return question_id(self.kind, self.sheet, self.header, self.rows)


def question_id(kind: QuestionKind, sheet: str, header: str, rows: Iterable[int] = ()) -> str:
    """The id of a question. Only a question about single rows has the rows in its id."""
    of_rows = (
        ",".join(map(str, rows)) if kind in {QuestionKind.OTHER_PERSON, QuestionKind.REPRESENTED} else ""
    )
    text = "\x1f".join((kind, sheet, list_key(header), of_rows))
    return sha256(text.encode()).hexdigest()[:_ID_LENGTH]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the operator has answered.

    `by_id` has the answers by the ids of the questions. `values` says what a word of a column means, by the word keys
    of the header and of the word. `encoding` is the encoding of a text file, "" if nobody has told it.
    """

    by_id: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)
    encoding: str = ""

    @property
    def told_encoding(self) -> str:
        """The encoding that the operator has chosen, by itself or as the answer to the question; "" if none."""
        return self.encoding or self.by_id.get(question_id(QuestionKind.ENCODING, "", ""), "")

    def to(self, question: Question) -> str:
        """The answer to this question; "" if it is open."""
        return self.by_id.get(question.id, "")

    def meaning(self, header: str, word: str) -> str | None:
        """What the operator has said that a word of a column means; None if nothing was said."""
        return self.values.get((list_key(header), list_key(word)))


def about_encoding(names: Iterable[str]) -> Question:
    """The question in which of these encodings, the likeliest first, a text file is written."""
    return Question(QuestionKind.ENCODING, "", "", (), tuple(map(Word, names)))


def read_answers(answers: Iterable[str] = (), values: Iterable[str] = (), encoding: str = "") -> Answers:
    """Read answers written as `ID=WORD`, and values written as `HEADER:WORD=value`.

    CheckinError is raised for a text that is written in another way.
    """
    by_id, meanings = dict[str, str](), dict[tuple[str, str], str]()
    for text in answers:
        name, separator, word = text.partition("=")
        if not separator or not name.strip():
            raise CheckinError(
                f"The answer “{text}” is not understood", "Write ID=WORD, as --json tells the questions."
            )
        by_id[name.strip()] = word.strip()
    for text in values:
        told, separator, value = text.rpartition("=")
        header, colon, word = told.rpartition(":")
        if not separator or not colon or not header.strip():
            raise CheckinError(
                f"The value “{text}” is not understood",
                "Write HEADER:WORD=value, such as Status:Waitlist=pending.",
            )
        meanings[list_key(header), list_key(word)] = value.strip()
    return Answers(by_id, meanings, encoding)
