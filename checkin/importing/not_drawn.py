"""Finds names in a list that no font can draw, so that this is known the evening before and not at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin import paper
from checkin.domain.delegates import Delegate, Field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.domain.delegates import Details
    from checkin.importing.columns import Heading

_ON_BADGES: Final = (
    Field.HONORIFIC,
    Field.FAMILY_NAME,
    Field.GIVEN_NAME,
    Field.NATIVE_HONORIFIC,
    Field.NATIVE_NAME,
)


@dataclass(frozen=True, slots=True)
class NotDrawn:
    """A cell with signs of a name that no font has. Its row comes in, but the badge cannot be printed.

    `column` is the header of the column, `text` what the cell holds.
    """

    sheet: str
    row: int
    column: str
    text: str
    signs: tuple[str, ...]


def names_not_drawn(
    place: tuple[str, int], heading: Heading, values: Details, known: Delegate | None
) -> Iterator[NotDrawn]:
    """The cells of a row whose names no badge can show.

    `place` is the row's sheet and number, `known` the delegate whom the row stands for. Nothing is said of a native
    name that is not on the badge, because the Latin name alone was chosen.
    """
    found = {field: paper.not_drawn(str(values.get(field) or "")) for field in _ON_BADGES}
    if not any(found.values()):
        return
    shown = (known or Delegate("")).with_details(values).on_badge
    headers = {column.field: column.header for column in heading.columns}
    for field, signs in found.items():
        if signs and shown.value(field):
            yield NotDrawn(*place, headers.get(field, ""), str(values[field]), signs)
