"""Events as organisers may define them, drawn at random: no two things of one name, all sessions on its days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from checkin.domain.programme import (
    Category,
    Delegation,
    DelegationKind,
    DoorWords,
    Event,
    EventDescription,
    Exits,
    FieldKind,
    LocalText,
    NotArrived,
    OwnField,
    Policy,
    Room,
    Session,
    SessionStatus,
    ShownOn,
    default_doors_open,
)

FIRST_DAY, LAST_DAY = date(2027, 3, 26), date(2027, 3, 29)
ZONE = ZoneInfo("Europe/Paris")
"""On the night before 28 March the clocks there are put forward."""
_WORDS = ("Opening", "Défense", "សន្តិសុខ", "安全", 'a "quoted" word', "back\\slash", "Ωμέγα")

_words = st.sampled_from(_WORDS)


def _texts(kind: str, number: int) -> st.SearchStrategy[LocalText]:
    """A text that no other thing has: its words, and the thing's kind and number."""
    unique = _words.map(lambda words: f"{words} {kind} {number}")
    return unique.map(LocalText.of) | st.dictionaries(
        st.sampled_from(["en", "fr", "km", "zh-Hant"]), unique, min_size=1
    ).map(LocalText.of)


_free = (
    st.just(LocalText()) | _words.map(LocalText.of) | st.just(LocalText.of({"en": "talk", "fr": "exposé"}))
)


@st.composite
def _session(draw: st.DrawFn, number: int, categories: tuple[str, ...]) -> Session:
    begin = datetime(2027, 3, 26, 1, tzinfo=UTC)
    start = begin + timedelta(minutes=5 * draw(st.integers(0, 12 * 24 * 3)))
    end = start + timedelta(minutes=5 * draw(st.integers(1, 200)))
    doors_open = draw(st.just(default_doors_open(start)) | st.just(start - timedelta(hours=2)))
    return Session(
        f"session-{number}",
        draw(_texts("session", number)),
        draw(st.sampled_from(["ballroom", "Mekong", ""]).map(LocalText.of)),
        start,
        end,
        doors_open,
        draw(st.just(end) | st.just(start)),
        draw(_free),
        draw(_free),
        draw(_free),
        draw(st.lists(_texts("speaker", 0), max_size=2).map(tuple)),
        draw(st.none() | st.integers(0, 500)),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.none() | st.frozensets(st.sampled_from(categories))),
        draw(st.sampled_from(SessionStatus)),
        uid=draw(st.sampled_from(["", f"{number}@calendar.example"])),
    )


def _some(draw: st.DrawFn, most: int, least: int = 0) -> list[int]:
    """Numbers of things, in any order."""
    return draw(st.lists(st.integers(0, most), min_size=least, unique=True))


@st.composite
def events(draw: st.DrawFn) -> Event:
    """An event of four days."""
    policy = Policy(*(draw(st.sampled_from(kind)) for kind in (NotArrived, Exits, DoorWords)))  # type: ignore[arg-type]
    description = EventDescription(
        draw(_texts("forum", 0)), draw(_free), ZONE.key, FIRST_DAY, LAST_DAY,
        draw(st.sampled_from([("en",), ("fr", "km"), ("km", "en", "fr")])), policy,
    )  # fmt: skip
    letters = "PGMDR"
    categories = [
        Category(
            letters[number], letters[number].lower() + str(number), draw(_texts("category", number)),
            draw(st.sampled_from(["#1B3A6B", "#7A2048"])), draw(st.booleans()),
        )
        for number in _some(draw, 4, least=1)
    ]  # fmt: skip
    codes = tuple(category.code for category in categories)
    sessions = [draw(_session(number, codes)) for number in _some(draw, 5)]
    rooms = [
        Room(
            ("ballroom", "room-1")[number],
            draw(_texts("room", number)),
            draw(st.none() | st.integers(0, 500)),
        )
        for number in sorted(_some(draw, 1), key=("ballroom", "room-1").__getitem__)
    ]
    return Event(
        description,
        _by_code(categories),
        _by_code(sorted(sessions, key=Session.in_programme)),
        _by_code(rooms),
        _by_code(sorted((draw(_delegation(number)) for number in _some(draw, 3)), key=Delegation.in_order)),
        _by_code([draw(_field(number)) for number in sorted(_some(draw, 3))]),
    )


@st.composite
def _delegation(draw: st.DrawFn, number: int) -> Delegation:
    return Delegation(
        f"delegation-{number}",
        (draw(_texts("delegation", number)), *draw(st.just(()) | st.just((LocalText.of(f"D{number}x"),)))),
        draw(st.sampled_from(DelegationKind)),
        draw(st.none() | st.integers(1, 99)),
        draw(st.none() | st.integers(0, 9)),
        draw(st.booleans()),
        draw(st.sampled_from(["", "Mr Chan"])),
        draw(st.sampled_from(["", "+855 12 345 678"])),
    )


@st.composite
def _field(draw: st.DrawFn, number: int) -> OwnField:
    kind = draw(st.sampled_from(FieldKind))
    choices = (LocalText.of("bus"), LocalText.of({"en": "car", "fr": "voiture"}))
    return OwnField(
        f"field_{number}",
        draw(_texts("field", number)),
        kind,
        choices if kind is FieldKind.CHOICE else (),
        draw(st.lists(st.sampled_from(ShownOn), unique=True).map(tuple)),
        draw(st.booleans()),
    )


def _by_code(things: list[Any]) -> dict[str, Any]:
    return {thing.code: thing for thing in things}
