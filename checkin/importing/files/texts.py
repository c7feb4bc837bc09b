"""Tells what kind of list a file of text is: separated values, HTML tables, Excel-2003 XML, vCards or LDIF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checkin.importing.files.encodings import Decoded, decode
from checkin.importing.files.html_tables import read_html
from checkin.importing.files.separated import rows_of, separated_text
from checkin.importing.files.sheet import Marks, not_a_spreadsheet
from checkin.importing.files.spreadsheet_xml import read_spreadsheet_xml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.importing.files.sheet import SheetRead

_BEGIN: Final = 4096
_BEFORE: Final = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"
"""Marks of the byte order, zero bytes and white space, which say nothing about the kind."""
_WORKBOOK: Final = re.compile(rb"<(?:\w+:)?Workbook[\s>]")
_TABLE: Final = re.compile(r"<table[\s>]", re.IGNORECASE)
_CARDS: Final = re.compile(rb"BEGIN:VCARD\s", re.IGNORECASE)
_DIRECTORY: Final = re.compile(rb"(?:#[^\n]*\n\s*|version:\s*\d+\s+)*dn::?\s", re.IGNORECASE)
_DECLARED: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_SEVERAL_BYTES: Final = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}
_ONE_BYTE: Final = {
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "tis-620": "cp874",
    "windows-874": "cp874",
    "macintosh": "mac_roman",
}
"""The encodings that browsers take for these names: the standard "Encoding" of WHATWG."""


def read_text(data: bytes, path: Path, encoding: str = "") -> tuple[Decoded, Iterator[SheetRead]]:
    """Return the text of a file with the content `data`, and the sheets in the text.

    `path` names the file in errors (CheckinError), and `encoding` is the one that the operator chose, if any.
    """
    begin = data[:_BEGIN].replace(b"\x00", b"").lstrip(_BEFORE)
    if begin.startswith(b"<"):
        decoded = _marked_up(data, begin, path, encoding)
        return decoded, _sheets_of_markup(decoded.text.lstrip("\ufeff \t\r\n"), begin, path)
    if not (_CARDS.match(begin) or _DIRECTORY.match(begin)):
        decoded = separated_text(data, path, encoding)
        return decoded, iter([("", Marks(), rows_of(decoded.text, path))])
    # Late, because these libraries are needed for contacts only, and a sheet is read without them.
    from checkin.importing.files.contact_cards import (  # noqa: PLC0415
        read_cards,
        read_entries_of_directory,
    )

    read = read_cards if _CARDS.match(begin) else read_entries_of_directory
    decoded = decode(data, path, encoding)
    return decoded, iter([("", Marks(), read(decoded.text.lstrip("\ufeff"), path))])


def _sheets_of_markup(text: str, begin: bytes, path: Path) -> Iterator[SheetRead]:
    if _WORKBOOK.search(begin):
        yield from read_spreadsheet_xml(text, path)
    elif _TABLE.search(text):
        yield from read_html(text, path)
    else:
        raise not_a_spreadsheet(path)


def _marked_up(data: bytes, begin: bytes, path: Path, encoding: str) -> Decoded:
    """The text of a page or of XML: in the encoding that it declares, if the bytes are in this encoding."""
    declared = _DECLARED.search(begin)
    label = declared[1].decode("ascii", "replace").lower() if declared else "utf-8"
    if b"\x00" not in data[:_BEGIN] and not encoding:
        several = _SEVERAL_BYTES.get(label)
        for name in (several, "utf-8") if several else ("utf-8", _ONE_BYTE.get(label, label)):
            try:
                return Decoded(data.decode(name), name)
            except (UnicodeError, LookupError):
                continue
    return decode(data, path, encoding)
