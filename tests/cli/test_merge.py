"""`checkin merge` and `checkin separate`: one person of two registrations, or two persons who look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.seminar import by_reference

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer


@pytest.fixture
def again(computer: Computer, event: Path) -> str:
    """The id of a second registration of the seminar's R1, SOK Dara."""
    details = ("family_name=Dara", "given_name=Sok", "category=P", "reference=X9", "phone=012 555 666")
    return computer.does("register", event, *details).out.strip()


def test_after_a_merge_every_id_code_reference_and_name_leads_to_the_one_who_was_kept(
    computer: Computer, event: Path, again: str
) -> None:
    kept = by_reference(computer, event)["R1"]["id"]
    computer.does("arrive", event, kept)
    computer.does("arrive", event, again)
    codes = [each["code"] for each in computer.does("delegates", event, "--json").json if each["code"]]
    before = computer.does("delegates", event, "--json").json

    done = computer.does("merge", event, kept, again, "--json").json

    after = computer.does("delegates", event, "--json").json
    assert done["delegate"] == kept
    assert done["act"]
    assert {each["id"] for each in before} - {each["id"] for each in after} == {again}
    (person,) = (each for each in after if each["id"] == kept)
    assert (person["reference"], person["phone"]) == ("R1", "012 555 666")
    for text in (again, *codes, "X9", "R1", "Dara Sok"):
        computer.does("correct", event, text, f"diet={text}")
        (person,) = (each for each in computer.does("delegates", event, "--json").json if each["id"] == kept)
        assert person["diet"] == text
    assert computer.does("alike", event, "--json").json == []
    assert computer.does("verify", event, "--json").json["ok"]


def test_an_undo_of_the_merge_gives_each_what_was_theirs(computer: Computer, event: Path, again: str) -> None:
    kept = by_reference(computer, event)["R1"]["id"]
    before = computer.does("delegates", event, "--json").json
    done = computer.does("merge", event, kept, again, "--json").json

    undone = computer.does("undo", event, "--json").json

    assert undone["undone"]["act"] == done["act"]
    assert computer.does("delegates", event, "--json").json == before
    assert computer.does("verify", event, "--json").json["ok"]


def test_who_was_separated_is_not_asked_about_again_until_it_is_undone(
    computer: Computer, event: Path, again: str
) -> None:
    kept = by_reference(computer, event)["R1"]["id"]
    pairs = computer.does("alike", event, "--json").json

    act = computer.does("separate", event, again, kept, "--json").json["act"]

    assert [{each["one"], each["other"]} for each in pairs] == [{kept, again}]
    assert computer.does("alike", event, "--json").json == []
    assert computer.run("separate", event, kept, again).code == 1
    computer.does("undo", event, "--act", act)
    assert computer.does("alike", event, "--json").json == pairs


def test_in_a_chain_each_merge_stands_by_itself(computer: Computer, event: Path) -> None:
    ids = {reference: str(each["id"]) for reference, each in by_reference(computer, event).items()}
    first = computer.does("merge", event, ids["R1"], ids["R2"], "--json").json
    second = computer.does("merge", event, ids["R2"], ids["R3"], "--json").json
    assert second["delegate"] == ids["R1"]

    computer.does("undo", event, "--act", first["act"])

    apart = by_reference(computer, event)
    assert set(apart) == {"R1", "R2", "R4", "R5", "R6", "R7", "R8"}
    assert "one person already" in computer.refuses("merge", event, ids["R2"], ids["R3"])
    assert computer.does("verify", event, "--json").json["ok"]


def test_a_blocked_person_who_registered_again_stays_blocked_whoever_is_kept(
    computer: Computer, event: Path
) -> None:
    ids = {reference: str(each["id"]) for reference, each in by_reference(computer, event).items()}
    for keep, other in (("R1", "R5"), ("R5", "R1")):
        computer.does("merge", event, ids[keep], ids[other])

        entered = computer.run("enter", event, ids["R1"], "--session", "open")

        assert entered.code == 1
        assert entered.json["reason"] == "blocked"
        assert computer.refuses("arrive", event, ids["R1"])
        computer.does("undo", event)


def test_what_cannot_be_merged_is_said_in_a_sentence_and_changes_nothing(
    computer: Computer, event: Path, again: str
) -> None:
    kept = by_reference(computer, event)["R1"]["id"]
    same = computer.run("merge", event, kept, kept)
    unknown = computer.run("merge", event, kept, "nobody-of-this-name")
    computer.does("merge", event, kept, again)
    already = computer.run("merge", event, kept, again)
    apart = computer.run("separate", event, again, kept)

    assert [each.code for each in (same, unknown, already, apart)] == [1, 1, 1, 1]
    assert "one registration" in same.err
    assert "Nobody was found" in unknown.err
    assert "one person already" in already.err
    assert "one person already" in apart.err
    assert computer.run("merge", event, kept).code == 2


def test_nobody_accompanies_or_is_represented_by_themself(
    computer: Computer, event: Path, again: str
) -> None:
    computer.does("merge", event, "R1", again)
    before = computer.does("verify", event, "--json").json["entries"]

    for said in (f"accompanies={again}", "represented_by=R1"):
        assert "themself" in computer.refuses("correct", event, "R1", said)
    assert computer.does("verify", event, "--json").json["entries"] == before
