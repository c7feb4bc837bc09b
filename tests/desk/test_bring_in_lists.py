"""Lists that went wrong without a word: each comes in right, or is told, or is a question."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checkin.desk import bring_in
from checkin.desk.correct import correct
from checkin.desk.find import everybody, find
from checkin.desk.register import register
from checkin.domain.delegates import Field
from checkin.domain.rejections import RejectReason
from checkin.importing.people.column_choices import read_choices
from checkin.importing.people.questions import Answers, QuestionKind
from checkin.importing.people.rows import RowKind
from checkin.importing.people.wishes import ListWishes
from tests.desk.seminar import DARA

if TYPE_CHECKING:
    from checkin.domain.delegates import Delegate
    from checkin.importing.people.planned import ImportPlan
    from checkin.storage.event_file import EventFile

LISTS = Path(__file__).parent / "lists"


def brought_in(file: EventFile, path: Path, wishes: ListWishes | None = None) -> ImportPlan:
    plan, _ = bring_in.bring_in_at_once(file, DARA, path, lambda _: None, wishes)
    return plan


def a_list(folder: Path, *lines: str) -> Path:
    path = folder / "list.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def people(file: EventFile) -> dict[str, Delegate]:
    return {each.delegate.latin_name: each.delegate for each in everybody(file)}


def counts(plan: ImportPlan) -> tuple[int, int, int, int]:
    return len(plan.new), len(plan.changed), len(plan.same), len(plan.rejected)


def test_a_turkish_list_comes_in_with_its_letters_or_is_asked_with_its_encoding_offered(
    file: EventFile,
) -> None:
    plan = brought_in(file, LISTS / "list-cp1254.csv")
    asked = [question for question in plan.questions if question.kind is QuestionKind.ENCODING]
    if asked:
        assert not people(file)
        assert "cp1254" in {word.word for word in asked[0].words}
        brought_in(file, LISTS / "list-cp1254.csv", ListWishes(answers=Answers(encoding="cp1254")))
    came = people(file).keys()

    assert came
    assert counts(brought_in(file, LISTS / "list-utf-8.csv")) == (0, 0, len(came), 0)


def test_cells_with_a_formula_error_change_nothing_and_are_told(file: EventFile) -> None:
    # The references are running numbers, of which one is an error: that column is not read at all.
    brought_in(file, LISTS / "errors-before.xlsx")
    before = people(file)
    plan = brought_in(file, LISTS / "errors.xlsx")

    assert people(file) == before
    assert {(cell.row, cell.column) for cell in plan.unread} == {
        (2, "Organisation"), (2, "Email"), (4, "Category"),
    }  # fmt: skip
    assert [(each.row, each.reason) for each in plan.rejected] == [(4, RejectReason.NO_CATEGORY)]
    assert plan.missing == ()


def test_a_formula_that_was_never_calculated_is_told(file: EventFile) -> None:
    plan = brought_in(file, LISTS / "uncalculated.xlsx")

    assert [(cell.row, cell.column) for cell in plan.unread] == [(2, "Family name")]


def test_an_old_version_of_a_sheet_is_not_read_and_said(file: EventFile) -> None:
    plan = brought_in(file, LISTS / "two-sheets.xlsx")

    assert counts(plan)[0] == 3
    assert [(use.sheet, use.is_used) for use in plan.sheets] == [("Final", True), ("Final (old)", False)]


def test_equal_rows_are_one_person_and_rows_that_look_alike_are_told(file: EventFile, tmp_path: Path) -> None:
    twice = brought_in(file, a_list(tmp_path, "Family name,Given name,Category", "Lim,Bo,P", "Lim,Bo,P"))
    assert (len(twice.new), twice.again) == (1, {("", 3): ("", 2)})
    alike = brought_in(
        file,
        a_list(
            tmp_path, "Family name,Given name,Organisation,Category",
            "Sok,Dara,Ministry A,P", "DARA,Sok,Ministry of A,P", "Sok,Dara,,P",
        ),
    )  # fmt: skip
    assert (len(alike.new), len(alike.alike)) == (3, 2)


def test_numbers_come_in_as_the_sheet_shows_them(file: EventFile, tmp_path: Path) -> None:
    brought_in(file, LISTS / "zeros.xlsx")
    (sok,) = find(file, "0612345678")
    plan = brought_in(
        file, a_list(tmp_path, "Ref,Family name,Given name,Category", "0007,Sok,Dara,P", "0012,Chan,Vanna,P")
    )

    assert sok.delegate.reference == "0007"
    assert counts(plan) == (0, 0, 2, 0)


def test_an_emptied_cell_and_a_column_more_change_nothing_but_that(file: EventFile, tmp_path: Path) -> None:
    brought_in(
        file,
        a_list(
            tmp_path, "Family name,Given name,Email,Category", "Sok,Dara,d@example.org,P", "Chan,Vanna,,P"
        ),
    )
    emptied = a_list(tmp_path, "Family name,Given name,Email,Category", "Sok,Dara,,P", "Chan,Vanna,,P")
    assert counts(brought_in(file, emptied)) == (0, 0, 2, 0)
    more = a_list(tmp_path, "Family name,Given name,Phone,Category", "Sok,Dara,012,P", "Chan,Vanna,013,P")
    plan = brought_in(file, more)

    assert [dict(change.details) for change in plan.changed] == [{Field.PHONE: "012"}, {Field.PHONE: "013"}]
    assert people(file)["Sok Dara"].email == "d@example.org"


@pytest.mark.parametrize(
    ("name", "kind"), [("hidden.xlsx", QuestionKind.HIDDEN_ROWS), ("strike.xlsx", QuestionKind.STRUCK_ROWS)]
)
def test_hidden_and_struck_out_rows_are_a_question(file: EventFile, name: str, kind: QuestionKind) -> None:
    plan = brought_in(file, LISTS / name)
    (question,) = plan.questions

    assert (question.kind, question.rows) == (kind, (3,))
    assert "Chan Vanna" not in people(file)
    skipped = brought_in(file, LISTS / name, ListWishes(answers=Answers({question.id: "skip"})))
    assert [(row.row, row.kind) for row in skipped.skipped] == [
        (3, name.split(".", maxsplit=1)[0].replace("strike", "struck"))
    ]
    assert skipped.questions == ()
    brought_in(file, LISTS / name, ListWishes(answers=Answers({question.id: "take"})))
    assert "Chan Vanna" in people(file)


def test_what_is_neither_yes_nor_no_is_a_question_and_never_a_yes(file: EventFile, tmp_path: Path) -> None:
    cells = ("Head", "Member", "x", "nein", "否", "FALSE", "0 ", "No.", "não", "perhaps")
    rows = (f"A{number},P,{cell}" for number, cell in enumerate(cells))
    plan = brought_in(file, a_list(tmp_path, "Family name,Category,Head of delegation", *rows))

    assert [name for name, one in people(file).items() if one.head_of_delegation] == ["A0", "A2"]
    (question,) = plan.questions
    assert (question.kind, [word.word for word in question.words]) == (QuestionKind.YES_NO, ["perhaps"])


def test_running_numbers_of_two_ministries_are_nobodys_references(file: EventFile, tmp_path: Path) -> None:
    header = "ID,Family name,Given name,Category"
    brought_in(file, a_list(tmp_path, header, "1,Sok,Dara,P", "2,Chan,Vanna,P"))
    brought_in(file, a_list(tmp_path, header, "1,Lim,Bo,P", "2,Kem,Rith,P"))

    assert sorted(people(file)) == ["Chan Vanna", "Kem Rith", "Lim Bo", "Sok Dara"]


def test_what_a_desk_has_put_right_is_kept_and_told_unless_the_list_wins(
    file: EventFile, tmp_path: Path
) -> None:
    path = a_list(tmp_path, "Ref,Family name,Category,Phone", "R7,Sok,P,012", "R9,Lim,P,013")
    brought_in(file, path)
    correct(file, DARA, people(file)["Sok"].id, {Field.PHONE: "099"})
    plan = brought_in(file, path)

    assert [dict(each.kept) for each in plan.same] == [{Field.PHONE: "012"}, {}]
    assert people(file)["Sok"].phone == "099"
    brought_in(file, path, ListWishes(list_wins=True))
    assert people(file)["Sok"].phone == "012"


def test_whom_this_source_did_not_bring_is_not_missing(file: EventFile, tmp_path: Path) -> None:
    register(file, DARA, {Field.FAMILY_NAME: "Kem", Field.CATEGORY: "P"})
    ours, theirs = ListWishes(source="ours"), ListWishes(source="theirs")
    brought_in(file, a_list(tmp_path, "Family name,Category", "Sok,P", "Chea,P"), ours)
    brought_in(file, a_list(tmp_path, "Family name,Category", "Lim,P"), theirs)
    plan = brought_in(file, a_list(tmp_path, "Family name,Category", "Sok,P"), ours)

    assert [each.latin_name for each in plan.missing] == ["Chea"]


def test_whoever_gets_a_reference_from_the_list_can_be_accompanied_in_the_same_list(
    file: EventFile, tmp_path: Path
) -> None:
    brought_in(file, a_list(tmp_path, "Family name,Given name,Category", "Sok,Dara,P"))
    header = "Reference,Family name,Given name,Category,Accompanies"
    brought_in(file, a_list(tmp_path, header, "R7,Sok,Dara,P,", "R9,Lim,Bo,P,R7"))

    assert people(file)["Lim Bo"].accompanies == people(file)["Sok Dara"].id


def test_all_unknown_words_of_a_row_are_asked_at_once(file: EventFile, tmp_path: Path) -> None:
    path = a_list(tmp_path, "Family name,Given name,Category,Status", "Sok,Dara,Zebra,by phone", "Ly,Bo,P,")
    plan = brought_in(file, path)
    kinds = [question.kind for question in plan.questions]

    assert sorted(kinds) == [QuestionKind.CATEGORY, QuestionKind.STATUS]
    assert (len(plan.new), len(plan.rejected)) == (1, 1)


def test_a_first_row_of_unknown_words_is_asked_about_and_is_no_person_unless_it_is_said(
    file: EventFile, tmp_path: Path
) -> None:
    rows = ("Nimi,Virka,Osoite", "Dara Sok,Minister,d@example.org", "Bo Ly,Adviser,b@example.org")
    path = a_list(tmp_path, *rows)
    choices = read_choices(["=category:P"])
    asked = brought_in(file, path, ListWishes(choices))
    kinds = {question.kind: question for question in asked.questions}
    assert kinds.keys() == {QuestionKind.HEADER, QuestionKind.FIRST_ROW}
    first, names = kinds[QuestionKind.FIRST_ROW], kinds[QuestionKind.HEADER]
    assert first.rows == (1,)
    answers = {names.id: names.words[0].word}
    without = brought_in(file, path, ListWishes(choices, Answers(answers)))
    assert (len(without.new), len(without.rejected)) == (2, 1)
    plan = brought_in(file, path, ListWishes(choices, Answers({**answers, first.id: "skip"})))

    assert [(row.row, row.kind, row.text) for row in plan.skipped] == [(1, RowKind.HEADER, "Nimi")]
    assert plan.questions == ()
    assert "Nimi" not in people(file)
