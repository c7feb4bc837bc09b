"""Finds which column of a programme holds which part of its sessions, and in which language, by the header row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.importing.header_rows import meanings_of_parts, possible_headers, whole_meaning
from checkin.importing.programme_words import (
    COLUMN_NAMES,
    LANGUAGES,
    LESS_SURE,
    ROOM_WORDS,
    TEXTS,
    TOPIC_OR_TITLE,
    Part,
)
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from checkin.importing.files.sheet import Row, Sheet

_TIMES: Final = frozenset({Part.TIME, Part.START})
_LEAST_WITH_CODES: Final = 2
_LEAST_ROOMS: Final = 2


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a name of a column stands for; `language` is that of the name, and `is_sure` False for a weak name."""

    part: Part
    language: str
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class ProgrammeColumn:
    """A column of a programme: its index, from 0, the part of a session that the column holds, and its header.

    `language` is the language of the column's texts. If the header does not say the language, `language` is "", and
    `hint` is the language in which the header is written. `room` is set for a column with the titles of one room's
    sessions.
    """

    index: int
    part: Part
    header: str
    language: str = ""
    hint: str = ""
    room: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeHeading:
    """The header of a sheet: the index of its last row, from 0, and the columns that are read."""

    row: int
    columns: tuple[ProgrammeColumn, ...]

    @property
    def parts(self) -> frozenset[Part]:
        """The parts of a session that the columns hold."""
        return frozenset(column.part for column in self.columns)


def find_programme_heading(sheet: Sheet, rooms: Collection[str]) -> ProgrammeHeading | None:
    """Find the header of a programme: the row, among the first 20, in which the most columns are recognised; else None.

    A row is a header if it has one of these sets of columns: times, and titles or codes; codes and anything else, for
    sessions that are known already; or times, and a column for each room. `rooms` are the search keys of the event's
    rooms.
    """
    best: ProgrammeHeading | None = None
    for number, headers in possible_headers(sheet):
        found = ProgrammeHeading(number, tuple(_columns(headers)))
        if not _is_enough(found.parts):
            found = ProgrammeHeading(number, tuple(_with_rooms(headers, found, rooms)))
        if _is_enough(found.parts) and (best is None or len(found.columns) > len(best.columns)):
            best = found
    return best


def has_unclear_columns(sheet: Sheet, rooms: Collection[str]) -> bool:
    """Whether a sheet without a programme's header has a row that names a column of times, beside unknown columns.

    `rooms` are the search keys of the event's rooms.
    """
    if find_programme_heading(sheet, rooms) is not None:
        return False
    for _, headers in possible_headers(sheet):
        columns = list(_columns(headers))
        others = sum(map(bool, map(str.strip, headers))) - len(columns)
        if others and any(column.part in _TIMES for column in columns):
            return True
    return False


def _is_enough(parts: frozenset[Part]) -> bool:
    if not parts.isdisjoint(_TIMES):
        return not parts.isdisjoint({Part.TITLE, Part.CODE})
    return Part.CODE in parts and len(parts) >= _LEAST_WITH_CODES


def _columns(headers: Row) -> Iterable[ProgrammeColumn]:
    found = [
        (index, header, meaning) for index, header in enumerate(headers) if (meaning := _meaning(header))
    ]
    found = _without_weak_titles(found)
    several = {part for part in TEXTS if sum(each[2].part is part for each in found) > 1}
    there = set[tuple[Part, str]]()
    for index, header, meaning in found:
        told = _language_told(header)
        language = told or (meaning.language if meaning.part in several else "")
        key = (meaning.part, language if meaning.part in TEXTS else "")
        if key not in there:
            there.add(key)
            yield ProgrammeColumn(index, meaning.part, " ".join(header.split()), key[1], meaning.language)


def _without_weak_titles(found: list[tuple[int, str, _Meaning]]) -> list[tuple[int, str, _Meaning]]:
    """The columns, with the topic as the title where there is no other title, and without weak names of titles.

    In Khmer the title and the topic have one name. It means the title, unless another column has Khmer titles.
    """
    titles = [meaning for _, _, meaning in found if meaning.part is Part.TITLE]
    has_khmer = any(meaning.language == "km" for meaning in titles)
    is_sure = any(meaning.is_sure for meaning in titles)
    result = []
    for index, header, meaning in found:
        if meaning.part is Part.TOPIC and (not titles or (not has_khmer and meaning.language == "km")):
            result.append((index, header, _Meaning(Part.TITLE, meaning.language)))
        elif meaning.part is not Part.TITLE or meaning.is_sure or not is_sure or _language_told(header):
            result.append((index, header, meaning))
    return result


def _with_rooms(headers: Row, found: ProgrammeHeading, rooms: Collection[str]) -> Iterable[ProgrammeColumn]:
    """The columns that were found and a column of titles for each room, if every other header is a room's name."""
    known = {column.index for column in found.columns}
    others = [
        (index, header) for index, header in enumerate(headers) if header.strip() and index not in known
    ]
    are_rooms = len(others) >= _LEAST_ROOMS and all(is_room(header, rooms) for _, header in others)
    if are_rooms and not found.parts.isdisjoint(_TIMES) and Part.ROOM not in found.parts:
        yield from found.columns
        for index, header in others:
            name = " ".join(header.split())
            yield ProgrammeColumn(index, Part.TITLE, name, room=name)


def is_room(header: str, rooms: Collection[str]) -> bool:
    """Whether a text is a room: one whose search key is in `rooms`, or one with a word such as Hall or Salle."""
    key = search_key(header)
    return key in rooms or any(
        word in key.split() or (not word.isascii() and word in key) for word in _ROOM_WORDS
    )


def _meaning(header: str) -> _Meaning | None:
    """What the header stands for; None if it stands for nothing.

    A header that names a day and a time is one of times. The name of a language at the end is passed over.
    """
    if (whole := whole_meaning(header, _BY_KEY)) is not None:
        return whole
    parts = [part for part in meanings_of_parts(header, _BY_KEY) if part is not None]
    times = [part for part in parts if part.part in {Part.TIME, Part.START, Part.END}]
    if times:
        is_span = {part.part for part in times} >= {Part.START, Part.END}
        return _Meaning(Part.TIME, times[0].language) if is_span else times[0]
    if parts:
        return parts[0]
    key = search_key(header)
    for word in _LANGUAGE_WORDS:
        if key.endswith(f" {word}") and (found := _BY_KEY.get(key.removesuffix(word).strip())) is not None:
            return found
    return None


def _language_told(header: str) -> str:
    """The language that the header names, "" if it names none."""
    if (language := next(filter(None, meanings_of_parts(header, _LANGUAGE_WORDS)), None)) is not None:
        return language
    key = search_key(header)
    return next((language for word, language in _LANGUAGE_WORDS.items() if key.endswith(f" {word}")), "")


_BY_KEY: Final = {
    search_key(name): _Meaning(part, language, name not in LESS_SURE)
    for part, by_language in COLUMN_NAMES.items()
    for language, names in by_language.items()
    for name in names
} | {search_key(TOPIC_OR_TITLE): _Meaning(Part.TOPIC, "km")}
_LANGUAGE_WORDS: Final = {
    search_key(word): language for language, words in LANGUAGES.items() for word in words
}
_ROOM_WORDS: Final = tuple(search_key(word) for word in ROOM_WORDS)
