"""Reads a list from a text file of separated values (CSV), in any encoding and with any of the usual separators."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from charset_normalizer import from_bytes

from checkin.errors import CheckinError
from checkin.importing.files.sheet import MOST_BYTES, empty, not_a_spreadsheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from checkin.importing.files.sheet import Row

_NAMED_SEPARATOR: Final = re.compile(r"sep=(?![\w\"])[!-~\t]\s*")
_SEPARATORS: Final = ",;\t|"
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is the beginning of this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
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
_WESTERN: Final = frozenset(
    "ÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜŸßàâäáãåæçéèêëíìîïñóòôöõøœúùûüÿ’‘“”„–—…«»°ºª·€§&\u00a0"
)
"""The characters beyond ASCII in names and titles of western Europe, as far as Windows-1252 has them."""
_WORD: Final = re.compile(r"\w+")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_MOST_CONTROL: Final = 0.01
_SAMPLE: Final = 256 * 1024
_SAMPLE_ROWS: Final = 50
_AFTER_THE_LAST: Final = "\x1eend"


def read_separated(data: bytes, path: Path) -> Iterator[Row]:
    """Yield the rows of a text file with the content `data`; `path` only names the file in errors (CheckinError)."""
    if not data:
        raise empty(path)
    if data.startswith(_OTHER_KINDS):
        raise not_a_spreadsheet(path)
    text = decoded(data, path)
    is_markup = text.lstrip().startswith("<")  # web pages are sent with the ending .xls
    if is_markup or len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise not_a_spreadsheet(path)
    first_line, _, rest = text.partition("\n")
    if _NAMED_SEPARATOR.fullmatch(first_line):  # Excel's own first line, which it does not show as a row
        return _rows(rest, first_line[4], path)
    return _rows(text, _separator(text), path)


def decoded(data: bytes, path: Path) -> str:
    """Return the text of a file in its encoding, which is guessed; CheckinError if it cannot be recognised."""
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    raise CheckinError(
        "The letters of the list cannot be read",
        f"{path.name} is a text in an encoding that is not recognised, or no list at all. "
        'Save it as "CSV UTF-8" or XLSX in the spreadsheet program, and import that.',
    )


def _encodings(data: bytes) -> Iterator[str]:
    """The encodings to try: that of the byte order mark if there is one, UTF-8, then those that the bytes look like.

    If there are zero bytes, UTF-16 is tried before UTF-8.
    """
    yield from (encoding for mark, encoding in _BYTE_ORDER_MARKS if data.startswith(mark))
    if b"\x00" in data:
        yield from (encoding for encoding in ("utf-16-le", "utf-16-be") if _reads_as(data, encoding))
    yield "utf-8"
    if _is_western(data):
        yield "cp1252"
    guess = from_bytes(data[:_SAMPLE]).best()
    if guess is not None:
        yield guess.encoding


def _reads_as(data: bytes, encoding: str) -> bool:
    """Whether the bytes, decoded with this encoding, are lines of characters that exist in Unicode.

    The check is for files without a byte order mark.
    """
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return bool(re.search("[\r\n]", text)) and all(
        unicodedata.category(character) not in {"Cn", "Co"} and not _CONTROL.match(character)
        for character in set(text)
    )


def _is_western(data: bytes) -> bool:
    """Whether the bytes, read as Windows-1252, look like words of a western European language.

    The library that guesses encodings takes short French lists for Central European or Chinese ones. This check
    therefore comes first. It demands that words with accents consist mostly of ASCII letters: this is so in French, but
    not in a text of another alphabet.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    if any(not character.isascii() and character not in _WESTERN for character in set(text)):
        return False
    words = {word.group() for word in _WORD.finditer(text)}
    letters = "".join(word for word in words if not word.isascii())
    return 2 * sum(letter.isascii() for letter in letters) >= len(letters)


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
    number = 0
    lines = chain(io.StringIO(text, newline=""), [_AFTER_THE_LAST])
    try:
        for number, cells in enumerate(_cells(lines, separator, text), start=1):
            row = tuple(cells)
            if row == (_AFTER_THE_LAST,):
                return
            if row and row[-1].endswith(_AFTER_THE_LAST):
                raise _never_closed(path, number)
            yield row
    except csv.Error as error:
        raise _never_closed(path, number + 1) from error


def _cells(lines: Iterable[str], separator: str, text: str) -> Iterator[list[str]]:
    """The cells of each row. Some programs write a space before each quotation mark: it belongs to no cell."""
    is_spaced = re.search(f'{re.escape(separator)} +"', text[:_SAMPLE]) is not None
    return csv.reader(lines, delimiter=separator, skipinitialspace=is_spaced)


def _never_closed(path: Path, row: int) -> CheckinError:
    return CheckinError(
        "A quotation mark in the list is never closed",
        f"{path.name}, row {row}: correct the cell that begins with a quotation mark there, and import again.",
    )
