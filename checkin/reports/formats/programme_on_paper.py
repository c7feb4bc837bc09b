"""Draws the programme on A4 pages: the event, then each day with its sessions, as a secretariat hands it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.paper import A4, Align, Fit, Style, Valign
from checkin.reports.formats.event_code import event_code
from checkin.reports.formats.lettering import in_its_direction, set_whole

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.programme import Event
    from checkin.paper import Block, Document, PdfPage
    from checkin.reports.agenda import Agenda, AgendaDay, AgendaItem
    from checkin.wording import Wording

# Millimetres
_WIDTH, _HEIGHT = A4
_MARGIN: Final = 18.0
_TOP: Final = 22.0
"""The place where the programme begins on every page but the first."""
_BOTTOM: Final = _HEIGHT - 20
"""The place where the programme ends and the foot of the page begins."""
_INNER: Final = _WIDTH - 2 * _MARGIN
_TIME_WIDTH: Final = 27.0
_ROOM_WIDTH: Final = 38.0
_TEXT_LEFT: Final = _MARGIN + _TIME_WIDTH
_ROOM_LEFT: Final = _MARGIN + _INNER - _ROOM_WIDTH
_TEXT_WIDTH: Final = _ROOM_LEFT - _TEXT_LEFT - 5
_PAD: Final = 2.2
_GAP: Final = 0.9
_HEAD_GAP: Final = 3.0
_AFTER_DAY: Final = 1.0
_BEFORE_DAY: Final = 6.0
_BAND: Final = 8.0
_BELOW_HEADING: Final = 2
"""The number of sessions that are on one page with the heading of their day, where they all have room on a page."""
_CODE: Final = 27.0
_CODE_BOX: Final = _CODE + 8

_INK: Final = "#1A202C"
_MUTED: Final = "#4A5568"
_STRONG: Final = "#1B3A6B"
_RULE: Final = "#CBD5E0"
_PAPER_BAND: Final = "#E8EDF4"
_GONE: Final = "#9B2C2C"

_ASCENT: Final = 1.05
"""The same for all texts of a row, so that texts in any script have one first baseline."""
_EVENT: Final = Style(19, bold=True, colour=_STRONG, fit=Fit.WRAP)
_KIND: Final = Style(12, bold=True, colour=_INK, fit=Fit.WRAP)
_PLACE: Final = Style(10, colour=_MUTED, fit=Fit.WRAP)
_DAY: Final = Style(11.5, bold=True, colour=_STRONG, valign=Valign.MIDDLE)
_TIME: Final = Style(10, bold=True, colour=_INK, ascent=_ASCENT)
_TITLE: Final = Style(10, bold=True, colour=_INK, fit=Fit.WRAP, ascent=_ASCENT)
_OFF_TITLE: Final = Style(10, colour=_MUTED, fit=Fit.WRAP, ascent=_ASCENT)
_OFF: Final = Style(9, bold=True, colour=_GONE, fit=Fit.WRAP)
_ABOUT: Final = Style(9, colour=_MUTED, fit=Fit.WRAP)
_SPEAKERS: Final = Style(9, colour=_INK, fit=Fit.WRAP)
_ROOM: Final = Style(9.5, colour=_INK, fit=Fit.WRAP, ascent=_ASCENT)
_SMALL: Final = Style(8, colour=_MUTED, valign=Valign.MIDDLE)
_SMALL_RIGHT: Final = Style(8, colour=_MUTED, valign=Valign.MIDDLE, align=Align.RIGHT)
_UNDER_CODE: Final = Style(7.5, colour=_MUTED, align=Align.CENTRE, fit=Fit.WRAP)
_TALLEST: Final = {"title": 50.0, "off": 8.0, "about": 35.0, "speakers": 85.0, "open_to": 30.0, "room": 60.0}
"""The greatest heights of texts, in mm, so that a session is never taller than a page.

