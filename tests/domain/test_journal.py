"""The journal's chain and clock: a change of a past entry shows, and order only grows."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from checkin.domain.journal import (
    LAST_FOLLOWED,
    LAST_ORDER,
    Entry,
    Misfit,
    StreamEnd,
    act_id,
    chain_hash,
    digest_of,
    event_id_of,
    first_prev,
    first_seq,
    is_intact,
    milliseconds_of,
    misfit,
    next_order,
    sealed,
)

TEXTS = ("stream", "desk", "operator", "act", "kind", "subject")
NUMBERS = ("seq", "order")

EVENT = bytes(range(16))
FIRST = first_prev(EVENT)
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
        "stream": "s", "seq": 1, "order": 100, "desk": "desk", "operator": "o1", "act": "s-1",
        "kind": "registered", "subject": "d1", "body": b"{}", "prev": FIRST,
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


@given(entries, st.sampled_from(["body", "digest", "prev", "hash"]), st.data())
def test_any_changed_byte_is_found(entry: Entry, part: str, data: st.DataObject) -> None:
    known: bytes = getattr(entry, part)
    assume(known)
    place = data.draw(st.integers(0, len(known) - 1))
    other = data.draw(st.integers(1, 255)) ^ known[place]

    assert not is_intact(changed(entry, **{part: known[:place] + bytes([other]) + known[place + 1 :]}))


def test_every_part_of_an_entry_is_under_its_hash() -> None:
    assert {field.name for field in fields(Entry)} == {*TEXTS, *NUMBERS, "body", "digest", "prev", "hash"}


@pytest.mark.parametrize("mark", ["\x1f", "\0", ",", "-", "1", ""])
@pytest.mark.parametrize(("left", "right"), [("stream", "desk"), ("desk", "operator"), ("kind", "subject")])
def test_no_text_can_move_from_one_part_to_the_next(left: str, right: str, mark: str) -> None:
    one = an_entry(**{left: "A" + mark + "B", right: "C"})
    other = an_entry(**{left: "A", right: "B" + mark + "C"})

    assert one.hash != other.hash


def test_the_chain_still_verifies_when_a_body_has_been_erased_and_its_digest_kept() -> None:
    entry = an_entry(body=b'{"family_name":"SOK"}')
    header = ("s", 1, 100, "desk", "o1", "s-1", "registered", "d1")

    assert chain_hash(FIRST, header, digest_of(b'{"family_name":"SOK"}')) == entry.hash
    assert is_intact(replace(entry, body=None))
    assert not is_intact(replace(entry, body=None, digest=digest_of(b"{}")))


def test_the_hash_of_an_entry_stays_what_it_is_in_event_files_out_there() -> None:
    assert an_entry().hash.hex() == "09fbfeb04c437553d4b9c2f87a4884f27ca1b402e5200b888455f245b6756cd8"


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


def test_no_wall_clock_leads_to_an_order_that_other_desks_refuse() -> None:
    of_4199 = LAST_FOLLOWED >> 16

    assert next_order(of_4199 - 1, 0) == (of_4199 - 1) << 16
    assert next_order(of_4199 + 1, 0) == next_order(10**18, 0) == LAST_FOLLOWED
    assert next_order(10**18, LAST_FOLLOWED) == LAST_FOLLOWED + 1
    assert LAST_FOLLOWED + 10**9 < LAST_ORDER
    assert milliseconds_of(LAST_ORDER) - milliseconds_of(LAST_FOLLOWED) < 5 * 3_600_000
    assert date(1970, 1, 1) + timedelta(milliseconds=milliseconds_of(LAST_ORDER)) < date(4200, 1, 1)


def test_every_order_of_this_century_fits_a_column_of_sqlite() -> None:
    assert next_order(4_102_444_800_000, 0) < 2**63


def test_an_act_is_named_after_its_first_entry() -> None:
    assert act_id("stream", 12) == "stream-12"
    assert first_seq("stream-12", "stream") == 12
    assert first_seq(f"stream-{'9' * 18}", "stream") == 10**18 - 1


@pytest.mark.parametrize(
    "act",
    [
        "",
        "-",
        "12",
        "stream-0",
        "stream-012",
        "other-12",
        "stream-",
        "stream-x",
        "stream-²",
        "stream--1",
        "stream-1-2",
        pytest.param(f"stream-{10**18}", id="more digits than a file holds"),
        pytest.param(f"stream-{'9' * 5000}", id="more digits than a number may have"),
    ],
)
def test_an_act_of_another_stream_or_a_text_that_names_none_has_no_first_entry_here(act: str) -> None:
    assert first_seq(act, "stream") is None


# ---------------------------------------------------------------------------------------------- what fits to a stream


def test_the_id_of_an_event_is_that_of_its_key_and_of_no_other() -> None:
    key = bytes(range(32))

    assert event_id_of(key).hex() == "8e5a4c1476d1769f2404ec00ceed6a60"
    assert len({event_id_of(key), event_id_of(bytes(32)), key[:16]}) == 3
    assert first_prev(event_id_of(key)) != first_prev(event_id_of(bytes(32)))


def the_second(**parts: Any) -> Entry:  # noqa: ANN401 - any part of an entry
    """The entry that follows the first one of the stream."""
    return an_entry(**{"seq": 2, "order": 101, "prev": an_entry().hash, "act": "s-2", **parts})


END = StreamEnd("desk", 1, 100, an_entry().hash)


def only_the_first(seq: int) -> bool:
    """Whether the entry with this seq begins an act."""
    return seq == 1


def test_entries_that_follow_each_other_fit() -> None:
    begin = StreamEnd.before_the_first(an_entry(), EVENT)

    assert misfit(begin, an_entry(), only_the_first) is None
    assert begin.after(an_entry()) == END
    assert misfit(END, the_second(), only_the_first) is None
    assert misfit(END, the_second(act="s-1"), only_the_first) is None
    assert misfit(begin, an_entry(order=0), only_the_first) is None
    assert misfit(END, the_second(order=LAST_ORDER), only_the_first) is None


def test_the_first_entry_of_another_event_does_not_fit() -> None:
    begin = StreamEnd.before_the_first(an_entry(), bytes(16))

    assert misfit(begin, an_entry(), only_the_first) is Misfit.OTHER_EVENT


def test_no_entry_lies_before_all_time() -> None:
    begin = StreamEnd.before_the_first(an_entry(), EVENT)

    assert misfit(begin, an_entry(order=-1), only_the_first) is Misfit.DISORDER


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        pytest.param(the_second(seq=3), Misfit.GAP, id="one is missing"),
        pytest.param(the_second(seq=1, act="s-1"), Misfit.GAP, id="it stands there already"),
        pytest.param(replace(the_second(), subject="d2"), Misfit.CHANGED, id="its header was changed"),
        pytest.param(replace(the_second(), body=b"{ }"), Misfit.CHANGED, id="its body was changed"),
        pytest.param(the_second(prev=FIRST), Misfit.FORK, id="another stood before it"),
        pytest.param(the_second(order=100), Misfit.DISORDER, id="it is no later"),
        pytest.param(the_second(order=LAST_ORDER + 1), Misfit.DISORDER, id="nothing could come after it"),
        pytest.param(the_second(desk="other"), Misfit.DISORDER, id="another desk wrote it"),
        pytest.param(the_second(act="s-3"), Misfit.DISORDER, id="its act begins later"),
        pytest.param(the_second(act="t-1"), Misfit.DISORDER, id="its act is another stream's"),
    ],
)
def test_what_does_not_follow_does_not_fit(entry: Entry, why: Misfit) -> None:
    assert misfit(END, entry, only_the_first) is why


def test_an_entry_belongs_to_no_act_that_begins_with_an_entry_of_another_act() -> None:
    end = END.after(the_second(act="s-1"))
    third = an_entry(seq=3, order=102, prev=end.hash, act="s-2")

    assert misfit(end, third, only_the_first) is Misfit.DISORDER
    assert misfit(end, third, lambda seq: seq <= 2) is None
