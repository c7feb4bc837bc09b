"""`checkin admit`, `revoke` and `undo`: what a supervisor does, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.program import Computer
from tests.cli.seminar import arrived, by_reference

if TYPE_CHECKING:
    from pathlib import Path


def reasons(
    computer: Computer, event: Path, session: str, *codes: str, way: str = "auto"
) -> list[str | None]:
    """What a door says of these codes."""
    answer = computer.does("scan", event, "--session", session, "--direction", way, stdin="\n".join(codes))
    return [each["reason"] for each in answer.jsons]


def test_an_override_passes_one_row_and_the_next_may_refuse(computer: Computer, event: Path) -> None:
    arguments = ("admit", event, "R5", "--session", "guests", "--reason", "the minister asked", "--json")
    first, second = computer.run(*arguments), computer.run(*arguments)

    assert (first.code, first.json["reason"]) == (1, "not_on_list")
    assert "Blocked" in first.err
    assert (second.code, second.json["verdict"], second.json["reason"]) == (0, "admitted", "override")
    assert second.json["code"] == ""
    assert by_reference(computer, event)["R5"]["arrived_at"] is not None


@pytest.mark.parametrize("session", ["later", "cancelled", "guests"])
def test_an_override_lets_in_against_one_row(computer: Computer, event: Path, session: str) -> None:
    (code,) = arrived(computer, event, "R1")
    assert len(reasons(computer, event, session, code)) == 1

    assert "SOK" in computer.does("admit", event, code, "--session", session, "--reason", "known").out
    assert reasons(computer, event, session, code) == [None]


def test_an_override_takes_a_seat_that_is_not_there(computer: Computer, event: Path) -> None:
    codes = arrived(computer, event, "R1", "R2")
    assert reasons(computer, event, "small", *codes) == [None, "full"]
    computer.does("admit", event, "R2", "--session", "small", "--reason", "known")

    assert reasons(computer, event, "small", codes[0], codes[0]) == [None, "full"]


def test_nobody_and_nowhere_cannot_be_admitted(computer: Computer, event: Path) -> None:
    computer.refuses("admit", event, "nobody", "--session", "open", "--reason", "x")
    computer.refuses("admit", event, "R1", "--session", "nowhere", "--reason", "x")

    assert by_reference(computer, event)["R1"]["arrived_at"] is None


def test_a_revoked_badge_admits_nobody_and_again_is_no_error(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    grouped = "-".join(code[at : at + 4] for at in range(0, 16, 4)).lower()
    computer.does("revoke", event, grouped, "--reason", "lost")
    computer.does("revoke", event, code, "--reason", "lost")

    assert reasons(computer, event, "open", code) == ["revoked"]
    assert by_reference(computer, event)["R1"]["code"] is None


@pytest.mark.parametrize("text", ["SOK", "", "B" * 16, "0123456789ABCDEF"])
def test_what_is_no_code_of_this_event_is_not_revoked(computer: Computer, event: Path, text: str) -> None:
    computer.refuses("revoke", event, text, "--reason", "lost")


def test_undo_walks_back_act_by_act_over_runs(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    computer.does("correct", event, "R1", "family_name=SOKH")
    computer.does("revoke", event, code, "--reason", "lost")
    undone = [computer.does("undo", event, "--json").json["undone"]["kinds"] for _ in range(3)]

    assert undone == [["badge_revoked"], ["corrected"], ["arrived", "badge_issued"]]
    known = by_reference(computer, event)["R1"]
    assert (known["family_name"], known["arrived_at"], known["code"]) == ("SOK", None, None)
    assert reasons(computer, event, "open", code) == ["revoked"]


def test_undo_passes_over_what_had_no_effect(computer: Computer, event: Path) -> None:
    first, lost = arrived(computer, event, "R1", "R2")
    assert reasons(computer, event, "open", first) == [None]
    computer.does("revoke", event, lost, "--reason", "lost")
    computer.does("undo", event)
    computer.does("correct", event, "R1", "status=blocked", "--operator", "Dara")
    # Nonsense, out without an entry, a blocked person at an exit where nobody was inside, a refusal.
    assert reasons(computer, event, "open", "nonsense", lost, way="out") == ["not_ours", "no_entry"]
    assert reasons(computer, event, "later", first, way="out") == ["blocked"]
    assert reasons(computer, event, "later", first, way="in") == ["blocked"]

    undone = computer.does("undo", event, "--json").json["undone"]
    assert (undone["kinds"], undone["operator"]) == (["corrected"], "Dara")
    assert computer.does("undo", event, "--json").json["undone"]["kinds"] == ["scanned"]
    assert reasons(computer, event, "open", first, way="in") == [None]


def test_undoing_an_undo_by_its_id_brings_the_act_back(computer: Computer, event: Path) -> None:
    (code,) = arrived(computer, event, "R1")
    told = computer.does("undo", event).out
    act = told.split()[-1]
    assert by_reference(computer, event)["R1"]["arrived_at"] is None

    assert "SOK Dara" in told
    computer.does("undo", event, "--act", act)
    known = by_reference(computer, event)["R1"]
    assert (known["arrived_at"] is not None, known["code"]) == (True, code)
    computer.refuses("undo", event, "--act", act)


def test_undo_of_nothing_and_of_what_is_not_there_is_refused(
    computer: Computer, tmp_path: Path, event: Path
) -> None:
    assert "nothing to undo" in computer.refuses("undo", event)
    for act in ("", "nothing", "x-1", f"{'9' * 40}-{'9' * 40}"):
        computer.refuses("undo", event, "--act", act)

    assert len(by_reference(computer, event)) == 8
    assert not list(tmp_path.glob("*.new"))


def test_each_desk_undoes_what_it_did_itself(computer: Computer, event: Path, tmp_path: Path) -> None:
    other = Computer(tmp_path / "other")
    arrived(computer, event, "R1")
    arrived(other, event, "R2")
    computer.does("undo", event)

    known = by_reference(computer, event)
    assert (known["R1"]["arrived_at"], known["R2"]["arrived_at"] is None) == (None, False)
    computer.refuses("undo", event)


def test_a_revocation_undone_after_a_reissue_leaves_two_valid_badges_of_one_person(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    (old,) = arrived(computer, event, "R1")
    computer.does("revoke", event, old, "--reason", "lost")
    computer.does("badges", event, "--delegate", "R1", "--out", tmp_path / "one.pdf")
    new = str(by_reference(computer, event)["R1"]["code"])
    issue = computer.does("undo", event, "--json").json["act"]
    assert computer.does("undo", event, "--json").json["undone"]["kinds"] == ["badge_revoked"]
    assert by_reference(computer, event)["R1"]["code"] == old
    computer.does("undo", event, "--act", issue)

    assert by_reference(computer, event)["R1"]["code"] == new
    answers = computer.does("scan", event, "--session", "open", stdin=f"{old}\n{new}\n").jsons
    assert [each["verdict"] for each in answers] == ["admitted", "out"]


def test_an_undone_import_takes_its_people_and_their_badges_with_it(computer: Computer, event: Path) -> None:
    path = event.with_name("more.csv")
    path.write_text("Reference,Family name,Category\nX1,NEW,P\n", encoding="utf-8")
    act = computer.does("import", event, path, "--json").json["act"]
    (code,) = arrived(computer, event, "X1")
    computer.does("undo", event, "--act", act)

    assert "X1" not in by_reference(computer, event)
    assert reasons(computer, event, "open", code) == ["revoked"]
    assert computer.does("verify", event, "--json").json["ok"] is True
