"""What ties by the clock, comes early, late or half: the same at every desk, whatever came in first."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from checkin.domain import journal
from checkin.domain.facts import BadgeIssued, Corrected, Defined, LongAct, OperatorNamed, Registered, Undone
from checkin.domain.things import Thing
from checkin.storage import acts, definitions, delegates, long_acts, own, projection
from checkin.storage.codec import encode
from checkin.storage.event_file import EventFile
from checkin.storage.moments import to_ms
from tests.storage.stories import (
    START,
    Desks,
    a_registration,
    a_scan,
    effect,
    entries,
    findings,
    recorded,
    tables,
    undone,
)
from tests.storage.test_laws import some_desks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.domain.facts import Fact
    from checkin.domain.journal import Entry
    from tests.storage.stories import Tables


@pytest.fixture
def desks(template: Path) -> Iterator[Desks]:
    with some_desks(template) as known:
        yield known


def an_act(
    stream: str, order: int, *facts: Fact, file: EventFile, seq: int = 1, prev: bytes = b""
) -> list[Entry]:
    """One act of a stream, whose first entry lies there by the clock."""
    known: list[Entry] = []
    before = prev or journal.first_prev(own.event_id(file.database))
    for n, fact in enumerate(facts):
        entry = journal.sealed(
            stream=stream, seq=seq + n, order=order + n, desk=f"desk of {stream}", operator="o1",
            act=journal.act_id(stream, seq), kind=fact.kind, subject=fact.subject, body=encode(fact), prev=before,
        )  # fmt: skip
        before = entry.hash
        known.append(entry)
    return known


def tables_after(desks: Desks, *acts_in_turn: list[Entry]) -> Tables:
    """What a desk knows that these acts have come to, in this order."""
    file = desks.another().file
    for act in acts_in_turn:
        file.receive(act)
    assert findings(file) == []
    return tables(file.database)


def the_same_in_every_order(desks: Desks, *known: list[Entry]) -> Tables:
    """What all desks know, in whatever order the acts came in."""
    all_tables = [tables_after(desks, *turn) for turn in permutations(known)]

    assert all(each == all_tables[0] for each in all_tables)
    return all_tables[0]


NOW = 1_789_000_000_001 << 16


def test_of_two_corrections_at_one_moment_the_one_of_the_later_stream_stands(desks: Desks) -> None:
    file = desks.another().file
    known = the_same_in_every_order(
        desks,
        an_act("a", NOW, Registered("d1", {"family_name": "SOK"}), file=file),
        an_act("b", NOW + 9, Corrected("d1", {"phone": "1", "diet": "halal"}), file=file),
        an_act("c", NOW + 9, Corrected("d1", {"phone": "2"}), file=file),
    )

    (row,) = known["delegates"]
    assert {"2", "halal"} <= set(row)
    assert "1" not in row


def test_of_two_delegates_who_got_one_code_at_one_moment_it_is_the_earlier_streams(desks: Desks) -> None:
    file = desks.another().file
    known = the_same_in_every_order(
        desks,
        an_act("a", NOW, a_registration("d1"), a_registration("d2"), file=file),
        an_act("b", NOW + 9, BadgeIssued("B1", "d2", START), file=file),
        an_act("c", NOW + 9, BadgeIssued("B1", "d1", START), file=file),
    )

    assert [row[:2] for row in known["badges"]] == [("B1", "d2")]


def test_of_two_definitions_at_one_moment_the_one_of_the_later_stream_stands(desks: Desks) -> None:
    file = desks.another().file
    known = the_same_in_every_order(
        desks,
        an_act("b", NOW, Defined(Thing.ROOM, "mekong", {"name": "Bayon", "capacity": 3}), file=file),
        an_act("c", NOW, Defined(Thing.ROOM, "mekong", {"name": "Chaktomuk"}), file=file),
    )

    assert ("room", "mekong", "name", '"Chaktomuk"') in known["definitions"]
    assert ("room", "mekong", "capacity", "3") in known["definitions"]


def test_of_two_names_of_an_operator_at_one_moment_the_one_of_the_later_stream_stands(desks: Desks) -> None:
    file = desks.another().file
    known = the_same_in_every_order(
        desks,
        an_act("b", NOW, OperatorNamed("o1", "Bopha"), file=file),
        an_act("c", NOW, OperatorNamed("o1", "Chan"), file=file),
    )

    assert ("o1", "Chan") in known["operators"]


def test_delegates_registered_at_one_moment_stand_in_one_order_at_every_desk(desks: Desks) -> None:
    file = desks.another().file
    known = the_same_in_every_order(
        desks,
        an_act("b", NOW, a_registration("d9"), a_registration("d1"), file=file),
        an_act("c", NOW, a_registration("d5"), file=file),
        an_act("a", NOW, a_registration("d7"), file=file),
    )

    assert known["order"] == [("d7",), ("d9",), ("d5",), ("d1",)]


# ------------------------------------------------------------------------------------------------------------- undo


def undo_of(act: list[Entry], order: int, file: EventFile) -> list[Entry]:
    return an_act("u", order, Undone(act[0].act), file=file)


@pytest.mark.parametrize("after", [-1, 0, 1])
def test_an_undo_counts_only_when_it_is_later_than_the_beginning_of_its_act(desks: Desks, after: int) -> None:
    file = desks.another().file
    act = an_act("a", NOW, a_registration("d1"), a_registration("d2"), file=file)
    known = the_same_in_every_order(desks, act, undo_of(act, NOW + after, file))

    assert [row[0] for row in known["delegates"]] == ([] if after > 0 else ["d1", "d2"])


def test_an_undo_that_was_early_and_counts_not_yet_leaves_what_comes_later_alone(desks: Desks) -> None:
    file = desks.another().file
    act = an_act("a", NOW, a_registration("d1"), file=file)
    early = undo_of(act, NOW - 1, file)
    late = desks.another().file
    late.receive(early)
    assert projection.is_undone(late.database, act[0].act)

    late.receive(act)

    assert not projection.is_undone(late.database, act[0].act)
    assert [each.delegate.id for each in delegates.everybody(late.database)] == ["d1"]
    assert findings(late) == []


def test_an_undo_that_is_not_an_act_of_its_own_counts_for_nothing(desks: Desks) -> None:
    file = desks.another().file
    act = an_act("a", NOW, a_registration("d1"), file=file)
    inside = an_act("b", NOW + 1, a_registration("d2"), Undone(act[0].act), file=file)
    known = the_same_in_every_order(desks, act, inside)

    assert [row[0] for row in known["delegates"]] == ["d1", "d2"]


def test_an_undo_that_names_an_entry_inside_an_act_does_the_same_in_whatever_order_it_comes(
    desks: Desks,
) -> None:
    file = desks.another().file
    act = an_act("a", NOW, a_registration("d1"), a_registration("d2"), file=file)
    inside = an_act("u", NOW - 1, Undone(journal.act_id("a", 2)), file=file)
    known = the_same_in_every_order(desks, act, inside)

    assert [row[0] for row in known["delegates"]] == ["d1", "d2"]


def test_undos_of_undos_end_in_whatever_order_they_come(desks: Desks) -> None:
    file = desks.another().file
    act = an_act("a", NOW, a_registration("d1"), file=file)
    undo = an_act("b", NOW + 1, Undone(act[0].act), file=file)
    again = an_act("c", NOW + 2, Undone(undo[0].act), file=file)
    round_about = an_act("d", NOW + 3, Undone("d-1"), file=file)
    known = the_same_in_every_order(desks, act, undo, again, round_about)

    assert [row[0] for row in known["delegates"]] == ["d1"]


def test_a_half_undo_that_is_brought_back_is_brought_back_from_the_beginning(file: EventFile) -> None:
    people = [a_registration(f"e{n}") for n in range(450)]
    act = long_acts.record(file, LongAct.IMPORT, people, "Dara", lambda _: None)
    before = effect(tables(file.database))
    undo = recorded(file, Undone(act))
    with file.transaction():
        assert projection.drain(file.database, 300)
    assert len(list(delegates.everybody(file.database))) < 450

    undone(file, undo)

    assert effect(tables(file.database)) == before
    assert findings(file) == []


# ------------------------------------------------------------------------------------------------------ field by field


def test_two_desks_who_change_two_fields_of_a_session_both_keep_their_change(desks: Desks) -> None:
    first, second = desks.another(), desks.another()
    recorded(first.file, Defined(Thing.SESSION, "opening", {"room": "Bayon"}))
    recorded(
        second.file, Defined(Thing.SESSION, "opening", {"capacity": 40, "open_to": "some", "open_to.P": True})
    )
    first.file.receive(entries(second.file))
    second.file.receive(entries(first.file))

    session = first.file.event.sessions["opening"]
    assert (str(session.room), session.capacity, session.open_to) == ("Bayon", 40, {"P"})
    assert second.file.event == first.file.event


def test_a_default_that_is_set_is_written_and_wins_over_what_was_there(desks: Desks) -> None:
    first, second = desks.another(), desks.another()
    recorded(first.file, Defined(Thing.SESSION, "opening", {"capacity": 40, "re_entry": False}))
    second.file.receive(entries(first.file))
    second.clock.now += 1
    recorded(second.file, Defined(Thing.SESSION, "opening", {"capacity": None, "re_entry": True}))
    first.file.receive(entries(second.file))

    session = first.file.event.sessions["opening"]
    assert (session.capacity, session.re_entry) == (None, True)


def test_a_merge_after_which_a_session_never_opens_is_told_and_stops_nothing(desks: Desks) -> None:
    first, second = desks.another(), desks.another()
    start = to_ms(first.file.event.sessions["opening"].start)
    recorded(first.file, Defined(Thing.SESSION, "opening", {"doors_open": start + 7_200_000}))
    recorded(second.file, Defined(Thing.SESSION, "opening", {"last_entry": start}))
    assert second.file.receive([]) is None

    notice = second.file.receive(entries(first.file))

    assert notice is not None
    assert "opening" in notice.message
    second.reopen()
    assert str(second.file.notice) == str(notice)
    recorded(second.file, Defined(Thing.SESSION, "opening", {"last_entry": None, "doors_open": None}))
    assert second.file.receive([]) is None


def test_what_was_withdrawn_and_is_named_again_has_its_fields_again(file: EventFile) -> None:
    recorded(file, Defined(Thing.SESSION, "opening", {"capacity": 40, "withdrawn": True}))
    assert [session.code for session in file.event.sessions_by_time()] == ["topic1"]
    assert file.event.sessions["opening"].withdrawn
    recorded(file, Defined(Thing.CATEGORY, "P", {"withdrawn": True}))
    assert file.event.categories == {}

    recorded(file, Defined(Thing.SESSION, "opening", {"withdrawn": False}))

    assert file.event.sessions["opening"].capacity == 40
    assert not file.event.sessions["opening"].withdrawn


def test_a_session_whose_making_was_undone_is_gone_though_somebody_has_changed_it(file: EventFile) -> None:
    made = recorded(
        file, Defined(Thing.SESSION, "gala", {"withdrawn": False, "time": (1, 2), "title": "Gala"})
    )
    recorded(file, Defined(Thing.SESSION, "gala", {"capacity": 40}))
    assert "gala" in file.event.sessions

    undo = undone(file, made)

    assert "gala" not in file.event.sessions
    undone(file, undo)
    assert file.event.sessions["gala"].capacity == 40
    assert definitions.of_thing(file.database, Thing.SESSION, "gala")["time"] == (1, 2)


# ------------------------------------------------------------------------------------------------------- who has acted


def test_an_operators_name_stands_once_in_the_whole_journal(file: EventFile) -> None:
    with file.transaction():
        file.append([a_registration("d1")], "KEO Bopha")
    for n in range(3):
        with file.transaction():
            file.append([a_scan("B1", n)], "KEO Bopha")
    again = EventFile.open(file.path, "desk1")
    with again, again.transaction():
        again.append([a_scan("B2")], "KEO Bopha")

    holding = [entry.kind for entry in entries(file) if b"Bopha" in (entry.body or b"")]
    assert holding == ["operator_named"]
    operators = {entry.operator for entry in entries(file) if entry.kind == "scanned"}
    assert len(operators) == 1
    assert not any("Bopha" in entry.operator for entry in entries(file))
    assert {act.operator for act in acts.newest_first(file.database, "desk1")} == {"KEO Bopha", "Dara"}


def test_nobody_is_named_where_an_act_was_taken_back(file: EventFile) -> None:
    def fail() -> None:
        with file.transaction():
            file.append([a_registration("d1")], "KEO Bopha")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with file.transaction():
        file.append([a_registration("d2")], "KEO Bopha")

    assert sum(entry.kind == "operator_named" for entry in entries(file)) == 2
    assert next(acts.newest_first(file.database, "desk1")).operator == "KEO Bopha"
    assert findings(file) == []


def test_an_operator_whose_name_is_empty_now_is_nobody(file: EventFile) -> None:
    recorded(file, OperatorNamed("o8", "Bopha"), OperatorNamed("o9", "Vuthy"))
    known = acts.operators(file.database)

    recorded(file, OperatorNamed("o9", ""))

    assert known["o9"] == "Vuthy"
    assert acts.operators(file.database) == {each: name for each, name in known.items() if each != "o9"}
    assert findings(file) == []


def test_an_undo_takes_no_name_away(file: EventFile) -> None:
    named = next(entry for entry in entries(file) if entry.kind == "operator_named")

    undone(file, named.act)

    assert acts.operators(file.database) == {named.operator: "Dara"}
    assert findings(file) == []


def test_an_act_without_an_operator_names_nobody(file: EventFile) -> None:
    with file.transaction():
        file.append([a_registration("d1")], "")

    assert next(acts.newest_first(file.database, "desk1")).operator == ""
    assert sum(entry.kind == "operator_named" for entry in entries(file)) == 1
