"""What one row of a programme says of a session, and how the parts of a session are read from texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from checkin.domain.clock import in_plain_figures
from checkin.domain.delegates import Field
from checkin.domain.rejections import RejectReason
from checkin.errors import CheckinError
from checkin.importing.people.cells import Cells, tidy
from checkin.importing.people.planned import Rejection
from checkin.importing.programme_words import BREAKS, BY_INVITATION, EVERYBODY, STATUSES, Part
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime, time

    from checkin.domain.programme import Event, LocalText, SessionStatus

_MOST_SESSIONS: Final = 2000
_NOTHING: Final = frozenset(("-", "–", "—", "--", "n/a", "N/A", "…", "..."))
_GUARDED: Final = re.compile("'[=+\\-@\t\r]")
_BETWEEN_SPEAKERS: Final = re.compile(r"[;；\r\n]|\s/\s")
_BETWEEN_CATEGORIES: Final = re.compile(r"[,;；，、\r\n]|\s/\s")
_CAPACITY: Final = re.compile(
    r"(\d{1,3}(?:[, ]\d{3})+|\d{1,7})(?:\.0+)?\s*(?:seats?|places?|pax|persons|personnes|នាក់|人)?"
)
_BREAKS: Final = frozenset(map(search_key, BREAKS))
_EVERYBODY: Final = frozenset(map(search_key, EVERYBODY))
_BY_INVITATION: Final = frozenset(map(search_key, BY_INVITATION))
_STATUSES: Final = {search_key(word): status for status, words in STATUSES.items() for word in words}


@dataclass(frozen=True, slots=True)
class SessionRow:
    """What one row of a sheet, or one entry of a calendar, says of a session; a part that it does not mention is empty.

    `row` is the row's number in the spreadsheet, or the entry's number in the calendar. `texts` holds the title, room,
    topic, kind and theme, each as pairs of a language and words. If the file does not say the language, the pair has
    "", and `hints` holds the language in which the column's header is written. `start` and `end` are times at the
    venue; `end_day` is set if the end has a day of its own. `start_at` and `end_at` (UTC) are set if the file has exact
    moments. `open_to` counts only if `has_open_to` is True; None then stands for everybody. `columns` has the header of
    the column of each part, even if the cell is empty. `uid` is the identifier of a calendar's entry, "" if it has
    none; `is_entry` is True for every entry of a calendar.
    """

    sheet: str
    row: int
    columns: Mapping[Part, str] = field(default_factory=dict)
    code: str = ""
    uid: str = ""
    texts: Mapping[Part, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    hints: Mapping[Part, str] = field(default_factory=dict)
    day: date | None = None
    start: time | None = None
    end: time | None = None
    end_day: date | None = None
    start_at: datetime | None = None
    end_at: datetime | None = None
    speakers: tuple[str, ...] = ()
    capacity: int | None = None
    has_open_to: bool = False
    open_to: frozenset[str] | None = None
    status: SessionStatus | None = None
    is_entry: bool = False

    @property
    def title(self) -> str:
        """The title in the first language that the row has, "" if the row has none."""
        return next((words for _, words in self.texts.get(Part.TITLE, ())), "")

    @property
    def room(self) -> str:
        """The room in the first language that the row has, "" if the row has none."""
        return next((words for _, words in self.texts.get(Part.ROOM, ())), "")

    def rejected(self, reason: RejectReason, *parts: Part) -> Rejection:
        """The rejection of the row for this reason; it names the first column that holds one of these parts."""
        column = next((self.columns[part] for part in parts if part in self.columns), "")
        return Rejection(self.sheet, self.row, column, reason, "", self.title or self.code)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that is no session, such as a remark below the programme; `text` is its first text."""

    sheet: str
    row: int
    reason: RejectReason
    text: str


def refuse_too_many(sessions: int) -> None:
    """Raise CheckinError if a file names more sessions than a programme may have."""
    if sessions > _MOST_SESSIONS:
        raise CheckinError(
            "The file has too many sessions",
            f"It names {sessions:,} on the days of the event, and a programme may have {_MOST_SESSIONS:,}. "
            "Choose the file with the programme of this event alone. Nothing was changed.",
        )


def said(text: str) -> str:
    """The text of a cell in one line; "" for a cell that stands for nothing, such as "-".

    An apostrophe in front, which makes a spreadsheet take a formula for a text, is removed.
    """
    bare = tidy(text[1:] if _GUARDED.match(text) else text)
    return "" if bare in _NOTHING else bare


def speakers_of(text: str) -> tuple[str, ...]:
    """The speakers that a cell names, divided by semicolons, ends of lines, or slashes between spaces.

    A comma divides no speakers, because a comma often stands between a name and an office.
    """
    return tuple(filter(None, map(said, _BETWEEN_SPEAKERS.split(text[1:] if _GUARDED.match(text) else text))))


def capacity_of(text: str) -> int | RejectReason:
    """The number of seats that is written in a cell; the reason for rejecting the cell if there is no such number."""
    match = _CAPACITY.fullmatch(in_plain_figures(text))
    return int(re.sub("[, ]", "", match[1])) if match else RejectReason.NOT_A_NUMBER


def status_of(text: str) -> SessionStatus | RejectReason:
    """The status that the words in a cell mean; the reason for rejecting the cell if they mean none."""
    return _STATUSES.get(search_key(text), RejectReason.UNKNOWN_SESSION_STATUS)


def is_break(*texts: LocalText) -> bool:
    """Whether one of these titles or kinds names a break or an open meal, at whose doors nobody scans."""
    return any(search_key(words) in _BREAKS for text in texts for _, words in text.by_language)


class OpenTo:
    """Reads the cells of a list that say to which categories of an event a session is open."""

    def __init__(self, event: Event) -> None:
        self._cells = Cells(event)
        self._letters = {category.letter for category in event.categories.values()}

    def read(self, text: str) -> frozenset[str] | RejectReason | None:
        """Return the codes of the categories that a cell names by code, letter or name.

        None stands for everybody. Words such as “by invitation only” name no category: the set is then empty.
        """
        if search_key(text) in _EVERYBODY:
            return None
        signs = self._signs_in(text)
        if not signs and search_key(text) in _BY_INVITATION:
            return frozenset()
        codes = [self._cells.read(Field.CATEGORY, sign) for sign in signs]
        if not codes or any(isinstance(code, RejectReason) for code in codes):
            return RejectReason.UNKNOWN_OPEN_TO
        return frozenset(map(str, codes))

    def not_understood(self, text: str) -> str:
        """The first word of a cell that names no category."""
        return next((sign for sign in self._signs_in(text) if not self._is_known(sign)), tidy(text))

    def _signs_in(self, text: str) -> list[str]:
        """The codes, letters and names that stand in a cell; none if the cell means the invited, or says nothing."""
        whole = tidy(text)
        if self._is_known(whole):
            return [whole]
        if not search_key(text) or search_key(text) in _BY_INVITATION:
            return []
        return [
            sign
            for word in filter(None, map(tidy, _BETWEEN_CATEGORIES.split(text)))
            for sign in self._signs(word)
        ]

    def _is_known(self, word: str) -> bool:
        """Whether the word is the code, the letter or the name of a category."""
        return not isinstance(self._cells.read(Field.CATEGORY, word), RejectReason)

    def _signs(self, word: str) -> list[str]:
        """The word itself, or its letters if it is no category's code or name but all letters are categories'."""
        signs = [letter for letter in word if not letter.isspace()]
        return [word] if self._is_known(word) or not self._letters.issuperset(signs) else signs
