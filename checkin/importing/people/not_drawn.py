"""Finds names in a list that no font can draw, so that the organiser knows before the event begins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin import paper
from checkin.domain.delegates import Delegate, Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.domain.delegates import Details
    from checkin.importing.people.heading import Heading

_ON_BADGES: Final = (
    Field.HONORIFIC,
    Field.FAMILY_NAME,
    Field.GIVEN_NAME,
    Field.NATIVE_HONORIFIC,
    Field.NATIVE_NAME,
)
_IN_NATIVE_SCRIPT: Final = frozenset({Field.NATIVE_HONORIFIC, Field.NATIVE_NAME})


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """A cell of an imported list with a name that no font can draw in full; `signs` are the characters without a font.

    The cell's row is imported all the same, but the badge cannot be printed. `row` is the row's number in the
    spreadsheet, `column` the column's header, and `text` the cell's text. `takes_latin` says that a badge with the
    Latin name alone can be printed.
    """

    sheet: str
    row: int
    column: str
    text: str
    signs: tuple[str, ...]
    takes_latin: bool = False


def names_not_drawn(
    place: tuple[str, int], heading: Heading, values: Details, known: Delegate | None
) -> Iterator[NotDrawn]:
    """Yield the cells of one row of a list with names that no font can draw in full.

    `place` is the sheet's name and the row's number, and `values` are the values of the row. `known` is the delegate in
    the event file whom the row means, None for a new delegate. Only names that the delegate's badge shows are checked:
    some badges show the Latin name alone.
    """
    found = {field: paper.not_drawn(str(values.get(field) or "")) for field in _ON_BADGES}
    if not any(found.values()):
        return
    shown = (known or Delegate("")).with_details(values).on_badge
    headers = {column.field: column.header for column in heading.columns}
    faulty = [field for field, signs in found.items() if signs and shown.value(field)]
    takes_latin = bool(shown.latin_name) and _IN_NATIVE_SCRIPT.issuperset(faulty)
    for field in faulty:
        yield NotDrawn(*place, headers.get(field, ""), str(values[field]), found[field], takes_latin)
