"""One field of many people is set to one value: one act, with its number, which is undone as a whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin.desk.change_many import OF_MANY, change_many, number_to_change
from checkin.desk.correct import correct
from checkin.desk.define import amend
from checkin.desk.find import everybody
from checkin.desk.undo import finish_undo, last_of, undo
from checkin.domain.delegates import PRIVATE, Field, Status, Value
from checkin.domain.programme import FieldKind, LocalText, OwnField
from checkin.domain.undoing import AT_ARRIVALS, OF_PEOPLE
from checkin.errors import CheckinError
from checkin.wording import in_language
from tests.desk.seminar import DARA, a_delegate, at

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile


def values(file: EventFile, code: str) -> list[Value]:
    """The value that everybody has in this field."""
    return [each.delegate.value(code) for each in everybody(file)]


@pytest.fixture
def people(file: EventFile) -> list[str]:
    """250 people in two categories, more than are written at once."""
    return [a_delegate(file, f"N{n:03}", category="P" if n % 5 else "G") for n in range(250)]


def test_many_are_changed_by_one_act_that_says_how_many_and_is_undone_as_a_whole(
    file: EventFile, people: list[str]
) -> None:
    to_change, told = number_to_change(file, people, Field.CATEGORY, "G"), list[int]()
    done = change_many(file, DARA, people, Field.CATEGORY, "G", told.append)
    changed = values(file, Field.CATEGORY)
    act = last_of(file, OF_PEOPLE)
    at_arrivals = last_of(file, AT_ARRIVALS)
    undo(file, DARA, done.act)
    finish_undo(file)

    assert (to_change, done.number, told[-1]) == (200, 200, 200)
    assert changed == ["G"] * 250
    assert act is not None
    assert act.act.id == done.act
    assert in_language("en").act(act.act, act.name, file.event, at(0)) == "200 people changed: Category"
    assert at_arrivals is not None
    assert at_arrivals.act.id != done.act
    assert values(file, Field.CATEGORY).count("G") == 50


@pytest.mark.parametrize(
    ("code", "value"),
    [
        (Field.STATUS, Status.EXCUSED.value), (Field.DELEGATION, "Senate"), (Field.ORGANISATION, "  Senate "),
        (Field.ATTENTION, True), (Field.POSITION, ""), (Field.COUNTRY, "Laos"),
    ],
)  # fmt: skip
def test_each_kind_of_field_can_be_changed(file: EventFile, code: str, value: Value) -> None:
    person = a_delegate(file, position="Judge")
    done = change_many(file, DARA, [person], code, value)

    assert done.number == 1
    assert values(file, code) == [value.strip() if isinstance(value, str) else value]
    assert change_many(file, DARA, [person], code, value).act == ""


def test_a_field_of_the_event_is_changed_and_emptied(file: EventFile) -> None:
    event = file.event
    bus = OwnField("bus", LocalText.of("Bus"), FieldKind.TEXT)
    amend(file, DARA, event, replace(event, fields={"bus": bus}))
    people = [a_delegate(file, "CHEA"), a_delegate(file, "KEM")]
    correct(file, DARA, people[0], {"bus": "3"})

    assert number_to_change(file, people, "bus", "3") == 1
    assert number_to_change(file, people, "bus", "") == 1
    assert change_many(file, DARA, people, "bus", "4").number == 2
    assert values(file, "bus") == ["4", "4"]
    assert change_many(file, DARA, people, "bus", "").number == 2
    assert values(file, "bus") == ["", ""]


@pytest.mark.parametrize(
    ("code", "value"),
    [
        (Field.CATEGORY, "Q"),
        (Field.CATEGORY, ""),
        (Field.STATUS, "asleep"),
        (Field.REFERENCE, "R1"),
        ("bus", "3"),
    ],
)
def test_what_cannot_be_the_same_for_many_is_refused(file: EventFile, code: str, value: str) -> None:
    person = a_delegate(file)

    with pytest.raises(CheckinError):
        change_many(file, DARA, [person], code, value)
    assert last_of(file, OF_PEOPLE) is not None  # the registration, and nothing after it
    assert values(file, Field.CATEGORY) == ["P"]


def test_a_change_that_is_cancelled_changes_nobody(file: EventFile, people: list[str]) -> None:
    def stop(done: int) -> None:
        if done > 60:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        change_many(file, DARA, people, Field.COUNTRY, "Laos", stop)

    assert set(values(file, Field.COUNTRY)) == {""}


def test_nothing_private_is_changed_for_many() -> None:
    assert not PRIVATE & set(OF_MANY)
