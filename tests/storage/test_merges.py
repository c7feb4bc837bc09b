"""The laws of merges: whatever desks merge, separate and undo, in whatever order they hear of it, they end equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkin.domain.delegates import Field
from checkin.domain.facts import Arrived, BadgeIssued, BadgeRevoked, Corrected, Named, Scanned
from checkin.domain.naming import Answer
from checkin.domain.pair_facts import Merged, Separated
from checkin.domain.presence import Direction
from checkin.storage import delegates, merged, refolding
from checkin.text import query_words, ticket_key
from tests.storage.stories import (
    DETAILS,
    VERDICTS,
    a_registration,
    a_scan,
    all_entries,
    at,
    effect,
    entries,
    findings,
    recorded,
    tables,
    undone,
)
from tests.storage.test_laws import Records, TakesBack, Tells, interleaved, played, rebuilt, some_desks

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.domain.facts import Fact
    from checkin.storage.event_file import EventFile
    from tests.storage.test_laws import Step

PEOPLE = ("d1", "d2", "d3", "d4", "d5")
_person = st.sampled_from(PEOPLE)
_code = st.sampled_from(["B1", "B2", "B3"])
_moment = st.integers(-60, 120).map(at)
_door = st.sampled_from(["opening", "topic1"])
MERGES: st.SearchStrategy[Fact] = st.builds(Merged, _person, _person)
HAPPENINGS: st.SearchStrategy[Fact] = (
    MERGES
    | MERGES
    | st.builds(Separated, _person, _person)
    | st.builds(lambda who, more: a_registration(who, **more), _person, st.just({Field.REFERENCE: "R1"}))
    | st.builds(Corrected, _person, DETAILS)
    | st.builds(Arrived, _person, _moment, st.just("desk 1"))
    | st.builds(BadgeIssued, _code, _person, _moment)
    | st.builds(BadgeRevoked, _code)
    | st.builds(Scanned, _door, _code, st.just(""), st.just(Direction.AUTO), VERDICTS, _moment, st.just("door 1"))
    | st.builds(Scanned, _door, st.just(""), _person, st.just(Direction.IN), VERDICTS, _moment, st.just("door 1"))
    | st.builds(Named, _person, _door, st.sampled_from(Answer), st.sampled_from(["A1", ""]), st.just(2), st.just(False))
)  # fmt: skip
_desk = st.integers(0, 2)
STEPS: st.SearchStrategy[Step] = (
    st.builds(Records, _desk, st.lists(HAPPENINGS, min_size=1, max_size=3))
    | st.builds(Records, _desk, st.lists(HAPPENINGS, min_size=1, max_size=3))
    | st.builds(TakesBack, _desk, st.integers(0, 100))
    | st.builds(Tells, _desk, _desk)
)
EVERYBODY: Step = Records(0, [a_registration(who, f"SOK {who}", reference=who) for who in PEOPLE])


def end_equal(template: Path, count: int, story: list[Step], data: st.DataObject) -> None:
    """Whatever the order in which so many desks hear of the story, their tables are those of a rebuild."""
    with some_desks(template) as desks:
        files = played([EVERYBODY, *story], desks, count)
        streams = all_entries(files)
        expected = rebuilt(streams, desks)
        for file in files:
            for piece in interleaved(streams, data):
                file.receive(piece)

            assert tables(file.database) == expected
            assert findings(file) == []


@settings(max_examples=20)
@given(count=st.sampled_from([2, 3]), story=st.lists(STEPS, min_size=1, max_size=14), data=st.data())
def test_desks_that_merge_and_undo_end_equal(
    template: Path, count: int, story: list[Step], data: st.DataObject
) -> None:
    end_equal(template, count, story, data)


@pytest.mark.long
@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(count=st.sampled_from([2, 3]), story=st.lists(STEPS, min_size=6, max_size=30), data=st.data())
def test_desks_that_merge_and_undo_end_equal_in_five_hundred_stories(
    template: Path, count: int, story: list[Step], data: st.DataObject
) -> None:
    end_equal(template, count, story, data)


@settings(max_examples=30)
@given(
    before=st.lists(HAPPENINGS, max_size=8),
    merges=st.lists(st.builds(Merged, _person, _person), min_size=1, max_size=6),
)
def test_when_every_merge_is_undone_everybody_has_what_was_theirs(
    template: Path, before: list[Fact], merges: list[Merged]
) -> None:
    with some_desks(template) as desks:
        file = desks.another().file
        recorded(file, *(a_registration(who, reference=who) for who in PEOPLE))
        for fact in before:
            if not isinstance(fact, Merged):
                recorded(file, fact)
        apart = effect(tables(file.database))
        acts = [recorded(file, merge) for merge in merges]
        for act in (*acts[::2], *acts[1::2]):
            undone(file, act)

        assert effect(tables(file.database)) == apart
        assert findings(file) == []


# ---------------------------------------------------------------------------------------------------- by hand


@pytest.fixture
def two(file: EventFile) -> EventFile:
    """An event in which SOK is registered twice, with one badge each."""
    recorded(file, a_registration("d1", "SOK", reference="R1", position="Director"))
    recorded(
        file, a_registration("d2", "Sokh", given_name="Sopheap", reference="R2", phone="12", ticket="T-2")
    )
    recorded(file, BadgeIssued("B1", "d1", at(-40)), Arrived("d1", at(-40), "desk 1"))
    recorded(file, BadgeIssued("B2", "d2", at(-30)))
    return file


def person(file: EventFile, delegate: str = "d1") -> dict[str, object]:
    known = delegates.by_id(file.database, delegate)
    assert known is not None
    return {"id": known.delegate.id, **known.delegate.details()}


def test_the_kept_ones_fields_stand_and_empty_ones_are_filled_from_the_other(two: EventFile) -> None:
    recorded(two, Merged("d1", "d2"))

    one = person(two)
    assert (one["family_name"], one.get("given_name")) == ("SOK", None)  # half a name of the other is no name
    assert (one["reference"], one["phone"], one["position"]) == ("R1", "12", "Director")
    assert person(two, "d2") == one
    assert [each.delegate.id for each in delegates.everybody(two.database)] == ["d1"]


def test_both_references_tickets_badges_and_names_find_the_one_who_was_kept(two: EventFile) -> None:
    recorded(two, Merged("d1", "d2"))
    database = two.database
    found = (
        delegates.by_reference(database, "R1"),
        delegates.by_reference(database, "R2"),
        delegates.with_ticket(database, ticket_key("T-2")),
        delegates.search(database, query_words("Sopheap"), 9),
        delegates.search(database, query_words("sok"), 9),
        delegates.with_code_beginning(database, "B1", 9),
        delegates.with_code_beginning(database, "B2", 9),
    )

    assert [[each.delegate.id for each in some] for some in found] == [["d1"]] * len(found)
    assert findings(two) == []


def test_a_choice_at_the_merge_and_what_is_recorded_later_under_either_id_are_the_persons(
    two: EventFile,
) -> None:
    act = recorded(two, Merged("d1", "d2"), Corrected("d1", {Field.FAMILY_NAME: "Sokh"}))
    recorded(two, Corrected("d2", {Field.POSITION: "Minister"}))
    recorded(two, Arrived("d2", at(-50), "desk 2"))

    one = delegates.by_id(two.database, "d2")
    assert one is not None
    assert (one.delegate.family_name, one.delegate.position) == ("Sokh", "Minister")
    assert one.arrivals.desk is not None
    assert one.arrivals.desk.at == at(-50)
    undone(two, act)
    assert (person(two)["family_name"], person(two)["position"]) == ("SOK", "Director")
    assert person(two, "d2")["position"] == "Minister"
    assert findings(two) == []


def test_two_open_stays_in_one_session_are_one_and_come_apart_again_after_further_scans(
    two: EventFile,
) -> None:
    recorded(two, a_scan("B1", 0))
    recorded(two, a_scan("B2", 1))
    act = recorded(two, Merged("d1", "d2"))
    (merged_inside,) = two.database.rows("SELECT inside, entered FROM occupancy")
    recorded(two, a_scan("B2", 5, session="topic1"))

    undone(two, act)

    assert merged_inside == (1, 1)
    assert two.database.rows("SELECT person, session FROM stays ORDER BY 1, 2") == [
        ("d1", "opening"),
        ("d2", "opening"),
        ("d2", "topic1"),
    ]
    assert two.database.rows("SELECT inside, entered FROM occupancy ORDER BY session") == [(2, 2), (1, 1)]
    assert findings(two) == []


def test_the_id_of_a_set_is_the_one_that_its_earliest_standing_merge_has_kept(two: EventFile) -> None:
    recorded(two, a_registration("d3", "CHEA"))
    first = recorded(two, Merged("d1", "d2"))
    second = recorded(two, Merged("d3", "d1"))
    cycle = recorded(two, Merged("d2", "d3"))

    def ids() -> set[str]:
        return {merged.kept(two.database, each) for each in ("d1", "d2", "d3")}

    assert ids() == {"d1"}
    undone(two, first)
    assert ids() == {"d3"}
    undone(two, second)
    assert ids() == {"d1", "d2"}
    undone(two, cycle)
    assert ids() == {"d1", "d2", "d3"}
    assert findings(two) == []


def test_whoever_names_one_of_two_names_the_one_who_was_kept_until_the_undo(two: EventFile) -> None:
    recorded(two, a_registration("d3", "CHEA", accompanies="d2"))
    recorded(two, Corrected("d1", {Field.ACCOMPANIES: "d2"}))
    act = recorded(two, Merged("d1", "d2"))

    assert person(two, "d3")["accompanies"] == "d1"
    assert "accompanies" not in person(two)  # nobody accompanies themself
    undone(two, act)
    assert person(two, "d3")["accompanies"] == "d2"
    assert person(two)["accompanies"] == "d2"


def test_an_undone_registration_gives_way_to_the_one_that_stands(two: EventFile) -> None:
    recorded(two, Merged("d1", "d2"))
    act = next(each.act for each in entries(two) if (each.kind, each.subject) == ("registered", "d1"))
    undone(two, act)

    assert person(two)["family_name"] == "Sokh"
    assert person(two)["id"] == "d1"
    assert findings(two) == []


def test_a_file_with_merges_folded_anew_is_the_same(two: EventFile) -> None:
    recorded(two, Merged("d1", "d2"), Separated("d2", "d3"))
    expected = tables(two.database)
    refolding.fold_anew(two.database)

    assert tables(two.database) == expected
