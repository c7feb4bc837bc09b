"""Writes a report as a PDF to be printed: A4 landscape, the summaries first, then each table; the programme upright.

A table's header is repeated on every page.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO, Final

from checkin.domain.colours import text_colour_on
from checkin.paper import A4, Align, Document, Style, Valign, set_text
from checkin.reports.formats.lettering import set_whole
from checkin.reports.formats.programme_on_paper import draw_programme
from checkin.reports.report import Kind, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checkin.domain.programme import Category, Event
    from checkin.paper import Block, PdfPage
    from checkin.reports.report import Cell, Report, Table
    from checkin.wording import Wording

# Millimetres
_HEIGHT, _WIDTH = A4
_MARGIN: Final = 10.0
_INNER: Final = _WIDTH - 2 * _MARGIN
_BOTTOM: Final = _HEIGHT - _MARGIN - 4
"""The place where the table ends and the footer begins, in mm from the top of the page."""
_PAD: Final = 1.0
_TALLEST_CELL: Final = 60.0
"""The greatest height of a cell, in mm.

A text that is taller is set in smaller letters, so that no row is taller than a page.
"""
_CHIP: Final = 6.5
_CHIPS_IN_A_LINE: Final = 3
_GAP: Final = 3.0

# An ascent of 1.05 gives cells in any script one baseline.
# `shrink_to`: letters become a little smaller before a word is broken.
_CELL: Final = Style(7.5, shrink_to=6.8, ascent=1.05)
_NUMBER: Final = Style(7.5, shrink_to=6.8, ascent=1.05, align=Align.RIGHT)
_LABEL: Final = Style(7.5, shrink_to=6, bold=True, ascent=1.05)
_NUMBER_LABEL: Final = Style(7.5, shrink_to=6, bold=True, ascent=1.05, align=Align.RIGHT)
_TITLE: Final = Style(16, bold=True)
_SMALL: Final = Style(8, colour="#4A5568", valign=Valign.MIDDLE)
_REMARK: Final = Style(7.5, colour="#4A5568")
_SMALL_RIGHT: Final = Style(8, colour="#4A5568", valign=Valign.MIDDLE, align=Align.RIGHT)
_NAME: Final = Style(8, shrink_to=6.2, valign=Valign.MIDDLE)
_TOTAL: Final = Style(9, bold=True, valign=Valign.MIDDLE)
_COUNT: Final = Style(10, bold=True, valign=Valign.MIDDLE, align=Align.RIGHT)
_RULE: Final = "#CBD5E0"
_HEADER: Final = "#E2E8F0"
_UNKNOWN: Final = "#4A5568"


def write(report: Report, file: BinaryIO, event: Event, wording: Wording) -> None:
    """Write the report as a PDF, the programme as an agenda. Every text, in any script, is shown in full."""
    with Document(file, title=report.title, author=wording.local(event.description.title)) as document:
        if report.agenda is not None:
            draw_programme(document, report.agenda, event, report.as_of, wording)
            return
        paper = _Paper(report, event, wording)
        pages = paper.pages()
        for number, part in enumerate(pages, start=1):
            paper.draw(document.page(_WIDTH, _HEIGHT), part, number, len(pages))


@dataclass(frozen=True, slots=True)
class _PaperColumn:
    """One column as laid out on the page.

    `at` is its place in a row of cells. `left` and `width` are its place on the page in mm.
    """

    at: int
    label: str
    style: Style
    left: float
    width: float
    is_category: bool

    def set(self, text: str) -> Block:
        """Lay out the text for a cell of this column."""
        return set_whole(text, self.style, self.width - 2 * _PAD, _TALLEST_CELL)

    def set_label(self) -> Block:
        """Lay out the label that stands above the cells."""
        style = _LABEL if self.style.align is Align.LEFT else _NUMBER_LABEL
        return set_text(self.label, style, self.width - 2 * _PAD, _TALLEST_CELL)


class _PaperTable:
    """One table prepared for the page: its rows, its columns with their labels, and the sentences below."""

    def __init__(self, table: Table) -> None:
        self.title = table.title
        self.rows = table.rows
        self.columns = _columns(table)
        self.header = [column.set_label() for column in self.columns]
        self.header_height = max(block.height for block in self.header) + 2 * _PAD
        self.foot = [set_text(sentence, _REMARK, _INNER, _TALLEST_CELL) for sentence in table.foot]
        self.foot_height = sum(block.height + _PAD for block in self.foot)


@dataclass(frozen=True, slots=True)
class _PaperPage:
    """The rows of a table that go on one page.

    `is_last` says that the table ends on this page, with the sentences that stand below it.
    """

    table: _PaperTable
    rows: range
    is_last: bool


class _Paper:
    """The pages of one report.

    All page breaks are found before the first page is drawn, because each page shows the number of pages.
    """

    def __init__(self, report: Report, event: Event, wording: Wording) -> None:
        self._report = report
        self._event = event
        self._wording = wording
        self._tables = [_PaperTable(table) for table in report.lists]
        self._days = _days(report, event)
        """The days of the report, shown below its title. If there is only one, the cells show only the time."""
        self._day_names = {day: wording.day_of_year(day) for day in self._days}
        self._figures = [figure for table in report.summaries for figure in _figures(table, event, wording)]
        self._lines = -(-len(self._figures) // _CHIPS_IN_A_LINE)

    def pages(self) -> list[_PaperPage]:
        """The pages: for each page, the table and its rows on that page.

        Every table begins on a new page, even a table without rows.
        """
        pages: list[_PaperPage] = []
        for table in self._tables:
            start, y = 0, self._top(len(pages) + 1) + table.header_height
            heights: dict[tuple[int, str], float] = {}
            for index, row in enumerate(table.rows):
                height = self._height(table, row, heights)
                if y + height > _BOTTOM and index > start:
                    pages.append(_PaperPage(table, range(start, index), is_last=False))
                    start, y = index, self._top(len(pages) + 1) + table.header_height
                y += height
            if y + table.foot_height > _BOTTOM:
                pages.append(_PaperPage(table, range(start, len(table.rows)), is_last=False))
                start = len(table.rows)
            pages.append(_PaperPage(table, range(start, len(table.rows)), is_last=True))
        return pages

    def draw(self, page: PdfPage, part: _PaperPage, number: int, count: int) -> None:
        """Draw one page out of `count`: the title, the column headers and rows of the table, and the page footer.

        Page 1 shows the figures of the summaries too.
        """
        table = part.table
        self._draw_head(page, table, number)
        if number == 1:
            for place, figure in enumerate(self._figures):
                _draw_figure(page, figure, place)
        y = _draw_header(page, table, self._top(number))
        for index in part.rows:
            y = self._draw_row(page, table, table.rows[index], y)
        for block in table.foot if part.is_last else ():
            page.place(block, _MARGIN, y + _PAD)
            y += block.height + _PAD
        self._draw_footer(page, number, count)

    def _top(self, number: int) -> float:
        """The place where the table begins on the page with this number, in mm from the top."""
        if number > 1:
            return _MARGIN + 6
        return _MARGIN + 17 + self._lines * (_CHIP + 1) + _GAP

    def _height(self, table: _PaperTable, row: Sequence[Cell], known: dict[tuple[int, str], float]) -> float:
        """The height of a row in mm.

        `known` holds the heights of texts measured before. It saves time, because persons occur in several sessions.
        """
        highest = 0.0
        for column in table.columns:
            text = self._written(row[column.at], column)
            height = known.get((column.at, text))
            if height is None:
                height = known[column.at, text] = column.set(text).height
            highest = max(highest, height)
        return highest + 2 * _PAD

    def _draw_head(self, page: PdfPage, table: _PaperTable, number: int) -> None:
        event = self._wording.local(self._event.description.title)
        if number > 1:
            page.text(f"{table.title} · {event}", _MARGIN, _MARGIN - 1, _INNER, 5, _SMALL)
            return
        page.text(self._report.title, _MARGIN, _MARGIN - 2, _INNER, 9, _TITLE)
        venue = self._wording.local(self._event.description.venue)
        below = " · ".join(text for text in (event, venue, self._written_days()) if text)
        page.text(below, _MARGIN, _MARGIN + 7, _INNER, 5, _SMALL)

    def _draw_row(self, page: PdfPage, table: _PaperTable, row: Sequence[Cell], y: float) -> float:
        blocks = [column.set(self._written(row[column.at], column)) for column in table.columns]
        for column, block in zip(table.columns, blocks, strict=True):
            page.place(block, column.left + _PAD, y + _PAD)
        y += max((block.height for block in blocks), default=0) + 2 * _PAD
        page.line(_MARGIN, y, _MARGIN + _INNER, y, colour=_RULE, thickness=0.1)
        return y

    def _draw_footer(self, page: PdfPage, number: int, count: int) -> None:
        say, zone = self._wording, self._event.zone
        as_of = say.text("As of {moment}; times are those of {zone}.").format(
            moment=say.moment(self._report.as_of, zone), zone=zone.key
        )
        of = say.text("Page {page} of {pages}").format(page=number, pages=count)
        page.text(as_of, _MARGIN, _BOTTOM + 1, _INNER * 0.7, 5, _SMALL)
        page.text(of, _MARGIN + _INNER * 0.7, _BOTTOM + 1, _INNER * 0.3, 5, _SMALL_RIGHT)

    def _written_days(self) -> str:
        if len(self._days) == 1:
            return self._wording.day(self._days[0])
        return " – ".join(self._wording.short_day(day) for day in (*self._days[:1], *self._days[-1:]))

    def _day_of(self, moment: datetime) -> str:
        return self._day_names[moment.astimezone(self._event.zone).date()]

    def _written(self, cell: Cell, column: _PaperColumn) -> str:
        match cell:
            case str() if column.is_category and cell in self._event.categories:
                return self._wording.local(self._event.categories[cell].name)
            case None:
                return ""
            case bool():
                return self._wording.yes_no(value=True) if cell else ""
            case datetime():
                time = self._wording.time(cell, self._event.zone)
                return time if len(self._days) == 1 else f"{self._day_of(cell)}\n{time}"
            case float():
                return f"{cell:.2f}".rstrip("0").rstrip(".")
            case int() | str():
                return words_of(cell)


@dataclass(frozen=True, slots=True)
class _Figure:
    """One figure of a summary: what is counted, and how many.

    `category` is the category that is counted, if there is one. A sum is shown in bold.
    """

    name: str
    count: str
    category: Category | None = None
    is_of_category: bool = False
    is_sum: bool = False


def _figures(table: Table, event: Event, wording: Wording) -> list[_Figure]:
    """The figures of a summary, and their sum at the end; [] for a summary without rows."""
    is_of_category = table.columns[0].kind is Kind.CATEGORY
    figures = []
    for what, count in table.rows:
        category = event.categories.get(str(what)) if is_of_category else None
        name = wording.local(category.name) if category is not None else str(what)
        figures.append(_Figure(name, str(count), category, is_of_category))
    total = sum(count for _, count in table.rows if isinstance(count, int))
    return [*figures, _Figure(wording.text("Total"), str(total), is_sum=True)] if figures else []


def _columns(table: Table) -> list[_PaperColumn]:
    """The columns to put on paper, with their widths scaled to fill the page.

    Columns without any value are left out.
    """
    shown = [(at, column) for at, column in enumerate(table.columns) if column.width]
    shown = [(at, column) for at, column in shown if any(_is_filled(row[at]) for row in table.rows)] or shown
    share = _INNER / sum(column.width for _, column in shown)
    placed: list[_PaperColumn] = []
    left = _MARGIN
    for at, column in shown:
        style = _NUMBER if column.kind is Kind.NUMBER else _CELL
        is_category = column.kind is Kind.CATEGORY
        placed.append(_PaperColumn(at, column.label, style, left, column.width * share, is_category))
        left += column.width * share
    return placed


def _is_filled(cell: Cell) -> bool:
    return cell is not None and cell is not False and cell != ""


def _days(report: Report, event: Event) -> list[date]:
    """The days at the venue on which the moments in the report fall, in order."""
    rows = (row for table in report.tables for row in table.rows)
    moments = (cell for row in rows for cell in row if isinstance(cell, datetime))
    return sorted({moment.astimezone(event.zone).date() for moment in moments})


def _draw_header(page: PdfPage, table: _PaperTable, y: float) -> float:
    page.rectangle(_MARGIN, y, _INNER, table.header_height, fill=_HEADER)
    for column, block in zip(table.columns, table.header, strict=True):
        page.place(block, column.left + _PAD, y + _PAD)
    return y + table.header_height


def _draw_figure(page: PdfPage, figure: _Figure, place: int) -> None:
    """Draw a figure's name and count. Each line holds three figures.

    The colour and the letter of a category stand before its name.
    """
    line, at = divmod(place, _CHIPS_IN_A_LINE)
    wide = _INNER / _CHIPS_IN_A_LINE
    x, y, width = _MARGIN + at * wide, _MARGIN + 15 + line * (_CHIP + 1), wide - _GAP
    if figure.is_of_category:
        category = figure.category
        colour = category.colour if category is not None else _UNKNOWN
        letter = Style(11, bold=True, colour=text_colour_on(colour), align=Align.CENTRE, valign=Valign.MIDDLE)
        page.rectangle(x, y, _CHIP, _CHIP, fill=colour, radius=1)
        page.text(category.letter if category is not None else "?", x, y, _CHIP, _CHIP, letter)
    name = _TOTAL if figure.is_sum else _NAME
    page.text(figure.name, x + _CHIP + 2, y, width - _CHIP - 15, _CHIP, name)
    page.text(figure.count, x + width - 12, y, 12, _CHIP, _COUNT)
