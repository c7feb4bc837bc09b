"""QR codes, drawn as one path in the PDF: that of a badge, and that of any text.

The code of a badge is of version 1, error correction level Q, alphanumeric. The code of a text is as small as the text
allows, of level M. Adjacent dark modules (the small squares of the code) in a row are merged into one rectangle.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import qrcode
from qrcode.exceptions import DataOverflowError
from qrcode.util import MODE_8BIT_BYTE, MODE_ALPHA_NUM, QRData

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MODULES: Final = 21
"""Modules (the small squares) along one side of a QR code of version 1."""
QUIET_ZONE: Final = 4
"""The width, in modules, of the white zone around the code (ISO/IEC 18004)."""
_MASK: Final = 2
"""The mask pattern: readers take any of the eight, and scoring all eight to choose the best costs 2 ms a code."""


@lru_cache(maxsize=256)
def dark_runs(text: str) -> tuple[tuple[int, int, int], ...]:
    """The dark parts of the QR code of a text, as horizontal bars: row, first column and length of each bar.

    All three are counted in modules, the small squares of the code. ValueError is raised for a text of more than 16
    characters.
    """
    code = qrcode.QRCode(
        version=1, error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0, mask_pattern=_MASK
    )
    code.add_data(QRData(text.encode("ascii"), mode=MODE_ALPHA_NUM))
    try:
        code.make(fit=False)
    except DataOverflowError as error:
        raise ValueError(f"{text!r} does not fit into a QR code of version 1, level Q") from error
    return tuple(run for row, modules in enumerate(code.modules) for run in _runs(row, modules))


def path_code(text: str, x: float, y: float, size: float) -> str:
    """The PDF operators that draw the dark parts of the QR code of a text.

    x, y is the upper left corner of the code, measured from the page's lower left corner, and `size` is the width and
    height of the code. All lengths are points.
    """
    return _path(dark_runs(text), size / MODULES, x, y)


@lru_cache(maxsize=16)
def modules_of(text: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of the QR code of any text, in UTF-8: True for each dark module. The code is a square.

    ValueError is raised for a text that no QR code holds.
    """
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0)
    code.add_data(QRData(text.encode("utf-8"), mode=MODE_8BIT_BYTE))
    try:
        code.make(fit=True)
    except (DataOverflowError, ValueError) as error:
        raise ValueError("the text is too long for a QR code") from error
    return tuple(tuple(bool(module) for module in row) for row in code.modules)


def path_of_text(text: str, x: float, y: float, size: float) -> str:
    """The PDF operators that draw the dark parts of the QR code of any text; x, y and `size` are as in `path_code`."""
    rows = modules_of(text)
    runs = [run for row, modules in enumerate(rows) for run in _runs(row, modules)]
    return _path(runs, size / len(rows), x, y)


def _path(runs: Iterable[tuple[int, int, int]], module: float, x: float, y: float) -> str:
    rectangles = " ".join(f"{start} {-row - 1} {length} 1 re" for row, start, length in runs)
    return f"q {module:.5f} 0 0 {module:.5f} {x:.3f} {y:.3f} cm {rectangles} f Q"


def _runs(row: int, modules: Sequence[bool | None]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    start: int | None = None
    for column, dark in enumerate([*modules, False]):
        if dark and start is None:
            start = column
        elif not dark and start is not None:
            found.append((row, start, column - start))
            start = None
    return found
