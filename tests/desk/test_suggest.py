"""Whom a desk suggests when a search finds nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.find import find
from checkin.desk.suggest import Clue, look_alikes, sounding_like, suggest
from tests.desk.seminar import a_delegate

if TYPE_CHECKING:
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile

PEOPLE = (
    ("PRAK", "Sokhonn", "Ministry of Foreign Affairs"),
    ("KEM", "Rith", "Ministry of Foreign Affairs"),
    ("CHEA", "Vanna", "UNESCO"),
    ("KEO", "Phally", "UNICEF"),
    ("SOK", "Sopheap", "Royal University"),
    ("MÜLLER", "Jörg", "GIZ"),
    ("Schmidt", "Anna", "GIZ"),
    ("", "", "National Assembly"),
)


@pytest.fixture
def people(file: EventFile) -> EventFile:
    for family, given, organisation in PEOPLE:
        native = "" if family else "ចាន់ ធារី"
        a_delegate(file, family_name=family, given_name=given, native_name=native, organisation=organisation)
    return file


def names(found: list[Registration] | tuple[Registration, ...]) -> list[str]:
    return [each.delegate.name for each in found]


def suggested(file: EventFile, text: str) -> dict[Clue, list[str]]:
    assert find(file, text) == []
    return {each.clue: names(each.found) for each in suggest(file, text)}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("rit", "KEM Rith"),
        ("rhit", "KEM Rith"),
        ("jea", "CHEA Vanna"),
        ("jea wanna", "CHEA Vanna"),
        ("faly", "KEO Phally"),
        ("keo faly", "KEO Phally"),
        ("sukon", "PRAK Sokhonn"),
        ("sohkonn", "PRAK Sokhonn"),
        ("prok sokkon", "PRAK Sokhonn"),
        ("vnana", "CHEA Vanna"),
        ("wanah", "CHEA Vanna"),
        ("sobeap", "SOK Sopheap"),
        ("zopheap", "SOK Sopheap"),
        ("miller", "MÜLLER Jörg"),
        ("smit", "Schmidt Anna"),
        ("H.E. faly", "KEO Phally"),
        ("chan tiari", "ចាន់ ធារី"),
        ("ចន ធារា", "ចាន់ ធារី"),
    ],
)
def test_who_sounds_alike_is_found(people: EventFile, typed: str, name: str) -> None:
    assert names(sounding_like(people, typed, 50))[0] == name


def test_the_clues_come_in_their_order_and_each_person_once(people: EventFile) -> None:
    known = suggested(people, "sokhonx unesco")

    assert list(known) == [Clue.ORGANISATION, Clue.SOUNDS_ALIKE]
    assert known == {Clue.ORGANISATION: ["CHEA Vanna"], Clue.SOUNDS_ALIKE: ["PRAK Sokhonn"]}
    assert suggested(people, "sopheaq") == {Clue.TYPO: ["SOK Sopheap"]}


@pytest.mark.parametrize(
    ("typed", "beginning"),
    [
        ("sopheaxy", "sophea"),
        ("sokqx sopheap", "sok sopheap"),
        ("sok sopheaxy", "sok sophea"),
        ("phallxu", "phall"),
        ("muellerin", "mueller"),
    ],
)
def test_the_longest_beginning_that_finds_somebody_is_told_as_it_was_typed(
    people: EventFile, typed: str, beginning: str
) -> None:
    assert find(people, typed) == []
    (first, *_) = suggest(people, typed)

    assert (first.clue, first.text) == (Clue.FEWER_LETTERS, beginning)


def test_a_few_letters_in_common_are_no_beginning(people: EventFile) -> None:
    assert Clue.FEWER_LETTERS not in suggested(people, "vaxxxx")
    assert suggested(people, "qqqq") == {}
    assert suggest(people, "") == suggest(people, " – ") == []


@pytest.mark.parametrize("typed", ["dara unesco", "unesko dara", "uneszko"])
def test_whoever_is_of_the_organisation_is_suggested(people: EventFile, typed: str) -> None:
    assert suggested(people, typed)[Clue.ORGANISATION] == ["CHEA Vanna"]


def test_a_word_that_sounds_like_a_name_is_no_organisation(people: EventFile) -> None:
    a_delegate(people, family_name="LY", given_name="Nary", organisation="Phali Foundation")

    assert suggested(people, "falie") == {Clue.SOUNDS_ALIKE: ["KEO Phally"]}
    assert suggested(people, "fondatione") == {Clue.ORGANISATION: ["LY Nary"]}


def test_a_word_of_a_name_or_of_an_address_is_no_organisation(people: EventFile) -> None:
    a_delegate(
        people, family_name="UNG", given_name="Malis", organisation="Sok Foundation", email="qqq@example.org"
    )

    assert Clue.ORGANISATION not in suggested(people, "sok sofeap")
    assert suggested(people, "qqqx") == {Clue.FEWER_LETTERS: ["UNG Malis"]}
    assert Clue.ORGANISATION not in suggested(people, "qqq zzzz")


def test_of_an_organisation_whoever_sounds_alike_comes_first(people: EventFile) -> None:
    found = suggest(people, "wrixt foreign")

    assert names(found[0].found) == ["KEM Rith", "PRAK Sokhonn"]
    assert found[0].text == "foreign"


@pytest.mark.parametrize(
    ("name", "first"),
    [("sok sopheap", "SOK Sopheap"), ("Sopheap SOK", "SOK Sopheap"), ("Sok Sopeab", "SOK Sopheap"),
     ("Mueller", "MÜLLER Jörg"), ("ចាន់", "ចាន់ ធារី")],
)  # fmt: skip
def test_look_alikes_are_those_of_the_name_then_those_who_sound_alike(
    people: EventFile, name: str, first: str
) -> None:
    assert names(look_alikes(people, name, 3))[0] == first
    assert len(look_alikes(people, name, 1)) == 1


def test_one_word_of_two_in_common_makes_no_look_alike(people: EventFile) -> None:
    assert look_alikes(people, "Sok Dara", 5) == []
    assert names(look_alikes(people, "Prof Sok Sopheab Dara", 5)) == ["SOK Sopheap"]


def test_nothing_looks_like_nothing(people: EventFile) -> None:
    assert look_alikes(people, " ", 5) == []
    assert sounding_like(people, "123", 5) == []


@pytest.mark.parametrize("typed", ["tik", "mik", "tk", "uk", "wat", "kom"])
def test_a_short_text_offers_nobody_rather_than_whoever_has_the_same_consonants(
    people: EventFile, typed: str
) -> None:
    for family, given in (
        ("TAK", "Seung-ho"),
        ("DO", "Thi Khanh"),
        ("TIKHOMIROV", "Gleb"),
        ("MEENAKSHI", "Ojha"),
    ):
        a_delegate(people, family_name=family, given_name=given, organisation="Young Waters of Akom")

    assert look_alikes(people, typed, 5) == []
    if not find(people, typed):
        assert suggest(people, typed) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [("kem", ["KEM Rith"]), ("Jea", ["CHEA Vanna"]), ("RIT", ["KEM Rith"]), ("sok", ["SOK Sopheap"])],
)
def test_a_short_name_looks_like_whoever_has_it_as_a_whole_word(
    people: EventFile, typed: str, found: list[str]
) -> None:
    a_delegate(people, family_name="KEMARA", given_name="Sokunthea")

    assert names(look_alikes(people, typed, 5)) == found


def test_a_name_of_two_syllables_is_found_with_one_too_many(people: EventFile) -> None:
    a_delegate(people, native_name="田中 健")

    assert suggested(people, "田中一") == {Clue.TYPO: ["SOK"]}
