"""Finds the session of the event that each row of a programme is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.importing.people.cells import tidy
from checkin.importing.programme_words import Part
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from checkin.domain.programme import Event, LocalText, Session
    from checkin.importing.programme_rows import SessionRow


def match_sessions(rows: Sequence[SessionRow], event: Event) -> list[Session | None]:
    """Return for each row the event's session that the row is about; None for a row with a new session.

    The session is looked for in this order: by its identifier in a calendar; by its code; by its title on the same day;
    by its room and start on the same day. If several sessions on the day have the title, the one with the nearest start
    is taken. Room and start are not enough for a row that has a code, or if row and session have different identifiers.
    Only rows with the same code can be about the same session.
    """
    matching = _Matching(rows, event)
    sessions = event.sessions.values()
    by_uid = {each.uid: each for each in sessions if each.uid}
    by_code = {each.code.casefold(): each for each in sessions}
    matching.by_key(lambda row: by_uid.get(row.uid) if row.uid else None)
    matching.by_key(lambda row: by_code.get(row.code.casefold()) if row.code else None)
    matching.by_title()
    matching.by_place()
    return matching.found


class _Matching:
    """The sessions that were found so far, one for each row."""

    def __init__(self, rows: Sequence[SessionRow], event: Event) -> None:
        self.found: list[Session | None] = [None] * len(rows)
        self._rows = rows
        self._event = event
        self._taken = set[str]()
        self._programme = [each for each in event.sessions.values() if not each.withdrawn]

    def by_key(self, session_of: Callable[[SessionRow], Session | None]) -> None:
        for index, row in self._open():
            session = session_of(row)
            if session is not None:
                self._take(index, session)

    def by_title(self) -> None:
        """Match by title and day; the pairs with the smallest difference of their starts go first."""
        by_title: dict[tuple[object, str], list[Session]] = {}
        for session in self._left():
            for title in _keys(session.title):
                by_title.setdefault((self._event.day_of(session.start), title), []).append(session)
        pairs = [
            (self._distance(row, session), index, session.code, session)
            for index, row in self._open()
            for title in {_key(words) for _, words in row.texts.get(Part.TITLE, ())}
            for session in by_title.get((row.day, title), ())
        ]
        for _, index, _, session in sorted(pairs, key=lambda pair: pair[:3]):
            if self.found[index] is None and session.code not in self._taken:
                self._take(index, session)

    def by_place(self) -> None:
        """Match by day, room and start; who names no room is at no place."""
        by_place: dict[tuple[object, ...], list[Session]] = {}
        for session in self._left():
            start = self._wall(session.start)
            for room in {*_keys(self._event.room_of(session)), *_keys(session.room)} - {""}:
                by_place.setdefault((start.date(), start.time(), room), []).append(session)
        for index, row in self._open():
            if row.code:
                continue
            for session in by_place.get((row.day, row.start, _key(row.room)), ()):
                is_another = row.uid and session.uid and row.uid != session.uid
                if not is_another and session.code not in self._taken:
                    self._take(index, session)
                    break

    def _open(self) -> Iterable[tuple[int, SessionRow]]:
        return [(index, row) for index, row in enumerate(self._rows) if self.found[index] is None]

    def _left(self) -> list[Session]:
        return [each for each in self._programme if each.code not in self._taken]

    def _take(self, index: int, session: Session) -> None:
        self.found[index] = session
        self._taken.add(session.code)

    def _distance(self, row: SessionRow, session: Session) -> int:
        """The minutes between the row's start and the session's; the most minutes of a day if the row has none."""
        start = self._wall(session.start)
        if row.start is None:
            return 24 * 60
        return abs((row.start.hour - start.hour) * 60 + row.start.minute - start.minute)

    def _wall(self, moment: datetime) -> datetime:
        return moment.astimezone(self._event.zone).replace(tzinfo=None, second=0, microsecond=0)


def _keys(text: LocalText) -> set[str]:
    return {_key(words) for _, words in text.by_language}


def _key(words: str) -> str:
    """The words by which titles and rooms are compared: their search key, or the words where the key is empty."""
    return search_key(words) or tidy(words).casefold()
