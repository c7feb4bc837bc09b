"""Search: words of names in any script, whole words first, then beginnings, then all else; and beginnings of codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.domain.delegates import Field
from checkin.domain.facts import BadgeIssued, BadgeRevoked, Corrected, Registered
from checkin.storage import delegates
from checkin.text import query_words
from tests.storage.stories import START, a_registration, recorded, undone

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile


def found(file: EventFile, text: str, most: int = 50) -> list[str]:
    """The ids of those whom a search finds, in its order."""
    return [each.delegate.id for each in delegates.search(file.database, query_words(text), most)]


@pytest.fixture
def people(file: EventFile) -> EventFile:
    """Some delegates whose names look alike."""
    recorded(
        file,
        a_registration("works-with-sok", "CHEA", given_name="Vanna", organisation="Sok Foundation"),
        a_registration("sokha", "PRAK", given_name="Sokha"),
        a_registration("sok", "SOK", given_name="Sopheap", native_name="សុខ សុភាព", phone="+855 12 345 678"),
        a_registration("nguyen", "NGUYỄN", given_name="Văn Đức", reference="R-17"),
        a_registration("li", "李", given_name="明", email="li.ming@example.org"),
        Registered("native-only", {Field.NATIVE_NAME: "ជា វណ្ណា"}),
    )
    return file


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("sok", ["sok", "sokha", "works-with-sok"]),
        ("so", ["sokha", "sok", "works-with-sok"]),
        ("sopheap sok", ["sok"]),
        ("sok sop", ["sok"]),
        ("H.E. Sok", ["sok", "sokha", "works-with-sok"]),
        ("សុខ", ["sok"]),
        ("ជា", ["native-only"]),
        ("nguyen duc", ["nguyen"]),
        ("李", ["li"]),
        ("012345", ["sok"]),
        ("li.ming@ex", ["li"]),
        ("R-17", ["nguyen"]),
        ("foundation", ["works-with-sok"]),
        ("sok vanna", ["works-with-sok"]),
        ("nobody", []),
        ("", []),
        ("***", []),
        ('" OR names:*', []),
    ],
)
def test_whole_words_of_a_name_come_first_then_beginnings_then_all_else(
    people: EventFile, text: str, ids: list[str]
) -> None:
    assert found(people, text) == ids


def test_a_search_gives_no_more_than_is_wanted(people: EventFile) -> None:
    assert found(people, "s", most=2) == ["sokha", "sok"]


def test_a_corrected_name_is_found_and_the_former_one_is_not(people: EventFile) -> None:
    act = recorded(people, Corrected("sokha", {Field.GIVEN_NAME: "Rithy"}))

    assert found(people, "rithy") == ["sokha"]
    assert found(people, "sokha") == []

    undone(people, act)
    assert found(people, "rithy") == []
    assert found(people, "sokha") == ["sokha"]


def test_who_was_never_registered_is_not_found(people: EventFile) -> None:
    act = recorded(people, a_registration("bopha", "KEO", given_name="Bopha"))
    assert found(people, "bopha") == ["bopha"]

    undone(people, act)

    assert found(people, "bopha") == []


def test_a_badge_is_found_by_the_beginning_of_its_code_valid_or_not(people: EventFile) -> None:
    recorded(
        people,
        BadgeIssued("BAAA1", "sok", START),
        BadgeIssued("BAAB1", "sokha", START),
        BadgeIssued("BAAB2", "sokha", START),
        BadgeRevoked("BAAB1"),
        BadgeRevoked("BAAC1"),
    )

    def ids(beginning: str, most: int = 50) -> list[str]:
        known = delegates.with_code_beginning(people.database, beginning, most)
        return [each.delegate.id for each in known]

    assert sorted(ids("BAA")) == ["sok", "sokha"]
    assert ids("BAAA") == ["sok"]
    assert ids("BAAB") == ["sokha"]
    assert ids("BAAB1") == ["sokha"]
    assert ids("BAAC") == []
    assert ids("C") == []
    assert len(ids("B", most=1)) == 1


def test_a_registration_comes_with_its_newest_valid_badge(people: EventFile) -> None:
    recorded(people, BadgeIssued("BAAB1", "sokha", START), BadgeIssued("BAAB2", "sokha", START))

    (known,) = delegates.search(people.database, query_words("sokha"), 5)
    assert known.badge is not None
    assert (known.badge.code, known.badge.issue) == ("BAAB2", 2)