A text that is taller is set in smaller letters.
"""


def draw_programme(document: Document, agenda: Agenda, event: Event, as_of: datetime, say: Wording) -> None:
    """Draw all pages of the programme; the foot of each page has the number of pages and the date of issue."""
    paper = _Paper(agenda, event, as_of, say)
    pages = paper.pages()
    for number, parts in enumerate(pages, start=1):
        page = document.page(_WIDTH, _HEIGHT)
        paper.draw_edges(page, number, len(pages))
        for y, part in parts:
            part.draw(page, y)


class _Session:
    """One session, laid out for the page."""

    def __init__(self, item: AgendaItem, say: Wording) -> None:
        title = _OFF_TITLE if item.is_cancelled else _TITLE
        self._time = set_whole(item.time, _TIME, _TIME_WIDTH - 3, _TALLEST["room"])
        self._room = _block(item.room, _ROOM, _ROOM_WIDTH, _TALLEST["room"])
        off = say.text("SESSION CANCELLED") if item.is_cancelled else ""
        texts = (
            (item.title, title, "title"), (off, _OFF, "off"), (item.about, _ABOUT, "about"),
            (item.speakers, _SPEAKERS, "speakers"), (item.open_to, _ABOUT, "open_to"),
        )  # fmt: skip
        self._blocks = [
            _block(text, style, _TEXT_WIDTH, _TALLEST[what]) for text, style, what in texts if text
        ]
        text_height = sum(block.height for block in self._blocks) + _GAP * max(len(self._blocks) - 1, 0)
        self.height = max(text_height, self._time.height, self._room.height) + 2 * _PAD

    def draw(self, page: PdfPage, y: float) -> None:
        """Draw the session with its upper edge at y, and a line below it."""
        page.place(self._time, _MARGIN + 1, y + _PAD)
        page.place(self._room, _ROOM_LEFT, y + _PAD)
        below = y + _PAD
        for block in self._blocks:
            page.place(block, _TEXT_LEFT, below)
            below += block.height + _GAP
        page.line(_MARGIN, y + self.height, _MARGIN + _INNER, y + self.height, colour=_RULE, thickness=0.15)


class _Day:
    """The heading of a day."""

    height = _BAND + _AFTER_DAY

    def __init__(self, day: AgendaDay) -> None:
        self._name = set_whole(day.name, in_its_direction(_DAY, day.name), _INNER - 6, _BAND)

    def draw(self, page: PdfPage, y: float) -> None:
        """Draw the heading with its upper edge at y."""
        page.rectangle(_MARGIN, y, _INNER, _BAND, fill=_PAPER_BAND, radius=0.8)
        page.place(self._name, _MARGIN + 3, y)


@dataclass(frozen=True, slots=True)
class _Head:
    """The head of the first page: the event, whose programme this is, where and when, and the code of the event."""

    blocks: tuple[Block, ...]
    code: str
    under_code: Block

    @property
    def height(self) -> float:
        """The height of the texts or of the code, whichever is taller, with the space below."""
        texts = sum(block.height + _HEAD_GAP for block in self.blocks)
        return max(texts, _CODE_BOX - 8 + self.under_code.height + 3) + 5

    def draw(self, page: PdfPage, y: float) -> None:
        """Draw the head with its upper edge at y."""
        below = y
        for block in self.blocks:
            page.place(block, _MARGIN, below)
            below += block.height + _HEAD_GAP
        left = _MARGIN + _INNER - _CODE
        page.code_of_text(self.code, left, y, _CODE)
        page.place(self.under_code, left - 4, y + _CODE + 3)
        page.line(
            _MARGIN, y + self.height - 3, _MARGIN + _INNER, y + self.height - 3, colour=_STRONG, thickness=0.5
        )


_Part = _Head | _Day | _Session


class _Paper:
    """The pages of one programme. All page breaks are found before the first page is drawn."""

    def __init__(self, agenda: Agenda, event: Event, as_of: datetime, say: Wording) -> None:
        self._agenda = agenda
        self._event = event
        self._as_of = as_of
        self._say = say

    def pages(self) -> list[list[tuple[float, _Part]]]:
        """The pages: for each page what is on it, each with the place of its upper edge in mm from the top.

        A day's heading is on one page with the first sessions below it. It is repeated where the day goes on.
        """
        head = self._head()
        pages: list[list[tuple[float, _Part]]] = [[(_MARGIN, head)]]
        y = _MARGIN + head.height
        for day in self._agenda.days:
            heading, is_new = _Day(day), True
            sessions = [_Session(item, self._say) for item in day.items]
            for number, session in enumerate(sessions):
                together = heading.height + sum(each.height for each in sessions[:_BELOW_HEADING])
                needed = session.height if number else min(together, _BOTTOM - _TOP)
                if y + needed > _BOTTOM:
                    pages.append([])
                    y, is_new = _TOP, True
                if is_new:
                    pages[-1].append((y, heading))
                    y, is_new = y + heading.height, False
                pages[-1].append((y, session))
                y += session.height
            y += _BEFORE_DAY
        return pages

    def draw_edges(self, page: PdfPage, number: int, count: int) -> None:
        """Draw what stands above and below the programme: a running head from the second page on, and the foot."""
        say, zone = self._say, self._event.zone
        if number > 1:
            words = " · ".join(filter(None, (self._agenda.event, self._agenda.title, self._agenda.whose)))
            page.place(set_whole(words, in_its_direction(_SMALL, words), _INNER, 6), _MARGIN, 12)
            page.line(_MARGIN, _TOP - 3.5, _MARGIN + _INNER, _TOP - 3.5, colour=_RULE, thickness=0.2)
        as_of = say.text("As of {moment}; times are those of {zone}.").format(
            moment=say.moment(self._as_of, zone), zone=zone.key
        )
        of = say.text("Page {page} of {pages}").format(page=number, pages=count)
        page.text(as_of, _MARGIN, _BOTTOM + 5, _INNER * 0.75, 5, _SMALL)
        page.text(of, _MARGIN + _INNER * 0.75, _BOTTOM + 5, _INNER * 0.25, 5, _SMALL_RIGHT)

    def _head(self) -> _Head:
        agenda = self._agenda
        place = " · ".join(filter(None, (agenda.venue, agenda.dates)))
        texts = ((agenda.event, _EVENT, 60.0), (_named(agenda), _KIND, 30.0), (place, _PLACE, 25.0))
        width = _INNER - _CODE_BOX - 4
        return _Head(
            tuple(_block(text, style, width, tallest) for text, style, tallest in texts if text),
            event_code(agenda, self._event, self._as_of),
            set_whole(self._say.text("Add to the calendar"), _UNDER_CODE, _CODE_BOX, 12),
        )


def _named(agenda: Agenda) -> str:
    return " · ".join(filter(None, (agenda.title, agenda.whose)))


def _block(text: str, style: Style, width: float, tallest: float) -> Block:
    return set_whole(text, in_its_direction(style, text), width, tallest)
