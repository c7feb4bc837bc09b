"""Naming persons for a session: one act, all or nothing; the door, the figures and the programme agree about them."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.desk.changed_since import changed_since, mark
from checkin.desk.define import amend
from checkin.desk.find import everybody, registered
from checkin.desk.guests import guests
from checkin.desk.invite import Invited, Wish, invite
from checkin.desk.open_event import new_event, open_event
from checkin.desk.recall import recall
from checkin.desk.report import report
from checkin.desk.scan_at_door import admit, enter, scan
from checkin.desk.undo import last, undo
from checkin.desk.watch import figures
from checkin.domain.admission import Admitted, Refusal, Refused
from checkin.domain.delegates import Field, Status
from checkin.domain.doors import Door
from checkin.domain.naming import Answer, Naming
from checkin.domain.presence import Direction
from checkin.domain.programme import LocalText, Room
from checkin.domain.undoing import OF_PROGRAMME
from checkin.errors import CheckinError
from checkin.storage import verifying
from checkin.wording import in_language
from tests.desk.seminar import DARA, KNOWN, VUTHY, a_badge, a_delegate, a_seminar, at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin.desk.door_answer import DoorAnswer
    from checkin.desk.undo import Undoing
    from checkin.domain.programme import Event
    from checkin.storage.event_file import EventFile

LUNCH = "lunch"


def edition_of(file: EventFile, session: str) -> int:
    """The number by which calendars know whether the session's entry is newer."""
    made = report(file, "programme", at(0), in_language("en"))
    (entry,) = (each for each in made.calendar or () if each.uid.startswith(f"{session}@"))
    return entry.sequence


def invited_to(file: EventFile) -> dict[str, Mapping[str, Naming]]:
    """The invitations that stand, of those who have any."""
    return {each.delegate.id: each.invited for each in everybody(file) if each.invited}


def undo_on_the_page(file: EventFile) -> Undoing:
    """Press Ctrl+Z on a page of the programme."""
    act = last(file, OF_PROGRAMME)
    assert act is not None
    return undo(file, DARA, act.id)


def test_named_persons_get_their_seat_and_pass_the_door(file: EventFile) -> None:
    minister = a_delegate(file)
    code = a_badge(file, minister)
    before = scan(file, VUTHY, LUNCH, code, at(0))

    invited, act = invite(file, DARA, LUNCH, [Wish(minister, Answer.ACCEPTS, " A3 ", 3)])
    after = scan(file, VUTHY, LUNCH, code, at(1))

    assert before.verdict == Refused(Refusal.NOT_ON_LIST)
    assert invited == (Invited(minister, "SOK", Naming(Answer.ACCEPTS, "A3", 3)),)
    assert act
    assert after.verdict == Admitted()
    assert after.naming.seat == "A3"
    assert recall(file, [after.act])[0].naming.seat == "A3"
    assert registered(file, minister).invited == invited_to(file)[minister] == {LUNCH: after.naming}


def test_what_is_wished_already_is_no_act_and_a_part_that_is_not_told_stays(file: EventFile) -> None:
    minister = a_delegate(file)
    invite(file, DARA, LUNCH, [Wish(minister, Answer.ACCEPTS, "A3", 2)])

    again, act = invite(file, DARA, LUNCH, [Wish(minister, seat="A3")])
    moved, moving = invite(file, DARA, LUNCH, [Wish(minister, seat="B1")])
    cleared, _ = invite(file, DARA, LUNCH, [Wish(minister, seat="")])

    assert act == ""
    assert again[0].naming == Naming(Answer.ACCEPTS, "A3", 2)
    assert moving
    assert moved[0].naming == Naming(Answer.ACCEPTS, "B1", 2)
    assert cleared[0].naming.seat == ""


def test_a_withdrawn_invitation_admits_nobody_until_it_is_given_again(file: EventFile) -> None:
    minister = a_delegate(file)
    code = a_badge(file, minister)
    invite(file, DARA, LUNCH, [Wish(minister, seat="A3")])
    invite(file, DARA, LUNCH, [Wish(minister, withdraw=True)])
    without = scan(file, VUTHY, LUNCH, code, at(0))
    invite(file, DARA, LUNCH, [Wish(minister)])
    again = scan(file, VUTHY, LUNCH, code, at(1))

    assert without.verdict == Refused(Refusal.NOT_ON_LIST)
    assert again.verdict == Admitted()
    assert again.naming.seat == "A3"


