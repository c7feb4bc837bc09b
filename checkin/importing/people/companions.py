"""Finds the companions in a list: guests in further columns of a row, and rows such as "spouse of Mr Sok"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.domain.rejections import RejectReason
from checkin.importing.people.cells import tidy
from checkin.importing.people.headers import COMPANION, COMPANION_NAMES, FULL_NAME
from checkin.importing.people.list_words import list_key, list_words, name_words
from checkin.importing.people.name_keys import word_key
from checkin.importing.people.names import is_unnamed, take_apart
from checkin.importing.people.person_keys import NameIndex, PersonKeys
from checkin.importing.people.planned import UnreadCell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checkin.domain.delegates import Delegate
    from checkin.importing.people.heading import Heading
    from checkin.importing.people.planned import Place
    from checkin.importing.people.row_values import ReadRow

ACCOMPANIED: Final = "accompanied"
"""The content of a column that names the person whom the row's person accompanies."""
ABOVE: Final = "↑"
"""The sign in place of such a name if the row's person accompanies the person of the row above."""
_SEVERAL: Final = re.compile(r"\s*[;\n]\s*|\s+&\s+")
_WHOSE: Final = re.compile(
    r"\s(?:of|to|de|du|des|d|von|der|di|del|da|do|van|af|av)\s(?:the\s|la\s|l\s)?", re.IGNORECASE
)
_NUMBER: Final = re.compile(r"\+?\s*\d{1,2}")


@dataclass(frozen=True, slots=True)
class Companion:
    """A guest in a further column of a row: the header of the column, and the text of the cell."""

    header: str
    text: str

    @property
    def is_named(self) -> bool:
        """Whether the text is a name. A number or "yes" only says that guests come, without naming them."""
        key, words = list_key(self.text), list_words()
        return not (_NUMBER.fullmatch(self.text) or key in words.yes or is_unnamed(self.text, name_words()))

    @property
    def is_nobody(self) -> bool:
        """Whether the text says that nobody comes along."""
        return list_key(self.text) in list_words().no or not self.text.strip("0+-–—/. ")


def companions(heading: Heading, row: Sequence[str]) -> Iterator[Companion]:
    """Yield the guests in the further columns of a row, from left to right; a cell with several guests is divided."""
    names: dict[str, str] = {}
    header = ""
    for column in heading.columns:
        text = row[column.index] if column.index < len(row) else ""
        if column.field == COMPANION:
            for part in _SEVERAL.split(text.strip()):
                if one := tidy(part):
                    yield Companion(column.header, one)
        elif column.field in COMPANION_NAMES and text.strip():
            names[column.field] = tidy(text)
            header = column.header
    if names:
        yield Companion(header, ", ".join(names[each] for each in COMPANION_NAMES if each in names))


def whom_a_name_accompanies(left: str) -> str:
    """The name of the person whom a row's person accompanies, from a note such as "spouse of Y"; "" if there is none.

    `left` is what stands beside the name. The result is `ABOVE` if a word such as "spouse" stands alone.
    """
    words = name_words()
    for part in left.split("; "):
        head, *whose = _WHOSE.split(part, maxsplit=1)
        if whose and word_key(head) in words.accompanying and not whose[0].casefold().startswith("hon"):
            return whose[0].strip(" .,")
        if any(known.get(list_key(part)) == COMPANION for known in list_words().columns.values()):
            return ABOVE
    return ""


def with_principals(
    rows: Sequence[ReadRow], again: Mapping[tuple[str, int], tuple[str, int]], known: Sequence[Delegate]
) -> tuple[list[ReadRow], list[UnreadCell]]:
    """Add to each row the place in the list of the person whom the row's person accompanies.

    Returns the rows, and the cells with a name that fits no known person. `again` maps each row that repeats a person
    to the earlier row of the same person.
    """
    if not any(row.guest or row.accompanied or Field.ACCOMPANIES in values for row, values in rows):
        return list(rows), []
    linking = _Linking(rows, again, known)
    return linking.rows, linking.unread


class _Linking:
    """Finds for each row the person whom the row's person accompanies."""

    def __init__(
        self,
        rows: Sequence[ReadRow],
        again: Mapping[tuple[str, int], tuple[str, int]],
        known: Sequence[Delegate],
    ) -> None:
        self._again = again
        self._given = rows
        self._keys = [PersonKeys.of_values(values) for _, values in rows]
        self._by_name = NameIndex(self._keys)
        self._known = known
        self._by_known_name = NameIndex(PersonKeys.of_delegate(one) for one in known)
        self._references = {str(values.get(Field.REFERENCE, "")) for _, values in rows} | {
            reference for one in known for reference in (one.reference, one.id)
        }
        self.unread: list[UnreadCell] = []
        self.rows = [self._linked(number) for number in range(len(rows))]

    def _linked(self, number: int) -> ReadRow:
        row, values = self._given[number]
        if row.guest:
            return replace(row, principal=self._first(row.principal)), values
        named = str(values.get(Field.ACCOMPANIES) or "")
        if named and named not in self._references and _may_be_name(named):
            values = {code: value for code, value in values.items() if code != Field.ACCOMPANIES}
        else:
            named = row.accompanied if not named else ""
        if not named:
            return row, values
        found = self._above(number) if named == ABOVE else self._of(named, number)
        if found is None:
            header = row.heading.header_of(Field.ACCOMPANIES) or row.heading.header_of(FULL_NAME)
            if PersonKeys.of_values(_names_in(named)).names != self._keys[number].names:
                self.unread.append(UnreadCell(row.sheet, row.number, header, RejectReason.UNKNOWN_PRINCIPAL))
            return row, values
        if isinstance(found, str):
            return row, {**values, Field.ACCOMPANIES: found}
        return replace(row, principal=found), values

    def _first(self, place: Place | None) -> Place | None:
        """The place of the earlier row of the same person, if the row of this place names the person again."""
        if place is None:
            return None
        sheet, row = self._again.get(place[:2], place[:2])
        return sheet, row, place[2]

    def _of(self, name: str, number: int) -> Place | str | None:
        """The person of the list with this name, or else the id of the known one, where there is one only."""
        keys = PersonKeys.of_values(_names_in(name))
        found = [place for place in self._by_name.some_that_fit(keys) if place != number]
        if len(found) == 1:
            return self._given[found[0]][0].place
        known = [] if found else self._by_known_name.some_that_fit(keys)
        return self._known[known[0]].id if len(known) == 1 else None

    def _above(self, number: int) -> Place | None:
        """The person of the row above, if that row has the same family name, organisation or delegation."""
        row, values = self._given[number]
        before = next(
            (
                place
                for place in range(number - 1, -1, -1)
                if not self._given[place][0].guest and not self._given[place][0].accompanied
            ),
            None,
        )
        if before is None or self._given[before][0].sheet != row.sheet:
            return None
        other, theirs = self._given[before]
        shared = (Field.FAMILY_NAME, Field.ORGANISATION, Field.DELEGATION)
        return (
            other.place
            if any(values.get(one) and values.get(one) == theirs.get(one) for one in shared)
            else None
        )


def _may_be_name(text: str) -> bool:
    """Whether a text may be a name, and no reference: words without digits."""
    return " " in text.strip() and not any(map(str.isdigit, text))


def _names_in(text: str) -> dict[str, str]:
    apart = take_apart(text, name_words())
    return {
        Field.FAMILY_NAME: apart.family_name,
        Field.GIVEN_NAME: apart.given_name,
        Field.NATIVE_NAME: apart.native_name,
    }
