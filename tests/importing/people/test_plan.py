from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.assets import demo
from checkin.domain.delegates import PERSONS, Delegate, Details, Field, Status
from checkin.domain.programme import Category, Event, EventDescription, LocalText
from checkin.domain.rejections import RejectReason
from checkin.errors import CheckinError
from checkin.importing.definition import read_definition
from checkin.importing.files.sheet import Merge, Sheet
from checkin.importing.files.sheets import read_sheets
from checkin.importing.people.column_choices import read_choices
from checkin.importing.people.headers import FULL_NAME
from checkin.importing.people.heading import By
from checkin.importing.people.list_sheets import NoHeaderRowError
from checkin.importing.people.not_drawn import NotDrawn
from checkin.importing.people.plan import plan_import
from checkin.importing.people.planned import ColumnUse, ImportPlan, LookAlike, Rejection, UnreadCell
from checkin.importing.people.questions import Answers, QuestionKind, Word
from checkin.importing.people.wishes import ListWishes
from tests.importing.made_files import an_xlsx

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

FORUM = Event(
    EventDescription(
        LocalText.of("Forum"), LocalText.of(""), "Asia/Phnom_Penh", date(2026, 11, 2), date(2026, 11, 3)
    ),
    {
        "P": Category("P", "P", LocalText.of({"en": "Parliament", "fr": "Parlement"})),
        "D": Category("D", "D", LocalText.of("Diplomats")),
    },
)
SOK = Delegate("d1", reference="R1", family_name="Sok", given_name="Sopheap", category="P")
CHEA = Delegate("d2", family_name="Chea", given_name="Vanna", category="D", phone="012 345 678")


def planned(
    *rows: Sequence[str], known: Iterable[Delegate] = (), columns: Iterable[str] = (), name: str = ""
) -> ImportPlan:
    return plan_import(
        [Sheet(name, tuple(map(tuple, rows)))], known, FORUM, ListWishes(read_choices(columns))
    )


def brought_in(plan: ImportPlan, known: Sequence[Delegate] = ()) -> list[Delegate]:
    """Who is known once the plan was carried out; persons whom the list names by reference are named by id."""
    new = [(f"n{len(known)}-{place}", one.details) for place, one in enumerate(plan.new)]
    ids = {str(details.get(Field.REFERENCE)): number for number, details in new}
    ids |= {delegate.reference: delegate.id for delegate in known}

    def with_ids(details: Details) -> Details:
        return {
            **details,
            **{field: ids[str(details[field])] for field in PERSONS & details.keys() if details[field]},
        }

    changed = {
        change.delegate.id: change.delegate.with_details(with_ids(change.details)) for change in plan.changed
    }
    came = [Delegate.of(number, with_ids(details)) for number, details in new]
    return [changed.get(delegate.id, delegate) for delegate in known] + came


def counts(plan: ImportPlan) -> tuple[int, int, int, int, int, int]:
    return (
        len(plan.new),
        len(plan.changed),
        len(plan.same),
        len(plan.alike),
        len(plan.missing),
        len(plan.rejected),
    )


HEADER = ("Ref", "Family name", "Given name", "Category")


def test_somebody_unknown_is_new_with_what_the_row_says() -> None:
    plan = planned(HEADER, ("R9", " SOK", "Sopheap", "Parlement"), name="Guests")

    (candidate,) = plan.new
    assert (candidate.sheet, candidate.row) == ("Guests", 2)
    assert candidate.details == {
        Field.REFERENCE: "R9",
        Field.FAMILY_NAME: "SOK",
        Field.GIVEN_NAME: "Sopheap",
        Field.CATEGORY: "P",
    }


def test_a_single_column_of_full_names_is_taken_apart_only_where_the_name_tells_how() -> None:
    told, untold = planned(("Name", "Category"), ("SOK Sopheap", "P"), ("Sok Sopheap", "P")).new

    assert (told.details[Field.FAMILY_NAME], told.details[Field.GIVEN_NAME]) == ("SOK", "Sopheap")
    assert untold.details[Field.FAMILY_NAME] == "Sok Sopheap"


