"""The codec: every fact comes back from its bytes as it was, and equal facts have equal bytes."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain import facts
from checkin.domain.admission import Admitted, ExitAlert, Left, Note, Refusal, Refused, Verdict
from checkin.domain.delegates import Field, NameOrder, Status
from checkin.domain.facts import KINDS, Fact, Registered, Scanned
from checkin.domain.presence import Direction
from checkin.domain.programme import (
    Category,
    EventDescription,
    Exits,
    LocalText,
    NotArrived,
    Policy,
    Session,
    SessionStatus,
)
from checkin.storage.codec import decode, encode, from_ms, to_ms

EARLIEST = datetime(1970, 1, 2)  # noqa: DTZ001 - hypothesis puts the zone in
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
MOMENT = st.integers(0, 4_000_000_000_000).map(from_ms)
LANGUAGES = st.sampled_from(["", "en", "km", "fr", "zh"])
LOCAL = st.dictionaries(LANGUAGES, TEXT).map(LocalText.of)
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
    Field.PRECEDENCE: st.none() | st.integers() | st.floats(allow_nan=False),
    Field.HEAD_OF_DELEGATION: st.booleans(),
    Field.ATTENTION: st.booleans(),
}
PARTS = {
    str: TEXT,
    datetime: MOMENT,
    date: st.dates(),
    LocalText: LOCAL,
    Direction: st.sampled_from(Direction),
    Verdict: VERDICT,
    Category: st.builds(Category, TEXT, TEXT, LOCAL, TEXT, st.booleans()),
    Session: st.builds(
        Session, TEXT, LOCAL, TEXT, MOMENT, MOMENT, MOMENT, MOMENT, TEXT, TEXT, st.none() | st.integers(0),
        st.booleans(), st.none() | st.frozensets(TEXT), st.sampled_from(SessionStatus),
    ),
    EventDescription: st.builds(
        EventDescription, LOCAL, LOCAL, TEXT, st.dates(), st.dates(), st.lists(TEXT).map(tuple),
        st.builds(Policy, st.sampled_from(NotArrived), st.sampled_from(Exits)),
    ),
}  # fmt: skip
DETAILS = st.fixed_dictionaries({}, optional={field: VALUES.get(field, TEXT) for field in Field})


def any_fact(kind: type[Fact]) -> st.SearchStrategy[Fact]:
    """Any fact of that kind, whatever its parts are."""
    hints = {field.name: eval(field.type, vars(facts)) for field in dataclasses.fields(kind)}  # type: ignore[arg-type] # noqa: S307
    return st.builds(
        kind,
        **{name: PARTS.get(hint, DETAILS) for name, hint in hints.items()},
    )


@pytest.mark.parametrize("kind", get_args(Fact))
@settings(max_examples=40)
@given(data=st.data())
def test_every_kind_of_fact_comes_back_as_it_was(kind: type[Fact], data: st.DataObject) -> None:
    fact = data.draw(any_fact(kind))

    body = encode(fact)

    known = decode(fact.kind, body)
    assert known == fact
    assert known is not None
    assert encode(known) == body
    assert known.keys == fact.keys


def test_kinds_have_names_of_their_own() -> None:
    assert len(KINDS) == len(get_args(Fact))


def test_equal_facts_have_equal_bytes() -> None:
    rows = [Refusal.FULL, Refusal.NOT_NOW, Refusal.BLOCKED]
    bodies = {
        encode(
            Scanned("s", "B1", "", Direction.IN, Refused(Refusal.FULL, frozenset(order)), from_ms(0), "door")
        )
        for order in (rows, rows[::-1])
    }

    details = {Field.DIET: "halal", Field.PHONE: "+855 1"}
    assert len(bodies) == 1
    assert encode(Registered("d1", details)) == encode(Registered("d1", dict(reversed(details.items()))))


def test_a_body_is_compact_json_in_its_own_script() -> None:
    body = encode(Registered("d1", {Field.NATIVE_NAME: "សុខ", Field.ATTENTION: False}))

    assert body == '{"delegate":"d1","details":{"native_name":"សុខ","attention":false}}'.encode()
    assert json.loads(body)["details"]["native_name"] == "សុខ"


@given(st.datetimes(EARLIEST, timezones=st.timezones()))
def test_a_moment_keeps_its_milliseconds_in_any_zone(moment: datetime) -> None:
    kept = from_ms(to_ms(moment))

    assert timedelta(0) <= moment - kept < timedelta(milliseconds=1)
    assert kept.tzinfo is UTC


@given(st.sampled_from(sorted(KINDS)), st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_rubbish_is_no_fact_and_no_crash(kind: str, body: bytes) -> None:
    decode(kind, body)


@given(st.sampled_from([kind for kind in sorted(KINDS) if kind != "act_ended"]), st.data())
def test_a_torn_body_is_no_fact(kind: str, data: st.DataObject) -> None:
    body = encode(data.draw(any_fact(KINDS[kind])))

    assert decode(kind, body[: data.draw(st.integers(0, len(body) - 1))]) is None
