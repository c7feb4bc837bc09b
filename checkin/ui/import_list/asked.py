"""What an examined list asks the operator: a question, or one word of a question about the words of a column."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Status
from checkin.importing.people.questions import OF_WORDS, SAME, SKIP, STOPPING, QuestionKind
from checkin.ui.import_list.value_words import content_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checkin.domain.programme import Event
    from checkin.importing.files.encodings import EncodingChoice
    from checkin.importing.people.planned import ImportPlan
    from checkin.importing.people.questions import Question, Word
    from checkin.wording import Wording

_STATUSES: Final = (Status.REGISTERED, *(each for each in Status if each is not Status.REGISTERED))
"""The states of a registration, the one that most words mean first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the operator's answer; "" while it is open.

    `word` is the word that is asked about, None for a question that is not about the words of a column. `shown` is what
    stands in the list, and `hints` say of some of the answers what they would mean.
    """

    question: Question
    word: Word | None = None
    shown: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    answer: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The same for the same question about the same file."""
        return self.question.id, self.word.word if self.word is not None else ""

    @property
    def count(self) -> int:
        """The number of rows that wait, or have waited, for the answer."""
        return self.word.rows if self.word is not None else len(self.question.rows)

    @property
    def is_open(self) -> bool:
        """Whether the operator has not answered yet."""
        return not self.answer

    def answered(self, answer: str) -> Asked:
        """The question with this answer."""
        return replace(self, answer=answer)

    def about(self, say: Wording) -> str:
        """What is asked about, in a few words: a column, a row, or the whole file."""
        question = self.question
        match question.kind:
            case QuestionKind.ENCODING:
                return say.text("the letters of the file")
            case QuestionKind.SHEET:
                return say.text("the sheets of the file")
            case QuestionKind.HIDDEN_ROWS:
                return _in_sheet(question.sheet, say.text("hidden rows"))
            case QuestionKind.STRUCK_ROWS:
                return _in_sheet(question.sheet, say.text("struck-out rows"))
            case QuestionKind.OTHER_PERSON | QuestionKind.REPRESENTED | QuestionKind.FIRST_ROW:
                row = say.text("row {row}").format(row=", ".join(map(str, question.rows)))
                return _in_sheet(question.sheet, row)
            case _:
                return _in_sheet(question.sheet, question.header)

    def words(self, say: Wording) -> str:
        """The question in words."""
        words = say.import_question(self.question.kind, self.question.header)
        return say.about(f"“{self.word.word}”", words) if self.word is not None else words

    def possible(self, event: Event, say: Wording) -> list[tuple[str, str]]:
        """The answers that can be chosen, each with its words."""
        match self.question.kind:
            case QuestionKind.STATUS:
                return [(str(each), say.status(each)) for each in _STATUSES]
            case QuestionKind.CATEGORY:
                return [
                    (code, f"{each.letter}  {say.local(each.name)}")
                    for code, each in event.categories.items()
                ]
            case QuestionKind.YES_NO:
                return [("yes", say.yes_no(value=True)), ("no", say.yes_no(value=False))]
            case _:
                return [(each.word, self._words(each.word, event, say)) for each in self.question.words]

    def _words(self, answer: str, event: Event, say: Wording) -> str:
        """The words for one of the answers that the question itself names."""
        match self.question.kind:
            case QuestionKind.ENCODING:
                return say.about(answer, self.hints.get(answer, ""))
            case QuestionKind.HEADER:
                columns, fields = self.question.header.split(), answer.split()
                pairs = zip(columns, fields, strict=False)
                return " · ".join(say.about(one, _field(code, event, say)) for one, code in pairs)
            case QuestionKind.FIRST_ROW:
                return say.text("a header") if answer == SKIP else say.text("a person")
            case QuestionKind.HIDDEN_ROWS | QuestionKind.STRUCK_ROWS:
                return say.text("leave them out") if answer == SKIP else say.text("bring them in")
            case QuestionKind.OTHER_PERSON:
                known = self.hints.get(SAME, "")
                same = say.text("the same person: {name} is renamed").format(name=known)
                return (
                    same if answer == SAME else say.text("another person, who comes in without the reference")
                )
            case _:
                return answer


def open_questions(
    plan: ImportPlan,
    choices: tuple[EncodingChoice, ...],
    known: Mapping[str, str],
    examples: Mapping[tuple[str, str], tuple[str, ...]],
) -> Iterator[Asked]:
    """What the plan asks, one after the other; for words of a column, one for each word.

    First come the questions that keep the whole list back, then those for which the most rows wait.

    `choices` are the encodings that the file may have. `known` has the names of persons by their references, and
    `examples` cells of columns, as `importing.examples` finds them.
    """
    names = {(each.sheet, each.row): each for each in plan.rejected}
    for question in sorted(plan.questions, key=lambda one: (one.kind not in STOPPING, -len(one.rows))):
        if question.kind in OF_WORDS:
            yield from (Asked(question, word, word.word) for word in question.words)
            continue
        row = names.get((question.sheet, question.rows[0])) if question.rows else None
        if question.kind is QuestionKind.ENCODING:
            samples = {each.name: " · ".join(each.sample) for each in choices}
            yield Asked(question, None, next(iter(samples.values()), ""), samples)
        elif question.kind is QuestionKind.OTHER_PERSON and row is not None:
            yield Asked(question, None, row.name, {SAME: known.get(row.text, "")})
        elif question.kind is QuestionKind.FIRST_ROW and row is not None:
            yield Asked(question, None, row.name)
        elif question.kind is QuestionKind.REPRESENTED:
            yield Asked(question, None, " · ".join(word.word for word in reversed(question.words)))
        else:
            columns = (examples.get((question.sheet, each), ()) for each in question.header.split())
            yield Asked(question, None, " | ".join(" · ".join(cells) for cells in columns if cells))


def _field(code: str, event: Event, say: Wording) -> str:
    return content_words(code, event, say)


def _in_sheet(sheet: str, what: str) -> str:
    return f"{sheet} · {what}" if sheet else what
