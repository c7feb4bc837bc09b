"""Reads a list without a header row by its cells; what cannot be known, such as the order of names, is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.importing.files.sheet import column_letters
from checkin.importing.people.evidence import evidence
from checkin.importing.people.headers import FULL_NAME
from checkin.importing.people.heading import By, Heading, ListColumn
from checkin.importing.people.questions import Question, QuestionKind, Word
from checkin.importing.people.settling import guessed, name_columns
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checkin.importing.files.sheet import Sheet
    from checkin.importing.people.column_choices import ColumnChoices
    from checkin.importing.people.evidence import Evidence
    from checkin.importing.people.questions import Answers

_LOOKED_AT: Final = 200
_INDICO: Final = (
    Field.GIVEN_NAME, Field.FAMILY_NAME, Field.ORGANISATION, Field.POSITION, Field.PHONE, Field.EMAIL,
)  # fmt: skip
"""The six columns without a header in which Indico takes and gives lists of people."""
_TWO: Final = (
    f"{Field.GIVEN_NAME} {Field.FAMILY_NAME}",
    f"{Field.FAMILY_NAME} {Field.GIVEN_NAME}",
    FULL_NAME,
)
_ONE: Final = (FULL_NAME, str(Field.FAMILY_NAME))


@dataclass(frozen=True, slots=True)
class Guess:
    """The heading that a list without one seems to have, and what must be asked before anybody comes in."""

    heading: Heading
    questions: tuple[Question, ...] = ()


def by_cells(sheet: Sheet, choices: ColumnChoices, answers: Answers) -> Guess | None:
    """What the columns of a sheet without a header hold; they are called by their letters. None if nothing is known."""
    rows = [row for row in sheet.rows[:_LOOKED_AT] if any(text.strip() for text in row)]
    width = max((len(row) for row in rows), default=0)
    cells = [evidence(row[index] for row in rows if index < len(row)) for index in range(width)]
    letters = tuple(column_letters(index) for index in range(width))
    said = {search_key(header): content for header, content in choices.by_header.items()}
    told = {n: content for n, letter in enumerate(letters) if (content := said.get(search_key(letter)))}
    if _is_indico(cells):
        return Guess(_heading(letters, dict(enumerate(_INDICO)), told))
    found = guessed(cells)
    first = next((index for index, row in enumerate(sheet.rows) if any(text.strip() for text in row)), 0)
    doubtful = first if _is_unlike(rows[0] if rows else (), found) else -1
    names = name_columns(cells, {**found, **told})
    if told:
        return Guess(_heading(letters, found, told, doubtful)) if _has_name(told) else None
    if not names or not (found or len(names) == width):
        return None
    words = _TWO if len(names) > 1 else _ONE
    question = Question(
        QuestionKind.HEADER, sheet.name, " ".join(letters[n] for n in names[:2]), (), tuple(map(Word, words))
    )
    answer = answers.to(question)
    contents = (answer if answer in words else words[0]).split()
    heading = _heading(letters, {**found, **dict(zip(names, contents, strict=False))}, told, doubtful)
    return Guess(heading, () if answer in words else (question,))


def _has_name(told: dict[int, str]) -> bool:
    return not {Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME, FULL_NAME}.isdisjoint(told.values())


def _is_indico(cells: Sequence[Evidence]) -> bool:
    if len(cells) != len(_INDICO):
        return False
    given, family, *_, phone, address = cells
    has_no_other = not phone.filled or phone.phones > 0
    return (
        address.addresses == 1
        and has_no_other
        and given.names > 0
        and family.names > 0
        and not given.honorifics
    )


def _is_unlike(row: Sequence[str], found: Mapping[int, str]) -> bool:
    """Whether a row has other texts where all rows below have addresses or telephone numbers."""
    for index, content in found.items():
        text = row[index].strip() if index < len(row) else ""
        if content == Field.EMAIL and text and "@" not in text:
            return True
        if content == Field.PHONE and text and not any(map(str.isdigit, text)):
            return True
    return False


def _heading(
    letters: tuple[str, ...], found: dict[int, str], told: dict[int, str], doubtful: int = -1
) -> Heading:
    columns = {
        index: ListColumn(index, content, letters[index], By.CONTENT) for index, content in found.items()
    }
    columns |= {index: ListColumn(index, content, letters[index], By.TOLD) for index, content in told.items()}
    return Heading(-1, tuple(columns[index] for index in sorted(columns)), letters, doubtful)
