"""`checkin badges`: who gets one, how many there are, and that codes stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import zxingcpp

from tests.cli.program import DEMO
from tests.cli.seminar import arrived, by_reference

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer


def codes_in(pdf: Path) -> list[str]:
    """The codes read from the pages."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            code.text for page in document for code in zxingcpp.read_barcodes(page.render(scale=3).to_pil())
        ]


def valid_codes(computer: Computer, event: Path) -> set[object]:
    return {each["code"] for each in by_reference(computer, event).values() if each["code"]}


def test_all_are_those_who_are_expected_and_again_gives_the_same_codes(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    out = tmp_path / "badges.pdf"
    answer = computer.does("badges", event, "--all", "--out", out)
    first = valid_codes(computer, event)

    assert answer.out.startswith("5 of 8 badges")
    assert set(codes_in(out)) == first
    computer.does("badges", event, "--all", "--out", out)
    assert set(codes_in(out)) == valid_codes(computer, event) == first


def test_new_are_those_never_printed_and_without_any_there_is_no_file(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    (code,) = arrived(computer, event, "R1")
    computer.does("badges", event, "--category", "P", "--out", tmp_path / "p.pdf")

    assert code in codes_in(tmp_path / "p.pdf")
    assert computer.does("badges", event, "--new", "--out", tmp_path / "new.pdf").out.startswith("3 of 8")
    computer.refuses("badges", event, "--new", "--out", tmp_path / "none.pdf")
    assert not (tmp_path / "none.pdf").exists()
    before = (tmp_path / "new.pdf").read_bytes()
    computer.refuses("badges", event, "--new", "--out", tmp_path / "new.pdf")
    assert (tmp_path / "new.pdf").read_bytes() == before


def test_the_badges_of_some_delegates_come_in_their_order_and_once(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    computer.does("badges", event, "--delegate", "R3", "R1", "R3", "--out", tmp_path / "two.pdf")

    known = by_reference(computer, event)
    assert codes_in(tmp_path / "two.pdf") == [known["R3"]["code"], known["R1"]["code"]]


def test_a_revoked_badge_is_replaced_by_another(computer: Computer, event: Path, tmp_path: Path) -> None:
    (old,) = arrived(computer, event, "R1")
    computer.does("revoke", event, old, "--reason", "lost")
    assert by_reference(computer, event)["R1"]["code"] is None
    computer.does("badges", event, "--delegate", "R1", "--out", tmp_path / "one.pdf")

    (new,) = codes_in(tmp_path / "one.pdf")
    assert by_reference(computer, event)["R1"]["code"] == new != old


def test_who_is_blocked_or_cancelled_gets_a_badge_only_from_a_supervisor_at_the_desk(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    out = tmp_path / "one.pdf"

    for who, name in (("R5", "Blocked"), ("R6", "Cancelled")):
        said = computer.refuses("badges", event, "--delegate", "R1", who, "--out", out)
        assert name in said
        assert "supervisor" in said
        assert not out.exists()
    assert {each["code"] for each in by_reference(computer, event).values()} == {None}

    (code,) = arrived(computer, event, "R5", "--override", "the minister asked")
    computer.does("badges", event, "--delegate", "R5", "--out", out)
    assert codes_in(out) == [code]


def test_badges_that_cannot_be_are_refused_and_nothing_is_issued(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    out = tmp_path / "x.pdf"
    computer.refuses("badges", event, "--category", "Zebra", "--out", out)
    computer.refuses("badges", event, "--delegate", "nobody", "--out", out)
    computer.refuses("badges", event, "--all", "--layout", "nothing", "--out", out)
    computer.refuses("badges", event, "--all", "--layout", tmp_path / "no.toml", "--out", out)

    assert not out.exists()
    assert valid_codes(computer, event) == set()
    assert "x.pdf" in computer.refuses("badges", event, "--all", "--out", tmp_path / "nowhere" / "x.pdf")


def test_the_forums_badges_leave_out_who_is_not_expected(computer: Computer, tmp_path: Path) -> None:
    event = tmp_path / "forum.event"
    computer.does("new", event, "--from", DEMO / "forum.toml")
    computer.does("import", event, DEMO / "delegates.csv")
    answer = computer.does("badges", event, "--all", "--out", tmp_path / "all.pdf")

    assert answer.out.startswith("296 of 300 badges")
    with pypdfium2.PdfDocument(tmp_path / "all.pdf") as document:
        assert len(document) == 296


def test_badges_never_take_the_place_of_another_file(computer: Computer, event: Path, tmp_path: Path) -> None:
    (letter := tmp_path / "letter.pdf").write_text("not a badge", encoding="utf-8")
    before = event.read_bytes()

    assert "no name for a PDF" in computer.refuses("badges", event, "--all", "--out", event)
    assert "is no PDF" in computer.refuses("badges", event, "--all", "--out", letter)
    assert letter.read_text(encoding="utf-8") == "not a badge"
    assert event.read_bytes() == before


def test_a_badge_that_would_carry_a_cut_name_is_left_out_and_told(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    cut = computer.does(
        "register", event, "family_name=Yoshino", "native_name=𠮷野", "category=P"
    ).out.strip()

    answer = computer.run("badges", event, "--new", "--out", tmp_path / "new.pdf")

    assert answer.code == 0
    assert cut not in answer.err
    assert answer.err.splitlines()[-1] == "1 of 6 badges cannot be printed: Yoshino"
    assert all(line.startswith("Yoshino: ") for line in answer.err.splitlines()[:-1])
    with pypdfium2.PdfDocument(tmp_path / "new.pdf") as pdf:
        assert all("Yoshino" not in page.get_textpage().get_text_range() for page in pdf)
