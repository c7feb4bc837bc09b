"""Folding: what facts add up to for one person, in the order of the clock and whatever was undone or came late."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.admission import Admitted, ExitAlert, Left, Note, Refusal, Refused
from checkin.domain.badges import Badge, Revocation
from checkin.domain.delegates import Arrival, Arrivals, Field, Status
from checkin.domain.facts import (
    ActBegun,
    ActEnded,
    Arrived,
    BadgePrinted,
    BadgeRevoked,
    Corrected,
    Defined,
    DoorsSet,
    LongAct,
    OperatorNamed,
    Registered,
    Undone,
)
from checkin.domain.folding import (
    Person,
    Standing,
    after_scan,
    fold_doors,
    fold_operator,
    fold_person,
    fold_thing,
    with_desk_arrival,
    with_door_arrival,
)
from checkin.domain.programme import DoorState
from checkin.domain.reasons import Reason, Why
from checkin.domain.things import Thing
from tests.domain.examples import (
    NEW_BADGE,
    OLD_BADGE,
    START,
    a_badge,
    a_delegate,
    a_lost_badge,
    a_scan,
    a_standing,
    a_stay,
    at,
    issued,
    standing,
)

if TYPE_CHECKING:
    from checkin.domain.facts import Fact, Scanned
    from checkin.domain.presence import Stay

REGISTERED = Registered("d1", a_delegate().details())
LOST = BadgeRevoked(NEW_BADGE, Why(Reason.LOST))
OUT = Left()


def folded(*facts: Fact | Standing) -> Person:
    """The delegate d1 after these facts, each of which stands unless it says otherwise."""
    return fold_person("d1", [fact if isinstance(fact, Standing) else a_standing(fact) for fact in facts])


def undone(fact: Fact) -> Standing:
    """The fact, its act undone."""
    return a_standing(fact, stands=False)


# ------------------------------------------------------------------------------------------------ details of a delegate


def test_nothing_makes_nobody() -> None:
    assert folded() == Person("d1")


def test_who_was_registered_is_known() -> None:
    assert folded(REGISTERED).delegate == a_delegate()


def test_the_last_writer_wins_for_each_field() -> None:
    person = folded(
        REGISTERED,
        Corrected("d1", {Field.POSITION: "Minister", Field.PHONE: "+855 1"}),
        Corrected("d1", {Field.PHONE: "+855 2", Field.STATUS: "blocked"}),
    )

    assert person.delegate == a_delegate(position="Minister", phone="+855 2", status=Status.BLOCKED)


def test_an_undone_correction_uncovers_the_value_before_it() -> None:
    person = folded(
        REGISTERED,
        Corrected("d1", {Field.PHONE: "+855 1"}),
        undone(Corrected("d1", {Field.PHONE: "+855 2", Field.DIET: "halal"})),
    )

    assert person.delegate == a_delegate(phone="+855 1")


def test_a_correction_that_came_in_before_its_registration_makes_nobody() -> None:
    assert folded(Corrected("d1", {Field.PHONE: "+855 1"})).delegate is None


def test_a_registration_that_was_undone_takes_the_person_and_their_badges_away() -> None:
    person = folded(undone(REGISTERED), issued(), Corrected("d1", {Field.PHONE: "+855 1"}))

    assert person.delegate is None
    assert person.badges == {NEW_BADGE: a_badge(revoked=Revocation.REGISTRATION_UNDONE)}


def test_a_badge_that_was_revoked_keeps_its_own_reason_when_the_registration_is_undone() -> None:
    person = folded(undone(REGISTERED), issued(), LOST)

    assert person.badges == {NEW_BADGE: a_lost_badge()}


def test_a_badge_is_good_while_its_registration_has_not_come_in() -> None:
    person = folded(issued())

    assert person.delegate is None
    assert person.badges == {NEW_BADGE: a_badge()}


# --------------------------------------------------------------------------------------------------------------- badges


def test_badges_are_numbered_as_they_were_issued() -> None:
    person = folded(
        REGISTERED,
        issued(OLD_BADGE, -60),
        BadgeRevoked(OLD_BADGE, Why(Reason.WRONG_DATA)),
        issued(NEW_BADGE, -50),
    )

    assert list(person.badges.values()) == [
        a_lost_badge(code=OLD_BADGE, why=Why(Reason.WRONG_DATA)),
        a_badge(issued_at=at(-50), issue=2),
    ]


def test_a_badge_whose_issue_was_undone_is_revoked_and_not_unknown() -> None:
    person = folded(REGISTERED, undone(issued()))

    assert person.badges == {NEW_BADGE: a_badge(revoked=Revocation.ISSUE_UNDONE)}


def test_the_badge_after_one_whose_issue_was_undone_is_the_second() -> None:
    person = folded(REGISTERED, undone(issued(OLD_BADGE)), issued(NEW_BADGE))

    assert person.badges[NEW_BADGE] == a_badge(issue=2)


def test_an_undone_reissue_makes_the_old_badge_good_again_and_the_new_one_revoked() -> None:
    person = folded(
        REGISTERED,
        issued(OLD_BADGE),
        undone(BadgeRevoked(OLD_BADGE, Why(Reason.WRONG_DATA))),
        undone(issued(NEW_BADGE)),
    )

    assert [badge.revoked for badge in person.badges.values()] == [None, Revocation.ISSUE_UNDONE]


def test_an_undone_revocation_leaves_two_good_badges() -> None:
    person = folded(
        REGISTERED, issued(OLD_BADGE), undone(BadgeRevoked(OLD_BADGE, Why(Reason.LOST))), issued(NEW_BADGE)
    )

    assert [badge.is_valid for badge in person.badges.values()] == [True, True]


def test_a_revocation_without_a_reason_revokes() -> None:
    assert folded(issued(), BadgeRevoked(NEW_BADGE)).badges[NEW_BADGE].revoked is Revocation.BY_HAND


def test_a_badge_can_be_known_by_its_revocation_alone() -> None:
    person = fold_person(NEW_BADGE, standing(LOST))

    assert person.badges == {NEW_BADGE: Badge(NEW_BADGE, revoked=Revocation.BY_HAND, why=Why(Reason.LOST))}


@pytest.mark.parametrize(
    "facts",
    list(permutations([issued(), LOST, BadgePrinted(NEW_BADGE, at(-60)), BadgePrinted(NEW_BADGE, at(-50))])),
)
def test_issue_revocation_and_printing_add_up_to_the_same_in_any_order(facts: tuple[Fact, ...]) -> None:
    assert folded(*facts).badges == {NEW_BADGE: a_lost_badge(printed=2)}


@pytest.mark.parametrize("facts", list(permutations([undone(issued()), a_standing(LOST)])))
def test_a_revoked_badge_whose_issue_was_undone_says_that_it_was_revoked(facts: tuple[Standing, ...]) -> None:
    assert folded(*facts).badges == {NEW_BADGE: a_lost_badge()}


def test_a_code_that_was_issued_twice_is_one_badge() -> None:
    assert folded(issued(), issued(minute=-10)).badges == {NEW_BADGE: a_badge()}


# ------------------------------------------------------------------------------------------------------------- arrivals


def test_an_arrival_at_a_desk_is_known() -> None:
    person = folded(REGISTERED, Arrived("d1", at(-30), "desk 1"))

    assert person.arrivals == Arrivals(desk=Arrival(at(-30), "desk 1"))


def test_of_two_arrivals_at_desks_the_earlier_counts_whichever_sorts_first() -> None:
    facts = [Arrived("d1", at(-30), "desk 1"), Arrived("d1", at(-40), "desk 2")]

    assert (
        folded(*facts).arrivals == folded(*reversed(facts)).arrivals == Arrivals(Arrival(at(-40), "desk 2"))
    )


def test_of_two_arrivals_at_doors_the_earlier_counts_whichever_sorts_first() -> None:
    noted = Admitted(Note.ARRIVAL_RECORDED, arrives=True)
    facts = [a_scan(-10, noted), a_scan(-20, noted, session="topic-1", station="door 2")]

    assert folded(*facts).arrivals == folded(*reversed(facts)).arrivals
    assert folded(*facts).arrivals == Arrivals(door=Arrival(at(-20), "door 2"))


def test_desks_that_saw_somebody_at_the_same_instant_agree_on_one_of_them() -> None:
    one, two = Arrival(START, "desk 1"), Arrival(START, "desk 2")

    assert with_desk_arrival(Arrivals(desk=two), one) == with_desk_arrival(Arrivals(desk=one), two)
    assert with_door_arrival(Arrivals(door=two), one) == with_door_arrival(Arrivals(door=one), two)


def test_a_door_and_a_desk_each_keep_their_arrival() -> None:
    noted = a_scan(-20, Admitted(Note.ARRIVAL_RECORDED, arrives=True))
    person = folded(REGISTERED, noted, Arrived("d1", at(-10), "desk 1"))

    assert person.arrivals == Arrivals(Arrival(at(-10), "desk 1"), Arrival(at(-20), "door 1"))
    assert person.arrivals.earliest == Arrival(at(-20), "door 1")


def test_an_arrival_noted_by_a_door_falls_with_its_scan() -> None:
    noted = a_scan(-20, Admitted(Note.ARRIVAL_RECORDED, arrives=True))

    assert folded(REGISTERED, undone(noted)).arrivals == Arrivals()
    assert folded(REGISTERED, undone(noted), Arrived("d1", at(-10), "desk 1")).arrivals == Arrivals(
        Arrival(at(-10), "desk 1")
    )


def test_an_undone_arrival_is_none() -> None:
    assert folded(REGISTERED, undone(Arrived("d1", at(-30), "desk 1"))).arrivals == Arrivals()


# ------------------------------------------------------------------------------------------------------------- presence


@pytest.mark.parametrize(
    ("scans", "stays"),
    [
        pytest.param([a_scan(-20)], [a_stay(-20)], id="in"),
        pytest.param([a_scan(-20), a_scan(30, OUT)], [a_stay(-20, 30)], id="in and out"),
        pytest.param(
            [a_scan(-20), a_scan(30, OUT), a_scan(40, Admitted(Note.BACK_IN))],
            [a_stay(-20, 30), a_stay(40)],
            id="and back in",
        ),
        pytest.param([a_scan(30, Left(ExitAlert.NO_ENTRY))], [], id="out without an entry"),
        pytest.param([a_scan(-20), a_scan(30, OUT), a_scan(31, OUT)], [a_stay(-20, 30)], id="out twice"),
        pytest.param([a_scan(-20, Refused(Refusal.NOT_NOW))], [], id="refused"),
        pytest.param(
            [a_scan(-20), a_scan(-10, Refused(Refusal.ALREADY_INSIDE))],
            [a_stay(-20)],
            id="refused while inside",
        ),
        pytest.param(
            [a_scan(-20), a_scan(-10, Admitted(Note.OVERRIDE))],
            [a_stay(-20)],
            id="two desks admitted one badge",
        ),
        pytest.param(
            [a_scan(-20, code=OLD_BADGE), a_scan(-10)], [a_stay(-20)], id="two badges are one presence"
        ),
        pytest.param(
            [a_scan(-20, code=OLD_BADGE), a_scan(30, OUT)],
            [a_stay(-20, 30, OLD_BADGE)],
            id="in with one badge, out with the other",
        ),
        pytest.param(
            [a_scan(-20), a_scan(30, Left(ExitAlert.REVOKED), OLD_BADGE)],
            [a_stay(-20)],
            id="whoever found the lost badge signs nobody out",
        ),
        pytest.param(
            [a_scan(-20, code=OLD_BADGE), a_scan(30, Left(ExitAlert.REVOKED), OLD_BADGE)],
            [a_stay(-20, 30, OLD_BADGE)],
            id="a revoked badge leaves what it entered",
        ),
        pytest.param(
            [a_scan(-20, code=""), a_scan(30, OUT)],
            [a_stay(-20, 30, "")],
            id="in by hand, out with the badge",
        ),
        pytest.param(
            [a_scan(-20), a_scan(30, Left(ExitAlert.BLOCKED))],
            [a_stay(-20, 30)],
            id="a blocked person leaves",
        ),
        pytest.param(
            [a_scan(-20), a_scan(30, Left(ExitAlert.NO_ENTRY))],
            [a_stay(-20, 30)],
            id="the exit's desk had not heard of the entry",
        ),
        pytest.param(
            [a_scan(-20), a_scan(-25, OUT)], [a_stay(-20, -25)], id="the exit's clock is behind the entry's"
        ),
    ],
)
def test_scans_add_up_to_stays(scans: list[Scanned], stays: list[Stay]) -> None:
    person = folded(REGISTERED, *scans)

    assert person.stays == ({"opening": stays} if stays else {})


def test_each_session_has_its_own_presence() -> None:
    person = folded(a_scan(-20), a_scan(100, session="topic-1"), a_scan(80, OUT))

    assert person.stays == {"opening": [a_stay(-20, 80)], "topic-1": [a_stay(100)]}


def test_an_undone_entry_and_an_undone_exit_are_as_if_they_had_not_been() -> None:
    assert folded(undone(a_scan(-20)), a_scan(30, OUT)).stays == {}
    assert folded(a_scan(-20), undone(a_scan(30, OUT))).stays == {"opening": [a_stay(-20)]}
    assert folded(a_scan(-20), undone(a_scan(30, OUT)), a_scan(40)).stays == {"opening": [a_stay(-20)]}


def test_the_scans_of_a_code_become_its_delegates_when_the_badge_comes_in() -> None:
    scans = [a_scan(-20, Admitted(Note.DETAILS_FOLLOW)), a_scan(30, OUT)]
    unknown = fold_person(NEW_BADGE, standing(*scans))
    known = folded(REGISTERED, *scans, issued())

    assert unknown.delegate is None
    assert unknown.stays == known.stays == {"opening": [a_stay(-20, 30)]}
    assert known.delegate == a_delegate()


def test_two_unknown_codes_turn_out_to_be_one_person_inside_once() -> None:
    follows = Admitted(Note.DETAILS_FOLLOW)
    scans = [a_scan(-20, follows, OLD_BADGE), a_scan(-10, follows, NEW_BADGE)]

    assert folded(REGISTERED, *scans, issued(OLD_BADGE), issued(NEW_BADGE)).stays == {
        "opening": [a_stay(-20)]
    }


# ------------------------------------------------------------------------------------------------------------ overrides


@pytest.mark.parametrize("arrives", [False, True])
def test_overridden_rows_accumulate_until_the_person_is_let_in(*, arrives: bool) -> None:
    first = a_scan(-30, Refused(Refusal.NOT_NOW, frozenset({Refusal.BLOCKED})))
    second = a_scan(-20, Refused(Refusal.FULL, frozenset({Refusal.BLOCKED, Refusal.NOT_NOW})))
    let_in = a_scan(-10, Admitted(Note.OVERRIDE, arrives))

    assert folded(first).overridden == {"opening": frozenset({Refusal.BLOCKED})}
    assert folded(first, second).overridden == {"opening": frozenset({Refusal.BLOCKED, Refusal.NOT_NOW})}
    assert folded(first, second, let_in).overridden == {}


def test_what_two_doors_have_overridden_is_united() -> None:
    blocked = a_scan(0, Refused(Refusal.NOT_NOW, frozenset({Refusal.BLOCKED})), station="door 1")
    full = a_scan(1, Refused(Refusal.NOT_NOW, frozenset({Refusal.FULL})), station="door 2")

    both = {"opening": frozenset({Refusal.BLOCKED, Refusal.FULL})}
    assert folded(blocked, full).overridden == both
    assert folded(full, blocked).overridden == both


def test_overridden_rows_are_of_one_session_and_no_plain_refusal_adds_any() -> None:
    person = folded(
        a_scan(-30, Refused(Refusal.NOT_NOW, frozenset({Refusal.BLOCKED})), session="topic-1"),
        a_scan(-20, Refused(Refusal.FULL)),
        a_scan(-10, Admitted(arrives=True)),
    )

    assert person.overridden == {"topic-1": frozenset({Refusal.BLOCKED})}


# -------------------------------------------------------------------------------------------- definitions and operators


def test_of_each_field_of_a_thing_the_last_writer_stands_and_what_was_undone_is_passed_over() -> None:
    first = Defined(Thing.SESSION, "opening", {"capacity": 3, "room": "Apsara"})
    second = Defined(Thing.SESSION, "opening", {"capacity": 5})
    third = Defined(Thing.SESSION, "opening", {"room": "Bayon"})

    assert fold_thing(standing(first, second)) == {"capacity": 5, "room": "Apsara"}
    assert fold_thing([a_standing(first), undone(second), a_standing(third)]) == {
        "capacity": 3,
        "room": "Bayon",
    }
    assert fold_thing([a_standing(ActEnded()), undone(first)]) == {}


def test_an_operator_has_the_name_that_was_given_last_also_where_that_was_undone() -> None:
    names = [OperatorNamed("o1", "CHEA"), OperatorNamed("o1", "CHEA Vanna")]

    assert fold_operator(standing(*names)) == "CHEA Vanna"
    assert fold_operator([a_standing(names[0]), undone(names[1]), a_standing(ActEnded())]) == "CHEA Vanna"
    assert fold_operator([]) == ""


# ----------------------------------------------------------------------------------------------------------------- laws


def test_facts_about_the_event_or_an_act_change_no_person() -> None:
    assert folded(
        Defined(Thing.EVENT, "", {"zone": "Asia/Phnom_Penh"}),
        Defined(Thing.SESSION, "opening", {"capacity": 3}),
        OperatorNamed("o1", "CHEA Vanna"),
        ActBegun(LongAct.IMPORT),
        ActEnded(),
        Undone("stream-1"),
    ) == Person("d1")


verdicts = st.sampled_from(
    [
        Admitted(),
        Admitted(Note.ARRIVAL_RECORDED, arrives=True),
        Left(),
        Left(ExitAlert.REVOKED),
        Left(ExitAlert.NO_ENTRY),
        Refused(Refusal.FULL),
        Refused(Refusal.FULL, frozenset({Refusal.NOT_NOW})),
    ]
)
scan_lists = st.lists(
    st.builds(
        a_scan,
        st.integers(-30, 90),
        verdicts,
        st.sampled_from([OLD_BADGE, NEW_BADGE, ""]),
        session=st.sampled_from(["opening", "topic-1"]),
        station=st.sampled_from(["door 1", "door 2"]),
    ),
    max_size=30,
)


@given(scan_lists)
def test_bringing_the_stays_up_to_date_scan_by_scan_equals_folding_them_all(scans: list[Scanned]) -> None:
    stays: dict[str, list[Stay]] = {}
    for number, scan in enumerate(scans, start=1):
        known = stays.get(scan.session, [])
        last = known[-1] if known else None
        after = after_scan(last, scan)
        if after is not None:
            kept = known[:-1] if last is not None and last.is_open else known
            stays[scan.session] = [*kept, after]

        assert stays == folded(*scans[:number]).stays


@given(scan_lists)
def test_at_most_the_last_stay_of_a_session_is_open_and_none_is_empty(scans: list[Scanned]) -> None:
    for stays in folded(*scans).stays.values():
        assert stays
        assert not any(stay.is_open for stay in stays[:-1])


@given(scan_lists, st.data())
def test_what_was_undone_is_as_if_it_had_not_been(scans: list[Scanned], data: st.DataObject) -> None:
    stand = data.draw(st.lists(st.booleans(), min_size=len(scans), max_size=len(scans)))
    facts = [a_standing(scan, stands=stands) for scan, stands in zip(scans, stand, strict=True)]

    assert folded(*facts) == folded(*(fact for fact in facts if fact.stands))


# ---------------------------------------------------------------------------------------------------------------- doors


def test_the_last_act_that_stands_says_whether_doors_were_opened_or_closed() -> None:
    opened, closed = (DoorsSet("opening", state, at(0), "door 1") for state in DoorState)

    assert fold_doors([]) is None
    assert fold_doors(standing(opened, closed)) is DoorState.CLOSED
    assert fold_doors([*standing(opened), undone(closed)]) is DoorState.OPEN
    assert fold_doors([undone(opened)]) is None


def test_a_reading_that_was_asked_to_be_shown_again_is_remembered_until_the_person_leaves() -> None:
    asked = a_scan(1, Refused(Refusal.JUST_ENTERED))
    stays = folded(REGISTERED, issued(), a_scan(0), asked).stays["opening"]
    again = folded(REGISTERED, issued(), a_scan(0), asked, a_scan(2, OUT), a_scan(3)).stays["opening"]

    assert stays == [a_stay(0).asked()]
    assert again == [a_stay(0, 2).asked(), a_stay(3)]
    assert folded(REGISTERED, issued(), a_scan(0), undone(asked)).stays["opening"] == [a_stay(0)]
    assert folded(REGISTERED, issued(), asked).stays == {}
    assert after_scan(a_stay(0, 2), asked) is None