def test_the_same_reference_with_the_same_cells_is_the_same() -> None:
    assert counts(planned(HEADER, ("R1", "Sok", "Sopheap", "P"), known=[SOK])) == (0, 0, 1, 0, 0, 0)


def test_the_same_reference_with_other_cells_is_changed_in_these() -> None:
    plan = planned((*HEADER, "Status"), ("R1", "Sok", "Sophea", "P", "cancelled"), known=[SOK])

    (change,) = plan.changed
    assert change.delegate == SOK
    assert change.details == {Field.GIVEN_NAME: "Sophea", Field.STATUS: Status.CANCELLED}
    assert counts(plan) == (0, 1, 0, 0, 0, 0)


BLOCKED = replace(SOK, status=Status.BLOCKED)


@pytest.mark.parametrize("status", ["registered", "cancelled", "invited"])
def test_no_list_lifts_a_block(status: str) -> None:
    plan = planned((*HEADER, "Status"), ("R1", "Sok", "Sophea", "P", status), known=[BLOCKED])

    (change,) = plan.changed
    assert change.details == {Field.GIVEN_NAME: "Sophea"}
    assert plan.still_blocked == (BLOCKED,)
    plan = planned((*HEADER, "Status"), ("R1", "Sok", "Sopheap", "P", status), known=[BLOCKED])
    assert counts(plan) == (0, 0, 1, 0, 0, 0)
    assert plan.still_blocked == (BLOCKED,)


def test_no_list_lifts_a_block_by_one_status_for_all_its_rows() -> None:
    plan = planned(HEADER, ("R1", "Sok", "Sopheap", "P"), known=[BLOCKED], columns=["=status:registered"])

    assert plan.changed == ()
    assert plan.still_blocked == (BLOCKED,)


def test_a_list_that_says_nothing_else_of_a_blocked_person_tells_nothing() -> None:
    unknown = (*HEADER, "Status", "Accompanies")
    assert planned(HEADER, ("R1", "Sok", "Sopheap", "P"), known=[BLOCKED]).still_blocked == ()
    row = ("R1", "Sok", "Sopheap", "P", "blocked")
    assert planned((*HEADER, "Status"), row, known=[BLOCKED]).still_blocked == ()
    rejected = planned(unknown, ("R1", "Sok", "Sopheap", "P", "registered", "R7"), known=[BLOCKED])
    assert rejected.still_blocked == ()
    assert counts(rejected) == (0, 0, 0, 0, 0, 1)


def test_a_list_can_block() -> None:
    (change,) = planned((*HEADER, "Status"), ("R1", "Sok", "Sopheap", "P", "blocked"), known=[SOK]).changed

    assert change.details == {Field.STATUS: Status.BLOCKED}


def test_an_empty_cell_and_an_absent_column_leave_what_is_known() -> None:
    known = Delegate(
        "d1", reference="R1", family_name="Sok", category="P", phone="1", email="a@b", precedence=3
    )
    header = ("Ref", "Name", "Category", "Phone", "Precedence", "Status")

    assert counts(planned(header, ("R1", "Sok", "P"), known=[known])) == (0, 0, 1, 0, 0, 0)


def test_without_reference_the_name_tells_who_is_meant_where_one_person_has_it() -> None:
    header = ("Family name", "Given name", "Category", "Phone")
    same = planned(header, ("Chea", "Vanna", "D", "012 345 678"), known=[CHEA])
    other = planned(header, ("VANNA", "Chea", "D", "099 999 999"), known=[CHEA])

    assert counts(same) == (0, 0, 1, 0, 0, 0)
    assert counts(other) == (0, 1, 0, 0, 0, 0)


def test_a_name_that_two_persons_have_is_nobodys_unless_all_cells_are_equal() -> None:
    header = ("Family name", "Given name", "Category", "Phone")
    namesake = replace(CHEA, id="d3", phone="011")
    known = [CHEA, namesake]

    assert counts(planned(header, ("Chea", "Vanna", "D", "099"), known=known)) == (1, 0, 0, 1, 2, 0)
    plan = planned(header, ("Chea", "Vanna", "D", "011"), known=known)
    assert [each.delegate for each in plan.same] == [namesake]
    rows = (("Chea", "Vanna", "D", "1"), ("Chea", "Vanna", "D", "2"))
    assert counts(planned(header, *rows, known=[CHEA])) == (2, 0, 0, 2, 1, 0)


