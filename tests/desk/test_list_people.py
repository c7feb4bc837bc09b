"""The list of people: who fits the choices, in which order, and what the list shows of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin.desk.correct import correct
from checkin.desk.define import amend
from checkin.desk.list_people import (
    delegations_listed,
    each_listed,
    find_listed,
    listed,
    number_of_people,
)
from checkin.desk.photos import take_photo
from checkin.desk.print_badges import print_to_file
from checkin.desk.revoke import revoke
from checkin.desk.undo import undo
from checkin.domain.delegates import Field, Status
from checkin.domain.listing import BadgeState, ListColumn, Sought, Trait
from checkin.domain.programme import Delegation, LocalText
from checkin.storage import delegates
from tests.desk.seminar import DARA, LOST, a_badge, a_delegate, at
from tests.photos import a_photo

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.storage.event_file import EventFile

SENATE = LocalText((("en", "Senate"), ("km", "ព្រឹទ្ធសភា")))


def names(file: EventFile, sought: Sought) -> list[str]:
    """The family names of those who are listed."""
    ids = find_listed(file, sought)
    known = listed(file, ids)
    return [known[who].registration.delegate.family_name for who in ids]


@pytest.fixture
def four(file: EventFile) -> dict[str, str]:
    """Four people; one of them has come, one is flagged and has come, one is excused."""
    people = {
        "SOK": a_delegate(
            file, "SOK", given_name="Sopheap", native_name="សុខ សុភាព", organisation="Royal University",
            country="Cambodia", reference="R3",
        ),
        "ÉTIENNE": a_delegate(file, "ÉTIENNE", category="G", delegation="Senate", email="e@example.org"),
        "ZHANG": a_delegate(file, "ZHANG", attention=True, delegation="ព្រឹទ្ធសភា", phone="+855 12 345"),
        "FARR": a_delegate(file, "FARR", status=Status.EXCUSED, category="F", reference="R1"),
    }  # fmt: skip
    a_badge(file, people["ÉTIENNE"], -20)
    a_badge(file, people["ZHANG"], -30)
    return people


@pytest.mark.usefixtures("four")
@pytest.mark.parametrize(
    ("sought", "found"),
    [
        (Sought(), ["ÉTIENNE", "FARR", "SOK", "ZHANG"]),
        (Sought(is_down=True), ["ZHANG", "SOK", "FARR", "ÉTIENNE"]),
        (Sought("sophea"), ["SOK"]),
        (Sought("university so"), ["SOK"]),
        (Sought("សុភាព"), ["SOK"]),
        (Sought("etienne"), ["ÉTIENNE"]),
        (Sought("cambod"), ["SOK"]),
        (Sought("guests"), ["ÉTIENNE"]),
        (Sought("sopheapsok"), ["SOK"]),
        (Sought("sok zhang"), []),
        (Sought(traits=frozenset({Trait.EXPECTED})), ["SOK"]),
        (Sought(traits=frozenset({Trait.ARRIVED})), ["ÉTIENNE", "ZHANG"]),
        (Sought(traits=frozenset({Trait.EXPECTED, Trait.ARRIVED})), ["ÉTIENNE", "SOK", "ZHANG"]),
        (Sought(traits=frozenset({Trait.ARRIVED, Trait.ATTENTION})), ["ZHANG"]),
        (Sought(traits=frozenset({Trait.NO_BADGE})), ["FARR", "SOK"]),
        (Sought(category="G"), ["ÉTIENNE"]),
        (Sought(status=Status.EXCUSED.value), ["FARR"]),
        (Sought(delegation="Senate"), ["ÉTIENNE"]),
        (Sought(order=ListColumn.REFERENCE), ["FARR", "SOK", "ÉTIENNE", "ZHANG"]),
        (Sought(order=ListColumn.REFERENCE, is_down=True), ["SOK", "FARR", "ÉTIENNE", "ZHANG"]),
        (Sought(order=ListColumn.ARRIVAL), ["ZHANG", "ÉTIENNE", "SOK", "FARR"]),
        (Sought(order=ListColumn.CATEGORY), ["SOK", "ZHANG", "ÉTIENNE", "FARR"]),
        (Sought(order=ListColumn.STATUS), ["SOK", "ÉTIENNE", "ZHANG", "FARR"]),
        (Sought(order=ListColumn.ATTENTION), ["ZHANG", "SOK", "ÉTIENNE", "FARR"]),
        (Sought(order=ListColumn.BADGE), ["ÉTIENNE", "ZHANG", "SOK", "FARR"]),
        (Sought(order=ListColumn.SOURCE), ["SOK", "ÉTIENNE", "ZHANG", "FARR"]),
    ],
)
def test_people_are_found_by_every_choice_and_stand_in_every_order(
    file: EventFile, sought: Sought, found: list[str]
) -> None:
    assert names(file, sought) == found


def test_who_has_a_photo_comes_first_where_the_list_is_sorted_by_photos(
    file: EventFile, four: dict[str, str], tmp_path: Path
) -> None:
    take_photo(file, DARA, four["SOK"], a_photo(tmp_path / "sok.jpg"))

    assert names(file, Sought(order=ListColumn.PHOTO))[0] == "SOK"
    assert listed(file, [four["SOK"]])[four["SOK"]].registration.delegate.photo


def test_a_code_finds_the_holder_of_its_badge(file: EventFile, four: dict[str, str]) -> None:
    known = listed(file, [four["ZHANG"]])[four["ZHANG"]].registration.badge
    assert known is not None

    assert names(file, Sought(known.code.lower())) == ["ZHANG"]


def test_a_delegation_is_found_by_each_of_its_names(file: EventFile, four: dict[str, str]) -> None:
    before = delegations_listed(file)
    event = file.event
    known = Delegation("senate", (SENATE,))
    amend(file, DARA, event, replace(event, delegations={"senate": known}))

    assert before == {"Senate": 1, "ព្រឹទ្ធសភា": 1}
    assert list(delegations_listed(file).values()) == [2]
    assert names(file, Sought(delegation="Senate")) == ["ÉTIENNE", "ZHANG"]
    assert four


def test_the_badge_is_told_as_far_as_it_has_come(file: EventFile, tmp_path: Path) -> None:
    person = a_delegate(file, "CHEA")
    told = [listed(file, [person])[person].badge]
    code = a_badge(file, person)
    told.append(listed(file, [person])[person].badge)
    print_to_file(
        file, DARA, delegates.by_ids(file.database, [person]), tmp_path / "b.pdf", at(0), lambda _: None
    )
    told.append(listed(file, [person])[person].badge)
    correct(file, DARA, person, {Field.CATEGORY: "G"})
    told.append(listed(file, [person])[person].badge)
    revoke(file, DARA, code, LOST)
    told.append(listed(file, [person])[person].badge)

    assert told == [
        BadgeState.NONE, BadgeState.ISSUED, BadgeState.PRINTED, BadgeState.CHANGED, BadgeState.NONE
    ]  # fmt: skip


def test_whoever_is_gone_is_left_out_of_the_rows_and_of_a_file(file: EventFile) -> None:
    first, second = a_delegate(file, "CHEA"), a_delegate(file, "KEM")
    ids = find_listed(file, Sought())
    undo(file, DARA)
    lots = list[int]()

    assert list(listed(file, ids)) == [first]
    assert [each.registration.delegate.id for each in each_listed(file, ids, lambda: lots.append(1))] == [
        first
    ]
    assert lots == [1]
    assert number_of_people(file) == 1
    assert second in ids


def test_a_cancelled_list_stops_at_once(file: EventFile) -> None:
    a_delegate(file)

    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        find_listed(file, Sought(), stop)
