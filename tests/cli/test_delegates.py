"""`checkin delegates`, `register` and `correct`: who is on record, and what of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.cli.seminar import arrived, by_reference

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer

KEYS = {
    "id", "honorific", "family_name", "given_name", "native_name", "position", "organisation", "delegation",
    "country", "category", "precedence", "email", "phone", "reference", "status", "arrived_at", "code",
}  # fmt: skip


def test_a_delegate_in_json_is_as_the_contract_has_it(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    known = by_reference(computer, event)

    assert known["R1"].keys() >= KEYS
    assert known["R1"]["native_name"] == "សុខ ដារ៉ា"
    assert known["R1"]["precedence"] == 1
    assert known["R2"]["precedence"] == 2.5
    assert known["R3"]["precedence"] is None
    assert (known["R3"]["honorific"], known["R3"]["status"]) == ("", "registered")
    assert known["R1"]["code"] == code
    assert len(code) == 16
    assert str(known["R1"]["arrived_at"]).endswith("+07:00")
    assert (known["R2"]["arrived_at"], known["R2"]["code"]) == (None, None)


@pytest.mark.parametrize(
    ("text", "references"),
    [("sok", {"R1"}), ("សុខ", {"R1"}), ("vanna ch", {"R2"}), ("dara@example", {"R1"}), ("lim", {"R5", "R6", "R7"}),
     ("nobody", set())],
)  # fmt: skip
def test_a_search_finds_by_words_of_what_is_known(
    computer: Computer, event: Path, text: str, references: set[str]
) -> None:
    found = computer.does("delegates", event, "--search", text, "--json").json

    assert {each["reference"] for each in found} == references


def test_only_those_are_listed_who_are_asked_for(computer: Computer, event: Path) -> None:
    arrived(computer, event, "R1")
    asked = {
        ("--category", "Guests"): {"R3", "R4"},
        ("--category", "ភ្ញៀវ", "--category", "F"): {"R3", "R4", "R8"},
        ("--status", "blocked", "--status", "declined"): {"R5", "R7"},
        ("--arrived",): {"R1"},
        ("--expected", "--category", "P"): {"R2"},
        ("--search", "lim", "--status", "cancelled"): {"R6"},
    }
    answers = computer.run_all(*(("delegates", event, *options, "--json") for options in asked))

    assert [{each["reference"] for each in answer.json} for answer in answers] == list(asked.values())
    assert computer.run("delegates", event, "--category", "Nobody").code == 1


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_list_that_goes_out_comes_in_again_and_changes_nothing(
    computer: Computer, event: Path, tmp_path: Path, ending: str
) -> None:
    computer.does("correct", event, "dara@example.org", "phone=+855 12 000 001")
    computer.does("delegates", event, "--out", tmp_path / f"all.{ending}")

    plan = computer.does("import", event, tmp_path / f"all.{ending}", "--json").json

    assert (plan["same"], plan["new"], plan["changed"], plan["questions"]) == (8, 0, 0, [])


def test_the_list_for_people_has_a_line_for_each(computer: Computer, event: Path) -> None:
    lines = computer.does("delegates", event).out.splitlines()

    assert len(lines) == 8
    assert "CHEA Vanna" in lines[0]
    assert "blocked" in lines[2]
    assert "H.E. SOK Dara" in lines[-1]


def test_a_walk_in_is_registered_and_the_id_is_printed(computer: Computer, event: Path) -> None:
    answer = computer.does("register", event, "family_name=NOP", "category=Guests", "native_name=ណុប")
    number = answer.out.strip()

    (found,) = computer.does("delegates", event, "--search", "ណុប", "--json").json
    assert (found["id"], found["category"]) == (number, "G")
    assert (
        computer.does("register", event, "native_name=ឯក", "category=P", "--json").json["native_name"] == "ឯក"
    )


def test_a_walk_in_who_cannot_be_is_refused(computer: Computer, event: Path) -> None:
    cases = [
        ["family_name=NOP"],
        ["category=P"],
        ["family_name= ", "category=P"],
        ["family_name=NOP", "category=Zebra"],
        ["family_name=NOP", "category=P", "status=perhaps"],
        ["family_name=NOP", "category=P", "precedence=first"],
    ]
    answers = computer.run_all(*[("register", event, *fields) for fields in cases])

    for fields, answer in zip(cases, answers, strict=True):
        assert answer.code == 1, fields
        assert len(answer.err.splitlines()) == 1, fields
        assert not re.search("RejectReason|fault of the program", answer.err)
    assert len(by_reference(computer, event)) == 8


def test_what_is_recorded_is_corrected(computer: Computer, event: Path) -> None:
    computer.does("correct", event, "SOK", "family_name=SOKH", "status=blocked", "precedence=")

    known = by_reference(computer, event)["R1"]
    assert (known["family_name"], known["status"], known["precedence"]) == ("SOKH", "blocked", None)
    assert known["given_name"] == "Dara"


def test_a_correction_that_changes_nothing_is_none(computer: Computer, event: Path) -> None:
    computer.does("correct", event, "SOK", "family_name=SOK")

    assert "nothing to undo" in computer.refuses("undo", event)


def test_a_correction_that_cannot_be_is_refused(computer: Computer, event: Path) -> None:
    before = by_reference(computer, event)
    cases = [
        ("R1", "category="),
        ("R1", "family_name=", "given_name=", "native_name="),
        ("R1", "status=gone"),
        ("LIM", "status=blocked"),
        ("nobody", "status=blocked"),
        ("", "status=blocked"),
    ]
    answers = computer.run_all(*[("correct", event, *case) for case in cases])

    assert [answer.code for answer in answers] == [1] * len(cases)
    assert all(len(answer.err.splitlines()) == 1 for answer in answers)
    assert by_reference(computer, event) == before


def test_a_delegate_is_named_by_id_by_code_or_by_a_search_that_finds_one(
    computer: Computer, event: Path
) -> None:
    (code,) = arrived(computer, event, "R1")
    known = by_reference(computer, event)["R1"]
    grouped = "-".join(code[at : at + 4] for at in range(0, 16, 4)).lower()
    for name in (known["id"], code, grouped, "sok dara", "R1"):
        answer = computer.does("arrive", event, name)

        assert answer.out.startswith("SOK Dara: arrived already")
    assert "3 participants" in computer.refuses("arrive", event, "LIM")
