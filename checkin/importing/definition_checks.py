"""Checks the definition of an event: no two things have the same name, and sessions are at possible times."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from checkin.domain.clock import moment_at
from checkin.domain.programme import Delegation
from checkin.domain.session_times import TimeFault, is_day_of, wrong_times
from checkin.text import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from checkin.domain.programme import Category, EventDescription, LocalText, OwnField, Room
    from checkin.domain.session_times import SessionTimes
    from checkin.importing.definition_table import DefinitionTable

_NAME, _CODE, _LETTER = "name", "code", "letter"
_WRONG_TIMES: Final = {
    TimeFault.END_NOT_AFTER_START: "is not after start",
    TimeFault.LAST_ENTRY_BEFORE_DOORS: "is before doors_open",
    TimeFault.LAST_ENTRY_AFTER_END: "is after the end",
}


class _Sign(NamedTuple):
    """A text by which a thing is known: the thing's place in its list and its code, the key, and the text."""

    number: int
    code: str
    key: str
    text: str

    def is_also(self, other: _Sign) -> bool:
        """Whether a list that holds one of the two texts could mean the other, which has the same search key.

        Codes and letters count with their accents: E and É are two letters. Of a name the search key counts.
        """
        return _NAME in {self.key, other.key} or _bare(self.text) == _bare(other.text)


def refuse_one_code_twice(file: DefinitionTable, kind: str, codes: Iterable[str]) -> None:
    """Raise CheckinError if one of these codes occurs twice, regardless of capitals and small letters.

    `kind` is the name of the codes' table in the file, such as "sessions".
    """
    seen = set[str]()
    for code in codes:
        if code.casefold() in seen:
            file.at(f"[[{kind}]]", {}).wrong(_CODE, f"{code} stands there twice")
        seen.add(code.casefold())


def refuse_one_sign_for_two_categories(file: DefinitionTable, categories: Iterable[Category]) -> None:
    """Raise CheckinError if two categories have the same code, letter or name.

    The error is also raised if, for example, the name of one category is the code of another, because an imported list
    may name a category by any of the three.
    """
    signs = [
        _Sign(number, each.code, key, text)
        for number, each in enumerate(categories)
        for key, text in ((_CODE, each.code), (_LETTER, each.letter), *_names(each.name))
    ]
    _refuse_alike(file, "categories", signs)


def refuse_one_name_for_two_things(
    file: DefinitionTable, kind: str, things: Iterable[Room | Delegation | OwnField]
) -> None:
    """Raise CheckinError if two things have the same code or name, or if the name of one is the code of another.

    `kind` is the name of the things' table in the file, such as "rooms".
    """
    signs = [
        _Sign(number, each.code, key, text)
        for number, each in enumerate(things)
        for key, text in ((_CODE, each.code), *_names_of(each))
    ]
    _refuse_alike(file, kind, signs)


def refuse_one_choice_twice(table: DefinitionTable, choices: Iterable[LocalText]) -> None:
    """Raise CheckinError if two of the choices of a field have the same text in any language."""
    signs = [
        _Sign(number, str(each), _NAME, words)
        for number, each in enumerate(choices)
        for _, words in each.by_language
    ]
    for one, other in _alike(signs):
        table.wrong("choices", f"holds {one.text} and {other.text}; a list could mean either")


def _names_of(thing: Room | Delegation | OwnField) -> Iterator[tuple[str, str]]:
    for name in thing.names if isinstance(thing, Delegation) else (thing.name,):
        yield from _names(name)


def _names(name: LocalText) -> Iterator[tuple[str, str]]:
    yield from ((_NAME, words) for _, words in name.by_language)


def _refuse_alike(file: DefinitionTable, kind: str, signs: Iterable[_Sign]) -> None:
    for one, other in _alike(signs):
        file.at(f"[[{kind}]] {other.code}", {}).wrong(
            other.key, f"{other.text} is the {one.key} of {one.code} too; a list could mean either"
        )


def _alike(signs: Iterable[_Sign]) -> Iterator[tuple[_Sign, _Sign]]:
    """Each two signs of different things that a list could take for each other."""
    by_key: defaultdict[str, list[_Sign]] = defaultdict(list)
    for sign in signs:
        by_key[search_key(sign.text) or _bare(sign.text)].append(sign)
    for group in by_key.values():
        for one, other in combinations(group, 2):
            if one.number != other.number and one.is_also(other):
                yield one, other


def _bare(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def in_utc(table: DefinitionTable, key: str, written: datetime, zone: ZoneInfo) -> datetime:
    """Convert to UTC the time `written`, which the table has under the key.

    A time without an offset is in the venue's time zone `zone`. If the clocks there show this time twice, because they
    are put back, the first is meant. If they skip this time, because they are put forward, a CheckinError is raised.
    """
    moment = moment_at(written, zone)
    if moment is None:
        table.wrong(
            key, f"is {written:%H:%M}, and the clocks skip that time on {written:%Y-%m-%d} in {zone.key}"
        )
    return moment


def refuse_wrong_times(
    table: DefinitionTable, times: SessionTimes, event: EventDescription, zone: ZoneInfo
) -> None:
    """Raise CheckinError unless a session can have these times.

    The session must start on a day of the event; it may end after the last day.
    """
    day = times.start.astimezone(zone).date()
    if not is_day_of(event, day):
        table.wrong(
            "start", f"is on {day}, and the days of the event are {event.first_day} to {event.last_day}"
        )
    for field, fault in wrong_times(times):
        table.wrong(field, _WRONG_TIMES[fault])
