"""`checkin import`: what comes in, what is counted, what is rejected and where it stands."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from tests.cli.program import DEMO
from tests.cli.seminar import LIST, by_reference

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.program import Computer


def brought_in(computer: Computer, event: Path, text: str, *more: str) -> dict[str, Any]:
    """Bring a list in; the JSON, without the act's id."""
    path = event.with_name("new list.csv")
    path.write_text(text, encoding="utf-8")
    answer = computer.run("import", event, path, "--json", *more)
    assert (answer.code, answer.err) == (0, "")
    result: dict[str, Any] = answer.json
    result.pop("act", None)
    return result


def counts(plan: dict[str, Any]) -> tuple[int, int, int, int, int]:
    """The numbers of new, changed, same, alike and missing persons; no row is rejected."""
    assert (plan["rejected"], plan["not_drawn"], plan["questions"]) == ([], [], [])
    return plan["new"], plan["changed"], plan["same"], plan["alike"], plan["missing"]


def test_the_same_list_again_changes_nothing(computer: Computer, event: Path) -> None:
    entries = computer.does("verify", event, "--json").json["entries"]

    assert counts(brought_in(computer, event, LIST)) == (0, 0, 8, 0, 0)
    assert computer.does("verify", event, "--json").json["entries"] == entries


def test_a_dry_run_says_what_would_come_in_and_changes_nothing(computer: Computer, event: Path) -> None:
    text = LIST.replace("Vanna", "Vannak") + "R9,,NEW,Person,,P,,,\n"

    planned = brought_in(computer, event, text, "--dry-run")
    assert counts(planned) == (1, 1, 7, 0, 0)
    (change,) = planned["changes"]
    assert (change["field"], change["before"], change["after"]) == ("given_name", "Vanna", "Vannak")
    assert len(by_reference(computer, event)) == 8
    assert counts(brought_in(computer, event, text)) == (1, 1, 7, 0, 0)
    assert by_reference(computer, event)["R2"]["given_name"] == "Vannak"


def test_who_is_no_longer_on_the_list_is_counted_as_missing_and_stays(
    computer: Computer, event: Path
) -> None:
    text = "".join(line for line in LIST.splitlines(keepends=True) if "R4" not in line)

    assert counts(brought_in(computer, event, text)) == (0, 0, 7, 0, 1)
    assert len(by_reference(computer, event)) == 8


def test_a_look_alike_comes_in_and_is_counted_twice(computer: Computer, event: Path) -> None:
    text = "Reference,Family name,Given name,Category\nX1,SOK,Dara,G\n"

    found = brought_in(computer, event, text)
    assert (found["new"], found["alike"]) == (1, 1)
    assert len(computer.does("delegates", event, "--search", "SOK Dara", "--json").json) == 2


def test_a_category_is_its_code_its_letter_or_its_name_in_any_language(
    computer: Computer, event: Path
) -> None:
    cells = {"X1": "G", "X2": "g", "X3": "Guests", "X4": "guests", "X5": "ភ្ញៀវ", "X6": "Staff"}
    rows = "".join(f"{reference},NEW {reference},{cell}\n" for reference, cell in cells.items())
    brought_in(computer, event, f"Reference,Family name,Category\n{rows}")

    known = by_reference(computer, event)
    assert [known[reference]["category"] for reference in cells] == ["G", "G", "G", "G", "G", "F"]


def test_rejected_rows_are_named_as_the_spreadsheet_shows_them_and_the_others_come_in(
    computer: Computer, event: Path
) -> None:
    text = (
        "List of the ministry,,,,\n,,,,\nRef,Family name,Category,Status,Precedence\n"
        "X1,GOOD,P,,\nX2,,P,,\nX3,BAD,Zebra,,\nX4,BAD,P,perhaps,\nX5,BAD,P,,first\nX6,BAD,,,\nX7,FINE,P,declined,7\n"
    )

    found = brought_in(computer, event, text)
    assert found["new"] == 2
    places = [(each["sheet"], each["row"], each["column"]) for each in found["rejected"]]
    assert [place[:2] for place in places] == [("", row) for row in (5, 6, 7, 8, 9)]
    assert [place[2] for place in places[1:4]] == ["Category", "Status", "Precedence"]
    assert all(each["reason"] for each in found["rejected"])
    known = by_reference(computer, event)
    assert known["X7"]["status"] == "declined"
    assert known["X7"]["precedence"] == 7
    assert "X3" not in known


