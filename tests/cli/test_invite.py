"""`checkin invite`: who is named for a session, at its door, in the JSON and in the report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.seminar import arrived, by_reference

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer


def test_whoever_is_invited_enters_and_stands_in_json_and_report(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    refused = computer.does("scan", event, "--session", "guests", stdin=code).json
    options = ("--answer", "accepts", "--seat", "A3", "--persons", "2")
    told = computer.does("invite", event, "guests", "R1", *options, "--json").json
    computer.does("invite", event, "guests", "R2")
    admitted = computer.does("scan", event, "--session", "guests", stdin=code).json
    computer.does("report", event, "invited", "--out", event.with_name("r.json"), "--session", "guests")
    report = json.loads(event.with_name("r.json").read_text(encoding="utf-8"))
    known = by_reference(computer, event)

    assert refused["reason"] == "not_on_list"
    assert (admitted["verdict"], admitted["reason"]) == ("admitted", None)
    assert told["act"]
    assert known["R1"]["invited"] == [{"session": "guests", "answer": "accepts", "seat": "A3", "persons": 2}]
    assert known["R2"]["invited"] == [{"session": "guests", "answer": "", "seat": "", "persons": 1}]
    assert known["R3"]["invited"] == []
    rows = [dict(zip(report["columns"], row, strict=True)) for row in report["rows"]]
    assert [(row["seat"], row["persons"], row["inside"]) for row in rows] == [("", 1, False), ("A3", 2, True)]


def test_an_invitation_is_withdrawn_and_undone(computer: Computer, event: Path) -> None:
    computer.does("invite", event, "guests", "R1", "R2")
    told = computer.does("invite", event, "guests", "R1", "--withdraw").out
    withdrawn = by_reference(computer, event)["R1"]["invited"]
    computer.does("undo", event)

    assert told == "SOK Dara: no longer invited to guests\n"
    assert withdrawn == []
    assert by_reference(computer, event)["R1"]["invited"] != []


def test_one_who_is_not_found_and_nobody_is_invited(computer: Computer, event: Path) -> None:
    assert "Nobody was found" in computer.refuses("invite", event, "guests", "R1", "R77")
    assert "no session “dinner”" in computer.refuses("invite", event, "dinner", "R1")
    assert computer.run("invite", event, "guests", "R1", "--answer", "perhaps").code == 2
    assert all(each["invited"] == [] for each in by_reference(computer, event).values())
