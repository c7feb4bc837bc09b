"""Lists the people of an event: finds those who match the filters, sorts them, and reads what a list shows of each."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeVar

from checkin.badges import BadgeOnPaper, face_of
from checkin.domain import codes
from checkin.domain.delegates import Status
from checkin.domain.listing import BadgeState, ListColumn, Listed
from checkin.reports import in_order, let_go
from checkin.storage import delegates, listing, numbers
from checkin.text import (
    delegation_named,
    joined_words,
    names_in_order,
    passport_spellings,
    query_words,
    search_key,
    text_order,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from checkin.domain.listing import Sought
    from checkin.domain.programme import Event
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile

T = TypeVar("T")

_TOGETHER: Final = 200
"""The number of people who are read at once for a file."""
_SORTED_TOGETHER: Final = 1000
_STATUSES: Final = {status.value: place for place, status in enumerate(Status)}
_LETTERS_OF_A_CODE: Final = 3


def find_listed(file: EventFile, sought: Sought, tick: Callable[[], object] = lambda: None) -> list[str]:
    """The ids of the people who match `sought`, in the wanted order; equal values are in the order of registration.

    `tick` is called now and then; an exception that `tick` raises cancels the work.
    """
    words, event = query_words(sought.words), file.event
    rows = listing.found(
        file.database,
        sought,
        words,
        tuple(_alternatives(sought.words)),
        _beginning_of_code(sought.words),
        [_categories_named(event, word) for word in words],
        _names_of(file, sought.delegation),
    )
    return _in_order(rows, sought, event, tick)


def listed(file: EventFile, ids: Sequence[str]) -> dict[str, Listed]:
    """What the list shows of the people with these ids, by id; people who are no longer registered are left out."""
    event = file.event
    known = delegates.together(file.database, ids)
    sources = listing.sources(file.database, list(known))
    return {who: Listed(each, sources[who], badge_state(each, event)) for who, each in known.items()}


def each_listed(file: EventFile, ids: Sequence[str], tick: Callable[[], object]) -> Iterator[Listed]:
    """Yield what the list shows of each person, in the order of the ids.

    `tick` is called now and then; an exception that `tick` raises cancels the work.
    """
    for some in _lots(ids, _TOGETHER, tick):
        known = listed(file, some)
        yield from (known[who] for who in some if who in known)


def badge_state(registration: Registration, event: Event) -> BadgeState:
    """Whether a person's newest valid badge is missing, not printed, printed, or printed with details now outdated."""
    badge = registration.badge
    if badge is None:
        return BadgeState.NONE
    if not badge.printed:
        return BadgeState.ISSUED
    if badge.face and registration.delegate.category in event.categories:
        now = face_of(BadgeOnPaper.of(event, registration), event)
        return BadgeState.PRINTED if now == badge.face else BadgeState.CHANGED
    return BadgeState.PRINTED


def number_of_people(file: EventFile) -> int:
    """The number of all people in the event, whatever their status."""
    return numbers.number_of_all(file.database)


def delegations_listed(file: EventFile) -> Mapping[str, int]:
    """The number of people in each delegation that has people, by a name that a list uses for the delegation."""
    event, named = file.event, dict[str, int]()
    first: dict[object, str] = {}
    for name, count in delegates.sizes_of_delegations(file.database):
        meant = first.setdefault(delegation_named(event, name) or name, name)
        named[meant] = named.get(meant, 0) + count
    return named


def _lots(items: Iterable[T], size: int, tick: Callable[[], object]) -> Iterator[list[T]]:
    """The items in lots of this size; `tick` is called before each lot."""
    waiting = iter(items)
    while lot := list(islice(waiting, size)):
        tick()
        yield lot


def _alternatives(text: str) -> Iterator[str]:
    """The other ways to write the text: as a passport spells it, and with all its words written together."""
    for spelt in passport_spellings(text):
        yield " ".join(f'"{word}"*' for word in query_words(spelt))
    if joined := joined_words(text):
        yield f'"{joined}"*'


def _categories_named(event: Event, word: str) -> list[str]:
    """The codes of the categories in whose name a word begins with this one."""
    return [
        code
        for code, category in event.categories.items()
        if any(
            each.startswith(word)
            for _, name in category.name.by_language
            for each in search_key(name).split()
        )
    ]


def _names_of(file: EventFile, delegation: str) -> list[str]:
    """All the names by which the people of this delegation call it."""
    if not delegation:
        return []
    meant = delegation_named(file.event, delegation)
    return [
        name
        for name, _ in delegates.sizes_of_delegations(file.database)
        if name == delegation or (meant is not None and delegation_named(file.event, name) == meant)
    ]


def _beginning_of_code(text: str) -> str:
    """The text, if it may be the beginning of a badge's code and is no beginning of a name: it has a digit."""
    beginning = codes.beginning(text)
    is_code = len(beginning) >= _LETTERS_OF_A_CODE and any(letter.isdigit() for letter in beginning)
    return beginning if is_code else ""


def _in_order(
    rows: Iterable[tuple[Any, ...]], sought: Sought, event: Event, tick: Callable[[], object]
) -> list[str]:
    """The ids of these rows by the values that follow them; rows without a value come last."""
    key = _key(sought.order, event)
    keyed = [(key(row[1:]), row[0]) for lot in _lots(rows, _SORTED_TOGETHER, tick) for row in lot]
    there = in_order((each for each in keyed if each[0] is not None), key=lambda each: each[0])
    if sought.is_down:
        there.reverse()
    ids = [who for _, who in there] + [who for value, who in keyed if value is None]
    let_go(there)
    let_go(keyed)
    return ids


def _key(order: ListColumn, event: Event) -> Callable[[Sequence[Any]], Any]:
    """The function that gives the sort key for the values of a row; None for a row without a value."""
    match order:
        case ListColumn.NAME:
            return _by_name
        case ListColumn.CATEGORY:
            places = {code: place for place, code in enumerate(event.categories)}
            return lambda values: places.get(values[0], len(places)) if values[0] else None
        case ListColumn.STATUS:
            return lambda values: _STATUSES.get(values[0], len(_STATUSES))
        case ListColumn.ARRIVAL | ListColumn.BADGE:
            return lambda values: values[0]
        case ListColumn.ATTENTION | ListColumn.PHOTO:
            return lambda values: 0 if values[0] else None
        case _:
            return _by_text


def _by_name(values: Sequence[Any]) -> tuple[str, ...]:
    return names_in_order(*values)


def _by_text(values: Sequence[Any]) -> tuple[str, str] | None:
    text = next((value for value in values if value), "")
    return text_order(text) if text else None