def test_the_address_tells_who_is_meant_with_a_word_of_the_name_in_common() -> None:
    known = Delegate("d1", family_name="Sok", given_name="Dara", email="dara@example.org", category="P")
    header = ("Family name", "Given name", "E-mail", "Category")

    (change,) = planned(header, ("Sok", "Darith", "DARA@example.org", "P"), known=[known]).changed
    assert change.delegate == known
    asked = planned(header, ("Lim", "Bo", "dara@example.org", "P"), known=[known])
    assert [question.kind for question in asked.questions] == [QuestionKind.OTHER_PERSON]
    assert (asked.new, asked.changed, asked.missing) == ((), (), ())


def test_a_known_reference_under_a_wholly_other_name_is_a_question() -> None:
    row = ("R1", "Lim", "Bo", "P")
    asked = planned(HEADER, row, known=[SOK])
    (question,) = asked.questions

    assert (question.kind, question.header, question.rows) == (QuestionKind.OTHER_PERSON, "Ref", (2,))
    assert [(each.row, each.reason) for each in asked.rejected] == [(2, RejectReason.OPEN_QUESTION)]
    assert asked.missing == ()

    def answered(word: str) -> ImportPlan:
        answers = Answers({question.id: word})
        return plan_import([Sheet("", (HEADER, row))], [SOK], FORUM, ListWishes(answers=answers))

    (change,) = answered("same").changed
    assert change.details == {Field.FAMILY_NAME: "Lim", Field.GIVEN_NAME: "Bo"}
    (candidate,) = answered("other").new
    assert Field.REFERENCE not in candidate.details
    assert answered("other").missing == (SOK,)


def test_a_reference_that_two_rows_have_stays_with_the_first_and_the_others_are_told() -> None:
    plan = planned(HEADER, ("R7", "Sok", "", "P"), ("R7", "Chea", "", "P"), ("R8", "Kem", "", "P"))

    assert [row.details.get(Field.REFERENCE) for row in plan.new] == ["R7", None, "R8"]
    assert plan.unread == (UnreadCell("", 3, "Ref", RejectReason.DUPLICATE_REFERENCE),)


def test_a_reference_that_two_rows_have_is_not_taken_from_whom_it_belongs_to() -> None:
    plan = planned(HEADER, ("R1", "Lim", "Bo", "P"), ("R1", "Sok", "Sopheap", "P"), known=[SOK])

    assert [each.delegate for each in plan.same] == [SOK]
    assert [Field.REFERENCE in row.details for row in plan.new] == [False]


def test_an_equal_row_is_the_same_person_again_and_one_known_delegate_stands_for_both() -> None:
    row = ("Chea", "Vanna", "D")
    plan = planned(HEADER[1:], row, row, known=[CHEA])

    assert counts(plan) == (0, 0, 1, 0, 0, 0)
    assert plan.again == {("", 3): ("", 2)}


@pytest.mark.parametrize(
    "row",
    [
        ("SOPHEAP", "Sok", ""),
        ("Sok  Sopheap", "", ""),
        ("Sokh", "Sópheap", ""),
        ("Somebody", "", "សុខ សុភាព"),
        ("សុភាព សុខ", "", ""),
    ],
)
def test_a_look_alike_with_another_reference_comes_in_and_is_listed(row: tuple[str, str, str]) -> None:
    known = Delegate(
        "d1", reference="R1", family_name="Sok", given_name="Sopheap", native_name="សុខ សុភាព", category="P"
    )
    header = ("Ref", "Family name", "Given name", "ឈ្មោះ", "Category")
    plan = planned(header, ("R2", *row, "P"), known=[known])

    (alike,) = plan.alike
    assert (alike.candidate, alike.like) == (plan.new[0], known)
    assert len(plan.new) == 1


