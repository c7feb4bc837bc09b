"""Text and QR codes on PDF pages, for badges and reports: fonts, shaping, line breaks and drawing.

An example in the order of use. Lengths are mm from a page's upper left corner, type sizes are points::

    with paper.written(path, title="Attendance") as document:      # complete at `path`, or no file at all
        page = document.page(*paper.A4)
        page.text("Attendance", 15, 15, 180, 10, Style(16, bold=True))
        page.line(15, 27, 195, 27)
        block = paper.set_text(cell, Style(9, fit=Fit.WRAP, ascent=1.05), width=40)   # measure first,
        page.place(block, 15, 30)                                                     # then draw; next row at
        y = 30 + block.height                                                         # 30 + the highest block

`Document(out, title=…)` writes to any binary file object instead. A page is written when the next page begins.
A `Block` has the width and height of its text, the type size chosen, and the problems (`missing`, `broken`,
`below_minimum`). The function `not_drawn` finds the missing characters without laying out the text. Text in all scripts
of the program's fonts is shaped, ordered and broken into lines correctly. Text copied out of the PDF equals the text
that was typed. The same calls give the same bytes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from checkin.paper.style import LEADING, Align, Fit, Style, Valign

if TYPE_CHECKING:
    from checkin.paper.blocks import Block, set_text
    from checkin.paper.coverage import not_drawn
    from checkin.paper.document import Document, written
    from checkin.paper.pdf_page import PdfPage

A4: Final = (210.0, 297.0)
A6: Final = (105.0, 148.0)

_WHERE: Final = {
    "Block": "checkin.paper.blocks",
    "set_text": "checkin.paper.blocks",
    "not_drawn": "checkin.paper.coverage",
    "Document": "checkin.paper.document",
    "PdfPage": "checkin.paper.document",
    "written": "checkin.paper.document",
}
"""The modules of names imported when first used: reportlab and HarfBuzz take 70 ms, too long for a window to wait."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_WHERE[name]), name)
    return value


__all__ = [
    "A4",
    "A6",
    "LEADING",
    "Align",
    "Block",
    "Document",
    "Fit",
    "PdfPage",
    "Style",
    "Valign",
    "not_drawn",
    "set_text",
    "written",
]
