"""`checkin alike`: who may be registered twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.seminar import by_reference

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer


def test_pairs_who_may_be_one_person_are_listed_best_first(computer: Computer, event: Path) -> None:
    known = by_reference(computer, event)
    again = computer.does("register", event, "family_name=Dara", "given_name=Sok", "category=P").out.strip()
    blocked = computer.does(
        "register", event, "family_name=LIM", "given_name=Bloked", "category=P", "status=cancelled"
    ).out.strip()
    pairs = computer.does("alike", event, "--json").json
    lines = computer.does("alike", event).out.splitlines()

    assert [(each["one"], each["other"]) for each in pairs] == [
        (known["R1"]["id"], again),
        (known["R5"]["id"], blocked),
    ]
    assert pairs[0]["why"] == "The names have the same words in another order."
    assert all(set(each) == {"one", "other", "why", "score"} and 0 < each["score"] <= 1 for each in pairs)
    assert [each["score"] for each in pairs] == sorted((each["score"] for each in pairs), reverse=True)
    assert [again in line for line in lines] == [True, False]


def test_an_event_in_which_nobody_is_alike_has_no_pairs(computer: Computer, event: Path) -> None:
    assert computer.does("alike", event, "--json").json == []
    assert computer.does("alike", event).out == ""
