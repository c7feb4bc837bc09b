"""Spouses and guests in lists come in as persons who accompany their principal, and stay the same in the next list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk import bring_in
from checkin.desk.correct import correct
from checkin.desk.find import everybody
from checkin.desk.undo import undo
from checkin.domain.delegates import Delegate, Field, Status
from checkin.importing.people.column_choices import read_choices
from checkin.importing.people.questions import Answers, QuestionKind
from checkin.importing.people.wishes import ListWishes
from tests.desk.seminar import DARA
from tests.importing.made_files import a_csv

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from checkin.importing.people.planned import ImportPlan
    from checkin.storage.event_file import EventFile

P = ListWishes(read_choices(["=category:P"]))


def brought_in(
    file: EventFile, folder: Path, *rows: Sequence[str], wishes: ListWishes = P
) -> tuple[ImportPlan, str | None]:
    return bring_in.bring_in_at_once(file, DARA, a_csv(folder, rows), lambda _: None, wishes)


def people(file: EventFile) -> dict[str, Delegate]:
    return {each.delegate.name: each.delegate for each in everybody(file)}


def company(file: EventFile) -> dict[str, str]:
    """Who accompanies whom, by their names."""
    known = {each.id: name for name, each in people(file).items()}
    return {name: known[each.accompanies] for name, each in people(file).items() if each.accompanies}


def counts(plan: ImportPlan) -> tuple[int, int, int]:
    return len(plan.new), len(plan.changed), len(plan.same)


@pytest.mark.parametrize(
    "header",
    [
        "Spouse", "Spouse name", "Accompanied by", "+1", "Plus one", "Guest name", "Conjoint", "Begleitperson",
        "Cônjuge", "Acompañante", "Accompagnatore", "Osoba towarzysząca", "Супруг(а)", "配偶", "同伴者", "ภรรยา",
        "ភរិយា", "배우자", "Eşi",
    ],
)  # fmt: skip
def test_a_column_of_spouses_brings_a_person_of_their_own(
    file: EventFile, tmp_path: Path, header: str
) -> None:
    plan, act = brought_in(
        file,
        tmp_path,
        ("Family name", "Given name", header),
        ("SOK", "Dara", "CHAN Sothea"),
        ("LY", "Bo", ""),
    )
    assert counts(plan) == (3, 0, 0)
    assert company(file) == {"CHAN Sothea": "SOK Dara"}
    assert act is not None
    undo(file, DARA, act)

    assert not people(file)


def test_the_same_list_again_changes_nothing_and_a_newer_one_changes_only_who_comes_along(
    file: EventFile, tmp_path: Path
) -> None:
    head = ("Ref", "Name", "Spouse")
    brought_in(file, tmp_path, head, ("1a", "SOK Dara", "CHAN Maria"), ("2b", "LY Bo", "CHAN Maria"))
    assert sorted(bool(each.delegate.accompanies) for each in everybody(file)) == [
        False, False, True, True,
    ]  # fmt: skip
    plan, _ = brought_in(
        file, tmp_path, head, ("1a", "SOK Dara", "CHAN Maria"), ("2b", "LY Bo", "CHAN Maria")
    )
    assert counts(plan) == (0, 0, 4)
    plan, _ = brought_in(file, tmp_path, head, ("1a", "SOK Dara", "CHAN Maria"), ("2b", "LY Bo", "KEM Rith"))

    assert counts(plan) == (1, 0, 3)
    assert len(plan.missing) == 1


def test_a_guest_is_in_the_state_of_the_person_whom_they_accompany(file: EventFile, tmp_path: Path) -> None:
    head = ("Name", "Spouse", "Status")
    brought_in(
        file, tmp_path, head, ("SOK Dara", "CHAN Maria", "cancelled"), ("LY Bo", "KEM Rith", "confirmed")
    )

    assert people(file)["CHAN Maria"].status is Status.CANCELLED
    assert people(file)["KEM Rith"].status is Status.REGISTERED


def test_several_guests_in_one_cell_or_in_several_columns_are_several_persons(
    file: EventFile, tmp_path: Path
) -> None:
    head = ("First name", "Last name", "Guest 1", "Guest 2", "Guest first name", "Guest last name")
    brought_in(file, tmp_path, head, ("Dara", "SOK", "CHAN Maria; CHAN Tom", "CHAN Bo", "Ana", "Berg"))

    assert sorted(company(file)) == ["Berg Ana", "CHAN Bo", "CHAN Maria", "CHAN Tom"]
    assert len(people(file)) == 5


def test_no_guest_comes_of_a_number_a_no_or_somebody_who_is_not_named(
    file: EventFile, tmp_path: Path
) -> None:
    head = ("Name", "Accompanied by")
    rows = (("SOK Dara", "no"), ("LY Bo", "-"), ("KEM Rith", "TBC"), ("CHEA Vanna", "CHAN Maria"))
    plan, _ = brought_in(file, tmp_path, head, *rows)
    assert len(plan.new) == 5
    assert [(each.row, each.text) for each in plan.skipped] == [(4, "Accompanied by: TBC")]
    numbers, _ = brought_in(file, tmp_path, ("Name", "+1"), ("HENG Sok", "2"), ("MEAS Bo", "0"))

    assert len(numbers.new) == 2
    assert [use.field for use in numbers.columns] == ["full_name", None]


def test_the_category_of_guests_is_asked_once_where_the_list_names_categories(
    file: EventFile, tmp_path: Path
) -> None:
    rows = (("Name", "Category", "Spouse"), ("SOK Dara", "P", "CHAN Maria"), ("LY Bo", "P", "KEM Rith"))
    plan, _ = brought_in(file, tmp_path, *rows, wishes=ListWishes())
    (question,) = plan.questions
    assert (question.kind, question.header) == (QuestionKind.CATEGORY, "Spouse")
    assert [(word.word, word.rows) for word in question.words] == [("Spouse", 2)]
    assert sorted(people(file)) == ["LY Bo", "SOK Dara"]
    answers = Answers(values={("spouse", "spouse"): "F"})
    brought_in(file, tmp_path, *rows, wishes=ListWishes(answers=answers))

    assert people(file)["CHAN Maria"].category == "F"
    assert company(file) == {"CHAN Maria": "SOK Dara", "KEM Rith": "LY Bo"}


def test_a_row_that_says_whose_spouse_it_is_accompanies_that_person(file: EventFile, tmp_path: Path) -> None:
    rows = (
        ("Mrs CHAN Maria (spouse of LY Bo)", ""),
        ("SOK Dara", "Ministry of Tides"),
        ("LY Bo", ""),
        ("Mrs KEM Rith (spouse)", "Ministry of Tides"),
        ("CHEA Vanna", ""),
        ("Mrs HENG Mom (spouse)", ""),
    )
    plan, _ = brought_in(file, tmp_path, ("Name", "Organisation"), *rows)
    assert company(file) == {"CHAN Maria": "LY Bo"}
    assert [each.row for each in plan.unread] == [5, 7]
    rows = (("MEAS Dara", "Ministry of Rain"), ("Mrs MEAS Mom (spouse)", "Ministry of Rain"))
    brought_in(file, tmp_path, ("Name", "Organisation"), *rows)

    assert company(file)["MEAS Mom"] == "MEAS Dara"


def test_guests_of_ticket_systems_are_named_by_their_parent_guest(file: EventFile, tmp_path: Path) -> None:
    head = ("First name", "Last name", "Email", "Plus one of")
    rows = (
        ("Maria", "CHAN", "", "Dara SOK"), ("Dara", "SOK", "d@example.org", ""), ("Bo", "LY", "", "Nobody Known"),
    )  # fmt: skip
    plan, _ = brought_in(file, tmp_path, head, *rows)
    assert company(file) == {"CHAN Maria": "SOK Dara"}
    assert [(each.row, each.column) for each in plan.unread] == [(4, "Plus one of")]
    later, _ = brought_in(file, tmp_path, head, ("Tom", "KEM", "", "SOK Dara"))

    assert counts(later) == (1, 0, 0)
    assert company(file)["KEM Tom"] == "SOK Dara"


def test_who_comes_along_with_somebody_who_is_rejected_waits_with_them(
    file: EventFile, tmp_path: Path
) -> None:
    rows = (("Name", "Category", "Status", "Spouse"), ("SOK Dara", "P", "by phone", "CHAN Maria"))
    plan, _ = brought_in(file, tmp_path, *rows, wishes=P)

    assert (len(plan.new), len(plan.rejected)) == (0, 1)


def test_a_guest_list_of_guests_alone_is_a_list_of_persons(file: EventFile, tmp_path: Path) -> None:
    brought_in(file, tmp_path, ("Guest name", "Email"), ("SOK Dara", "d@example.org"), ("LY Bo", ""))

    assert sorted(people(file)) == ["LY Bo", "SOK Dara"]
    assert company(file) == {}


def test_what_a_desk_says_of_whom_somebody_accompanies_is_kept(file: EventFile, tmp_path: Path) -> None:
    head = ("Name", "Spouse")
    brought_in(file, tmp_path, head, ("SOK Dara", "CHAN Maria"))
    correct(file, DARA, people(file)["CHAN Maria"].id, {Field.ACCOMPANIES: ""})
    plan, _ = brought_in(file, tmp_path, head, ("SOK Dara", "CHAN Maria"))

    assert counts(plan) == (0, 0, 2)
    assert company(file) == {}
