"""Search: words of names in any script, whole words first, then beginnings, then all else; and beginnings of codes."""

from __future__ import annotations

import hashlib

import pytest

from checkin.domain.delegates import Field
from checkin.domain.facts import BadgeIssued, BadgeRevoked, Corrected, Registered
from checkin.domain.folding import FOLD_EDITION
from checkin.storage import delegates, sounds
from checkin.storage.event_file import EventFile
from checkin.text import query_words
from tests.storage.stories import START, a_registration, recorded, undone


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


def test_the_index_of_an_earlier_program_is_made_anew_at_the_open(people: EventFile) -> None:
    recorded(people, a_registration("mueller", "MÜLLER", given_name="Jörg"))
    (row,) = people.database.row("SELECT no FROM delegates WHERE id = 'mueller'")
    people.database.run(
        "INSERT OR REPLACE INTO search (rowid, names, details) VALUES (?, 'muler jorg mulerjorg', '')", (row,)
    )
    people.database.run("UPDATE own SET value = 2 WHERE name = 'folded_by'")
    path = people.path
    people.close()

    with EventFile.open(path, "desk1") as opened:
        assert found(opened, "mueller") == ["mueller"]
        assert opened.words.with_sounds(["nlr"]) == {"muler": "nlr"}


def test_whoever_changes_what_the_index_holds_raises_the_edition_of_the_fold(people: EventFile) -> None:
    """Else the files that are there keep their old index, and a query of the new program finds nobody in it."""
    recorded(
        people, a_registration("mueller", "MÜLLER", given_name="Jörg", organisation="L’Académie de Łódź")
    )
    people.database.run("CREATE VIRTUAL TABLE temp.held USING fts5vocab(main, search, col)")
    held = people.database.rows("SELECT term, col FROM held ORDER BY term, col")

    digest = hashlib.sha256(repr(held).encode()).hexdigest()[:16]
    assert (FOLD_EDITION, digest) == (5, "9f75311b098f7640")


def test_words_are_known_by_their_sound_and_delegates_by_theirs(people: EventFile) -> None:
    alike = people.words.with_sounds(["sk", "prk"])

    assert alike == {"soka": "sk", "sok": "sk", "prak": "prk"}
    heard = sounds.heard(people.database, [("x", [("soka", "sk")]), ("pra", [])], 9)
    assert [each.delegate.id for each in heard] == ["sokha"]
    assert sounds.heard(people.database, [], 9) == []
    of_sok = sounds.with_details(people.database, ["sok", "found"], 9)
    assert [each.delegate.id for each in of_sok] == ["works-with-sok"]
    assert sounds.with_sound_of_organisation(people.database, [("sok", "sk")], 9) == of_sok
