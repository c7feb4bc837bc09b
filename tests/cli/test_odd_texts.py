"""Texts that would deceive a screen or command a terminal: they neither get into the event file nor onto a terminal."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from checkin.cli.printed import PrintedStream
from tests.cli.seminar import by_reference, definition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer

ODD = "Odd\x1b[31m\u202e\u2066\ufeff\u200f\x07"


def test_no_odd_text_gets_into_the_event_file(computer: Computer, tmp_path: Path) -> None:
    event, by_odd = tmp_path / "odd.event", ("--operator", ODD)
    toml = definition().replace('title = "Seminar"', r'title = "Odd\u001b[31m\u202e\u2066\ufeff\u200f\u0007"')
    (tmp_path / "odd.toml").write_text(toml, encoding="utf-8")
    rows = f"R1,{ODD} SOK,Dara,P\n" + "R9,CHEA,Vanna,P\n" * 20
    (tmp_path / "list.csv").write_text(f"Reference,Family name,Given name,Category\n{rows}", encoding="utf-8")
    computer.does("new", event, "--from", tmp_path / "odd.toml", *by_odd)
    assert computer.run("import", event, tmp_path / "list.csv", "--source", ODD, *by_odd).code == 0
    computer.does("register", event, f"family_name={ODD} KEO", "reference=R2", "category=P", *by_odd)
    computer.does("correct", event, "R2", f"position={ODD}", *by_odd)
    computer.does("arrive", event, "R1", "--override", ODD, *by_odd)
    computer.does("revoke", event, by_reference(computer, event)["R1"]["code"], "--reason", ODD, *by_odd)

    known = by_reference(computer, event)
    assert known["R1"]["family_name"] == "Odd[31m SOK"
    assert (known["R2"]["family_name"], known["R2"]["position"]) == ("Odd[31m KEO", "Odd[31m")
    stored = b"".join(path.read_bytes() for path in tmp_path.glob("odd.event*") if path.is_file())
    assert b"Odd[31m" in stored
    assert b"Odd\x1b" not in stored
    assert rb"Odd\u001b" not in stored
    for mark in "\u202e\u2066\ufeff\u200f":
        assert f"m{mark}".encode() not in stored
    assert computer.does("verify", event, "--json").json["ok"] is True


def test_one_operator_is_one_also_with_odd_characters(computer: Computer, event: Path) -> None:
    computer.does("register", event, "family_name=NOP", "category=P", "--operator", f"{ODD}")

    assert computer.does("undo", event, "--json").json["undone"]["operator"] == "Odd[31m"


def test_a_commands_sentence_sends_no_command_to_the_terminal() -> None:
    screen = io.StringIO()
    print(f"✔ {ODD} SOK\n\trow", file=PrintedStream(screen))

    assert screen.getvalue() == "✔ Odd[31m SOK\n\trow\n"


def test_a_mistake_of_usage_does_not_either(computer: Computer, event: Path) -> None:
    answer = computer.run("delegates", event, "\x1b[31modd")

    assert answer.code == 2
    assert "\x1b" not in answer.err
    assert "odd" in answer.err


@pytest.mark.parametrize(
    "line", [f"a = {'[' * 50_000}", "backup_minutes = 0001-01-01", f"a{'.a' * 100_000} = 1"]
)
def test_bad_settings_are_told_once_and_stop_no_command(
    tmp_path: Path, computer: Computer, event: Path, line: str
) -> None:
    settings = tmp_path / "home" / "config" / "settings.toml"
    settings.write_text(f"{line}\n", encoding="utf-8")
    first, second = computer.run("delegates", event), computer.run("delegates", event)

    assert (first.code, second.code) == (0, 0)
    assert first.out == second.out
    assert first.err.startswith("This computer's settings had a mistake: ")
    assert str(settings) in first.err
    assert second.err == ""


def test_settings_that_cannot_be_kept_stop_no_command(
    tmp_path: Path, computer: Computer, event: Path
) -> None:
    (tmp_path / "home" / "config").rmdir()
    (tmp_path / "home" / "config").write_text("a file", encoding="utf-8")
    answer = computer.run("register", event, "family_name=NOP", "category=P")

    assert answer.code == 0
    assert "cannot be read or written" in answer.err
    assert computer.run("undo", event).code == 0


@pytest.mark.parametrize(
    ("definition_has", "told"), [(1, "1 category, 1 session"), (2, "2 categories, 2 sessions")]
)
def test_one_thing_is_told_as_one(computer: Computer, tmp_path: Path, definition_has: int, told: str) -> None:
    head = '[event]\ntitle = "T"\nzone = "UTC"\nfirst_day = 2026-11-02\nlast_day = 2026-11-02\n'
    things = "".join(
        f'[[categories]]\ncode = "{letter}"\nletter = "{letter}"\nname = "{letter}{letter}"\n'
        f'[[sessions]]\ncode = "s{letter}"\ntitle = "S"\nstart = 2026-11-02T10:00:00\nend = 2026-11-02T11:00:00\n'
        for letter in "AB"[:definition_has]
    )
    (tmp_path / "t.toml").write_text(head + things, encoding="utf-8")
    event = tmp_path / "t.event"

    assert computer.does("new", event, "--from", tmp_path / "t.toml").out.endswith(f": {told}\n")
    report = computer.does("report", event, "attendance", "--out", tmp_path / "a.csv")
    assert report.out.startswith("0 rows in ")
