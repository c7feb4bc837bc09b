"""What the operator has said about the list on the Import page: its columns, its words, whose list it is."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checkin.domain.delegates import Field
from checkin.importing.people.column_choices import ColumnChoices
from checkin.importing.people.headers import COMPANION, FULL_NAME
from checkin.importing.people.list_words import list_key
from checkin.importing.people.name_splits import SplitRule
from checkin.importing.people.own_fields import NEW_FIELD
from checkin.importing.people.questions import Answers, Question, QuestionKind, Word
from checkin.importing.people.wishes import ListWishes
from checkin.ui.import_list.asked import Asked

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_OF_ROWS = frozenset({QuestionKind.OTHER_PERSON, QuestionKind.REPRESENTED})
"""The kinds of questions about a single person; what is answered to them is written nowhere outside the event."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the operator has said about a list.

    `readings` maps the header of a column to what the column holds: a field's code, "full_name" with or without a rule
    for dividing names, "companion", "new_field" for a new field that the import adds to the event, or "" if the column
    is not read. `category` is the code of the category for rows without one; "" if the list itself names the
    categories. `answers` are the answered questions, by their keys. `sheet` is the only sheet to be read, "" for all
    sheets that are lists.
    """

    readings: Mapping[str, str] = field(default_factory=dict)
    category: str = ""
    answers: Mapping[tuple[str, str], Asked] = field(default_factory=dict)
    source: str = ""
    list_wins: bool = False
    sheet: str = ""

    def with_answer(self, asked: Asked, answer: str) -> Told:
        """The same with this answer to the question."""
        return replace(self, answers={**self.answers, asked.key: asked.answered(answer)})

    def wishes(self, own: Collection[str] = ()) -> ListWishes:
        """What the operator has said, in the form that the planning of an import takes (`ListWishes`).

        If the chosen reading of a column is not known, the program decides itself how to read the column. `own` holds
        the codes of the event's own fields.
        """
        known = {*map(str, Field), *own, FULL_NAME, COMPANION, NEW_FIELD}
        readings: dict[str, str | None] = {}
        splits: dict[str, str] = {}
        for header, name in self.readings.items():
            content, _, rule = name.partition(" ")
            if not content or content in known:
                readings[header] = content or None
            if content == FULL_NAME and rule in set(SplitRule):
                splits[header] = rule
        constants: dict[str, str] = {Field.CATEGORY: self.category} if self.category else {}
        by_id = {each.question.id: each.answer for each in self.answers.values() if each.word is None}
        values = {
            (list_key(each.question.header), list_key(each.word.word)): each.answer
            for each in self.answers.values()
            if each.word is not None
        }
        return ListWishes(
            ColumnChoices(readings, constants, splits),
            Answers(by_id, values),
            self.source,
            list_wins=self.list_wins,
            sheets=(self.sheet,) if self.sheet else (),
        )

    @property
    def answers_as_text(self) -> str:
        """The answers to remember, as JSON; "" if there are none. Answers about single persons are not among them."""
        kept = [
            [
                each.question.kind,
                each.question.sheet,
                each.question.header,
                *((each.word.word, each.word.rows) if each.word is not None else (None, 0)),
                each.answer,
            ]
            for each in self.answers.values()
            if each.question.kind not in _OF_ROWS
        ]
        return json.dumps(kept) if kept else ""


def answers_of(text: str) -> dict[tuple[str, str], Asked]:
    """The answers in a text of `answers_as_text`; what is not understood is passed over."""
    found: dict[tuple[str, str], Asked] = {}
    with suppress(ValueError, TypeError, RecursionError):
        for kind, sheet, header, word, rows, answer in json.loads(text or "[]"):
            question = Question(QuestionKind(kind), str(sheet), str(header))
            asked = Asked(question, None if word is None else Word(str(word), int(rows)), str(word or ""))
            found[asked.key] = asked.answered(str(answer))
    return found
