"""`checkin arrive`: one act for several people, all of them or nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.seminar import arrived, by_reference

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer


def test_several_arrive_and_each_has_a_badge(computer: Computer, event: Path) -> None:
    codes = arrived(computer, event, "R1", "R2", "R8")
    known = by_reference(computer, event)

    assert [known[reference]["code"] for reference in ("R1", "R2", "R8")] == codes
    assert known["R1"]["arrived_at"] == known["R8"]["arrived_at"]
    computer.does("undo", event)
    after = by_reference(computer, event)
    assert (after["R1"]["arrived_at"], after["R2"]["arrived_at"], after["R1"]["code"]) == (None, None, None)


def test_with_one_who_is_not_expected_nobody_is_received(computer: Computer, event: Path) -> None:
    answers = computer.run_all(*[("arrive", event, "R1", who, "R2") for who in ("R5", "R6", "R7")])

    for answer in answers:
        assert answer.code == 1
        assert len(answer.err.splitlines()) == 1
        assert "LIM" in answer.err
    assert all(each["arrived_at"] is None for each in by_reference(computer, event).values())


def test_with_one_who_is_not_found_nobody_is_received(computer: Computer, event: Path) -> None:
    computer.refuses("arrive", event, "R1", "nobody")

    assert by_reference(computer, event)["R1"]["arrived_at"] is None


def test_an_override_receives_who_is_not_expected(computer: Computer, event: Path) -> None:
    computer.does("arrive", event, "R1", "R5", "--override", "the minister asked")

    known = by_reference(computer, event)
    assert known["R5"]["arrived_at"] is not None
    assert known["R5"]["code"] is not None
    assert known["R5"]["status"] == "blocked"


def test_who_has_arrived_already_is_no_error(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    before = by_reference(computer, event)["R1"]
    answer = computer.does("arrive", event, "R1", "R2", "R1")

    assert "Desk 1" in answer.out.splitlines()[0]
    known = by_reference(computer, event)
    assert known["R1"] == before
    assert known["R1"]["code"] == code
    assert known["R2"]["arrived_at"] is not None


def test_no_badge_is_issued_where_none_is_wanted(computer: Computer, event: Path) -> None:
    computer.does("arrive", event, "R1", "--no-badge")

    known = by_reference(computer, event)["R1"]
    assert known["arrived_at"] is not None
    assert known["code"] is None


@pytest.mark.parametrize("command", [("arrive",), ("admit", "--session", "open", "--reason", "asked for")])
def test_a_revoked_code_names_nobody_who_is_let_in(
    computer: Computer, event: Path, command: tuple[str, ...]
) -> None:
    (code,) = arrived(computer, event, "R1")
    computer.does("revoke", event, code, "--reason", "lost")
    name, *more = command

    assert "This badge was invalidated" in computer.refuses(name, event, code, *more)
    assert computer.run(name, event, "R1", *more).code == 0
