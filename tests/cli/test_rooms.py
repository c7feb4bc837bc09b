"""`checkin scan --room`, `enter` and `doors`: back-to-back sessions around now, and people without a badge."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.cli.seminar import LIST, ZONE, arrived, by_reference, definition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer


def a_session(code: str, start: float, end: float, room: str = "A", more: str = "") -> str:
    """A session that starts and ends so many minutes from now."""
    now = datetime.now(ZONE).replace(tzinfo=None, microsecond=0)
    begins, ends = now + timedelta(minutes=start), now + timedelta(minutes=end)
    return f"""
[[sessions]]
code = "{code}"
title = "The session {code}"
room = "{room}"
start = {begins.isoformat()}
end = {ends.isoformat()}
{more}
"""


def made(computer: Computer, folder: Path, *sessions: str, exits: str = 'exits = "scanned"') -> Path:
    """An event with these sessions and the people of the seminar's list."""
    head = definition().partition("[[sessions]]")[0].replace('exits = "scanned"', exits)
    (folder / "day.toml").write_text(head + "".join(sessions), encoding="utf-8")
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    computer.does("new", folder / "day.event", "--from", folder / "day.toml")
    computer.does("import", folder / "day.event", folder / "list.csv")
    return folder / "day.event"


ROOM = """
[[rooms]]
code = "A"
name = { en = "Ballroom", km = "សាលធំ" }
"""


@pytest.fixture
def leaving(computer: Computer, tmp_path: Path) -> Path:
    """The first session ended a minute ago, the next in the same room begins in 14."""
    return made(computer, tmp_path, a_session("s1", -91, -1), a_session("s2", 14, 90), ROOM)


def read(
    computer: Computer, event: Path, *codes: str, room: str = "A", way: str = "auto"
) -> list[tuple[str | None, str, str | None]]:
    """The answers at the door of the room: session, verdict and reason."""
    told = computer.does("scan", event, "--room", room, "--direction", way, stdin="\n".join(codes)).jsons
    return [(each["session"], each["verdict"], each["reason"]) for each in told]


def test_leavers_of_the_first_session_do_not_enter_the_second(computer: Computer, leaving: Path) -> None:
    inside, new = arrived(computer, leaving, "R1", "R2")
    computer.does("admit", leaving, "R1", "--session", "s1", "--reason", "it is over, and they were there")

    assert read(computer, leaving, inside, new, "nonsense") == [
        ("s1", "out", None), ("s2", "admitted", None), ("s2", "refused", "not_ours"),
    ]  # fmt: skip
    assert read(computer, leaving, inside, room="Ballroom") == [("s2", "admitted", None)]
    assert read(computer, leaving, inside, inside, room="សាលធំ") == [
        ("s2", "out", None), ("s2", "admitted", "back_in"),
    ]  # fmt: skip


def test_an_entrance_lets_nobody_out(computer: Computer, leaving: Path) -> None:
    (inside,) = arrived(computer, leaving, "R1")
    computer.does("admit", leaving, "R1", "--session", "s1", "--reason", "it is over, and they were there")

    assert read(computer, leaving, inside, inside, way="in") == [
        ("s2", "admitted", None), ("s2", "refused", "already_inside"),
    ]  # fmt: skip


def test_where_nothing_opens_any_more_the_session_is_null(computer: Computer, tmp_path: Path) -> None:
    event = made(computer, tmp_path, a_session("s1", -200, -100), ROOM)
    (code,) = arrived(computer, event, "R1")

    assert read(computer, event, code, "nonsense") == [
        (None, "refused", "not_now"), (None, "refused", "not_ours"),
    ]  # fmt: skip
    assert read(computer, event, code, way="out") == [(None, "out", "no_entry")]
    assert computer.does("verify", event, "--json").json["ok"] is True
    out = tmp_path / "refusals.json"
    computer.does("report", event, "refusals", "--out", out)
    assert '"No session"' in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("room", ["nowhere", "", "a"])
def test_a_room_that_does_not_exist_is_an_error_with_those_that_do(
    computer: Computer, leaving: Path, room: str
) -> None:
    assert "The rooms are: A." in computer.refuses("scan", leaving, "--room", room, stdin="x\n")


def test_a_door_is_of_a_session_or_of_a_room(computer: Computer, leaving: Path) -> None:
    assert computer.run("scan", leaving).code == 2
    assert computer.run("scan", leaving, "--room", "A", "--session", "s1").code == 2


def test_nobody_is_scanned_at_a_break(computer: Computer, tmp_path: Path) -> None:
    pause = a_session("coffee", -1, 20, more="doors = false")
    event = made(computer, tmp_path, pause, a_session("s2", 14, 90))
    (code,) = arrived(computer, event, "R1")

    assert "has no doors" in computer.refuses("scan", event, "--session", "coffee", stdin=code)
    assert read(computer, event, code) == [("s2", "admitted", None)]
    assert "has no doors" in computer.refuses("enter", event, "R2", "--session", "coffee")


