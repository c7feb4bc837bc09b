"""What the trade knows of people, from outside: seven states, two scripts, own fields, delegations, a list's source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.seminar import arrived, by_reference, definition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer

MORE = """
[[rooms]]
code = "Apsara"
name = { en = "Apsara Hall", km = "សាលអប្សរា" }
capacity = 120

[[delegations]]
code = "mfaic"
names = [{ en = "Ministry of Foreign Affairs", km = "ក្រសួងការបរទេស" }, "MFAIC"]
kind = "ministry"
quota = 6
liaison = { name = "CHEA Vanna", phone = "+855 00 555 900" }

[[fields]]
code = "vehicle"
name = { en = "Vehicle", km = "យានយន្ត" }
private = true

[[fields]]
code = "transfer"
name = "Airport transfer"
kind = "choice"
choices = [{ en = "by car", km = "តាមឡាន" }, "by bus"]
shown = ["card", "export"]

[[fields]]
code = "nights"
name = "Nights"
kind = "number"
"""
HEADER = (
    "Reference,Title,Native title,Family name,Name in native script,Category,Status,Delegation,Sex,Nationality,"
    "Vehicle,តម្រូវ,Airport transfer,Nights,Accompanies,Represented by\n"
)
LIST = """\
A1,H.E.,ឯកឧត្តម,SOK,សុខ ដារ៉ា,P,registered,mfaic,m,Cambodian,2A-1234,x,តាមឡាន,2,,
A2,Mrs,លោកស្រី,SOK,សុខ សុភា,P,registered,MFAIC,f,,,,,,A1,
A3,,,KEO,,P,excused,ក្រសួងការបរទេស,,,,,by bus,,,A1
A4,,,INVITED,,P,invited,,,,,,,,,
A5,,,PENDING,,P,pending,Embassy of Elsewhere,,,,,,,,
"""


@pytest.fixture
def forum(computer: Computer, tmp_path: Path) -> Path:
    """An event with definitions of every sort, and a list of one office."""
    (tmp_path / "forum.toml").write_text(definition() + MORE, encoding="utf-8")
    (tmp_path / "list.csv").write_text(HEADER + LIST, encoding="utf-8")
    event = tmp_path / "forum.event"
    computer.does("new", event, "--from", tmp_path / "forum.toml")
    answer = computer.does("import", event, tmp_path / "list.csv", "--source", "the ministry", "--json").json
    assert (answer["new"], answer["rejected"]) == (5, [])
    return event


def test_a_person_is_told_with_titles_of_each_script_own_fields_and_the_names_of_the_delegation(
    computer: Computer, forum: Path
) -> None:
    known = by_reference(computer, forum)

    minister, spouse, excused = known["A1"], known["A2"], known["A3"]
    assert (minister["honorific"], minister["native_honorific"]) == ("H.E.", "ឯកឧត្តម")
    assert (minister["sex"], minister["nationality"], minister["country"]) == ("m", "Cambodian", "")
    assert minister["fields"] == {"vehicle": "2A-1234", "transfer": "by car", "nights": 2}
    assert spouse["fields"] == {}
    assert {minister["delegation"], spouse["delegation"], excused["delegation"]} == {
        "Ministry of Foreign Affairs"
    }
    assert known["A5"]["delegation"] == "Embassy of Elsewhere"
    assert (spouse["accompanies"], excused["represented_by"]) == (minister["id"], minister["id"])
    assert (minister["accompanies"], minister["represented_by"]) == (None, None)
    assert (minister["collected_at"], minister["badge_number"], minister["invited"]) == (None, None, [])


def test_the_same_list_again_changes_nothing(computer: Computer, forum: Path, tmp_path: Path) -> None:
    answer = computer.does("import", forum, tmp_path / "list.csv", "--source", "the ministry", "--json").json

    assert (answer["new"], answer["changed"], answer["same"]) == (0, 0, 5)


def test_a_person_whom_no_row_and_no_delegate_is_is_told(
    computer: Computer, forum: Path, tmp_path: Path
) -> None:
    (tmp_path / "more.csv").write_text(
        "Reference,Family name,Category,Accompanies\nB1,LIM,P,A99\n", encoding="utf-8"
    )

    answer = computer.does("import", forum, tmp_path / "more.csv", "--json").json

    assert answer["new"] == 0
    assert [(each["row"], each["column"]) for each in answer["rejected"]] == [(2, "Accompanies")]


def test_own_fields_are_registered_and_corrected_like_others(computer: Computer, forum: Path) -> None:
    person = computer.does(
        "register",
        forum,
        "family_name=LIM",
        "category=P",
        "vehicle=3B-77",
        "transfer=by bus",
        "accompanies=A1",
        "--json",
    ).json
    assert person["fields"] == {"vehicle": "3B-77", "transfer": "by bus"}
    assert person["accompanies"] == by_reference(computer, forum)["A1"]["id"]

    computer.does("correct", forum, person["id"], "vehicle=", "nights=3", "sex=f", "accompanies=")

    (now,) = computer.does("delegates", forum, "--search", "lim", "--json").json
    assert (now["fields"], now["sex"], now["accompanies"]) == ({"transfer": "by bus", "nights": 3}, "f", None)
    assert "choices" in computer.refuses("correct", forum, person["id"], "transfer=by boat")
    assert "not a number" in computer.refuses("correct", forum, person["id"], "nights=many")
    unknown = computer.run("correct", forum, person["id"], "shoe_size=44")
    assert (unknown.code, unknown.out) == (2, "")
    assert "vehicle" in unknown.err


@pytest.mark.parametrize(
    ("who", "verdict"),
    [("A3", "cancelled"), ("A4", "not_arrived"), ("A5", "not_cleared")],
)
def test_who_is_not_registered_is_refused_at_a_door_and_let_in_by_a_supervisor(
    computer: Computer, forum: Path, who: str, verdict: str
) -> None:
    computer.does("correct", forum, who, "status=registered")
    (code,) = arrived(computer, forum, who)
    status = {"A3": "excused", "A4": "invited", "A5": "pending"}[who]
    computer.does("correct", forum, who, f"status={status}")

    (answer,) = computer.does("scan", forum, "--session", "open", stdin=code).jsons
    assert (answer["verdict"], answer["reason"]) == ("refused", verdict)
    let_in = computer.does(
        "admit", forum, who, "--session", "open", "--reason", "known to the chair", "--json"
    ).json
    assert (let_in["verdict"], let_in["reason"]) == ("admitted", "override")


def test_who_was_invited_and_never_answered_is_registered_by_arriving(
    computer: Computer, forum: Path
) -> None:
    arrived(computer, forum, "A4")

    invited = by_reference(computer, forum)["A4"]
    assert (invited["status"], invited["arrived_at"] is not None, len(invited["code"])) == (
        "registered",
        True,
        16,
    )
    computer.does("undo", forum)
    again = by_reference(computer, forum)["A4"]
    assert (again["status"], again["arrived_at"]) == ("invited", None)


@pytest.mark.parametrize(("who", "why"), [("A3", "excused"), ("A5", "not cleared")])
def test_who_is_excused_or_pending_needs_an_override_at_the_desk(
    computer: Computer, forum: Path, who: str, why: str
) -> None:
    assert why in computer.refuses("arrive", forum, who)
    computer.does("arrive", forum, who, "--override", "the minister asked")

    assert by_reference(computer, forum)[who]["arrived_at"] is not None


def test_expected_are_the_registered_alone(computer: Computer, forum: Path, tmp_path: Path) -> None:
    out = computer.does("badges", forum, "--all", "--out", tmp_path / "b.pdf").out

    assert out.startswith("2 of 5 badges")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('code = "family_name"\nname = "Family"', "[[fields]] family_name: code family_name is taken"),
        ('code = "Auto"\nname = "Auto"', "is not written in small letters"),
        ('code = "auto"\nname = "Auto"\nkind = "choice"', "[[fields]] auto: choices"),
        (
            'code = "auto"\nname = "Auto"\nkind = "colour"',
            "kind must be one of text, choice, yes_no, number, date",
        ),
        ('code = "auto"\nname = "Auto"\nshown = ["wall"]', "shown holds wall"),
        ('code = "vehicle"\nname = "Twice"', "[[fields]]: code vehicle stands there twice"),
    ],
)
def test_a_wrong_definition_of_a_field_is_told_with_its_place(
    computer: Computer, tmp_path: Path, line: str, sentence: str
) -> None:
    (tmp_path / "wrong.toml").write_text(f"{definition()}{MORE}\n[[fields]]\n{line}\n", encoding="utf-8")

    assert sentence in computer.refuses("new", tmp_path / "x.event", "--from", tmp_path / "wrong.toml")
    assert not (tmp_path / "x.event").exists()
