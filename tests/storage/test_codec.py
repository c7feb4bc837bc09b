"""The codec: every fact comes back from its bytes as it was, and what a newer program wrote as far as it can be."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain import things
from checkin.domain.admission import Admitted, ExitAlert, Left, Note, Refusal, Refused, Verdict
from checkin.domain.delegates import Field, NameOrder, Sex, Status
from checkin.domain.facts import (
    KINDS,
    Arrived,
    BadgePrinted,
    BadgeRevoked,
    Corrected,
    Defined,
    Fact,
    LongAct,
    OperatorNamed,
    Registered,
    Scanned,
)
from checkin.domain.naming import Answer
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorState
from checkin.domain.reasons import Reason, Why
from checkin.domain.things import Thing, Values
from checkin.storage.codec import VOCABULARY_EDITION, decode, decoded, encode
from checkin.storage.moments import from_ms, to_ms

EARLIEST = datetime(1970, 1, 2)  # noqa: DTZ001 - hypothesis puts the zone in
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
MOMENT = st.integers(0, 4_000_000_000_000).map(from_ms)
LANGUAGES = st.sampled_from(["", "en", "km", "fr", "zh"])
VERDICT: st.SearchStrategy[Verdict] = (
    st.builds(
        Admitted, st.none() | st.sampled_from(Note), st.booleans(), st.frozensets(st.sampled_from(Refusal))
    )
    | st.builds(Refused, st.sampled_from(Refusal), st.frozensets(st.sampled_from(Refusal)))
    | st.builds(Left, st.none() | st.sampled_from(ExitAlert))
)
VALUES = {
    Field.NAME_ORDER: st.sampled_from(NameOrder),
    Field.STATUS: st.sampled_from(Status),
    Field.SEX: st.sampled_from(Sex),
    Field.PRECEDENCE: st.none()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False),
    Field.HEAD_OF_DELEGATION: st.booleans(),
    Field.ATTENTION: st.booleans(),
    Field.LATIN_ONLY: st.booleans(),
}
PARTS: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(0, 1000),
    bool: st.booleans(),
    datetime: MOMENT,
    Direction: st.sampled_from(Direction),
    DoorState: st.sampled_from(DoorState),
    Verdict: VERDICT,
    Thing: st.just(Thing.SESSION),
    LongAct: st.sampled_from(LongAct),
    Why | None: st.none() | st.builds(Why, st.sampled_from(Reason), TEXT),
    date | None: st.none() | st.dates(),
    str | None: st.none() | TEXT,
    int | None: st.none() | st.integers(0, 1000),
    bool | None: st.none() | st.booleans(),
    Answer | None: st.none() | st.sampled_from(Answer),
    Values: st.fixed_dictionaries(
        {},
        optional={
            "withdrawn": st.booleans(),
            "time": st.tuples(st.integers(0, 10**12), st.integers(10**12 + 1, 2 * 10**12)),
            "doors_open": st.none() | st.integers(0, 10**12),
            "title.km": st.none() | TEXT,
            "capacity": st.none() | st.integers(0, 1000),
            "open_to": st.sampled_from(["all", "some"]),
            "open_to.P": st.booleans(),
            "speakers": st.lists(st.lists(st.tuples(LANGUAGES, TEXT)).map(tuple)).map(tuple),
        },
    ),
}
DETAILS = st.fixed_dictionaries(
    {},
    optional={
        **{field: VALUES.get(field, TEXT) for field in Field},
        "own_field": TEXT | st.booleans() | st.none() | st.integers(0, 10**6),
    },
)


def any_fact(kind: type[Fact]) -> st.SearchStrategy[Fact]:
    """Any fact of that kind, whatever its parts are."""
    hints = get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    return st.builds(kind, **{name: PARTS.get(hints[name], DETAILS) for name in names})


@pytest.mark.parametrize("kind", get_args(Fact))
@settings(max_examples=40)
@given(data=st.data())
def test_every_kind_of_fact_comes_back_as_it_was(kind: type[Fact], data: st.DataObject) -> None:
    fact = data.draw(any_fact(kind))

    body = encode(fact)

    known = decode(fact.kind, body)
    assert known == fact
    assert known is not None
    assert unsalted(encode(known)) == unsalted(body)
    assert known.keys == fact.keys
    assert decoded(fact.kind, body).is_whole


def unsalted(body: bytes) -> bytes:
    """The body without its salt."""
    content = json.loads(body)
    content.pop("salt", None)
    return json.dumps(content).encode()


def test_equal_facts_have_equal_bytes_but_for_the_salt() -> None:
    rows = [Refusal.FULL, Refusal.NOT_NOW, Refusal.BLOCKED]
    bodies = {
        encode(
            Scanned("s", "B1", "", Direction.IN, Refused(Refusal.FULL, frozenset(order)), from_ms(0), "door")
        )
        for order in (rows, rows[::-1])
    }

    details = {Field.DIET: "halal", Field.PHONE: "+855 1"}
    assert len(bodies) == 1
    turned = dict(reversed(details.items()))
    assert unsalted(encode(Registered("d1", details))) == unsalted(encode(Registered("d1", turned)))


def test_a_body_is_compact_json_in_its_own_script() -> None:
    body = encode(Registered("d1", {Field.NATIVE_NAME: "សុខ", Field.ATTENTION: False}))

    told = '{"delegate":"d1","details":{"native_name":"សុខ","attention":false},"salt":"'.encode()
    assert body.startswith(told)


A_READING = Scanned("s", "B1", "d1", Direction.IN, Admitted(), from_ms(0), "door 1")


@pytest.mark.parametrize(
    "fact",
    [
        pytest.param(OperatorNamed("o1", "Dara"), id="a name"),
        pytest.param(Corrected("d1", {Field.PHONE: "+855 12 00 4711"}), id="a phone number"),
        pytest.param(Defined(Thing.DELEGATION, "x", {"liaison.phone": "+855 12"}), id="whom to call"),
        pytest.param(BadgePrinted("B1", from_ms(0), "face"), id="what was drawn"),
        pytest.param(BadgeRevoked("B1", Why.typed("his wife has it")), id="own words for a revocation"),
        pytest.param(
            Arrived("d1", from_ms(0), "", Why.typed("the minister asked")), id="own words at a desk"
        ),
        pytest.param(
            dataclasses.replace(A_READING, override=Why.typed("her guest")), id="own words at a door"
        ),
    ],
)
def test_what_a_removed_body_said_cannot_be_found_by_trying(fact: Fact) -> None:
    assert encode(fact) != encode(fact)
    assert decoded(fact.kind, encode(fact)) == (fact, True, None)


def test_A_READING_that_says_nothing_of_a_person_is_not_salted() -> None:
    assert encode(A_READING) == encode(A_READING)


def test_the_wall_time_of_recording_stands_beside_the_fact() -> None:
    body = encode(BadgeRevoked("B1"), recorded_at=1_757_000_000_000)

    assert decoded("badge_revoked", body) == (BadgeRevoked("B1"), True, from_ms(1_757_000_000_000))


@pytest.mark.parametrize("recorded_at", [b'"noon"', b"1e999", b"9999999999999999999"])
def test_a_time_of_recording_that_cannot_be_is_none(recorded_at: bytes) -> None:
    body = b'{"code":"B1","recorded_at":' + recorded_at + b"}"

    assert decoded("badge_revoked", body) == (BadgeRevoked("B1"), True, None)


@given(st.datetimes(EARLIEST, timezones=st.timezones()))
def test_a_moment_keeps_its_milliseconds_in_any_zone(moment: datetime) -> None:
    kept = from_ms(to_ms(moment))

    assert timedelta(0) <= moment - kept < timedelta(milliseconds=1)
    assert kept.tzinfo is UTC


@given(st.sampled_from(sorted(KINDS)), st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_rubbish_is_no_fact_and_no_crash(kind: str, body: bytes) -> None:
    decode(kind, body)


@given(st.sampled_from([kind for kind in get_args(Fact) if kind.__name__ != "ActEnded"]), st.data())
def test_a_torn_body_is_no_fact(kind: type[Fact], data: st.DataObject) -> None:
    fact = data.draw(any_fact(kind))
    body = encode(fact)

    assert decode(fact.kind, body[: data.draw(st.integers(0, len(body) - 1))]) is None


# --------------------------------------------------------------------------------------------------- of newer programs


SCAN = {"session": "s", "code": "B1", "delegate": "d1", "direction": "in", "at": 0, "station": "door 1"}
FULL = {"is": "refused", "reason": "full"}


@pytest.mark.parametrize(
    ("kind", "body", "understood"),
    [
        pytest.param(
            "registered",
            {"delegate": "d1", "details": {"family_name": "SOK"}, "clearance": "secret"},
            {"delegate": "d1", "details": {"family_name": "SOK"}},
            id="a field more",
        ),
        pytest.param(
            "registered",
            {"delegate": "d1", "details": {"family_name": "SOK", "status": "waitlisted", "precedence": "VI"}},
            {"delegate": "d1", "details": {"family_name": "SOK"}},
            id="values that a field cannot have here",
        ),
        pytest.param(
            "scanned",
            {**SCAN, "verdict": {"is": "admitted", "note": "by_name", "arrives": True}},
            {**SCAN, "verdict": {"is": "admitted", "arrives": True}},
            id="a note that is not known",
        ),
        pytest.param(
            "scanned",
            {**SCAN, "verdict": {"is": "left", "alert": "expired"}},
            {**SCAN, "verdict": {"is": "left"}},
            id="an alert that is not known",
        ),
        pytest.param(
            "scan_refused",
            {**SCAN, "verdict": {**FULL, "overrode": ["not_now", "too_hot"]}},
            {**SCAN, "verdict": {**FULL, "overrode": ["not_now"]}},
            id="a row that was overridden and is not known",
        ),
        pytest.param(
            "badge_revoked",
            {"code": "B1", "why": {"reason": "stolen"}},
            {"code": "B1"},
            id="a reason that is not known",
        ),
        pytest.param(
            "defined",
            {
                "what": "session",
                "code": "s",
                "values": {"capacity": 3, "dress": "black tie", "open_to": "nobody"},
            },
            {"what": "session", "code": "s", "values": {"capacity": 3}},
            id="fields of a session that are not known",
        ),
        pytest.param(
            "defined",
            {"what": "session", "code": "s", "values": {"capacity": 3, "open_to": {"some": ["P"]}}},
            {"what": "session", "code": "s", "values": {"capacity": 3}},
            id="a list of another shape",
        ),
        pytest.param(
            "defined",
            {"what": "field", "code": "vip", "values": {"private": "for the desk"}},
            {"what": "field", "code": "vip", "values": {"private": True}},
            id="a word on privacy that is not known",
        ),
        pytest.param(
            "scanned",
            {**SCAN, "direction": "by_name", "verdict": {"is": "admitted"}},
            {**SCAN, "direction": "auto", "verdict": {"is": "admitted"}},
            id="a direction that is not known",
        ),
        pytest.param(
            "badge_issued",
            {"code": "D1", "delegate": "d1", "at": 0, "day": ["2026-09-14", "2026-09-15"]},
            {"code": "D1", "delegate": "d1", "at": 0},
            id="days instead of a day",
        ),
    ],
)
def test_what_a_newer_program_wrote_is_read_as_far_as_it_is_understood(
    kind: str, body: dict[str, Any], understood: dict[str, Any]
) -> None:
    known = decoded(kind, json.dumps(body).encode())

    assert known.fact is not None
    assert known.fact == decode(kind, json.dumps(understood).encode())
    assert not known.is_whole
    assert decoded(kind, json.dumps(understood).encode()).is_whole


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        pytest.param("eaten", {"meal": "lunch"}, id="a kind that is not known"),
        pytest.param("scanned", {**SCAN, "verdict": {"is": "asked"}}, id="a verdict that is not known"),
        pytest.param(
            "scan_refused",
            {**SCAN, "verdict": {"is": "refused", "reason": "too_hot"}},
            id="a refusal that is not known",
        ),
        pytest.param("defined", {"what": "menu", "code": "m", "values": {}}, id="a thing that is not known"),
        pytest.param("arrived", {"delegate": "d1", "at": "noon", "station": ""}, id="no time"),
        pytest.param("registered", ["d1"], id="a list"),
    ],
)
def test_what_says_nothing_without_what_is_not_known_is_no_fact(kind: str, body: object) -> None:
    assert decoded(kind, json.dumps(body).encode()) == (None, False, None)


def test_of_a_body_that_was_removed_there_is_nothing_to_read() -> None:
    assert decoded("registered", None) == (None, True, None)


def test_a_field_of_the_events_own_is_read_whole_whether_or_not_it_is_defined() -> None:
    known = decoded("registered", b'{"delegate":"d1","details":{"field.vehicle":"2A-1234"}}')

    assert known.fact == Registered("d1", {"vehicle": "2A-1234"})
    assert known.is_whole


def test_a_field_of_a_newer_program_is_not_taken_for_one_of_the_events_own() -> None:
    known = decoded("registered", b'{"delegate":"d1","details":{"passport":"N-1"}}')

    assert known.fact == Registered("d1", {})
    assert not known.is_whole


@pytest.mark.parametrize(
    "details",
    [
        pytest.param(rb'{"phone":"\ud800"}', id="half a character"),
        pytest.param(b'{"precedence":1000000000000000000000000000000}', id="a number beyond all"),
        pytest.param(b'{"precedence":NaN}', id="no number"),
        pytest.param(b'{"field.table":1e999}', id="a number without end"),
        pytest.param(b'{"precedence":' + b"9" * 5000 + b"}", id="a number of 5,000 digits"),
    ],
)
def test_what_no_table_can_hold_is_not_understood(details: bytes) -> None:
    known = decoded("registered", b'{"delegate":"d1","details":' + details + b"}")

    assert known.fact in (None, Registered("d1", {}))
    assert not known.is_whole


def vocabulary() -> str:
    """All that can be read: kinds, their parts, the members of closed lists, the fields of things."""
    parts = {
        kind: sorted((name, str(hint)) for name, hint in get_type_hints(fact).items() if name != "kind")
        for kind, fact in KINDS.items()
    }
    lists = {
        each.__name__: sorted(each)
        for each in (Answer, Refusal, Note, ExitAlert, Status, Sex, NameOrder, Reason, LongAct, DoorState)
    }
    fields = {what.value: sorted(known) for what, known in things._FIELDS.items()}
    return json.dumps([parts, lists, sorted(Field), fields], sort_keys=True)


def test_whoever_lets_more_be_read_raises_the_edition_so_that_files_are_read_again() -> None:
    known = hashlib.sha256(vocabulary().encode()).hexdigest()[:16]

    assert (VOCABULARY_EDITION, known) == (5, "52678205bde1889b")
