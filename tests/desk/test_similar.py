"""Whoever is meant stands among the first five, although a word was mistyped, left out or turned round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.arrive import arrive
from checkin.desk.correct import correct
from checkin.desk.find import find
from checkin.desk.similar import similar
from checkin.desk.suggest import ENOUGH, Clue, likeliest_of, suggest
from checkin.domain.delegates import Field
from checkin.domain.facts import Registered
from checkin.storage.event_file import EventFile
from tests.desk import sought
from tests.desk.seminar import DARA, a_delegate, a_seminar, at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checkin.domain.delegates import Delegate

PEOPLE = 2_000
OF_EACH_KIND = 12


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[EventFile, list[Delegate]]]:
    """An event with many people of five parts of the world."""
    path: Path = tmp_path_factory.mktemp("crowd") / "crowd.event"
    everybody = sought.people(PEOPLE)
    with EventFile.create(path, a_seminar(), "desk1", DARA.operator) as file:
        with file.transaction():
            file.append([registered(one) for one in everybody], DARA.operator)
        yield file, everybody


def registered(one: Delegate) -> Registered:
    return Registered(one.id, {field: one.value(field) for field in sought.FIELDS if one.value(field)})


def first_five(file: EventFile, text: str) -> list[str]:
    found, nearly = likeliest_of(file, text, 50)
    return [each.delegate.id for each in (*found, *nearly)][:5]


def names(file: EventFile, text: str) -> list[str]:
    return [each.delegate.name for each in similar(file, text, 5)]


@pytest.mark.parametrize("kind", sought.KINDS)
def test_whoever_is_meant_is_among_the_first_five(crowd: tuple[EventFile, list[Delegate]], kind: str) -> None:
    file, everybody = crowd
    queries = [each for each in sought.queries(everybody, OF_EACH_KIND) if each.kind == kind]
    missed = [each for each in queries if each.meant not in first_five(file, each.typed)]

    assert len(missed) <= sought.KINDS[kind].may_miss, missed


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("sok sophexp", "SOK Sopheap"),
        ("sok sopehap", "SOK Sopheap"),
        ("sok sophap", "SOK Sopheap"),
        ("sok sopheaap x", ""),
        ("sokk sophreap", "SOK Sopheap"),
        ("xopheap sok", "SOK Sopheap"),
        ("sophexp", "SOK Sopheap"),
        ("soxhe", "SOK Sopheap"),
        ("sok soxhe", "SOK Sopheap"),
        ("zok sopheap", "SOK Sopheap"),
        ("zok sophexp", "SOK Sopheap"),
        ("muelelr", "MÜLLER Jörg"),
        ("មុន្នីរ័ក្ន", "ចាន់ មុន្នីរ័ត្ន"),
        ("zhoijie", "WANG Zhijie"),
        ("ohijie", "WANG Zhijie"),
        ("sopxeaq", ""),
        ("sxk", ""),
        ("1234", ""),
        ("", ""),
    ],
)
def test_one_typo_in_any_word_finds_the_name(file: EventFile, typed: str, name: str) -> None:
    for family, given in (("SOK", "Sopheap"), ("MÜLLER", "Jörg"), ("WANG", "Zhijie")):
        a_delegate(file, family_name=family, given_name=given)
    a_delegate(file, family_name="", given_name="", native_name="ចាន់ មុន្នីរ័ត្ន")

    assert names(file, typed) == ([name] if name else [])


def test_an_organisation_with_a_typo_finds_whoever_is_of_it(file: EventFile) -> None:
    a_delegate(file, given_name="Dara", organisation="UNESCO")

    assert names(file, "unseco") == names(file, "dara unecso") == ["SOK Dara"]


def test_below_few_who_are_found_stand_those_who_are_spelt_nearly_so(file: EventFile) -> None:
    a_delegate(file, family_name="CHENG", given_name="Vanna")
    a_delegate(file, family_name="CHAN", given_name="Vanna")
    found = find(file, "chen vanna")
    (suggestion,) = suggest(file, "chen vanna", found)

    assert [each.delegate.name for each in found] == ["CHENG Vanna"]
    assert suggestion.clue is Clue.TYPO
    assert [each.delegate.name for each in suggestion.found] == ["CHAN Vanna"]


def test_beside_whoever_has_the_whole_name_nobody_is_suggested(file: EventFile) -> None:
    a_delegate(file, family_name="CHEA", given_name="Vanna")
    a_delegate(file, family_name="CHAN", given_name="Vanna")

    assert suggest(file, "chea vanna", find(file, "chea vanna")) == []
    assert len(suggest(file, "chaa vanna")[0].found) <= ENOUGH


def test_a_corrected_name_is_found_with_a_typo_and_the_former_one_no_longer(file: EventFile) -> None:
    one = a_delegate(file, given_name="Sopheap")
    assert names(file, "sophaep") == ["SOK Sopheap"]

    correct(file, DARA, one, {Field.GIVEN_NAME: "Bopha"})

    assert names(file, "sophaep") == []
    assert names(file, "bohpa") == ["SOK Bopha"]


def test_of_namesakes_whoever_is_expected_comes_first(file: EventFile) -> None:
    here, expected = (a_delegate(file, given_name="Sopheap") for _ in range(2))
    arrive(file, DARA, [here], at(0))

    assert [each.delegate.id for each in find(file, "sok sopheap")] == [expected, here]
    assert [each.delegate.id for each in similar(file, "sok sophaep", 5)] == [expected, here]


def test_of_more_namesakes_than_are_shown_the_expected_ones_are(file: EventFile) -> None:
    many = [a_delegate(file, given_name="Sopheap") for _ in range(6)]
    arrive(file, DARA, many[:4], at(0))

    assert {each.delegate.id for each in find(file, "sok sopheap", 2)} == set(many[4:])


@pytest.mark.parametrize(
    "typed",
    [
        "5678",
        "345 678",
        "12345678",
        "+855 12 345 678",
        "012 345 678",
        "012-345-678",
        "0085512345678",
        "234",
        "៥៦៧៨",
    ],
)
def test_a_number_is_found_by_digits_anywhere_in_it(file: EventFile, typed: str) -> None:
    one = a_delegate(file, phone="+855 12 345 678")
    a_delegate(file, phone="099 111 222 / 011 888 777")

    assert [each.delegate.id for each in find(file, typed)] == [one]


def test_whose_number_ends_with_the_digits_comes_first_and_of_these_whoever_is_expected(
    file: EventFile,
) -> None:
    middle, end, here = (
        a_delegate(file, phone=phone) for phone in ("+855 95 678 111", "+855 12 345 678", "010 005 678")
    )
    arrive(file, DARA, [here], at(0))

    assert [each.delegate.id for each in find(file, "5678")] == [end, here, middle]
