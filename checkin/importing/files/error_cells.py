"""Takes the words of a spreadsheet's errors, such as #N/A, out of the cells, and tells which cells held them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checkin.importing.files.sheet import MOST_UNREADABLE, too_large

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from checkin.importing.files.sheet import Marks, Row

# fmt: off
ERROR_WORDS: Final = frozenset(
    {
        "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!",
        "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#NV", "#WERT!", "#BEZUG!", "#ZAHL!", "#VALEUR!",
        "#NOM?", "#NOMBRE!", "#NUL!", "#¡VALOR!", "#¡REF!", "#¡DIV/0!", "#¿NOMBRE?", "#¡NUM!", "#¡NULO!",
        "#N/D", "#VALORE!", "#RIF!", "#NOME?", "#VALOR!", "#NÚM!", "#NULO!", "#WAARDE!", "#VERW!", "#NAAM?",
        "#GETAL!", "#N/B", "#DEEL/0!", "#LEEG!", "#ARG!", "#ADR!", "#NAZWA?", "#LICZBA!", "#N/D!", "#ЗНАЧ!",
        "#ССЫЛКА!", "#ДЕЛ/0!", "#ИМЯ?", "#ЧИСЛО!", "#Н/Д", "#ПУСТО!", "#DEĞER!", "#BAŞV!", "#AD?", "#SAYI!",
        "#YOK", "#SAYI/0!", "#BOŞ!",
    }
) | {f"Err:{number}" for number in range(501, 540)}
# fmt: on
"""What Excel in its common languages, and LibreOffice, write into a cell whose formula has no value."""


def without_errors(rows: Iterable[Row], marks: Marks, path: Path) -> Iterator[Row]:
    """Yield the rows with "" in place of each error, and add the places of the errors to the marks.

    CheckinError is raised if a sheet has too many of them; `path` names the file in this error.
    """
    for number, row in enumerate(rows):
        if ERROR_WORDS.isdisjoint(row):
            yield row
        else:
            marks.unreadable.update(
                (number, column) for column, text in enumerate(row) if text in ERROR_WORDS
            )
            yield tuple("" if text in ERROR_WORDS else text for text in row)
        if len(marks.unreadable) > MOST_UNREADABLE:
            raise too_large(path)