ALIKE_HEADER = ("Family name", "Given name", "Organisation", "E-mail", "Category")


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (("Sok", "Dara", "Ministry A", ""), ("DARA", "Sok", "Ministry of A", "")),
        (("Berg", "Nils", "Fjell AS", "nils@example.org"), ("Berg", "Anna", "Fjell", "NILS@example.org")),
    ],
)
def test_two_rows_of_one_list_that_may_be_one_person_are_listed_with_both_row_numbers(
    earlier: tuple[str, ...], later: tuple[str, ...]
) -> None:
    plan = planned(ALIKE_HEADER, (*earlier, "P"), (*later, "P"))

    assert plan.alike == (LookAlike(plan.new[1], plan.new[0]),)
    assert (plan.new[1].row, plan.new[0].row) == (3, 2)
    assert len(plan.new) == 2


def test_one_name_at_one_address_is_one_person() -> None:
    rows = (
        ("Berg", "Nils", "Fjell AS", "n@example.org", "P"),
        ("Berg", "Nils J.", "Fjell", "N@example.org", "P"),
    )
    plan = planned(ALIKE_HEADER, *rows)

    assert (len(plan.new), plan.again) == (1, {("", 3): ("", 2)})


def test_people_of_one_office_with_one_address_are_not_alike() -> None:
    office = "protocol@example.org"
    plan = planned(ALIKE_HEADER, ("Sok", "Dara", "", office, "P"), ("Kem", "Rith", "", office, "P"))

    assert plan.alike == ()


def test_nobody_looks_like_a_row_that_does_not_come_in() -> None:
    header = ("Reference", "Family name", "Category", "Accompanies")
    plan = planned(header, ("R1", "Ly", "P", "R9"), ("R2", "Ly", "P", ""))

    assert [each.row for each in plan.rejected] == [2]
    assert (len(plan.new), plan.alike) == (1, ())


def test_another_name_is_not_alike() -> None:
    assert planned(HEADER, ("", "Sok", "Sophal", "P"), known=[SOK]).alike == ()


def test_who_is_not_in_the_list_is_missing() -> None:
    assert planned(HEADER, ("R1", "Sok", "Sopheap", "P"), known=[SOK, CHEA]).missing == (CHEA,)


def test_a_row_that_is_rejected_still_says_that_its_person_is_in_the_list() -> None:
    plan = planned(HEADER, ("R1", "Sok", "Sopheap", "?"), known=[SOK])

    assert counts(plan) == (0, 0, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("row", "column", "reason", "text"),
    [
        (("R1", "", "", "", "P"), "Family name", RejectReason.NO_NAME, ""),
        (("R1", "Sok", "", "", ""), "Category", RejectReason.NO_CATEGORY, ""),
        (("R1", "Sok", "", "", "Press"), "Category", RejectReason.OPEN_QUESTION, "Press"),
        (("R1", "Sok", "", "", "P", "perhaps"), "Status", RejectReason.OPEN_QUESTION, "perhaps"),
        (("R1", "Sok", "", "", "P", "", "first"), "Protocol  order", RejectReason.NOT_A_NUMBER, "first"),
    ],
)
def test_a_rejected_row_is_named_with_row_column_and_reason(
    row: tuple[str, ...], column: str, reason: RejectReason, text: str
) -> None:
    header = ("Ref", "Family name", "Given name", "ឈ្មោះ", "Category", "Status", "Protocol  order")
    plan = planned(("List",), (), header, row, ("R2", "", "", "សុខ", "D"), name="Final (2)")

    name = " ".join(row[1:3]).strip()
    assert plan.rejected == (Rejection("Final (2)", 4, " ".join(column.split()), reason, text, name),)
    assert len(plan.new) == 1


def test_whoever_accompanies_a_rejected_row_is_rejected_too_and_keeps_whom_they_accompanied() -> None:
    head = Delegate("d3", reference="R3", family_name="Keo", category="P")
    aide = Delegate("d4", reference="R4", family_name="Ly", category="P", accompanies="d3")

    plan = planned(
        ("Reference", "Family name", "Category", "Accompanies"),
        ("R4", "Ly", "P", "R5"),
        ("R5", "Meas", "P", "R6"),
        ("R6", "Nuon", "P", "R9"),
        known=[head, aide],
    )

    assert {(each.row, each.reason, each.text) for each in plan.rejected} == {
        (2, RejectReason.UNKNOWN_PERSON, "R5"),
        (3, RejectReason.UNKNOWN_PERSON, "R6"),
        (4, RejectReason.UNKNOWN_PERSON, "R9"),
    }
    assert not plan.new
    assert not plan.changed


