"""Definitions: an event and its fields are two forms of one thing, and an edit names just what it changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.definitions import changed_fields, definitions_of, event_of
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
)
from checkin.domain.things import Thing, is_understood

if TYPE_CHECKING:
    from checkin.domain.definitions import DefinedValue

START = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
KHMER = LocalText.of({"en": "Ballroom", "km": "សាលធំ"})

texts = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)
local = st.dictionaries(st.sampled_from(["", "en", "fr", "km"]), texts, max_size=3).map(LocalText.of)
moments = st.integers(0, 10_000).map(lambda minutes: START + timedelta(minutes=minutes))
lengths = st.integers(1, 600).map(lambda minutes: timedelta(minutes=minutes))
codes = st.sampled_from(["P", "G", "opening", "topic-1", "a.b"])


def some(things: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Things by their codes, as an event holds them."""
    return st.lists(things, max_size=3, unique_by=lambda thing: thing.code).map(
        lambda known: {thing.code: thing for thing in known}
    )


@st.composite
def sessions(draw: st.DrawFn) -> Session:
    start = draw(moments)
    return Session(
        draw(codes),
        draw(local),
        draw(local),
        start,
        start + draw(lengths),
        draw(st.just(start - timedelta(minutes=30)) | moments),
        draw(moments),
        draw(local),
        draw(local),
        draw(local),
        draw(st.lists(local, max_size=2).map(tuple)),
        draw(st.none() | st.integers(0, 500)),
        draw(st.booleans()),
        draw(st.booleans()),
        draw(st.none() | st.frozensets(st.sampled_from("PGM"))),
        draw(st.sampled_from(SessionStatus)),
        draw(st.booleans()),
    )


events = st.builds(
    Event,
    st.builds(
        EventDescription,
        local,
        local,
        st.sampled_from(["Asia/Phnom_Penh", "UTC"]),
        st.dates(),
        st.dates(),
        st.lists(st.sampled_from(["en", "km", "fr"]), min_size=1, unique=True).map(tuple),
        st.builds(Policy, st.sampled_from(NotArrived), st.sampled_from(Exits), st.sampled_from(DoorWords)),
    ),
    some(st.builds(Category, codes, texts, local, st.just("#1B3A6B"), st.booleans())),
    some(sessions()).map(
        lambda known: {each.code: each for each in sorted(known.values(), key=Session.in_programme)}
    ),
    some(st.builds(Room, codes, local, st.none() | st.integers(0, 500))).map(
        lambda known: dict(sorted(known.items()))
    ),
    some(
        st.builds(
            Delegation,
            codes,
            st.lists(local, max_size=2).map(tuple),
            st.sampled_from(DelegationKind),
            st.none() | st.integers(1, 99),
            st.none() | st.integers(0, 9),
            st.booleans(),
            texts,
            texts,
        )
    ).map(lambda known: {each.code: each for each in sorted(known.values(), key=Delegation.in_order)}),
    some(
        st.builds(
            OwnField,
            codes,
            local,
            st.sampled_from(FieldKind),
            st.lists(local, max_size=2).map(tuple),
            st.lists(st.sampled_from(ShownOn), unique=True).map(tuple),
            st.booleans(),
        )
    ).map(lambda known: dict(sorted(known.items()))),
)


@given(events)
def test_the_fields_of_an_event_make_that_event_again(event: Event) -> None:
    assert event_of(definitions_of(event)) == event


@given(events)
def test_every_field_that_is_written_is_understood(event: Event) -> None:
    for (what, _), values in definitions_of(event).items():
        assert [name for name, value in values.items() if not is_understood(what, name, value)] == []


@given(events, events)
def test_an_edit_sets_what_differs_and_makes_the_one_event_the_other(event: Event, other: Event) -> None:
    known, wanted = definitions_of(event), definitions_of(other)
    after: dict[tuple[Thing, str], dict[str, DefinedValue]] = {
        key: dict(values) for key, values in known.items()
    }
    for key, values in wanted.items():
        change = changed_fields(known.get(key, {}), values)
        after[key] = {**after.get(key, {}), **change}

        assert all(
            known.get(key, {}).get(name) != value for name, value in change.items() if value is not None
        )
    for key in known.keys() - wanted.keys():
        after[key]["withdrawn"] = True

    made = event_of(after)
    assert made is not None
    assert replace(made, sessions={code: made.sessions[code] for code in other.sessions}) == other