def test_a_list_without_categories_comes_in_when_one_is_told_for_all(computer: Computer, event: Path) -> None:
    text = "Reference,Family name\nX1,NEW\nX2,OTHER\n"

    assert len(brought_in(computer, event, text)["rejected"]) == 2
    assert brought_in(computer, event, text, "--column", "=category:G")["new"] == 2
    assert by_reference(computer, event)["X2"]["category"] == "G"


def test_a_column_is_what_the_operator_says_it_is(computer: Computer, event: Path) -> None:
    text = "Ref,Who,Kind\nX1,SOK Dara Rith,P\n"

    found = brought_in(
        computer,
        event,
        text,
        "--column",
        "Who=native_name",
        "--column",
        "Ref=reference",
        "--column",
        "Kind=category",
    )
    assert found["new"] == 1
    assert by_reference(computer, event)["X1"]["native_name"] == "SOK Dara Rith"


def test_full_names_in_one_column_go_to_the_family_name_whole(computer: Computer, event: Path) -> None:
    brought_in(computer, event, "Reference,Full name,Category\nX1,Phan Van Long,P\n")

    known = by_reference(computer, event)["X1"]
    assert (known["family_name"], known["given_name"]) == ("Phan Van Long", "")


def test_a_column_that_cannot_be_is_told_and_nothing_comes_in(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("Who,Family name,Category\na,b,P\n")
    columns = ["Nothing=family_name", "Who=nonsense", "=category:Zebra", "nonsense"]
    answers = computer.run_all(*[("import", event, path, "--column", column) for column in columns])

    for column, answer in zip(columns, answers, strict=True):
        assert answer.code == 1, column
        assert len(answer.err.splitlines()) == 1, column
    assert len(by_reference(computer, event)) == 8


def test_what_is_no_list_is_told_in_a_sentence(computer: Computer, event: Path, tmp_path: Path) -> None:
    contents = {
        "empty.csv": b"",
        "numbers.csv": b"1,2,3\n4,5,6\n",
        "x.xlsx": b"PK\x03\x04 no",
        "x.pdf": b"%PDF",
        "x.ods": b"no",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    answers = computer.run_all(*[("import", event, tmp_path / name) for name in (*contents, "nowhere.csv")])

    for answer in answers:
        assert answer.code == 1
        assert len(answer.err.splitlines()) == 1
        assert not re.search("busy|fault of the program", answer.err)


def test_the_rejected_are_told_in_words_without_json(computer: Computer, event: Path, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("Family name,Category\nNEW,P\nBAD,Zebra\n")
    answer = computer.run("import", event, tmp_path / "x.csv")

    assert answer.code == 0
    assert "1 new" in answer.out
    assert answer.err.startswith("row 3, Category:")


def test_the_demos_list_comes_in_whole(computer: Computer, tmp_path: Path) -> None:
    event = tmp_path / "forum.event"
    computer.does("new", event, "--from", DEMO / "forum.toml")

    assert computer.does("import", event, DEMO / "delegates.csv", "--json").json["new"] == 300
    assert computer.does("import", event, DEMO / "delegates.csv", "--json").json["same"] == 300
    computer.does("undo", event)
    assert computer.does("delegates", event, "--json").json == []


def test_names_that_no_font_draws_are_told_at_the_import_and_come_in(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    text = LIST.replace("សុខ ដារ៉ា", "𠮷野").replace("Bopha", "😀 Bopha")
    told = brought_in(computer, event, text, "--dry-run")["not_drawn"]

    assert [(each["sheet"], each["row"], each["column"]) for each in told] == [
        ("", 2, "Name in native script"), ("", 4, "Given name"),
    ]  # fmt: skip
    assert "𠮷 (U+20BB7)" in told[0]["reason"]
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    answer = computer.run("import", event, path)
    assert answer.code == 0
    assert "row 2, Name in native script: No font here has 𠮷 (U+20BB7)." in answer.err
    assert "latin_only=yes" in answer.err
    assert by_reference(computer, event)["R1"]["native_name"] == "𠮷野"


def test_the_latin_name_alone_is_not_offered_where_it_cannot_be_drawn_either(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST.replace("Bopha", "😀 Bopha"), encoding="utf-8")

    answer = computer.run("import", event, path)
    assert "Correct these names." in answer.err
    assert "latin_only" not in answer.err


def test_no_list_lifts_a_block_and_the_command_says_so(computer: Computer, event: Path) -> None:
    text = LIST.replace("LIM,Blocked,,P,blocked", "LIM,Changed,,P,registered")
    path = event.with_name("new list.csv")
    path.write_text(text, encoding="utf-8")

    for more in (("--dry-run",), ()):
        answer = computer.run("import", event, path, *more)
        assert answer.code == 0
        assert "0 new, 1 changed; 7 same, 0 alike, 0 not in this list" in answer.out
        told = "1 blocked person stays blocked: only a correction at the desk lifts a block."
        assert told in answer.err.splitlines()
    known = by_reference(computer, event)["R5"]
    assert (known["given_name"], known["status"]) == ("Changed", "blocked")
    computer.does("correct", event, known["id"], "status=registered")
    assert by_reference(computer, event)["R5"]["status"] == "registered"


def test_names_that_look_like_formulas_stay_texts_in_the_event_and_in_every_export(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    names = ["=1+1", "+855 12", "-2 persons", "@SUM(A1)"]
    rows = "".join(f"X{number},{name},Given,P\n" for number, name in enumerate(names))
    brought_in(computer, event, f"Reference,Family name,Given name,Category\n{rows}")
    for ending in ("csv", "xlsx"):
        computer.does("delegates", event, "--out", tmp_path / f"all.{ending}")

    came = by_reference(computer, event)
    assert [came[f"X{number}"]["family_name"] for number in range(4)] == names
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "all.xlsx").active.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert set(names) <= {cell.value for cell in cells}
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as text:
        written = [cell for row in csv.reader(text) for cell in row]
    assert {f"'{name}" for name in names} <= set(written)
    assert not {cell for cell in written if cell.startswith(("=", "@"))}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("list.xlsx", b"PK\x03\x04 and no more", "is neither CSV nor XLSX"),
        ("list.csv", b"", "holds no filled cell"),
        ("list.csv", b'Family name,Category\nSok,P\n"Kem,P\nChan,"P"\n', "row 3"),
        ("list.csv", b"Family name,Category\nSok,P\n" + b"x" * 40_000 + b",P\n", "row 3, column A"),
        ("list.ldif", b"dn: cn=Sok\ncn: Sok\nno colon here\n", "entry 1"),
    ],
    ids=["damaged", "empty", "a quotation mark", "a long cell", "a directory"],
)
def test_of_a_file_that_cannot_be_read_nothing_comes_in_and_one_sentence_says_why(
    computer: Computer, event: Path, name: str, data: bytes, said: str
) -> None:
    before = computer.does("verify", event, "--json").json["entries"]
    path = event.with_name(name)
    path.write_bytes(data)

    answer = computer.run("import", event, path)

    assert (answer.code, answer.out) == (1, "")
    assert said in answer.err
    assert "Traceback" not in answer.err
    assert computer.does("verify", event, "--json").json["entries"] == before


def test_of_several_lists_the_good_ones_come_in_and_each_other_one_is_told_by_its_name(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    (folder := tmp_path / "lists").mkdir()
    (folder / "a.csv").write_text("Reference,Family name,Category\nX1,Aok,P\n", encoding="utf-8")
    (folder / "b.csv").write_text("no list\n", encoding="utf-8")
    (folder / "c.csv").write_text("Reference,Family name,Category\nX2,Cok,P\n", encoding="utf-8")

    answer = computer.run("import", event, folder, "--json")

    assert answer.code == 1
    assert [(plan["file"], plan["new"]) for plan in answer.json] == [("a.csv", 1), ("c.csv", 1)]
    assert answer.err.startswith("b.csv: ")
    assert {"X1", "X2"} <= set(by_reference(computer, event))


def test_a_folder_of_one_list_is_told_as_a_list_of_plans_and_an_empty_one_in_a_sentence(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    (folder := tmp_path / "lists").mkdir()
    assert "no list in this folder" in computer.refuses("import", event, folder, "--json")
    (folder / "a.csv").write_text("Reference,Family name,Category\nX1,Aok,P\n", encoding="utf-8")

    told = computer.does("import", event, folder, "--json").json

    assert [plan["file"] for plan in told] == ["a.csv"]


def test_a_guest_whose_category_is_asked_is_rejected_under_the_header_of_the_question(
    computer: Computer, event: Path, tmp_path: Path
) -> None:
    path = tmp_path / "guests.csv"
    path.write_text("Reference,Family name,Category,Plus one\nX1,Aok,P,Bok Sophy\n", encoding="utf-8")

    told = computer.does("import", event, path, "--dry-run", "--json").json

    (question,) = told["questions"]
    assert [each["column"] for each in told["rejected"]] == [question["header"]] == ["Plus one"]
    answered = computer.does("import", event, path, "--value", "Plus one:Plus one=G", "--json").json
    assert (answered["new"], answered["rejected"], answered["questions"]) == (2, [], [])
