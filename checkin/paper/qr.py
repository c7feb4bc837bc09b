"""The QR code of a badge (version 1, error correction level Q, alphanumeric), drawn as one path in the PDF.

Adjacent dark modules (the small squares of the code) in a row are merged into one rectangle.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import qrcode
from qrcode.exceptions import DataOverflowError
from qrcode.util import MODE_ALPHA_NUM, QRData

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
    module = size / MODULES
    rectangles = " ".join(f"{start} {-row - 1} {length} 1 re" for row, start, length in dark_runs(text))
    return f"q {module:.5f} 0 0 {module:.5f} {x:.3f} {y:.3f} cm {rectangles} f Q"


def _runs(row: int, modules: list[bool | None]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    start: int | None = None
    for column, dark in enumerate([*modules, False]):
        if dark and start is None:
            start = column
        elif not dark and start is not None:
            found.append((row, start, column - start))
            start = None
    return found