def a_session(**parts: Any) -> Session:  # noqa: ANN401 - any part of a session
    known: dict[str, Any] = {
        "code": "opening", "title": LocalText.of("Opening"), "room": KHMER, "start": START,
        "end": START + timedelta(hours=1), "doors_open": START - timedelta(minutes=30),
        "last_entry": START + timedelta(hours=1),
    }  # fmt: skip
    return Session(**{**known, **parts})


def an_event(*sessions: Session) -> Event:
    description = EventDescription(
        LocalText.of("Forum"), LocalText(), "Asia/Phnom_Penh", date(2026, 11, 24), date(2026, 11, 25)
    )
    return Event(description, {}, {session.code: session for session in sessions})


def edited(before: Session, after: Session) -> dict[str, DefinedValue]:
    """The fields that one edit of a session sets."""
    key = (Thing.SESSION, "opening")
    return changed_fields(definitions_of(an_event(before))[key], definitions_of(an_event(after))[key])


FOR_P = frozenset({"P"})


@pytest.mark.parametrize(
    ("before", "after", "fields"),
    [
        pytest.param({}, {}, {}, id="nothing"),
        pytest.param({}, {"capacity": 40}, {"capacity": 40}, id="a capacity"),
        pytest.param({"capacity": 40}, {}, {"capacity": None}, id="a capacity that is taken away"),
        pytest.param(
            {},
            {"room": LocalText.of({"en": "Ballroom", "km": "សាលតូច"})},
            {"room.km": "សាលតូច"},
            id="one language",
        ),
        pytest.param({}, {"room": LocalText.of({"en": "Ballroom"})}, {"room.km": None}, id="a language less"),
        pytest.param({}, {"open_to": FOR_P}, {"open_to": "some", "open_to.P": True}, id="for some"),
        pytest.param(
            {"open_to": FOR_P}, {"open_to": FOR_P | {"G"}}, {"open_to.G": True}, id="a category more"
        ),
        pytest.param(
            {"open_to": FOR_P | {"G"}}, {"open_to": FOR_P}, {"open_to.G": False}, id="a category less"
        ),
        pytest.param({"open_to": FOR_P}, {}, {"open_to": "all", "open_to.P": False}, id="for all again"),
        pytest.param({}, {"withdrawn": True}, {"withdrawn": True}, id="withdrawn"),
        pytest.param(
            {}, {"last_entry": START}, {"last_entry": 1_795_485_600_000}, id="a last entry of its own"
        ),
    ],
)
def test_an_edit_names_the_field_that_it_changes(
    before: dict[str, Any], after: dict[str, Any], fields: dict[str, Any]
) -> None:
    assert edited(a_session(**before), a_session(**after)) == fields


def test_a_journal_that_says_nothing_of_exits_is_of_the_time_when_they_were_scanned() -> None:
    definitions = dict(definitions_of(an_event()))
    (exits,) = {definitions[(Thing.POLICY, "")].pop("exits")}
    old = event_of(definitions)

    assert exits == "none"
    assert old is not None
    assert old.policy.exits is Exits.SCANNED