def test_a_list_without_categories_is_rejected_row_by_row() -> None:
    assert planned(("Name",), ("Sok",), ("Chea",)).rejected == (
        Rejection("", 2, "", RejectReason.NO_CATEGORY, name="Sok"),
        Rejection("", 3, "", RejectReason.NO_CATEGORY, name="Chea"),
    )


def test_one_value_can_be_given_to_all_rows_that_have_none() -> None:
    without = planned(("Name",), ("Sok",), columns=["=category:p"])
    with_some = planned(("Name", "Category"), ("Sok", ""), ("Chea", "D"), columns=["=category:P"])

    assert [one.details[Field.CATEGORY] for one in without.new] == ["P"]
    assert [one.details[Field.CATEGORY] for one in with_some.new] == ["P", "D"]


def test_a_category_for_all_rows_holds_for_a_row_with_an_unknown_one_too() -> None:
    rows = (("Name", "Category"), ("Sok", "ZZ"), ("Chea", "D"), ("Kem", ""))
    plan = planned(*rows, columns=["=category:P"])

    assert [one.details[Field.CATEGORY] for one in plan.new] == ["P", "D", "P"]
    asked = planned(*rows)
    assert [each.reason for each in asked.rejected] == [
        RejectReason.OPEN_QUESTION, RejectReason.NO_CATEGORY,
    ]  # fmt: skip
    assert [question.words for question in asked.questions] == [(Word("ZZ", 1),)]
    assert plan.questions == ()


def test_a_column_can_be_left_unread() -> None:
    plan = planned(("Name", "Position", "Category"), ("Sok", "x", "P"), columns=["Position="])

    assert [use.field for use in plan.columns] == [FULL_NAME, None, Field.CATEGORY]
    assert Field.POSITION not in plan.new[0].details


def test_a_column_that_is_told_to_hold_full_names_counts_before_a_recognised_one() -> None:
    rows = (("Family name", "Who", "Category"), ("Sok", "Sok Dara", "P"))
    plan = planned(*rows, columns=["Who=full_name"])

    assert [use.field for use in plan.columns] == [None, FULL_NAME, Field.CATEGORY]
    assert plan.new[0].details[Field.FAMILY_NAME] == "Sok Dara"


def test_a_list_without_a_header_row_tells_its_columns_all_the_same() -> None:
    with pytest.raises(NoHeaderRowError) as told:
        planned(("Guests",), ("Foo", "", "Bar"), ("x", "", "y"), columns=["Bar=category", "Lost=phone"])

    assert told.value.columns == (ColumnUse("", "Foo", None), ColumnUse("", "Bar", Field.CATEGORY, By.TOLD))
    assert "no header row" in str(told.value)


def test_a_value_for_all_rows_must_be_one() -> None:
    with pytest.raises(CheckinError, match="Press"):
        planned(("Name",), ("Sok",), columns=["=category:Press"])


def test_a_column_that_the_list_lacks_cannot_be_overridden() -> None:
    with pytest.raises(CheckinError, match="Rang"):
        planned(HEADER, columns=["Rang=precedence"])


def test_a_list_without_a_header_row_asks_which_name_comes_first_and_brings_nothing_in() -> None:
    plan = planned(("Sok", "Sopheap"), ("Chea", "Vanna"), columns=["=category:P"])

    assert [question.kind for question in plan.questions] == [QuestionKind.HEADER]
    assert (plan.is_stopped, plan.new) == (True, ())


def test_empty_rows_and_headers_on_further_pages_are_passed_over() -> None:
    plan = planned(HEADER, (), ("", " ", ""), ("R1", "Sok", "", "P"), HEADER, ("R2", "Chea", "", "P"))

    assert [one.row for one in plan.new] == [4, 6]
    assert plan.rejected == ()


