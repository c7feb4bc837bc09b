"""The reports of delegations and of the order of precedence."""

from __future__ import annotations

from typing import Final

from checkin.domain.delegates import Arrival, Arrivals
from checkin.domain.delegation_figures import DelegationStanding, Figures, Head
from checkin.domain.precedence import Ranked
from checkin.domain.programme import Delegation, LocalText
from checkin.domain.registration import Registration
from checkin.reports import Kind, Wanted, report_named
from checkin.reports.precedence import sheet
from checkin.wording import in_language
from tests.desk.seminar import a_seminar, at
from tests.domain.examples import a_delegate
from tests.reports.records import ARecord

WANTED: Final = Wanted(at(0), in_language("en"))
LAOS: Final = Delegation(
    "LAO",
    (LocalText.of({"en": "Lao PDR", "km": "ឡាវ"}),),
    quota=5,
    liaison_name="Noy",
    liaison_phone="+856 1",
)
HERE: Final = Arrivals(Arrival(at(-20), "Desk 1"))


def test_each_delegation_has_a_row_with_its_places_its_badges_and_who_is_here() -> None:
    record = ARecord(
        a_seminar(),
        known_delegations=(
            DelegationStanding(LAOS, Figures(5, 4, 1, 3, 2, Head.ARRIVED)),
            DelegationStanding(
                Delegation("Press", (LocalText.of("Press"),)), Figures(named=2), is_defined=False
            ),
        ),
    )
    made = report_named("delegations").build(record, WANTED)

    assert [column.name for column in made.main.columns[:5]] == [
        "code", "delegation", "kind", "quota", "named",
    ]  # fmt: skip
    assert made.main.rows == (
        ("LAO", "Lao PDR", "state", 5, 4, 1, 1, 3, 2, True, "Noy", "+856 1"),
        ("", "Press", "", None, 2, 0, 0, 0, 0, None, "", ""),
    )


def an_order() -> ARecord:
    people = [
        Ranked(
            Registration(a_delegate(id=name, native_name="សុខ", precedence=number, delegation="ឡាវ"), arrivals)
        )
        for number, (name, arrivals) in enumerate((("d1", HERE), ("d2", Arrivals()), ("d3", Arrivals())))
    ]
    return ARecord(a_seminar(), known_order=people)


def test_the_order_of_precedence_has_people_and_arrivals_and_no_number_of_rank() -> None:
    made = report_named("precedence").build(an_order(), WANTED)

    assert [row[0] for row in made.main.rows] == ["d1", "d2", "d3"]
    assert [row[-1] for row in made.main.rows] == [at(-20), None, None]
    assert all(column.kind is not Kind.NUMBER for column in made.main.columns)
    assert made.main.foot == ("1 of 3 has arrived",)


def test_the_one_sheet_has_the_first_people_only() -> None:
    made = sheet(an_order(), WANTED, 2)

    assert [row[0] for row in made.main.rows] == ["d1", "d2"]
    assert made.title == "Order of precedence: The first 2"
