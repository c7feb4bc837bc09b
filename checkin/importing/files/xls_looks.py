"""Reads how cells and rows of an XLS are formatted: number formats, errors, hidden and struck-out rows ([MS-XLS])."""

from __future__ import annotations

import struct
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from checkin.importing.files.compound_file import CompoundFile, DamagedError
from checkin.importing.files.looks import Look, RowLook
from checkin.importing.files.number_formats import number_format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checkin.importing.files.sheet import Marks

_BEGIN, _END, _SHEET, _FORMAT, _FONT, _STYLE = 0x0809, 0x000A, 0x0085, 0x041E, 0x0031, 0x00E0
_ROW, _FORMULA, _ERROR, _SEVERAL_NUMBERS = 0x0208, 0x0006, 0x0205, 0x00BD
_OF_ONE_CELL: Final = frozenset({_FORMULA, _ERROR, 0x0203, 0x027E, 0x00FD, 0x0204, 0x00D6})
"""The records that begin with the row, the column and the style of one cell; blank cells tell nothing."""
_BIFF8: Final = 0x0600
_STRUCK: Final = 0x0008
_HIDDEN: Final = 0x20
_LEFT_OUT_FONT: Final = 4
"""No font has this number: the fonts behind it stand one place earlier."""
_FORMULA_ERROR: Final = b"\x02"
_NO_NUMBER: Final = b"\xff\xff"
_NAME_OF_ERROR: Final = b"\x01"


class XlsLooks:
    """The formats of all sheets of an XLS with the bytes `data`. Raises DamagedError if the container is damaged."""

    def __init__(self, data: bytes) -> None:
        """Read the names of the sheets and the styles."""
        self._stream = CompoundFile(data).stream(("Workbook", "Book"))
        self._places: dict[str, int] = {}
        self._looks: dict[int, Look] = {}
        with suppress(struct.error, DamagedError):
            self._read_styles()

    def of(self, sheet: str, marks: Marks) -> Iterator[RowLook]:
        """Yield the formats of the rows of the sheet with this name.

        If that part of the file is damaged, or is older than Excel 97, it is noted in `marks` that the formats are
        unknown.
        """
        found: dict[int, RowLook] = {}
        place = self._places.get(sheet, len(self._stream))
        try:
            for kind, body in _records(self._stream, place):
                self._take(kind, body, found)
        except (struct.error, DamagedError):
            marks.no_formats = True
        yield from (found[index] for index in sorted(found))

    def _read_styles(self) -> None:
        codes: dict[int, str] = {}
        is_struck: list[bool] = []
        styles: list[tuple[int, int]] = []
        places: dict[str, int] = {}
        for number, (kind, body) in enumerate(_records(self._stream, 0)):
            if number == 0 and struct.unpack_from("<H", body)[0] != _BIFF8:
                return
            if kind == _FORMAT:
                codes[struct.unpack_from("<H", body)[0]] = _text(body[2:], length_bytes=2)
            elif kind == _FONT:
                is_struck.append(bool(struct.unpack_from("<H", body, 2)[0] & _STRUCK))
            elif kind == _STYLE:
                styles.append(struct.unpack_from("<HH", body))
            elif kind == _SHEET:
                places[_text(body[6:], length_bytes=1)] = struct.unpack_from("<I", body)[0]
        for number, (font, code) in enumerate(styles):
            font_place = font - 1 if font > _LEFT_OUT_FONT else font
            struck = font_place < len(is_struck) and is_struck[font_place]
            look = Look(number_format(codes.get(code, "")), struck)
            if look != Look():
                self._looks[number] = look
        self._places = places

    def _take(self, kind: int, body: bytes, found: dict[int, RowLook]) -> None:
        """Note what one record of a sheet tells."""
        if kind == _ROW:
            if body[12:13] and body[12] & _HIDDEN:
                _row(found, body).is_hidden = True
        elif kind in _OF_ONE_CELL:
            column, style = struct.unpack_from("<HH", body, 2)
            if style in self._looks:
                _row(found, body).looks[column] = self._looks[style]
            if kind == _FORMULA:
                is_error = body[6:7] == _FORMULA_ERROR and body[12:14] == _NO_NUMBER
            else:
                is_error = kind == _ERROR and body[7:8] == _NAME_OF_ERROR
            if is_error:
                _row(found, body).errors.append(column)
        elif kind == _SEVERAL_NUMBERS:
            (column,) = struct.unpack_from("<H", body, 2)
            for place, start in enumerate(range(4, len(body) - 2, 6)):
                (style,) = struct.unpack_from("<H", body, start)
                if style in self._looks:
                    _row(found, body).looks[column + place] = self._looks[style]


def _row(found: dict[int, RowLook], body: bytes) -> RowLook:
    """The look of the row with which a record begins."""
    (index,) = struct.unpack_from("<H", body)
    return found.setdefault(index, RowLook(index))


def _records(stream: bytes, place: int) -> Iterator[tuple[int, bytes]]:
    """The kind and the content of each record of a part of the stream, of which the first begins the part.

    A sheet may hold parts of its own, such as a chart; their records are left out.
    """
    depth = 0
    while place < len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        depth += (kind == _BEGIN) - (kind == _END)
        if depth == 1 and kind != _END:
            yield kind, stream[place + 4 : place + 4 + length]
        if depth == 0:
            return
        place += 4 + length
    raise DamagedError


def _text(body: bytes, *, length_bytes: int) -> str:
    """A text that begins with its length in this number of bytes, and a byte that tells the width of its letters."""
    length = int.from_bytes(body[:length_bytes], "little")
    is_wide = body[length_bytes : length_bytes + 1] == b"\x01"
    letters = body[length_bytes + 1 :]
    return (
        letters[: 2 * length].decode("utf-16-le", "replace")
        if is_wide
        else letters[:length].decode("latin-1")
    )