def test_it_is_told_what_each_column_is_read_as() -> None:
    assert planned(("No.", "Nom", "Catégorie"), ("1", "Sok", "P")).columns == (
        ColumnUse("", "No.", None),
        ColumnUse("", "Nom", FULL_NAME, By.NAME),
        ColumnUse("", "Catégorie", Field.CATEGORY, By.NAME),
    )


def test_further_sheets_with_lists_are_read_and_others_are_not(tmp_path: Path) -> None:
    path = an_xlsx(
        tmp_path,
        [["Name", "Category"], ["Sok", "P"]],
        Embassies=[["Guests of embassies"], ["Nom", "Catégorie"], ["Lefèvre", "D"], ["Martin", "?"]],
        Colours=[["Name"], ["red"]],
    )
    plan = plan_import(read_sheets(path), [], FORUM)

    assert [(one.sheet, one.row) for one in plan.new] == [("Guests", 2), ("Embassies", 3)]
    assert [(one.sheet, one.row) for one in plan.rejected] == [("Embassies", 4)]


def test_a_ministry_merged_over_its_people_is_the_ministry_of_each(tmp_path: Path) -> None:
    path = an_xlsx(
        tmp_path,
        [
            ["Guests", None, None, None],
            ["Name", "Ministry", "Category", "Phone"],
            ["Sok", "Justice", "P", "1"],
            ["Chea", None, None, None],
            ["Kem", "Health", "D", None],
            [None, None, "D", "2"],
        ],
        "A1:D1",
        "B3:B4",
        "C3:C4",
        "D3:D4",
        "A5:A6",
    )
    plan = plan_import(read_sheets(path), [], FORUM)

    assert [(dict(one.details).get(Field.ORGANISATION), one.details[Field.CATEGORY]) for one in plan.new] == [
        ("Justice", "P"),
        ("Justice", "P"),
        ("Health", "D"),
    ]
    assert Field.PHONE not in plan.new[1].details  # nor is the phone, or anybody's name, another's
    assert [(one.row, one.reason) for one in plan.rejected] == [(6, RejectReason.NO_NAME)]


def test_of_merged_cells_that_overlap_each_row_without_a_text_takes_over_from_the_first() -> None:
    rows = (
        ("Name", "Category"),
        ("Sok", "P"),
        ("Chea", "D"),
        *((f"Kem {number}", "") for number in range(5000)),
    )
    merged = (Merge(1, 3, 1), *(Merge(2, 5002, 1) for _ in range(100_000)))

    plan = plan_import([Sheet("", rows, merged)], [], FORUM)

    assert [one.details[Field.CATEGORY] for one in plan.new] == ["P", "D", "P", *["D"] * 4999]


def test_progress_is_told_and_can_end_the_planning() -> None:
    told: list[tuple[int, int]] = []
    rows = [HEADER, *((f"R{number}", "Sok", "", "P") for number in range(2500))]
    sheet = Sheet("", tuple(rows))
    plan_import([sheet], [], FORUM, progress=lambda done, total: told.append((done, total)))

    assert told == [(0, 2500), (1000, 2500), (2000, 2500), (2500, 2500)]

    def cancel(done: int, total: int) -> None:
        raise InterruptedError(done, total)

    with pytest.raises(InterruptedError):
        plan_import([sheet], [], FORUM, progress=cancel)


def test_the_demo_list_comes_in_whole_and_again_changes_nothing() -> None:
    event = read_definition(demo("forum.toml"))
    sheets = read_sheets(demo("delegates.csv"))
    first = plan_import(sheets, [], event)
    known = brought_in(first)

    assert counts(first) == (300, 0, 0, 1, 0, 0)  # two are called SOK Sopheap
    assert all(use.field is not None for use in first.columns)
    assert counts(plan_import(sheets, known, event)) == (0, 0, 300, 0, 0, 0)


