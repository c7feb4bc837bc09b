"""The header of a sheet: which field each column holds, and how the program knows this."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from checkin.domain.delegates import Field

if TYPE_CHECKING:
    from collections.abc import Mapping


class By(StrEnum):
    """How the program knows what a column holds: from the header, from the cells, or from the operator."""

    NAME = "name"
    CONTENT = "content"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of a list: its index, from 0, the code of the field that it holds (or `full_name`), and its header."""

    index: int
    field: str
    header: str
    by: By = By.NAME
    is_preferred: bool = False
    """Whether this column is read before other columns of the same field, as a mobile number before a landline."""


@dataclass(frozen=True)
class Heading:
    """The header of a sheet.

    `row` is the index of the header's last row, counted from 0; it is -1 if the sheet has no header. `columns` are the
    columns that are read. `headers` are the headers of all columns in the order of the list, "" for a column without
    one. If several columns hold the same field, each row uses the first of them that has a text; preferred columns come
    first.
    """

    row: int
    columns: tuple[ListColumn, ...]
    headers: tuple[str, ...] = ()
    doubtful: int = -1
    """The index of a row that may be a header although the program knows none of its words; -1 if there is none."""

    @property
    def ignored(self) -> tuple[str, ...]:
        """The headers of the columns that are not read."""
        read = {column.index for column in self.columns}
        return tuple(header for index, header in enumerate(self.headers) if header and index not in read)

    @cached_property
    def has_given_name_first(self) -> bool:
        """Whether the column of given names stands before the column of family names."""
        names = [one.field for one in self.columns if one.field in {Field.FAMILY_NAME, Field.GIVEN_NAME}]
        return names[:2] == [Field.GIVEN_NAME, Field.FAMILY_NAME]

    def column_of(self, content: str) -> ListColumn | None:
        """The first column that holds this content; None if there is none."""
        return next((column for column in self.columns if column.field == content), None)

    def header_of(self, content: str) -> str:
        """The header of the first column that holds this content; "" if there is none."""
        return self._headers.get(content, "")

    @cached_property
    def _headers(self) -> Mapping[str, str]:
        return {str(column.field): column.header for column in reversed(self.columns)}
