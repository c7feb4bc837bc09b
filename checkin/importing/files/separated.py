"""Reads a list from a text file of separated values (CSV), in any encoding and with any of the usual separators."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from checkin.errors import CheckinError
from checkin.importing.files.encodings import decode
from checkin.importing.files.sheet import MOST_BYTES, empty, not_a_spreadsheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from checkin.importing.files.encodings import Decoded
    from checkin.importing.files.sheet import Row

_NAMED_SEPARATOR: Final = re.compile(r"sep=(?![\w\"])[!-~\t]\s*")
_SEPARATORS: Final = ",;\t|"
_OTHER_KINDS: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"SQLite format 3",
    b"7z\xbc\xaf",
    b"Rar!",
)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MOST_CONTROL: Final = 0.01
_GUARD: Final = re.compile(r"'(?=[=+\-@\t\r])")
_SAMPLE: Final = 256 * 1024
_SAMPLE_ROWS: Final = 50
_AFTER_THE_LAST: Final = "\x1eend"


def separated_text(data: bytes, path: Path, encoding: str = "") -> Decoded:
    """Return the text of a file of separated values, as `decode` does; CheckinError if the file is another kind."""
    if not data:
        raise empty(path)
    if data.startswith(_OTHER_KINDS):
        raise not_a_spreadsheet(path)
    decoded = decode(data, path, encoding)
    if len(_CONTROL.findall(decoded.text)) > _MOST_CONTROL * len(decoded.text):
        raise not_a_spreadsheet(path)
    return decoded


def rows_of(text: str, path: Path) -> Iterator[Row]:
    """Yield the rows of a text of separated values; `path` only names the file in errors (CheckinError)."""
    first_line, _, rest = text.partition("\n")
    if _NAMED_SEPARATOR.fullmatch(first_line):  # Excel's own first line, which it does not show as a row
        return _rows(rest, first_line[4], path)
    return _rows(text, _separator(text), path)


def _separator(text: str) -> str:
    """The separator with which the largest number of the first rows have equally many cells, and more than one."""
    return max(_SEPARATORS, key=lambda separator: _regularity(text, separator))


def _regularity(text: str, separator: str) -> tuple[int, int]:
    try:
        rows = list(islice(_cells(io.StringIO(text[:_SAMPLE], newline=""), separator, text), _SAMPLE_ROWS))
    except csv.Error:
        return (0, 0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, alike = widths.most_common(1)[0] if widths else (0, 0)
    return (alike, width)


def _rows(text: str, separator: str, path: Path) -> Iterator[Row]:
    """The rows of the text, each split into its cells.

    CheckinError is raised if a quotation mark is never closed: such a mark would join several rows into one cell.
    """
    csv.field_size_limit(MOST_BYTES)  # how long a cell may be is said once, for all kinds of file
    number, has_guards = 0, _GUARD.search(text) is not None
    lines = _Lines(chain(io.StringIO(text, newline=""), [_AFTER_THE_LAST]))
    try:
        for number, cells in enumerate(_cells(lines, separator, text), start=1):
            if len(lines.taken) > 1 and _is_broken("".join(lines.taken), separator):
                raise _never_closed(path, number)
            lines.taken.clear()
            row = tuple(map(_without_guard, cells)) if has_guards else tuple(cells)
            if row == (_AFTER_THE_LAST,):
                return
            if row and row[-1].endswith(_AFTER_THE_LAST):
                raise _never_closed(path, number)
            yield row
    except csv.Error as error:
        raise _never_closed(path, number + 1) from error


class _Lines:
    """The lines of a text, of which `taken` are those that were taken since it was last emptied."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.taken: list[str] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.taken.append(line)
            yield line


def _is_broken(lines: str, separator: str) -> bool:
    """Whether the lines were taken for one row only because the quotation mark of a cell is missing.

    Then the next cell that begins with a quotation mark seems to end the former one, and a text stands behind that end.
    """
    if lines.endswith(_AFTER_THE_LAST):
        return False
    tight = re.sub(rf'" +(?={re.escape(separator)}|[\r\n])', '"', lines)
    try:
        for _ in csv.reader(
            io.StringIO(tight, newline=""), delimiter=separator, skipinitialspace=True, strict=True
        ):
            pass
    except csv.Error:
        return True
    return False


def _cells(lines: Iterable[str], separator: str, text: str) -> Iterator[list[str]]:
    """The cells of each row. Some programs write a space before each quotation mark: it belongs to no cell."""
    is_spaced = re.search(f'{re.escape(separator)} +"', text[:_SAMPLE]) is not None
    return csv.reader(lines, delimiter=separator, skipinitialspace=is_spaced)


def _without_guard(cell: str) -> str:
    """The cell without the apostrophe that programs put before a sign with which a formula would begin."""
    return cell[1:] if _GUARD.match(cell) else cell


def _never_closed(path: Path, row: int) -> CheckinError:
    return CheckinError(
        "A quotation mark in the list is never closed",
        f"{path.name}, row {row}: correct the cell that begins with a quotation mark there, and import again.",
    )