def test_what_is_not_set_moves_with_the_time() -> None:
    known = definitions_of(an_event(a_session()))
    later = START + timedelta(days=1)
    moved = {**known[Thing.SESSION, "opening"], "time": (_ms(later), _ms(later + timedelta(hours=2)))}

    event = event_of({**known, (Thing.SESSION, "opening"): moved})

    assert event is not None
    session = event.sessions["opening"]
    assert (session.doors_open, session.last_entry) == (
        later - timedelta(minutes=30),
        later + timedelta(hours=2),
    )


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def test_a_merge_that_leaves_the_last_entry_before_the_doors_open_opens_nothing() -> None:
    known = definitions_of(an_event(a_session()))
    merged = {**known[Thing.SESSION, "opening"], "last_entry": _ms(START - timedelta(hours=2))}

    event = event_of({**known, (Thing.SESSION, "opening"): merged})

    assert event is not None
    session = event.sessions["opening"]
    assert not any(session.doors_are_open(START + timedelta(minutes=minute)) for minute in range(-180, 180))


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({"capacity": 3}, id="a change of what was never made"),
        pytest.param({"withdrawn": False, "title": "Opening"}, id="a session without a time"),
        pytest.param({"withdrawn": True, "title": "Opening"}, id="withdrawn, without a time"),
    ],
)
def test_what_is_not_there_or_cannot_be_placed_is_left_out(values: dict[str, DefinedValue]) -> None:
    known = definitions_of(an_event())

    assert event_of({**known, (Thing.SESSION, "opening"): values}) == an_event()


def test_things_that_were_withdrawn_are_gone_but_for_sessions_whose_doors_still_answer() -> None:
    event = replace(an_event(a_session()), rooms={"ballroom": Room("ballroom", KHMER)})
    known = definitions_of(event)
    withdrawn = {key: {**values, "withdrawn": True} for key, values in known.items() if key[1]}

    after = event_of({**known, **withdrawn})

    assert after is not None
    assert after.rooms == {}
    assert after.sessions["opening"].withdrawn
    assert after.sessions_by_time() == []
    assert not after.sessions["opening"].doors_are_open(START)


def test_without_a_description_there_is_no_event() -> None:
    assert event_of({}) is None
    assert event_of({(Thing.EVENT, ""): {"title": "Forum"}}) is None


def test_categories_stand_by_place_and_then_by_code_and_sessions_by_start_room_and_code() -> None:
    event = an_event()
    known: dict[tuple[Thing, str], dict[str, DefinedValue]] = definitions_of(event)
    for code, place in (("Z", 1), ("B", 2), ("A", 2)):
        known[Thing.CATEGORY, code] = {"withdrawn": False, "place": place}
    for code, room, minute in (("x", "B", 0), ("b", "A", 0), ("a", "A", 0), ("z", "Z", -5)):
        time = (_ms(START) + 60_000 * minute, _ms(START) + 3_600_000)
        known[Thing.SESSION, code] = {"withdrawn": False, "time": time, "room": room}

    made = event_of(known)

    assert made is not None
    assert list(made.categories) == ["Z", "A", "B"]
    assert list(made.sessions) == ["z", "a", "b", "x"]


@pytest.mark.parametrize(
    ("what", "name", "value"),
    [
        (Thing.SESSION, "dress", "black tie"),
        (Thing.SESSION, "capacity", "many"),
        (Thing.SESSION, "capacity", True),
        (Thing.SESSION, "time", (5, 5)),
        (Thing.SESSION, "time", (5,)),
        (Thing.SESSION, "time", (5, "noon")),
        (Thing.SESSION, "doors_open", -1),
        (Thing.SESSION, "last_entry", 10**17),
        (Thing.SESSION, "open_to", "nobody"),
        (Thing.SESSION, "open_to.P", 1),
        (Thing.SESSION, "speakers", "one"),
        (Thing.SESSION, "speakers", (("en",),)),
        (Thing.SESSION, "status", "postponed"),
        (Thing.EVENT, "zone", "Mars/Base"),
        (Thing.EVENT, "zone", "../../etc/passwd"),
        (Thing.EVENT, "first_day", "2026-2-30"),
        (Thing.EVENT, "first_day", 5),
        (Thing.EVENT, "languages", ("en", 5)),
        (Thing.POLICY, "exits", "perhaps"),
        (Thing.ROOM, "withdrawn", None),
        (Thing.FIELD, "shown", "card"),
        (Thing.DELEGATION, "liaison.name", None),
    ],
)
def test_what_this_program_does_not_understand_is_told(what: Thing, name: str, value: DefinedValue) -> None:
    assert not is_understood(what, name, value)
