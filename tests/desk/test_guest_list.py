"""A pasted list of guests: what is found, what is not, what is ambiguous, and nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checkin.desk.find import registered
from checkin.desk.guest_list import Row, Unclear, chosen, look_up, rows_in, rows_of, without
from checkin.desk.invite import Wish, invite
from checkin.domain.delegates import Field
from checkin.domain.naming import Answer, Naming
from checkin.importing.files.sheet import Sheet
from checkin.importing.guest_columns import guest_columns
from tests.desk.seminar import DARA, a_badge, a_delegate

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile


@pytest.fixture
def people(file: EventFile) -> dict[str, str]:
    """The ids of some people, by a short name."""
    return {
        "sok": a_delegate(
            file,
            "SOK",
            **{Field.GIVEN_NAME: "Sopheap", Field.REFERENCE: "R1", Field.NATIVE_NAME: "សុខ សុភាព"},
        ),
        "lim1": a_delegate(file, "LIM", **{Field.GIVEN_NAME: "Dara", Field.REFERENCE: "R10"}),
        "lim2": a_delegate(file, "LIM", **{Field.GIVEN_NAME: "Dara", Field.EMAIL: "lim@example.org"}),
        "duong": a_delegate(file, "Dương", **{Field.GIVEN_NAME: "Minh"}),
        "chea": a_delegate(file, "CHEA", **{Field.GIVEN_NAME: "Vanna"}),
    }


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("R1", "sok"),
        (" R10 ", "lim1"),
        ("Sopheap SOK", "sok"),
        ("H.E. Sok Sopheap", "sok"),
        ("សុខ សុភាព", "sok"),
        ("LIM@example.org", "lim2"),
        ("duong minh", "duong"),
    ],
)
def test_a_reference_an_address_or_a_whole_name_means_its_person(
    file: EventFile, people: dict[str, str], text: str, who: str
) -> None:
    known = look_up(file, rows_of(text))

    assert [each.wish.delegate for each in known.found] == [people[who]]
    assert known.unclear == ()


def test_a_code_and_an_id_mean_their_person(file: EventFile, people: dict[str, str]) -> None:
    code = a_badge(file, people["sok"])

    known = look_up(file, rows_of(f"{code}\n{people['chea']}"))

    assert known.wishes == (Wish(people["sok"]), Wish(people["chea"]))


@pytest.mark.parametrize(
    ("text", "why", "candidates"),
    [
        pytest.param("Lim Dara", Unclear.SEVERAL, {"lim1", "lim2"}, id="two of one name"),
        pytest.param("Sopheap", Unclear.NOBODY, {"sok"}, id="half a name"),
        pytest.param("Chhea Vanna", Unclear.NOBODY, {"chea"}, id="a name that only sounds so"),
        pytest.param("Sok Sopheap Lim", Unclear.NOBODY, set(), id="a name and more"),
        pytest.param("R2", Unclear.NOBODY, set(), id="an unknown reference"),
        pytest.param("H.E.", Unclear.NOBODY, set(), id="a title"),
    ],
)
def test_what_does_not_mean_exactly_one_person_invites_nobody_and_proposes_whom_it_could_mean(
    file: EventFile, people: dict[str, str], text: str, why: Unclear, candidates: set[str]
) -> None:
    known = look_up(file, rows_of(f"\n{text}"))

    assert known.found == ()
    (unclear,) = known.unclear
    assert (unclear.line, unclear.text, unclear.why) == (2, text, why)
    proposed = {each.delegate.id for each in unclear.candidates}
    assert proposed == {people[each] for each in candidates}


def test_the_columns_of_a_sheet_bring_seat_answer_and_persons(
    file: EventFile, people: dict[str, str]
) -> None:
    rows = [
        Row(5, "R1", "A3", "Oui", "1+1"),
        Row(6, "Chea Vanna", "", "declined"),
        Row(7, "R10", "A4", "perhaps"),
        Row(8, "Duong Minh", "A5", "", "many"),
        Row(9, "R1", "A6"),
        Row(10, ""),
        Row(11, "", "A7"),
        Row(12, "R10", "x" * 50),
    ]

    known = look_up(file, rows)
    invite(file, DARA, "lunch", known.wishes)

    assert known.wishes == (
        Wish(people["sok"], Answer.ACCEPTS, "A3", 2),
        Wish(people["chea"], Answer.DECLINES),
    )
    assert [(each.line, each.text, each.why) for each in known.unclear] == [
        (7, "perhaps", Unclear.ANSWER),
        (8, "many", Unclear.PERSONS),
        (9, "R1", Unclear.TWICE),
        (11, "", Unclear.NOBODY),
        (12, "x" * 50, Unclear.SEAT),
    ]
    assert registered(file, people["sok"]).invited == {"lunch": Naming(Answer.ACCEPTS, "A3", 2)}


def test_cells_that_were_copied_from_a_sheet_lie_behind_tabs() -> None:
    assert rows_of("R1\tA3\taccepts\t2\tmore\n\n  \nR2\u200e") == [
        Row(1, "R1", "A3", "accepts", "2"),
        Row(4, "R2"),
    ]


def test_a_sheet_is_read_below_its_header_and_names_may_stand_in_two_columns(
    file: EventFile, people: dict[str, str]
) -> None:
    rows = (
        ("Family name", "Given name", "Table", "Pax"),
        ("Sok", "Sopheap", "T1", "2"),
        (),
        ("Chea", "Vanna", "", ""),
    )
    sheet = Sheet("", rows)
    known = look_up(file, rows_in(sheet, guest_columns(sheet)))

    assert known.wishes == (Wish(people["sok"], None, "T1", 2), Wish(people["chea"]))
    assert [each.line for each in known.found] == [2, 4]


def test_the_organiser_says_whom_a_row_means_and_what_cannot_be_read_is_left_out(
    file: EventFile, people: dict[str, str]
) -> None:
    rows = rows_of("LIM Dara\tT1\tperhaps\nR1\nSopheap\tT2\tyes\t900")
    known = look_up(file, rows)
    lim, sok = registered(file, people["lim1"]), registered(file, people["sok"])
    said = chosen(known, rows[0], lim)

    assert [each.why for each in known.unclear] == [Unclear.SEVERAL, Unclear.NOBODY]
    assert said.wishes == (Wish(people["lim1"], None, "T1"), Wish(people["sok"]))
    assert [each.line for each in said.unclear] == [3]
    assert chosen(said, rows[2], sok) == said
    assert chosen(without(said, 2), rows[2], sok).wishes[1] == Wish(people["sok"], Answer.ACCEPTS, "T2")
    assert without(said, 3).unclear == ()
