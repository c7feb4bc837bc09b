"""How a sheet of a workbook is printed: its page, and rows that are high enough for their texts."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.programme import Event
    from checkin.reports.report import Cell, Report
    from checkin.wording import Wording

_LONGEST_MARGIN_TEXT: Final = 255
"""The most characters in the header or footer of a printed page (Excel specifications and limits)."""
_HIGHEST: Final = 409
"""The greatest height of a row in points (Excel specifications and limits)."""
_A4: Final = 9
"""The number of A4 among Excel's sizes of paper."""
_LINE: Final = 15.0
_TALL_LINE: Final = 22.0
"""Heights of a line in points; letters with signs above and below need the second."""
_TALL: Final = re.compile("[\u0900-\u109f\u1780-\u17ff]")
_WIDE: Final = re.compile("[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]")
_WASTE: Final = 1.15
"""How much longer a text gets by the ends of lines that stay empty."""


def set_up_page(sheet: Any, title: str, report: Report, event: Event, say: Wording) -> None:  # noqa: ANN401
    """Set how a sheet of the workbook is printed: as wide as one page, with margin texts on every page.

    The texts are the title, the time of the report and the page's number. `title` is "" for a sheet whose first row
    already is the title.
    """
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.7)
    if title:
        sheet.set_header(_in_margin('&L&"-,Bold"', f"{title} · {say.local(event.description.title)}"))
    # &P and &N are the page and the number of pages, which Excel fills in.
    pages = say.text("Page {page} of {pages}").format(page="&P", pages="&N")
    sheet.set_footer(_in_margin("&L", as_of(report, event, say), f"&R{pages}"))


def _in_margin(before: str, text: str, after: str = "") -> str:
    """The text for the margin of a page, between Excel's codes; it is cut to the length that Excel allows."""
    room = _LONGEST_MARGIN_TEXT - len(before) - len(after)
    while len(escaped := text.replace("&", "&&")) > room:
        text = text[:-2].rstrip() + "…"
    return before + escaped + after


def as_of(report: Report, event: Event, wording: Wording) -> str:
    """The sentence that says at what time the report was made."""
    moment = wording.moment(report.as_of, event.zone)
    return wording.text("As of {moment}; times are those of {zone}.").format(
        moment=moment, zone=event.description.zone
    )


def set_height(sheet: Any, row: int, cells: Sequence[Cell], widths: Sequence[float]) -> None:  # noqa: ANN401
    """Make a row high enough for texts of several lines, because not every spreadsheet program does this by itself."""
    height = 0.0
    for text, width in zip(cells, widths, strict=True):
        if isinstance(text, str) and (len(text) * 2 > width or "\n" in text):
            lines = sum(_lines(paragraph, width) for paragraph in text.split("\n"))
            line = _TALL_LINE if _TALL.search(text) else _LINE
            height = max(height, lines * line if lines > 1 else 0)
    if height:
        sheet.set_row(row, min(height, _HIGHEST))


def _lines(text: str, width: float) -> int:
    """How many lines a text takes in a cell of this width, rather one too many than one too few."""
    length = len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
    return 1 if length <= width else math.ceil(length * _WASTE / width)
