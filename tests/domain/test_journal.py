"""The journal's chain and clock: a change of a past entry shows, and order only grows."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checkin.domain.journal import (
    NO_HASH,
    Entry,
    act_id,
    chain_hash,
    first_seq,
    is_intact,
    next_order,
    sealed,
)

TEXTS = ("stream", "desk", "operator", "act", "kind", "subject")
NUMBERS = ("seq", "order")

names = st.text(st.characters(codec="utf-8"), max_size=12)
entries = st.builds(
    sealed,
    stream=names,
    seq=st.integers(1, 2**40),
    order=st.integers(0, 2**62),
    desk=names,
    operator=names,
    act=names,
    kind=names,
    subject=names,
    body=st.binary(max_size=60),
    prev=st.binary(min_size=32, max_size=32),
)


def an_entry(**parts: Any) -> Entry:  # noqa: ANN401 - any part of an entry
    """The first entry of a stream, sealed."""
    known: dict[str, Any] = {
        "stream": "s", "seq": 1, "order": 100, "desk": "desk", "operator": "CHEA Vanna", "act": "s-1",
        "kind": "registered", "subject": "d1", "body": b"{}", "prev": NO_HASH,
    }  # fmt: skip
    return sealed(**known | parts)


def changed(entry: Entry, **parts: Any) -> Entry:  # noqa: ANN401 - any part of an entry
    """The entry with other parts under its old hash."""
    return replace(entry, **parts)


@given(entries)
def test_a_sealed_entry_is_intact(entry: Entry) -> None:
    assert is_intact(entry)


@given(entries, st.sampled_from(TEXTS), names)
def test_a_changed_text_of_the_header_is_found(entry: Entry, part: str, text: str) -> None:
    assume(text != getattr(entry, part))

    assert not is_intact(changed(entry, **{part: text}))


@given(entries, st.sampled_from(NUMBERS), st.integers(0, 2**62))
def test_a_changed_number_of_the_header_is_found(entry: Entry, part: str, number: int) -> None:
    assume(number != getattr(entry, part))

    assert not is_intact(changed(entry, **{part: number}))


@given(entries, st.sampled_from(["body", "prev", "hash"]), st.data())
def test_any_changed_byte_is_found(entry: Entry, part: str, data: st.DataObject) -> None:
    known: bytes = getattr(entry, part)
    assume(known)
    place = data.draw(st.integers(0, len(known) - 1))
    other = data.draw(st.integers(1, 255)) ^ known[place]

    assert not is_intact(changed(entry, **{part: known[:place] + bytes([other]) + known[place + 1 :]}))


def test_every_part_of_an_entry_is_under_its_hash() -> None:
    assert {field.name for field in fields(Entry)} == {*TEXTS, *NUMBERS, "body", "prev", "hash"}


@pytest.mark.parametrize("mark", ["\x1f", "\0", ",", "-", "1", ""])
@pytest.mark.parametrize(("left", "right"), [("stream", "desk"), ("desk", "operator"), ("kind", "subject")])
def test_no_text_can_move_from_one_part_to_the_next(left: str, right: str, mark: str) -> None:
    one = an_entry(**{left: "A" + mark + "B", right: "C"})
    other = an_entry(**{left: "A", right: "B" + mark + "C"})

    assert one.hash != other.hash


def test_the_chain_still_verifies_when_a_body_has_been_erased_and_its_digest_kept() -> None:
    entry = an_entry(body=b'{"family_name":"SOK"}')
    header = ("s", 1, 100, "desk", "CHEA Vanna", "s-1", "registered", "d1")

    assert chain_hash(NO_HASH, header, hashlib.sha256(b'{"family_name":"SOK"}').digest()) == entry.hash


def test_the_hash_of_an_entry_stays_what_it_is_in_event_files_out_there() -> None:
    assert an_entry().hash.hex() == "f175d7a3fa417e4ef611e3c8fc2c130c31d09bd85a135fcf9d8a0829f875744e"


def test_entries_sort_by_the_clock_then_by_their_stream_then_by_their_number() -> None:
    first, second, third, fourth = (
        an_entry(order=1, stream="z", seq=9),
        an_entry(order=2, stream="a", seq=7),
        an_entry(order=2, stream="b", seq=1),
        an_entry(order=2, stream="b", seq=2),
    )

    assert sorted([fourth, second, third, first], key=lambda entry: entry.place) == [
        first,
        second,
        third,
        fourth,
    ]


# A laptop's clock may jump anywhere between 1970 and 2100, and stand still.
@given(st.lists(st.integers(0, 4_102_444_800_000), min_size=2, max_size=50))
def test_the_clock_that_orders_only_grows_whatever_the_wall_clock_does(wall: list[int]) -> None:
    orders = [0]
    for now_ms in wall:
        orders.append(next_order(now_ms, orders[-1]))

        assert orders[-1] > orders[-2]
        assert orders[-1] >> 16 >= now_ms


def test_the_clock_that_orders_follows_the_wall_clock_when_that_moves_on() -> None:
    assert next_order(5, 0) == 5 << 16
    assert next_order(5, 5 << 16) == (5 << 16) + 1
    assert next_order(4, 5 << 16) == (5 << 16) + 1
    assert next_order(6, 5 << 16) == 6 << 16


def test_every_order_of_this_century_fits_a_column_of_sqlite() -> None:
    assert next_order(4_102_444_800_000, 0) < 2**63


def test_an_act_is_named_after_its_first_entry() -> None:
    assert act_id("stream", 12) == "stream-12"
    assert first_seq("stream-12", "stream") == 12


@pytest.mark.parametrize(
    "act", ["", "-", "12", "other-12", "stream-", "stream-x", "stream-²", "stream--1", "stream-1-2"]
)
def test_an_act_of_another_stream_or_a_text_that_names_none_has_no_first_entry_here(act: str) -> None:
    assert first_seq(act, "stream") is None
