"""Undo: which acts can be taken back when the desk walks back through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.admission import Admitted, ExitAlert, Left, Refusal, Refused
from checkin.domain.delegates import Field
from checkin.domain.facts import (
    ActBegun,
    ActEnded,
    Arrived,
    BadgePrinted,
    BadgeRevoked,
    Corrected,
    Defined,
    LongAct,
    Named,
    OperatorNamed,
    Registered,
    Undone,
)
from checkin.domain.things import WITHDRAWN, Thing
from checkin.domain.undoing import OF_PEOPLE, MadeOn, Reach, can_be_undone, made_on, persons_of
from tests.domain.examples import NEW_BADGE, a_scan, at, issued

if TYPE_CHECKING:
    from checkin.domain.facts import Fact

MADE = Defined(Thing.EVENT, "", {WITHDRAWN: False, "zone": "UTC"})
ROOM = Defined(Thing.ROOM, "mekong", {"capacity": 3})
CATEGORY = Defined(Thing.CATEGORY, "P", {WITHDRAWN: True})
CAPACITY = Defined(Thing.SESSION, "opening", {"capacity": 3})
PRINTED = BadgePrinted(NEW_BADGE, at(0))
REGISTERED = Registered("d1", {Field.FAMILY_NAME: "SOK"})


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param([REGISTERED], id="a registration"),
        pytest.param([Corrected("d1", {Field.PHONE: ""})], id="a correction"),
        pytest.param([Arrived("d1", at(0), "desk 1")], id="an arrival"),
        pytest.param(
            [Arrived("d1", at(0), "desk 1"), issued(), PRINTED], id="an arrival with its badge, printed"
        ),
        pytest.param([issued()], id="an issue"),
        pytest.param([BadgeRevoked(NEW_BADGE)], id="a revocation"),
        pytest.param([a_scan(0, Admitted())], id="an admission"),
        pytest.param([a_scan(0, Left())], id="an exit"),
        pytest.param([a_scan(0, Left(ExitAlert.BLOCKED))], id="an exit of a blocked person"),
        pytest.param([CAPACITY], id="a session's capacity"),
        pytest.param([Defined(Thing.EVENT, "", {"zone": "UTC"})], id="a change of the event itself"),
        pytest.param([Named("d1", "opening", withdrawn=False)], id="an invitation"),
        pytest.param([Defined(Thing.ROOM, "mekong", {WITHDRAWN: False})], id="a room that is made"),
        pytest.param([ActBegun(LongAct.IMPORT), REGISTERED, ActEnded()], id="an import"),
    ],
)
def test_what_had_an_effect_can_be_undone(facts: list[Fact]) -> None:
    assert can_be_undone(facts)
    assert can_be_undone(iter(facts))


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param([], id="nothing"),
        pytest.param([a_scan(0, Refused(Refusal.FULL))], id="a refused scan"),
        pytest.param([a_scan(0, Left(ExitAlert.NO_ENTRY))], id="an exit of somebody who never entered"),
        pytest.param([PRINTED], id="paper"),
        pytest.param([ActBegun(LongAct.IMPORT), ActEnded()], id="an import that brought nothing"),
        pytest.param([Undone("stream-1")], id="an undo"),
        pytest.param([OperatorNamed("o1", "CHEA Vanna")], id="an operator's name"),
        pytest.param([MADE, CAPACITY], id="the event's beginning"),
    ],
)
def test_what_had_none_is_passed_over(facts: list[Fact]) -> None:
    assert not can_be_undone(facts)


SCAN = a_scan(0, Admitted())
ARRIVALS = [Arrived(f"d{n}", at(0), "desk 1") for n in range(6)]


@pytest.mark.parametrize(
    ("facts", "page"),
    [
        pytest.param([ARRIVALS[0]], MadeOn.ARRIVALS, id="an arrival"),
        pytest.param([ARRIVALS[0], issued()], MadeOn.ARRIVALS, id="an arrival with its badge"),
        pytest.param(ARRIVALS, MadeOn.ARRIVALS, id="a delegation's arrival"),
        pytest.param([REGISTERED, Arrived("d1", at(0), "desk 1"), issued()], MadeOn.ARRIVALS, id="a walk-in"),
        pytest.param([Corrected("d1", {Field.PHONE: ""})], MadeOn.ARRIVALS, id="a correction"),
        pytest.param([issued(), BadgeRevoked(NEW_BADGE)], MadeOn.ARRIVALS, id="another badge"),
        pytest.param([BadgeRevoked(NEW_BADGE)], MadeOn.ARRIVALS, id="a revocation"),
        pytest.param([CAPACITY], MadeOn.PROGRAMME, id="a change of the programme"),
        pytest.param([CAPACITY, ROOM], MadeOn.EVENT, id="a room with its sessions"),
        pytest.param(
            [CATEGORY, CAPACITY, Corrected("d1", {"category": "P"})], MadeOn.EVENT, id="a category that goes"
        ),
        pytest.param([BadgeRevoked(NEW_BADGE)] * 2, MadeOn.ELSEWHERE, id="several revocations"),
        pytest.param([SCAN], MadeOn.DOOR, id="a scan"),
        pytest.param([ActBegun(LongAct.IMPORT), REGISTERED], MadeOn.IMPORT, id="an import"),
        pytest.param([ActBegun(LongAct.ISSUE), issued()], MadeOn.ELSEWHERE, id="badges of many"),
        pytest.param([ActBegun(LongAct.PRINT), PRINTED], MadeOn.ELSEWHERE, id="a print run"),
        pytest.param(
            [Corrected("d1", {Field.PHONE: ""}), Corrected("d2", {Field.PHONE: ""})],
            MadeOn.ELSEWHERE,
            id="a change of many",
        ),
        pytest.param(
            [ActBegun(LongAct.CHANGE), Corrected("d1", {Field.PHONE: ""})],
            MadeOn.PEOPLE,
            id="one change of many",
        ),
        pytest.param(
            [
                Corrected("d1", {Field.STATUS: "excused", Field.REPRESENTED_BY: "d2"}),
                Corrected("d2", {Field.HEAD_OF_DELEGATION: True}),
            ],
            MadeOn.ARRIVALS,
            id="a substitution",
        ),
        pytest.param(
            [Corrected("d1", {Field.PRECEDENCE: 1}), Corrected("d2", {Field.PRECEDENCE: 2.5})],
            MadeOn.DELEGATIONS,
            id="a move in the order of precedence",
        ),
        pytest.param([REGISTERED, Registered("d2", {})], MadeOn.ELSEWHERE, id="registrations of many"),
        pytest.param([Undone("stream-1")], MadeOn.ELSEWHERE, id="an undo"),
        pytest.param([], MadeOn.ELSEWHERE, id="nothing"),
    ],
)
def test_an_act_is_taken_back_on_the_page_where_it_is_made(facts: list[Fact], page: MadeOn) -> None:
    assert made_on(iter(facts)) is page
    for each in set(MadeOn) - {MadeOn.PEOPLE}:
        assert Reach(each, frozenset({SCAN.session})).holds(facts) is (each is page)


@pytest.mark.parametrize(
    ("facts", "is_held"),
    [
        pytest.param([ActBegun(LongAct.CHANGE), Corrected("d1", {})], True, id="one change of many"),
        pytest.param([Corrected("d1", {Field.PHONE: ""})], True, id="a correction"),
        pytest.param([REGISTERED], True, id="a registration"),
        pytest.param([Corrected("d1", {}), Corrected("d2", {})], False, id="corrections of two"),
        pytest.param([REGISTERED, Arrived("d1", at(0), "desk 1")], False, id="a walk-in"),
        pytest.param([ActBegun(LongAct.IMPORT), REGISTERED], False, id="an import"),
        pytest.param([], False, id="nothing"),
    ],
)
def test_the_people_page_takes_back_changes_of_many_and_what_a_form_of_one_person_did(
    facts: list[Fact], *, is_held: bool
) -> None:
    assert OF_PEOPLE.holds(facts) is is_held


@given(st.lists(st.sampled_from([REGISTERED, Corrected("d2", {}), CAPACITY, issued()]), min_size=1))
def test_no_change_of_several_persons_without_their_arrival_is_undone_at_arrivals(facts: list[Fact]) -> None:
    if len(persons_of(facts)) > 1 or CAPACITY in facts:
        assert made_on(facts) is (MadeOn.PROGRAMME if CAPACITY in facts else MadeOn.ELSEWHERE)
    else:
        assert made_on(facts) is MadeOn.ARRIVALS


def test_a_door_takes_back_only_what_it_did_for_its_sessions() -> None:
    assert Reach(MadeOn.DOOR, frozenset({SCAN.session})).holds([SCAN])
    assert not Reach(MadeOn.DOOR, frozenset({"another"})).holds([SCAN])
    assert not Reach(MadeOn.DOOR).holds([SCAN])


def test_every_act_of_a_page_begins_with_a_kind_that_is_looked_for() -> None:
    for facts in (
        [ARRIVALS[0]],
        [REGISTERED],
        [SCAN],
        [ActBegun(LongAct.IMPORT)],
        [BadgeRevoked(NEW_BADGE)],
        [ActBegun(LongAct.CHANGE)],
    ):
        assert facts[0].kind in Reach(made_on(facts)).kinds  # type: ignore[attr-defined]


def test_the_order_of_delegations_is_taken_back_on_the_two_pages_that_change_it() -> None:
    order = [Defined(Thing.DELEGATION, "LAO", {"order": 2}), Defined(Thing.DELEGATION, "JPN", {"order": 1})]
    quota = [Defined(Thing.DELEGATION, "LAO", {"order": 2, "quota": 5})]

    assert Reach(MadeOn.EVENT).holds(order)
    assert Reach(MadeOn.DELEGATIONS).holds(order)
    assert not Reach(MadeOn.DELEGATIONS).holds(quota)
    assert not Reach(MadeOn.DELEGATIONS).holds([])
