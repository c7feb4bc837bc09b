"""Turns the texts of a row into the values of a person's fields, or tells why the row is rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from checkin.domain.delegates import Delegate, Field
from checkin.domain.rejections import RejectReason
from checkin.errors import CheckinError
from checkin.importing.people.cells import Cells, tidy
from checkin.importing.people.columns import NAMES
from checkin.importing.people.list_words import list_key, list_words
from checkin.importing.people.planned import Rejection

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checkin.domain.delegates import Value
    from checkin.domain.programme import Event
    from checkin.importing.people.open_questions import OpenQuestions
    from checkin.importing.people.tables import ListRow

    Values: TypeAlias = dict[str, Value]
    ReadRow: TypeAlias = tuple[ListRow, Values]

NAME_FIELDS: Final = (Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME)


class RowValues:
    """Reads rows for one event, with the values that the operator has given to all rows."""

    def __init__(self, event: Event, constants: Mapping[str, str], questions: OpenQuestions) -> None:
        """`constants` holds values for all rows, by field. Raises CheckinError if a field cannot have such a value."""
        self._cells = Cells(event)
        self._of_company = _of_company(event)
        self._constants = {field: tidy(text) for field, text in constants.items()}
        self._questions = questions
        for field, text in self._constants.items():
            if isinstance(self._cells.read(field, text), RejectReason):
                raise CheckinError(
                    f"“{text}” is no value for {field}",
                    "Nothing was brought in. Look at the values that the event knows, and tell one of them.",
                )

    def read(self, row: ListRow) -> Values | Rejection | None:
        """The row's values, or the rejection of the row; None if the operator has left the row out."""
        if self._questions.left_out_as(row) is not None:
            return None
        if self._questions.waits(row):
            return rejection(row, RejectReason.OPEN_QUESTION)
        if row.represented_by and not self._questions.who_comes(row, name_in(row)):
            return rejection(row, RejectReason.OPEN_QUESTION)
        return self._values(row)

    def _values(self, row: ListRow) -> Values | Rejection:
        """The row's values, or the rejection of the row.

        Values come from the row's columns, and from the operator's constants for fields that the row leaves empty. An
        empty cell is no value.
        """
        texts, constants = row.texts, self._constants
        if not any(texts.get(field) for field in NAME_FIELDS):
            return rejection(row, RejectReason.NO_NAME, *NAME_FIELDS)
        values: Values = {}
        waits: Rejection | None = None
        for field, value in self._read_texts(row):
            if value is RejectReason.OPEN_QUESTION:
                waits = waits or rejection(row, value, field)  # the row's other words are asked too
            elif isinstance(value, RejectReason):
                return rejection(row, value, field)
            else:
                values[field] = value
        if waits is not None:
            return waits
        for field, text in constants.items():
            if text and field not in texts and field not in values:
                value = self._cells.read(field, text)
                assert not isinstance(value, RejectReason)  # noqa: S101 - refused when the object was made
                values[field] = value
        if Field.CATEGORY not in values:
            return rejection(row, RejectReason.NO_CATEGORY, Field.CATEGORY)
        return values

    def _read_texts(self, row: ListRow) -> Iterator[tuple[str, Value | RejectReason]]:
        """The values of the row's own texts by field, or the reasons why they are none."""
        if row.guest and Field.CATEGORY not in row.texts:
            yield Field.CATEGORY, self._category_of_guest(row)
        for field, own in row.texts.items():
            if text := own or self._constants.get(field, ""):
                yield field, self._value(row, field, text)

    def _category_of_guest(self, row: ListRow) -> str | Literal[RejectReason.OPEN_QUESTION]:
        """The event's category for those who accompany others, else the one for all rows, else what is answered."""
        told = self._constants.get(Field.CATEGORY, "")
        known = self._of_company or (told and self._cells.read(Field.CATEGORY, told))
        if known:
            return str(known)
        said = self._questions.words.meaning(row.sheet, row.column, row.column)
        value = self._cells.read(Field.CATEGORY, said)
        if isinstance(value, RejectReason):
            self._questions.words.ask(row, row.column, row.column, RejectReason.UNKNOWN_CATEGORY)
            return RejectReason.OPEN_QUESTION
        return str(value)

    def _value(self, row: ListRow, field: str, text: str) -> Value | RejectReason:
        if self._cells.is_plain(field):
            return text
        header = row.heading.header_of(field)
        said = self._questions.words.meaning(row.sheet, header, text)
        value = self._cells.read(field, said, header)
        if value is RejectReason.UNKNOWN_CATEGORY and field in self._constants:
            return self._cells.read(field, self._constants[field])
        if isinstance(value, RejectReason) and self._questions.words.ask(row, header, text, value):
            return RejectReason.OPEN_QUESTION
        return value


def _of_company(event: Event) -> str:
    """The code of the event's category for those who accompany others; "" if there is none."""
    names = ((name, one.code) for one in event.categories.values() for _, name in one.name.by_language)
    return next((code for name, code in names if list_key(name) in list_words().company), "")


def rejection(row: ListRow, reason: RejectReason, *fields: str) -> Rejection:
    """The rejection of a row for this reason. It names the first column that holds one of these fields.

    Of a guest, all of whom stands in one column, it names that column.
    """
    if row.column:
        return Rejection(row.sheet, row.number, row.column, reason, name=name_in(row))
    wanted = {*fields, *NAMES} if reason is RejectReason.NO_NAME else {*fields}
    column = next((one for one in row.heading.columns if one.field in wanted), None)
    if column is None:
        return Rejection(row.sheet, row.number, "", reason, name=name_in(row))
    text = row.texts.get(column.field, "")
    return Rejection(row.sheet, row.number, column.header, reason, text, name_in(row))


def name_in(row: ListRow) -> str:
    """The name in a row; "" if the row has none."""
    return Delegate.of("", {field: row.texts.get(field, "") for field in NAME_FIELDS}).name