CELLS = st.sampled_from(
    [
        "",
        "Sok",
        "SOK ",
        "Sok  Sopheap",
        "សុខ\u200b",
        "E\u0301",
        "R1",
        "R2",
        "P",
        "d",
        "Parlement",
        "?",
        "yes",
        "17,5",
        "\x00x",
    ]
)
HEADERS = ("Ref", "Family name", "Given name", "ឈ្មោះ", "Category", "Precedence", "Phone", "Status", "Head")


@given(
    headers=st.lists(st.sampled_from(HEADERS), unique=True).map(lambda some: ["Name order", "Native", *some]),
    rows=st.lists(st.lists(CELLS, max_size=11), max_size=12),
    constants=st.sampled_from([(), ("=category:P",), ("=country:Cambodia", "=category:D")]),
)
def test_the_same_list_again_changes_nothing(
    headers: list[str], rows: list[list[str]], constants: tuple[str, ...]
) -> None:
    first = planned(headers, *rows, columns=constants)
    known = brought_in(first)
    again = planned(headers, *rows, columns=constants, known=known)

    assert counts(again) == (0, 0, len(first.new), 0, 0, len(first.rejected))
    assert again.rejected == first.rejected


@given(
    one=st.lists(st.lists(CELLS, max_size=11), max_size=8),
    other=st.lists(st.lists(CELLS, max_size=11), max_size=8),
)
def test_a_newer_list_brought_in_is_the_same_when_it_comes_again(
    one: list[list[str]], other: list[list[str]]
) -> None:
    known = brought_in(planned(HEADERS, *one))
    newer = planned(HEADERS, *other, known=known)
    again = planned(HEADERS, *other, known=brought_in(newer, known))

    assert len(again.same) == len(newer.new) + len(newer.changed) + len(newer.same)
    assert (again.new, again.changed) == ((), ())


def test_a_name_that_no_font_draws_is_told_with_its_place_and_its_row_comes_in() -> None:
    plan = planned(
        ("Ref", "Title", "Family name", "Native name", "Organisation", "Category"),
        ("1", "", "YOSHINO", "𠮷野", "", "P"),
        ("2", "Mr", "RAHMAN", "রহমান", "𠮷", "P"),
        ("3", "ᏣᎳᎩ", "SOK", "", "", "P"),
        ("4", "", "", "𠮷田", "", "X"),
        name="Guests",
    )

    assert plan.not_drawn == (
        NotDrawn("Guests", 2, "Native name", "𠮷野", ("𠮷",), takes_latin=True),
        NotDrawn("Guests", 4, "Title", "ᏣᎳᎩ", ("Ꮳ", "Ꮃ", "Ꭹ")),
    )
    assert [each.row for each in plan.new] == [2, 3, 4]
    assert [each.row for each in plan.rejected] == [5]


def test_a_native_name_that_is_on_no_badge_is_not_told() -> None:
    known = Delegate(
        "d9", reference="1", family_name="YOSHINO", native_name="吉野", category="P", latin_only=True
    )
    header, row = ("Ref", "Family name", "Native name", "Category"), ("1", "YOSHINO", "𠮷野", "P")

    assert planned(header, row, known=[known]).not_drawn == ()
    assert len(planned(header, row, known=[replace(known, latin_only=False)]).not_drawn) == 1


def test_a_person_whose_names_are_words_of_headers_is_no_header() -> None:
    plan = planned(HEADER, ("R8", "Sok", "Dara", "P"), ("R9", "NEW", "Person", "P"))

    assert [row.details[Field.FAMILY_NAME] for row in plan.new] == ["Sok", "NEW"]


def test_a_person_whose_category_is_also_a_word_of_a_header_is_no_header() -> None:
    event = replace(
        FORUM, categories={**FORUM.categories, "K": Category("K", "K", LocalText.of("Speaker"), "#1B3A6B")}
    )
    plan = plan_import(
        [
            Sheet(
                "",
                (
                    ("Name", "Category", "Organisation"),
                    ("Sok Dara", "K", "Ministry of Water"),
                    ("Marie Blanc", "Speaker", "Institut"),
                    ("Lim Bopha", "K", "Embassy"),
                ),
            )
        ],
        (),
        event,
    )

    assert [row.details[Field.CATEGORY] for row in plan.new] == ["K", "K", "K"]
