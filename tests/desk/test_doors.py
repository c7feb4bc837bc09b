"""Doors, and what can be looked back at and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.arrive import arrive
from checkin.desk.correct import correct
from checkin.desk.find import everybody, find
from checkin.desk.look_back import last_arrivals
from checkin.desk.print_badges import print_to_file
from checkin.desk.revoke import revoke
from checkin.desk.scan_at_door import admit, scan
from checkin.desk.undo import finish_undo, last, last_of, undo
from checkin.desk.watch import occupancy
from checkin.domain import codes
from checkin.domain.admission import Admitted, ExitAlert, Left, Note, Refusal, Refused
from checkin.domain.delegates import Field, Status
from checkin.domain.facts import Defined, LongAct, Registered
from checkin.domain.presence import Direction
from checkin.domain.things import Thing
from checkin.domain.undoing import AT_ARRIVALS, MadeOn, Reach
from checkin.errors import CheckinError
from checkin.storage import acts, long_acts
from checkin.storage.presence import Occupancy
from tests.desk.seminar import DARA, KNOWN, LOST, VUTHY, a_badge, a_delegate, at
from tests.recent import recent_acts

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile


def test_an_answer_tells_who_it_is_what_was_before_and_who_is_inside_now(file: EventFile) -> None:
    code = a_badge(file, a_delegate(file))
    first = scan(file, VUTHY, "opening", code, at(0))
    second = scan(file, VUTHY, "opening", code, at(10))

    assert (first.verdict, first.before, first.occupancy) == (Admitted(), None, Occupancy(1, 1))
    assert second.verdict == Left()
    assert second.before is not None
    assert (second.before.came, second.before.station) == (at(0), "Door 1")
    assert second.occupancy == Occupancy(0, 1)
    assert second.delegate is not None
    assert second.badge is not None


def test_of_a_text_that_is_no_code_only_the_length_is_kept(file: EventFile) -> None:
    card = "BEGIN:VCARD N:SOK;Sopheap TEL:+85512345678 END:VCARD"
    answer = scan(file, VUTHY, "opening", card, at(0))

    assert answer.text == card
    (act,) = [each.act for each in recent_acts(file, 1)]
    assert [(fact.code, fact.length) for fact in act.facts] == [("", len(card))]  # type: ignore[union-attr]
    kept = file.database.row("SELECT kind, subject, body FROM journal ORDER BY entry DESC LIMIT 1")
    assert kept[:2] == ("scan_refused", "")
    assert b"Sopheap" not in kept[2]


@pytest.mark.parametrize("text", ["4111 1111 1111 1111", "855 12 345 678 9012 X"])
def test_of_a_number_in_the_form_of_a_code_no_more_is_kept(file: EventFile, text: str) -> None:
    answer = scan(file, VUTHY, "opening", text, at(0))

    assert isinstance(answer.verdict, Refused)
    kept = file.database.row("SELECT kind, subject, body FROM journal ORDER BY entry DESC LIMIT 1")
    assert kept[:2] == ("scan_refused", "")
    assert text.replace(" ", "").encode() not in kept[2]


def test_an_unknown_badge_is_admitted_and_counted(file: EventFile) -> None:
    answer = scan(file, VUTHY, "opening", codes.mint(file.event_key).text, at(0))

    assert answer.verdict == Admitted(Note.DETAILS_FOLLOW)
    assert answer.delegate is None
    assert answer.occupancy == Occupancy(1, 1)


def test_overrides_add_up_until_the_person_is_in(file: EventFile) -> None:
    someone = a_delegate(file, status=Status.BLOCKED)
    answers = [admit(file, VUTHY, someone, "lunch", KNOWN, at(0)) for _ in range(3)]

    assert answers[0].verdict == Refused(Refusal.NOT_ON_LIST, frozenset({Refusal.BLOCKED}))
    assert isinstance(answers[1].verdict, Admitted)
    assert answers[1].verdict.overrode == {Refusal.BLOCKED, Refusal.NOT_ON_LIST}
    assert isinstance(answers[2].verdict, Refused)
    assert answers[1].text == ""


@pytest.mark.parametrize(("who", "session"), [("d404", "opening"), ("", "nowhere")])
def test_nobody_and_nowhere_are_told(file: EventFile, who: str, session: str) -> None:
    someone = who or a_delegate(file)
    with pytest.raises(CheckinError):
        admit(file, VUTHY, someone, session, KNOWN, at(0))
    if session == "nowhere":
        with pytest.raises(CheckinError, match="opening"):
            scan(file, VUTHY, session, "x", at(0))


def test_the_last_acts_are_told_newest_first_with_whom_they_were_about(file: EventFile) -> None:
    someone = a_delegate(file)
    code = a_badge(file, someone)
    scan(file, VUTHY, "opening", code, at(0))
    revoke(file, DARA, code, LOST)
    scan(file, VUTHY, "opening", "nonsense", at(1))
    told = recent_acts(file)

    assert [each.registration is not None for each in told] == [False, True, True, True, True, False]
    assert [fact.kind for fact in told[2].act.facts] == ["scanned"]
    assert len(recent_acts(file, 2)) == 2


def test_an_act_about_somebody_who_is_registered_no_more_is_about_nobody(file: EventFile) -> None:
    a_delegate(file)
    undoing = undo(file, DARA)

    assert undoing.registration is not None
    assert find(file, "SOK") == []
    assert [each.registration for each in recent_acts(file, 2)] == [None, None]


def test_an_undo_by_its_id_and_what_cannot_be_undone(file: EventFile) -> None:
    someone = a_delegate(file)
    scan(file, VUTHY, "opening", "nonsense", at(0))
    refused = recent_acts(file, 1)[0].act
    correct(file, DARA, someone, {Field.GIVEN_NAME: "Dara"})
    undoing = undo(file, DARA)
    assert find(file, someone)[0].delegate.given_name == ""
    undo(file, DARA, undoing.act)
    assert find(file, someone)[0].delegate.given_name == "Dara"

    for act, why in (
        (undoing.act, "undone already"),
        (refused.id, "cannot be undone"),
        ("x-1", "not on record"),
    ):
        with pytest.raises(CheckinError, match=why):
            undo(file, DARA, act)


def test_a_door_takes_back_its_own_acts_and_leaves_those_of_the_desk(file: EventFile) -> None:
    code = a_badge(file, a_delegate(file))
    reading = scan(file, VUTHY, "opening", code, at(0))
    someone = a_delegate(file)
    here = Reach(MadeOn.DOOR, frozenset({"opening"}))

    found = last_of(file, here)
    assert found is not None
    assert found.act.id == reading.act
    assert found.registration is not None
    undo(file, VUTHY, found.act.id)
    assert find(file, someone)
    assert occupancy(file, "opening").inside == 0
    assert last(file, here) is None


def test_a_door_never_takes_back_the_act_of_another_session(file: EventFile) -> None:
    code = a_badge(file, a_delegate(file, category="G"))
    opening, lunch = scan(file, VUTHY, "opening", code, at(0)), scan(file, VUTHY, "lunch", code, at(20))

    for session, reading in (("opening", opening), ("lunch", lunch)):
        found = last(file, Reach(MadeOn.DOOR, frozenset({session})))
        assert found is not None
        assert found.id == reading.act
    assert last(file, Reach(MadeOn.DOOR, frozenset({"it's no session"}))) is None
    both = last(file, Reach(MadeOn.DOOR, frozenset({"opening", "lunch"})))
    assert both is not None
    assert both.id == lunch.act


def test_an_exit_without_entry_is_named_only_at_the_door_of_its_session(file: EventFile) -> None:
    code = a_badge(file, a_delegate(file))
    scan(file, VUTHY, "opening", code, at(0))
    left = scan(file, VUTHY, "opening", code, at(10), Direction.OUT)
    scan(file, VUTHY, "opening", code, at(11), Direction.OUT)
    undo(file, VUTHY, left.act)

    ending = last(file, Reach(MadeOn.DOOR, frozenset({"opening"})))
    assert ending is not None
    assert ending.facts[0].kind == "left_without_entry"
    elsewhere = last(file, Reach(MadeOn.DOOR, frozenset({"lunch"})))
    assert elsewhere is None
    undo(file, VUTHY, ending.id)
    assert occupancy(file, "opening").inside == 1


def test_arrivals_takes_back_arrivals_and_never_the_work_of_many(file: EventFile) -> None:
    people = [a_delegate(file, delegation="MFAIC", status=Status.REGISTERED) for _ in range(3)]
    arrive(file, DARA, people, at(-30), badge=False)
    print_to_file(file, DARA, everybody(file), file.path.with_name("badges.pdf"), at(-20), lambda _: None)
    with file.transaction():
        file.append([Defined(Thing.SESSION, "opening", {"capacity": 3})], DARA.operator)
    scan(file, VUTHY, "opening", everybody(file)[0].badge.code, at(0))  # type: ignore[union-attr]

    found = last_of(file, AT_ARRIVALS)

    assert found is not None
    assert [fact.kind for fact in found.act.facts] == ["arrived"] * 3
    assert found.delegation == "MFAIC"
    undo(file, DARA, found.act.id)
    assert all(each.arrival is None for each in everybody(file)[1:])
    assert all(each.badge is not None and each.badge.printed for each in everybody(file))
    whatever = last(file)
    assert whatever is not None
    assert whatever.facts[0].kind == "scanned"


def test_those_of_different_delegations_are_of_none(file: EventFile) -> None:
    people = [a_delegate(file, delegation=name) for name in ("MFAIC", "MOI")]
    arrive(file, DARA, people, at(-30))
    found = last_of(file, AT_ARRIVALS)

    assert found is not None
    assert found.delegation == ""
    assert found.registration is not None
    assert found.registration.delegate.id == people[0]


def test_the_last_arrivals_of_a_desk_are_told_newest_first_without_those_undone(file: EventFile) -> None:
    one, two, three, four = (a_delegate(file) for _ in range(4))
    arrive(file, DARA, [one], at(-40))
    arrive(file, DARA, [two, three], at(-30))
    arrive(file, DARA, [four], at(-20))
    undo(file, DARA)
    correct(file, DARA, one, {Field.PHONE: "012"})

    assert [each.delegate.id for each in last_arrivals(file, 10)] == [two, three, one]
    assert [each.delegate.id for each in last_arrivals(file, 2)] == [two, three]


def test_a_revocation_tells_whose_badge_it_was(file: EventFile) -> None:
    someone = a_delegate(file)
    revoke(file, DARA, a_badge(file, someone), LOST)
    found = last_of(file, AT_ARRIVALS)

    assert found is not None
    assert found.registration is not None
    assert found.registration.delegate.id == someone


def test_there_is_nothing_to_undo_at_the_beginning(file: EventFile) -> None:
    assert last(file) is None
    with pytest.raises(CheckinError, match="nothing to undo"):
        undo(file, DARA)


def test_a_reading_at_an_exit_is_undone_where_somebody_left_by_it(file: EventFile) -> None:
    code = a_badge(file, a_delegate(file))
    scan(file, VUTHY, "opening", code, at(0))
    scan(file, VUTHY, "opening", code, at(10), Direction.OUT)

    assert undo(file, VUTHY).undone.facts[0].verdict == Left()  # type: ignore[union-attr]


def test_a_reading_at_an_exit_that_let_nobody_out_is_passed_over(file: EventFile) -> None:
    someone = a_delegate(file)
    code = a_badge(file, someone)
    stranger = codes.mint(file.event_key).text
    scan(file, VUTHY, "opening", stranger, at(0))
    revoke(file, DARA, code, LOST)
    before = last(file)
    lost = scan(file, VUTHY, "opening", code, at(1), Direction.OUT)

    assert lost.verdict == Left(ExitAlert.REVOKED)
    assert last(file) == before
    left = scan(file, VUTHY, "opening", stranger, at(2), Direction.OUT)
    assert left.verdict == Left()
    assert last(file) == next(acts.newest_first(file.database, file.desk))


def test_of_two_readings_at_one_moment_the_one_that_let_somebody_out_is_undone(file: EventFile) -> None:
    code = a_badge(file, a_delegate(file))
    scan(file, VUTHY, "opening", code, at(0))
    left = scan(file, VUTHY, "opening", code, at(10), Direction.OUT)
    again = scan(file, VUTHY, "opening", code, at(10), Direction.OUT)
    assert (left.verdict, again.verdict) == (Left(), Left(ExitAlert.NO_ENTRY))

    assert undo(file, VUTHY).undone.facts[0].verdict == Left()  # type: ignore[union-attr]
    assert undo(file, VUTHY).undone.facts[0].verdict == Left(ExitAlert.NO_ENTRY)  # type: ignore[union-attr]
    assert scan(file, VUTHY, "opening", code, at(11), Direction.OUT).verdict == Left()


def test_an_undo_of_an_import_says_that_it_goes_on_and_can_be_finished(file: EventFile) -> None:
    many = (Registered(f"d{number}", {Field.FAMILY_NAME: "LIM"}) for number in range(300))
    act = long_acts.record(file, LongAct.IMPORT, many, "Dara", lambda _: None)
    undoing = undo(file, DARA, act)
    assert undoing.goes_on
    finish_undo(file)

    assert find(file, "lim") == []
    assert not long_acts.has_unfinished_undo(file.database)
    assert not undo(file, DARA, undoing.act).undone.is_undone
