"""Ticket codes of other systems, from the list that brings them to the door that reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.cli.seminar import by_reference

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer

ORDERS = """\
Order code,Attendee name,Attendee email,Ticket secret,Product
B2XYZ,Lina Okafor,lina@example.org,k9hwzt4m2v7q,Participants
B2XYZ,Tomas Novak,lina@example.org,p3xr8d6n5c1j,Participants
"""


def brought_in(computer: Computer, event: Path, text: str, name: str = "orders.csv") -> Any:  # noqa: ANN401 - JSON
    """Bring in this list, in which everybody is a participant; what the command says."""
    path = event.with_name(name)
    path.write_text(text, encoding="utf-8")
    return computer.does("import", event, path, "--column", "Product=category", "--json").json


def answers(computer: Computer, event: Path, *texts: str) -> list[tuple[str, str | None, str]]:
    """Verdict, reason and name for each text that is read at the door of the session that is on."""
    told = computer.does("scan", event, "--session", "open", stdin="\n".join(texts)).jsons
    return [(each["verdict"], each["reason"], each["name"]) for each in told]


def test_tickets_of_a_list_open_the_door(computer: Computer, event: Path) -> None:
    plan = brought_in(computer, event, ORDERS)
    fields = {each["header"]: each["field"] for each in plan["columns"]}

    assert (plan["new"], fields["Ticket secret"]) == (2, "ticket")
    assert answers(computer, event, "K9HW ZT4M 2V7Q", "k9hwzt4m2v7q", "p3xr8d6n5c1j", "p3xr8d6n5c1k") == [
        ("admitted", "arrival_recorded", "Lina Okafor"),
        ("out", None, "Lina Okafor"),
        ("admitted", "arrival_recorded", "Tomas Novak"),
        ("refused", "not_ours", ""),
    ]


def test_a_ticket_finds_its_person_at_the_desk_and_in_a_newer_list(computer: Computer, event: Path) -> None:
    brought_in(computer, event, ORDERS)
    newer = ORDERS.replace("Lina Okafor,lina@example.org", "Lina Okafor-Berg,lina.berg@example.org")
    plan = brought_in(computer, event, newer.replace("k9hwzt4m2v7q", "K9HWZT4M2V7Q"), "newer.csv")
    found = computer.does("delegates", event, "--search", "k9hw zt4m 2v7q", "--json").json

    assert (plan["new"], plan["changed"], plan["same"]) == (0, 1, 1)
    assert [each["email"] for each in found] == ["lina.berg@example.org"]
    computer.does("arrive", event, "k9hwzt4m2v7q")
    assert [each["email"] for each in by_state(computer, event, "--arrived")] == ["lina.berg@example.org"]


def by_state(computer: Computer, event: Path, *options: str) -> list[dict[str, Any]]:
    """The delegates whom these options ask for."""
    known: list[dict[str, Any]] = computer.does("delegates", event, *options, "--json").json
    return known


def test_a_ticket_that_differs_forbids_to_match_by_address_and_name(computer: Computer, event: Path) -> None:
    brought_in(computer, event, ORDERS)
    plan = brought_in(computer, event, ORDERS.replace("k9hwzt4m2v7q", "another-one"), "other.csv")

    assert (plan["new"], plan["alike"], plan["same"]) == (1, 1, 1)


def test_a_ticket_can_be_registered_and_corrected_and_is_in_no_export(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    registered = computer.does("register", event, "family_name=SOK", "category=P", "ticket=T-9 a", "--json")
    someone = registered.json["id"]
    computer.does("correct", event, "R1", "ticket=Secret 7")
    written = tmp_path / "all.csv"
    computer.does("delegates", event, "--out", written)
    told = computer.does("delegates", event, "--json")

    assert "ticket" not in registered.json
    assert "ticket" not in by_reference(computer, event)["R1"]
    for text in (told.out, registered.out, written.read_text(encoding="utf-8-sig")):
        assert "Secret" not in text
        assert "T-9" not in text
    assert answers(computer, event, "secret7", "t-9A") == [
        ("admitted", "arrival_recorded", "SOK Dara"),
        ("admitted", "arrival_recorded", "SOK"),
    ]
    computer.does("correct", event, someone, "ticket=SECRET7")
    assert answers(computer, event, "secret7") == [("refused", "not_ours", "")]
    assert len(by_state(computer, event, "--search", "Secret 7")) == 2
    assert answers(computer, event, "t-9a") == [("refused", "not_ours", "")]


def test_no_report_tells_a_ticket(computer: Computer, event: Path, tmp_path: Path) -> None:
    computer.does("correct", event, "R1", "ticket=Secret 7")
    assert [verdict for verdict, *_ in answers(computer, event, "SECRET7", "SECRET7")] == ["admitted", "out"]
    for name in ("attendance", "inside", "invited", "refusals"):
        computer.does("report", event, name, "--out", tmp_path / f"{name}.json")
        assert "secret" not in (tmp_path / f"{name}.json").read_text(encoding="utf-8").lower()
    assert computer.does("verify", event, "--json").json
