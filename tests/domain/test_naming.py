"""Row 10 of the admission table: who may enter a session by category, by name, or with whom they accompany."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.admission import Admitted, Refusal, Refused, ScanRequest, Situation, decide
from checkin.domain.delegates import Status
from checkin.domain.facts import Named, Registered
from checkin.domain.folding import fold_person
from checkin.domain.naming import NOT_NAMED, Answer, Guest, Naming, Sums, sums_of
from checkin.domain.presence import Direction
from checkin.domain.programme import Event, EventDescription, LocalText, Room
from tests.domain.examples import START, a_badge, a_delegate, a_session, a_standing, standing

if TYPE_CHECKING:
    from checkin.domain.programme import Session

LUNCH = a_session(code="lunch", open_to=frozenset())
FOR_GUESTS = a_session(code="lunch", open_to=frozenset({"G"}))
NAMED = {"lunch": Naming()}
GONE = {"lunch": NOT_NAMED}
ELSEWHERE = {"dinner": Naming()}


@pytest.mark.parametrize(
    ("session", "guest", "may_enter"),
    [
        pytest.param(FOR_GUESTS, Guest("G"), True, id="by category"),
        pytest.param(FOR_GUESTS, Guest("P"), False, id="of another category"),
        pytest.param(LUNCH, Guest("G"), False, id="open to no category"),
        pytest.param(LUNCH, Guest("P", NAMED), True, id="by name"),
        pytest.param(
            LUNCH, Guest("P", {"lunch": Naming(Answer.DECLINES)}), True, id="who declined and comes"
        ),
        pytest.param(LUNCH, Guest("P", GONE), False, id="withdrawn"),
        pytest.param(LUNCH, Guest("P", ELSEWHERE), False, id="named for another session"),
        pytest.param(LUNCH, Guest("P", principal=Guest("P", NAMED)), True, id="with a named principal"),
        pytest.param(FOR_GUESTS, Guest("P", principal=Guest("G")), True, id="with a principal by category"),
        pytest.param(LUNCH, Guest("P", principal=Guest("P", GONE)), False, id="with a principal withdrawn"),
        pytest.param(
            LUNCH,
            Guest("P", principal=Guest("P", principal=Guest("P", NAMED))),
            False,
            id="with somebody who accompanies",
        ),
        pytest.param(FOR_GUESTS, Guest("G", GONE), True, id="withdrawn, and by category all the same"),
    ],
)
def test_who_may_enter(session: Session, guest: Guest, *, may_enter: bool) -> None:
    assert guest.may_enter(session) is may_enter


NAMINGS = st.builds(Naming, st.sampled_from(Answer), st.just(""), st.integers(1, 4), st.booleans()) | st.just(
    NOT_NAMED
)
CATEGORIES = st.sampled_from("PGF")


@given(st.none() | st.frozensets(CATEGORIES), CATEGORIES, NAMINGS, st.none() | st.tuples(CATEGORIES, NAMINGS))
def test_the_table_refuses_exactly_whom_no_word_of_the_rule_names(
    open_to: frozenset[str] | None, category: str, naming: Naming, principal: tuple[str, Naming] | None
) -> None:
    session = a_session(open_to=open_to)
    reasons = [open_to is None, category in (open_to or ()), not naming.withdrawn]
    if principal is not None:
        reasons += [principal[0] in (open_to or ()), not principal[1].withdrawn]
    leads = None if principal is None else Guest(principal[0], {session.code: principal[1]})
    situation = Situation(
        badge=a_badge(),
        delegate=a_delegate(category=category),
        has_arrived=True,
        naming=naming,
        principal=leads,
    )

    verdict = decide(ScanRequest(session, None, Direction.IN), situation, START)

    assert verdict == (Admitted() if any(reasons) else Refused(Refusal.NOT_ON_LIST))


@pytest.mark.parametrize(
    ("naming", "expected"),
    [
        (Naming(persons=3), 3),
        (Naming(Answer.ACCEPTS, persons=2), 2),
        (Naming(Answer.DECLINES, persons=2), 0),
        (NOT_NAMED, 0),
    ],
)
def test_with_a_named_person_as_many_are_expected_as_were_told(naming: Naming, expected: int) -> None:
    assert Guest("P", {"lunch": naming}).expected_in(LUNCH) == expected
    assert naming.expected == expected


def test_of_whoever_is_not_named_one_person_is_expected_where_they_may_enter() -> None:
    assert Guest("G").expected_in(FOR_GUESTS) == 1
    assert Guest("P").expected_in(FOR_GUESTS) == 0
    assert Guest("G", {"lunch": Naming(Answer.DECLINES)}).expected_in(FOR_GUESTS) == 0


@pytest.mark.parametrize(
    ("guest", "expected"),
    [
        pytest.param(Guest("P", principal=Guest("P", NAMED)), 0, id="counted with a named principal"),
        pytest.param(Guest("P", principal=Guest("G", NAMED)), 0, id="named, and by category as well"),
        pytest.param(Guest("P", principal=Guest("G")), 1, id="with a principal by category"),
        pytest.param(Guest("P", principal=Guest("G", GONE)), 1, id="with a principal withdrawn, by category"),
        pytest.param(Guest("P", principal=Guest("P", GONE)), 0, id="with a principal who may not enter"),
        pytest.param(Guest("G", principal=Guest("P", NAMED)), 1, id="by their own category"),
        pytest.param(Guest("P", NAMED, Guest("P", NAMED)), 1, id="by their own name"),
    ],
)
def test_who_comes_with_a_named_principal_is_one_of_the_persons_of_the_invitation(
    guest: Guest, expected: int
) -> None:
    assert guest.expected_in(FOR_GUESTS) == expected


def test_of_the_invited_the_registered_are_expected() -> None:
    people = [a_delegate(id="d1"), a_delegate(id="d2", status=Status.CANCELLED), a_delegate(id="d3")]
    namings = [Naming(Answer.ACCEPTS, persons=2), Naming(persons=3), Naming(Answer.DECLINES)]

    sums = sums_of([*zip(people, namings, strict=True), (a_delegate(id="d4"), NOT_NAMED)])

    assert sums == Sums(invited=6, accepts=2, declines=1, expected=2)


def test_of_each_part_the_last_writer_wins_and_what_is_undone_was_never_said() -> None:
    facts = [
        Named("d1", "lunch", withdrawn=False),
        Named("d1", "lunch", seat="A3", persons=2),
        Named("d1", "lunch", answer=Answer.ACCEPTS),
        Named("d1", "lunch", seat="B1"),
    ]

    known = fold_person("d1", standing(Registered("d1", {}), *facts)).namings
    last = a_standing(facts[-1], stands=False)
    without = fold_person("d1", [*standing(*facts[:-1]), last]).namings
    never = fold_person("d1", [a_standing(facts[0], stands=False)]).namings

    assert known == {"lunch": Naming(Answer.ACCEPTS, "B1", 2)}
    assert without == {"lunch": Naming(Answer.ACCEPTS, "A3", 2)}
    assert never == {}


def test_a_seat_alone_invites_nobody() -> None:
    """Another desk gave a seat while the naming itself was undone here."""
    known = fold_person("d1", standing(Named("d1", "lunch", seat="A3"))).namings

    assert known["lunch"].withdrawn


def test_a_session_has_its_own_capacity_or_that_of_its_room() -> None:
    day = START.date()
    event = Event(
        EventDescription(LocalText.of("Forum"), LocalText.of("Hotel"), "UTC", day, day),
        rooms={"R": Room("R", LocalText.of("Ballroom"), 200)},
    )
    in_room = a_session(room=LocalText.of("R"))

    assert event.capacity_of(in_room) == 200
    assert event.capacity_of(replace(in_room, capacity=20)) == 20
    assert event.capacity_of(a_session()) is None