@pytest.mark.parametrize(
    ("session", "wrong", "told"),
    [
        pytest.param("dinner", {}, "no session", id="no such session"),
        pytest.param(LUNCH, {"delegate": "dnobody"}, "not registered", id="nobody"),
        pytest.param(LUNCH, {"withdraw": True}, "not invited", id="withdrawn without an invitation"),
        pytest.param(LUNCH, {"persons": 0}, "0 persons", id="no person"),
        pytest.param(LUNCH, {"persons": 100}, "100 persons", id="too many"),
        pytest.param(LUNCH, {"seat": "x" * 41}, "too long", id="a seat that is a speech"),
    ],
)
def test_one_wish_that_is_impossible_and_nothing_is_done(
    file: EventFile, session: str, wrong: Mapping[str, Any], told: str
) -> None:
    first, second = a_delegate(file), a_delegate(file, "CHEA")

    with pytest.raises(CheckinError, match=told):
        invite(file, DARA, session, [Wish(first), replace(Wish(second), **wrong)])

    assert invited_to(file) == {}


def test_the_page_of_the_programme_undoes_the_whole_act(file: EventFile) -> None:
    people = [a_delegate(file, family) for family in ("SOK", "CHEA")]
    _, act = invite(file, DARA, LUNCH, [Wish(each, seat="A1") for each in people])

    undone = undo_on_the_page(file)
    without = invited_to(file)
    undo(file, DARA, undone.act)

    assert undone.undone.id == act
    assert without == {}
    assert set(invited_to(file)) == set(people)


def test_another_program_is_told_and_the_tables_are_those_of_the_journal(file: EventFile) -> None:
    minister = a_delegate(file)
    with open_event(file.path) as other:
        before = mark(file)
        invite(other, DARA, LUNCH, [Wish(minister, seat="A3")])
        known = changed_since(file, before, mark(file))

    assert known is not None
    assert (known.delegates, known.programme) == (frozenset({minister}), True)
    assert verifying.verify(file.database, lambda _: None).is_whole


def test_an_invitation_and_its_undo_make_the_edition_of_the_session_greater_and_a_scan_does_not(
    file: EventFile,
) -> None:
    minister = a_delegate(file)
    editions = [edition_of(file, LUNCH)]
    invite(file, DARA, LUNCH, [Wish(minister)])
    editions.append(edition_of(file, LUNCH))
    undo_on_the_page(file)
    editions.append(edition_of(file, LUNCH))
    enter(file, VUTHY, Door(LUNCH), minister, at(0))

    assert [*editions, edition_of(file, LUNCH)] == [1, 2, 3, 3]
    assert edition_of(file, "opening") == 1


def test_two_doors_of_a_room_share_the_capacity_that_a_session_has_from_it(file: EventFile) -> None:
    event = file.event
    room = {"R": Room("R", LocalText.of("Apsara"), 2)}
    opening = replace(event.sessions["opening"], room=LocalText.of("R"))
    amend(
        file,
        DARA,
        event,
        replace(event, rooms=room, sessions={**event.sessions, "opening": opening}),
    )
    people = [a_delegate(file, family) for family in ("SOK", "CHEA", "KEO")]

    answers = [
        enter(file, VUTHY, Door("opening", direction=Direction.IN), each, at(minute))
        for minute, each in enumerate(people)
    ]

    assert [each.verdict for each in answers[2:]] == [Refused(Refusal.FULL)]
    assert answers[2].session is not None
    assert answers[2].session.capacity == 2
    assert in_language("en").verdict(answers[2].verdict).title


# ---- one rule, whoever asks


@dataclass(frozen=True)
class Somebody:
    """A person of a random event: their category, whom of the others they accompany, how they are named for lunch."""

    category: str
    accompanies: int | None
    naming: Naming | None
    is_expected: bool