# ---------------------------------------------------------------------------------------------------------- by name


def test_somebody_without_a_badge_in_the_hand_enters_by_name(computer: Computer, event: Path) -> None:
    told = computer.does("enter", event, "SOK Dara", "--session", "open").json
    known = by_reference(computer, event)["R1"]

    assert (told["code"], told["verdict"], told["reason"]) == ("", "admitted", "arrival_recorded")
    assert (told["delegate"], told["session"]) == (known["id"], "open")
    assert known["arrived_at"] is not None
    again = computer.run("enter", event, "R1", "--session", "open", "--json")
    assert (again.code, again.json["reason"]) == (1, "already_inside")
    computer.does("undo", event)
    assert by_reference(computer, event)["R1"]["arrived_at"] is None


@pytest.mark.parametrize(
    ("who", "session", "reason"),
    [
        ("R5", "open", "blocked"),
        ("R6", "open", "cancelled"),
        ("R1", "later", "not_now"),
        ("R1", "guests", "not_on_list"),
    ],
)
def test_nothing_is_overridden_by_a_name(
    computer: Computer, event: Path, who: str, session: str, reason: str
) -> None:
    answer = computer.run("enter", event, who, "--session", session)

    assert (answer.code, answer.json["verdict"], answer.json["reason"]) == (1, "refused", reason)
    assert answer.err.count("\n") == 1


def test_a_revoked_badge_and_nobody_and_nowhere_do_not_enter(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    computer.does("revoke", event, code, "--reason", "lost")

    assert "invalidated" in computer.refuses("enter", event, code, "--session", "open")
    computer.refuses("enter", event, "nobody", "--session", "open")
    computer.refuses("enter", event, "R1", "--session", "nowhere")


# -------------------------------------------------------------------------------------------------------------- doors


def test_doors_are_closed_until_they_are_opened(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    told = computer.does("doors", event, "open", "close").out
    closed = computer.does("scan", event, "--session", "open", stdin=code).json

    assert told == "The session open: the doors are closed until somebody opens them.\n"
    assert (closed["verdict"], closed["reason"]) == ("refused", "not_now")
    assert "the doors are open. Last entry: " in computer.does("doors", event, "open", "open").out
    assert computer.does("scan", event, "--session", "open", stdin=code).json["verdict"] == "admitted"
    kinds = computer.does("undo", event, "--json").json["undone"]["kinds"]
    assert kinds == ["scanned"]
    assert computer.does("undo", event, "--json").json["undone"]["kinds"] == ["doors_set"]
    assert computer.does("scan", event, "--session", "open", stdin=code).json["reason"] == "not_now"
    assert computer.does("verify", event, "--json").json["ok"] is True


def test_doors_open_before_their_time(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    computer.does("doors", event, "later", "open")

    assert computer.does("scan", event, "--session", "later", stdin=code).json["verdict"] == "admitted"


def test_an_opening_that_lets_nobody_in_is_refused(computer: Computer, tmp_path: Path) -> None:
    over, off = a_session("over", -90, -1), a_session("off", -10, 90, more='status = "cancelled"')
    event = made(computer, tmp_path, over, off)

    assert "last entry" in computer.refuses("doors", event, "over", "open")
    assert "does not take place" in computer.refuses("doors", event, "off", "open")
    computer.refuses("doors", event, "nowhere", "close")
    computer.does("doors", event, "over", "close")
    told = computer.does("doors", event, "over", "open").out
    assert told == "The session over: the last entry has passed. Only flagged persons are admitted.\n"
    assert computer.run("doors", event, "over", "ajar").code == 2


# ------------------------------------------------------------------------------------------ where exits are not scanned


def test_an_event_that_says_nothing_of_exits_tells_who_came_and_no_minutes(
    computer: Computer, tmp_path: Path
) -> None:
    event = made(computer, tmp_path, a_session("s1", -30, 60), exits="")
    (code,) = arrived(computer, event, "R1")
    assert read(computer, event, code, code) == [("s1", "admitted", None), ("s1", "admitted", "back_in")]
    for ending in ("json", "csv", "xlsx", "pdf"):
        computer.does("report", event, "attendance", "--out", tmp_path / f"report.{ending}")
    told = (tmp_path / "report.json").read_text(encoding="utf-8")
    head, row = (tmp_path / "report.csv").read_text(encoding="utf-8-sig").splitlines()
    cells = dict(zip(head.split(","), row.split(","), strict=True))

    assert '"Exits are not scanned' in told
    assert (cells["last_out"], cells["minutes"], cells["assumed"]) == ("", "", "false")
    assert cells["first_in"]
    assert read(computer, event, code, way="out") == [("s1", "out", None)]
    computer.does("report", event, "attendance", "--out", tmp_path / "after.csv")
    _, row = (tmp_path / "after.csv").read_text(encoding="utf-8-sig").splitlines()
    assert dict(zip(head.split(","), row.split(","), strict=True)) == cells
