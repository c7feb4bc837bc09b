"""The history of a person: who did what, when and at which desk, with what was undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.arrive import arrive
from checkin.desk.bring_in import bring_in_at_once
from checkin.desk.change_many import change_many
from checkin.desk.correct import correct
from checkin.desk.find import everybody
from checkin.desk.history import history
from checkin.desk.invite import Wish, invite
from checkin.desk.merge import merge
from checkin.desk.revoke import revoke
from checkin.desk.scan_at_door import scan
from checkin.desk.undo import undo
from checkin.domain.delegates import Field
from checkin.domain.presence import Direction
from checkin.importing.people.wishes import ListWishes
from checkin.wording import history as words_of
from checkin.wording import in_language
from tests.desk.seminar import DARA, LOST, VUTHY, a_delegate, at
from tests.importing.made_files import a_csv

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.storage.event_file import EventFile


def told(file: EventFile, person: str) -> list[str]:
    """The lines of the history, the newest first, without who and when."""
    return [words_of.what(in_language("en"), each, file.event, at(0)) for each in history(file, DARA, person)]


def test_all_that_has_happened_to_a_person_stands_in_one_list(file: EventFile) -> None:
    person = a_delegate(file, "CHEA", phone="12")
    other = a_delegate(file, "KEM")
    correct(file, DARA, person, {Field.PHONE: "34", Field.CATEGORY: "G", Field.PRIVATE_NOTE: "a judge"})
    (answer,) = arrive(file, DARA, [person], at(-20))
    scan(file, VUTHY, "opening", answer.code, at(-10), Direction.IN)
    scan(file, VUTHY, "lunch", "no code", at(-5), Direction.IN)
    revoke(file, DARA, answer.code, LOST)
    change_many(file, DARA, [person, other], Field.COUNTRY, "Laos")
    known = history(file, VUTHY, person)

    assert told(file, person) == [
        "Country: – → Laos · one of 2 people",
        "badge invalidated: lost",
        "admitted to opening 08:50",
        "arrived 08:40 · badge issued",
        "Category: People → Guests · Phone: 12 → 34 · Private note changed",
        "registered",
    ]
    assert [each.people for each in known] == [2, 1, 1, 1, 1, 1]
    assert [(each.operator, each.station) for each in known][2:4] == [("Vuthy", "Door 1"), ("Dara", "Desk 1")]
    assert all(each.can_be_undone for each in known)
    assert told(file, other) == ["Country: – → Laos · one of 2 people", "registered"]


def test_what_was_undone_says_so_and_later_values_are_told_from_what_stood(file: EventFile) -> None:
    person = a_delegate(file, "CHEA", phone="12")
    correct(file, DARA, person, {Field.PHONE: "34"})
    act = history(file, DARA, person)[0].act
    undo(file, VUTHY, act)
    correct(file, DARA, person, {Field.PHONE: "56"})
    say, known = in_language("en"), history(file, DARA, person)

    assert told(file, person) == ["Phone: 12 → 56", "Phone: 12 → 34", "registered"]
    assert [each.undone is not None for each in known] == [False, True, False]
    assert words_of.who(say, known[1], file.event, known[1].at).endswith("by Vuthy")
    assert " · undone " in words_of.who(say, known[1], file.event, known[1].at)


def test_an_undo_that_was_undone_leaves_the_act_as_it_was(file: EventFile) -> None:
    person = a_delegate(file, "CHEA")
    correct(file, DARA, person, {Field.PHONE: "34"})
    act = history(file, DARA, person)[0].act
    undone = undo(file, DARA, act)
    undo(file, DARA, undone.act)

    assert history(file, DARA, person)[0].undone is None
    assert told(file, person) == ["Phone: – → 34", "registered"]


def test_who_came_with_a_list_is_told_by_list_and_row(file: EventFile, tmp_path: Path) -> None:
    rows = [("Reference", "Family name", "Category"), ("R1", "Chea", "P"), ("R2", "Kem", "P")]
    bring_in_at_once(file, DARA, a_csv(tmp_path, rows), lambda _: None, ListWishes(source="Ministry"))
    people = {each.delegate.reference: each.delegate.id for each in everybody(file)}

    assert told(file, people["R2"]) == ["registered · list “Ministry”, row 3 · in one act of 2 people"]


def test_an_invitation_to_a_session_is_in_the_history(file: EventFile) -> None:
    person = a_delegate(file, "CHEA")
    invite(file, DARA, "lunch", [Wish(person)])

    assert told(file, person)[0].startswith("invited to lunch")


def test_after_a_merge_the_history_is_that_of_both_registrations(file: EventFile) -> None:
    person = a_delegate(file, "CHEA", phone="12")
    other = a_delegate(file, "CHEA", organisation="Senate")
    correct(file, DARA, other, {Field.ORGANISATION: "Royal Senate"})
    merging = merge(file, DARA, person, other)
    correct(file, DARA, person, {Field.PHONE: "34", Field.ORGANISATION: "Assembly"})

    assert (
        told(file, person)
        == told(file, other)
        == [
            "Organisation: Royal Senate → Assembly · Phone: 12 → 34",
            "two registrations merged",
            "Organisation: Senate → Royal Senate",
            "registered",
            "registered",
        ]
    )
    assert merging.registration.delegate.id == person