PEOPLE = st.lists(
    st.builds(
        Somebody,
        st.sampled_from("PGF"),
        st.none() | st.integers(0, 4),
        st.none()
        | st.builds(Naming, st.sampled_from(Answer), st.just("A1"), st.integers(1, 3), st.booleans()),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
)


def opened_to(open_to: frozenset[str] | None) -> Event:
    """The seminar, whose lunch is open to these."""
    event = a_seminar()
    lunch = replace(event.sessions[LUNCH], open_to=open_to)
    return replace(event, sessions={**event.sessions, LUNCH: lunch})


def filled(file: EventFile, people: list[Somebody]) -> list[str]:
    """Register these people and name them; their ids."""
    ids: list[str] = []
    for number, each in enumerate(people):
        principal = (
            ids[each.accompanies] if each.accompanies is not None and each.accompanies < number else ""
        )
        status = Status.REGISTERED if each.is_expected else Status.EXCUSED
        more = {Field.CATEGORY: each.category, Field.ACCOMPANIES: principal, Field.STATUS: status}
        ids.append(a_delegate(file, **more))
    for delegate, each in zip(ids, people, strict=True):
        if each.naming is not None:
            known = each.naming
            invite(file, DARA, LUNCH, [Wish(delegate, known.answer, known.seat, known.persons)])
            if known.withdrawn:
                invite(file, DARA, LUNCH, [Wish(delegate, withdraw=True)])
    return ids


def is_named(somebody: Somebody) -> bool:
    """Whether an invitation of somebody stands."""
    return somebody.naming is not None and not somebody.naming.withdrawn


def on_list(somebody: Somebody, open_to: frozenset[str] | None) -> bool:
    """Whether somebody is on the list, leaving out whom they accompany."""
    by_category = open_to is None or somebody.category in open_to
    return by_category or is_named(somebody)


@given(PEOPLE, st.none() | st.frozensets(st.sampled_from("PGF"), max_size=2))
@settings(max_examples=25)
def test_door_figures_and_programme_say_of_everybody_what_a_naive_reading_of_the_rule_says(
    people: list[Somebody], open_to: frozenset[str] | None
) -> None:
    allowed, expected = [], 0
    for number, each in enumerate(people):
        leads = each.accompanies is not None and each.accompanies < number
        principal = people[each.accompanies] if leads else None  # type: ignore[index]
        may = on_list(each, open_to) or (principal is not None and on_list(principal, open_to))
        allowed.append(may)
        is_with_the_invited = not on_list(each, open_to) and principal is not None and is_named(principal)
        comes = each.naming.expected if is_named(each) and each.naming else int(not is_with_the_invited)
        expected += comes if may and each.is_expected else 0
    with (
        tempfile.TemporaryDirectory() as folder,
        new_event(Path(folder) / "seminar.event", opened_to(open_to), DARA) as file,
    ):
        ids = filled(file, people)
        door = Door(LUNCH, direction=Direction.IN)
        answers = [enter(file, VUTHY, door, each, at(0)) for each in ids]
        on_the_list = [Refusal.NOT_ON_LIST is not _reason(file, each) for each in answers]
        counted = next(each for each in figures(file).sessions if each.session.code == LUNCH)
        on_the_page, in_the_report = guests(file, LUNCH).sums.expected, expected_in_the_report(file)
        programme = [LUNCH in _sessions_of(file, each) for each in ids]

    assert on_the_list == programme == allowed
    assert counted.open_to == expected
    assert on_the_page == in_the_report
    assert on_the_page == expected or open_to != frozenset()


def expected_in_the_report(file: EventFile) -> int:
    """The number of persons whom the report of the invited expects at lunch."""
    sums = report(file, "invited", at(0), in_language("en")).tables[1]
    column = [each.name for each in sums.columns].index("expected")
    return sum(int(str(row[column])) for row in sums.rows)


def test_an_aide_who_comes_with_an_invited_principal_is_one_of_the_persons_of_the_invitation(
    tmp_path: Path,
) -> None:
    with new_event(tmp_path / "seminar.event", opened_to(frozenset()), DARA) as file:
        minister, ill = a_delegate(file, "MEAS"), a_delegate(file, "KEO", status=Status.CANCELLED)
        a_delegate(file, "NOP", accompanies=minister)
        invite(file, DARA, LUNCH, [Wish(minister, persons=3), Wish(ill, persons=2)])
        counted = next(each for each in figures(file).sessions if each.session.code == LUNCH)

        assert counted.open_to == guests(file, LUNCH).sums.expected == expected_in_the_report(file) == 3
        assert guests(file, LUNCH).sums.invited == 5


def _reason(file: EventFile, answer: DoorAnswer) -> Refusal | None:
    """The row that refuses, with the person's state let aside: who is excused is judged before the list."""
    if answer.verdict == Refused(Refusal.CANCELLED) and answer.delegate is not None:
        answer = admit(file, VUTHY, answer.delegate.id, LUNCH, KNOWN, at(0))
    return answer.verdict.reason if isinstance(answer.verdict, Refused) else None


def _sessions_of(file: EventFile, delegate: str) -> set[str]:
    person = registered(file, delegate).delegate
    made = report(file, "programme", at(0), in_language("en"), delegate=person)
    return {str(row[0]) for row in made.main.rows}
