"""`checkin scan`: a line in, a verdict out, as soon as it is durable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.program import Door
from tests.cli.seminar import arrived, by_reference, definition

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer


def scanned(
    computer: Computer, event: Path, session: str, *codes: str, way: str = "auto"
) -> list[tuple[str, str | None]]:
    """The answers to these codes: verdict and reason."""
    told = computer.does(
        "scan", event, "--session", session, "--direction", way, stdin="\n".join(codes)
    ).jsons
    return [(each["verdict"], each["reason"]) for each in told]


def test_an_answer_is_as_the_contract_has_it(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    number = by_reference(computer, event)["R1"]["id"]
    known, unknown = computer.does("scan", event, "--session", "open", stdin=f"{code.lower()}\nសុខ\n").jsons

    assert list(known) == ["code", "verdict", "reason", "delegate", "name", "time", "session"]
    assert known["time"].endswith("+07:00")
    assert (known["session"], unknown["session"]) == ("open", "open")
    assert (known["code"], known["delegate"], known["name"]) == (code.lower(), number, "SOK Dara")
    assert (unknown["code"], unknown["delegate"], unknown["name"]) == ("សុខ", None, "")


def test_who_is_inside_goes_out_and_comes_back_in(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")

    assert scanned(computer, event, "open", code, code, code) == [
        ("admitted", None), ("out", None), ("admitted", "back_in"),
    ]  # fmt: skip
    assert scanned(computer, event, "open", code, way="in") == [("refused", "already_inside")]
    assert scanned(computer, event, "open", code, code, way="out") == [("out", None), ("out", "no_entry")]


def test_each_row_of_the_table_refuses(computer: Computer, event: Path, tmp_path: Path) -> None:
    staff, guest, blocked, cancelled, lost = arrived(
        computer, event, "R8", "R3", "R5", "R6", "R1", "--override", "all come"
    )
    computer.does("revoke", event, lost, "--reason", "lost")
    other = tmp_path / "other.event"
    (tmp_path / "other.toml").write_text(definition(), encoding="utf-8")
    computer.does("new", other, "--from", tmp_path / "other.toml")
    computer.does("register", other, "family_name=SOK", "category=P")
    (forged,) = arrived(computer, other, "SOK")
    misread = guest[:-1] + ("0" if guest[-1] != "0" else "1")
    stories = [
        ("open", "B-123", "not_ours"), ("open", misread, "misread"), ("open", forged, "forged"),
        ("open", lost, "revoked"), ("open", blocked, "blocked"), ("open", cancelled, "cancelled"),
        ("later", guest, "not_now"), ("cancelled", guest, "not_now"), ("guests", staff, "not_on_list"),
    ]  # fmt: skip
    for session, code, reason in stories:
        assert scanned(computer, event, session, code) == [("refused", reason)], reason
    assert scanned(computer, event, "small", staff, guest) == [("admitted", None), ("refused", "full")]
    assert scanned(computer, event, "small", staff, guest) == [("out", None), ("admitted", None)]
    assert scanned(computer, event, "once", guest, guest, guest) == [
        ("admitted", None), ("out", None), ("refused", "no_reentry"),
    ]  # fmt: skip
    assert scanned(computer, event, "open", blocked, cancelled, lost, way="out") == [
        ("out", "blocked"), ("out", "cancelled"), ("out", "revoked"),
    ]  # fmt: skip


def test_a_door_notes_the_arrival_of_whom_no_desk_has_seen(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    computer.does("badges", event, "--delegate", "R1", "--out", tmp_path / "one.pdf")
    code = str(by_reference(computer, event)["R1"]["code"])

    assert scanned(computer, event, "open", code) == [("admitted", "arrival_recorded")]
    known = by_reference(computer, event)["R1"]
    assert known["arrived_at"] is not None
    computer.does("undo", event)
    assert by_reference(computer, event)["R1"]["arrived_at"] is None


def test_a_badge_that_another_desk_issued_is_admitted_until_it_is_revoked(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    backup = computer.does("backup", event, tmp_path / "stick").out.strip()
    computer.does("restore", backup, tmp_path / "elsewhere.event")
    (code,) = arrived(computer, tmp_path / "elsewhere.event", "R1")

    (told,) = computer.does("scan", event, "--session", "guests", stdin=code).jsons
    assert (told["verdict"], told["reason"], told["delegate"]) == ("admitted", "details_follow", None)
    assert scanned(computer, event, "guests", code, code) == [("out", None), ("admitted", "details_follow")]
    computer.does("revoke", event, code, "--reason", "stolen")
    assert scanned(computer, event, "guests", code, code) == [("out", "revoked"), ("refused", "revoked")]


def test_blank_lines_have_no_answer_and_bytes_that_are_no_text_are_not_ours(
    computer: Computer, event: Path
) -> None:
    (code,) = arrived(computer, event, "R1")
    bare = code.encode()
    given = b"\n  \r\n\t\n" + bare + b"\xff\n\xff\xfe\x00\n" + b"x" * 100_000 + b"\n\xed\xa0\x80\n" + bare
    told = computer.does("scan", event, "--session", "open", stdin=given).jsons

    assert [each["reason"] for each in told] == ["not_ours", "not_ours", "not_ours", "not_ours", None]
    assert told[-1]["verdict"] == "admitted"
    assert told[2]["code"] == "x" * 100_000
    assert computer.does("scan", event, "--session", "open").out == ""


def test_what_scanners_put_around_a_code_is_no_part_of_it(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    groups = "–".join(code[at : at + 4] for at in range(0, 16, 4))
    wide = code.translate({n: n + 0xFEE0 for n in range(33, 127)})
    framed = (f"]Q1{code}", f"\x02{code}\x03", f"\x1d{code}", f"\\000026{code}", f"*{code}*", groups, wide)

    assert scanned(computer, event, "open", *framed, way="in") == [
        ("admitted", None), *([("refused", "already_inside")] * (len(framed) - 1)),
    ]  # fmt: skip


def test_nothing_is_swallowed_as_a_bounce(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")

    assert len(scanned(computer, event, "open", *[code] * 20)) == 20


def test_an_answer_comes_before_the_next_line_is_given(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    door = Door(computer, event, "open")

    assert door.scan(code)["verdict"] == "admitted"
    computer.does("correct", event, "R1", "status=blocked")
    assert door.scan(code)["reason"] == "blocked"
    assert door.scan(code)["reason"] == "blocked"
    assert door.close().code == 0


def test_an_answer_that_was_given_survives_a_power_cut(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    door = Door(computer, event, "open")
    answers: list[dict[str, Any]] = [door.scan(code) for _ in range(3)]
    door.kill()

    assert [each["verdict"] for each in answers] == ["admitted", "out", "admitted"]
    assert scanned(computer, event, "open", code, way="in") == [("refused", "already_inside")]
    assert computer.does("verify", event, "--json").json["ok"] is True


@pytest.mark.parametrize("session", ["nowhere", "", "OPEN"])
def test_a_session_that_does_not_exist_is_an_error(computer: Computer, event: Path, session: str) -> None:
    assert "open" in computer.refuses("scan", event, "--session", session, stdin="x\n")


def test_the_other_end_may_hang_up(computer: Computer, event: Path) -> None:
    door = computer.start("scan", event, "--session", "open")
    assert door.stdout is not None
    door.stdout.close()
    assert door.stdin is not None
    door.stdin.write(b"x\n" * 10)
    door.stdin.close()
    assert door.stderr is not None
    sentence = door.stderr.read()
    door.stderr.close()

    assert door.wait(60) in {0, 1}
    assert b"Traceback" not in sentence


def test_a_byte_order_mark_before_the_first_code_is_no_part_of_it(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")

    assert scanned(computer, event, "open", f"\ufeff{code}", code) == [("admitted", None), ("out", None)]
