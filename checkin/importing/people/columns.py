"""Finds which column of a list holds which field: by the operator's choices, by the header row and by the cells.

There may be title rows above the header row. A list without a header row is read by its cells.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import Field
from checkin.importing.header_rows import SEARCHED_ROWS
from checkin.importing.people.evidence import ADDRESS, evidence, is_phone
from checkin.importing.people.headers import COMPANION, FULL_NAME, Strength, is_header, meanings
from checkin.importing.people.heading import By, Heading, ListColumn
from checkin.importing.people.list_words import list_key, list_words
from checkin.importing.people.settling import settled
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checkin.domain.programme import OwnField
    from checkin.importing.files.sheet import Row, Sheet
    from checkin.importing.people.column_choices import ColumnChoices
    from checkin.importing.people.headers import Meaning

NAMES: Final = frozenset({Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NATIVE_NAME, FULL_NAME})
"""The contents of columns that name a person."""
_LOOKED_AT: Final = 200
"""The rows below a header whose cells are looked at, to know what their columns hold."""
_FEWEST_HEADERS: Final = 2
_MOST_DATA: Final = 0.34
"""The largest share of addresses and telephone numbers in a header."""


def find_heading(sheet: Sheet, choices: ColumnChoices, own: Iterable[OwnField] = ()) -> Heading | None:
    """Find the header of a sheet: among the first 20 rows, the row in which the most columns are recognised.

    One of these columns must hold a person's name. Returns None if there is no such row. A column with a field that the
    event adds (`own`) is recognised by the field's name in any language. Two neighbouring rows are taken together as
    the header if more columns are recognised in this way.
    """
    codes = _by_name(own)
    best, found = 0, None
    for number, shown, read in _possible(sheet):
        said = _told(shown, choices)
        known = meanings(read, codes)
        contents = {each.content for each in known if each is not None} | {each for each in said if each}
        score = _score(known, said)
        if score > best and not NAMES.isdisjoint(contents) and not _is_data(shown):
            best, found = score, (number, shown, said, known)
    if found is None:
        return None
    number, shown, said, known = found
    return heading_of(sheet, number, shown, known, choices)


def heading_of(
    sheet: Sheet, number: int, headers: Sequence[str], known: Sequence[Meaning | None], choices: ColumnChoices
) -> Heading:
    """The heading in the row with this index, whose headers mean these contents, as the cells below confirm them."""
    said = _told(headers, choices)
    below = sheet.rows[number + 1 : number + 1 + _LOOKED_AT]
    columns = settled(
        [
            None if header_is_told else meaning
            for meaning, header_is_told in zip(known, _is_told(headers, choices), strict=True)
        ],
        [evidence(row[index] for row in below if index < len(row)) for index in range(len(headers))],
        [search_key(header) for header in headers],
    )
    told = tuple(
        ListColumn(index, content, _as_told(headers[index]), By.TOLD)
        for index, content in enumerate(said)
        if content
    )
    taken = {column.field for column in told}
    read = (
        ListColumn(
            index,
            content,
            _as_told(headers[index]),
            By.CONTENT if is_by_cells else By.NAME,
            is_preferred=_is_preferred(headers[index]),
        )
        for index, (content, is_by_cells) in sorted(columns.items())
        if (content not in taken or content == COMPANION)
        and not (FULL_NAME in taken and content == Field.FAMILY_NAME)
    )
    every = sorted((*told, *read), key=lambda column: column.index)
    return Heading(number, tuple(every), tuple(map(_as_told, headers)))


def _is_preferred(header: str) -> bool:
    words = set(list_key(header).split())
    return not (words.isdisjoint(list_words().preferred) and words.isdisjoint(list_words().persons))


def heading_in(sheet: Sheet, number: int, choices: ColumnChoices, own: Iterable[OwnField]) -> Heading:
    """The heading of the table that begins with the row of this index."""
    codes = _by_name(own)
    row = sheet.rows[number]
    return heading_of(sheet, number, row, meanings(row, codes), choices)


def is_further_heading(row: Row, before: Heading, own: Iterable[OwnField]) -> bool:
    """Whether the row begins a further table: most of its texts are headers, and they are not those of the table above.

    `before` is the heading of the table above.
    """
    filled = [text for text in row if text.strip()]
    if len(filled) < _FEWEST_HEADERS or not any(map(is_header, filled[:_FEWEST_HEADERS])):
        return False
    if _is_data(row) or _as_told_all(row) == before.headers:
        return False
    codes = _by_name(own)
    known = [each for each in meanings(row, codes) if each and each.strength >= Strength.WITHOUT_BRACKETS]
    is_named = any(each.content in NAMES for each in known)
    return is_named and len(known) >= _FEWEST_HEADERS and 2 * len(known) > len(filled)


def _by_name(own: Iterable[OwnField]) -> dict[str, str]:
    """The codes of the event's own fields by the keys of their names in all languages."""
    return {list_key(name): one.code for one in own for _, name in one.name.by_language}


def _as_told_all(row: Row) -> tuple[str, ...]:
    return tuple(map(_as_told, row))


def _possible(sheet: Sheet) -> Iterator[tuple[int, Row, Row]]:
    """What may be the header: the index of its last row, the headers as they are shown, and as they are understood."""
    rows = sheet.rows[:SEARCHED_ROWS]
    for number, row in enumerate(rows):
        yield number, row, row
    for number, (upper, lower) in enumerate(pairwise(rows), start=1):
        yield number, *_two_rows(upper, lower)


def _two_rows(upper: Row, lower: Row) -> tuple[Row, Row]:
    """Two rows as one header. A text of the upper row counts also for the columns at its right that only the lower has.

    The lower text is shown, and both are understood, the lower one first.
    """
    width = max(len(upper), len(lower))
    shown, read, over = list[str](), list[str](), ""
    for high, low in zip(
        upper + ("",) * (width - len(upper)), lower + ("",) * (width - len(lower)), strict=True
    ):
        if high.strip():
            over = high
        elif not low.strip():
            over = ""
        shown.append(low if low.strip() else high)
        read.append(f"{over}\n{low}" if low.strip() and over else low or high)
    return tuple(shown), tuple(read)


def _score(known: Sequence[Meaning | None], said: Sequence[str | None]) -> int:
    """How much of a header is understood: two for each content whose whole header is known, one for each other."""
    best: dict[str, int] = {content: 2 for content in said if content}
    for each in known:
        if each is not None:
            worth = 2 if each.strength >= Strength.WITHOUT_BRACKETS else 1
            best[each.content] = max(best.get(each.content, 0), worth)
    return sum(best.values())


def _is_data(row: Row) -> bool:
    filled = [text for text in row if text.strip()]
    data = sum(bool(ADDRESS.search(text)) or is_phone(text) for text in filled)
    return data > _MOST_DATA * len(filled)


def _told(headers: Sequence[str], choices: ColumnChoices) -> list[str | None]:
    said = {search_key(header): content for header, content in choices.by_header.items()}
    return [said.get(search_key(header)) if header.strip() else None for header in headers]


def _is_told(headers: Sequence[str], choices: ColumnChoices) -> list[bool]:
    said = {search_key(header) for header in choices.by_header}
    return [bool(header.strip()) and search_key(header) in said for header in headers]


def _as_told(header: str) -> str:
    return " ".join(header.split())
