"""Some rows of a table, in an order that a reader chose."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.delegates import Delegate, NameOrder
from checkin.reports import Column, Excerpt, Kind, NameCell, Table, excerpt

TABLE = Table(
    "people",
    "People",
    (
        Column("name", "Name", 40),
        Column("came", "Came", 20, Kind.MOMENT),
        Column("minutes", "Minutes", 9, Kind.NUMBER),
    ),
    (
        ("SOK Sopheap", datetime(2026, 9, 14, 2, tzinfo=UTC), 3),
        ("Élodie MARTIN", None, 40),
        ("chea Vanna", datetime(2026, 9, 14, 1, tzinfo=UTC), None),
        ("សុខ សុភាព", datetime(2026, 9, 14, 3, tzinfo=UTC), 9.5),
    ),
)


def names(wanted: Excerpt, most: int = 9) -> list[object]:
    return [row[0] for row in excerpt(TABLE, wanted, most)[0].rows]


def test_as_they_come_the_first_are_shown_and_all_are_counted() -> None:
    table, count = excerpt(TABLE, Excerpt(), 2)

    assert table.rows == TABLE.rows[:2]
    assert count == 4


def test_texts_numbers_and_moments_have_an_order_of_their_own_and_nothing_comes_last() -> None:
    assert names(Excerpt(order="name"))[:3] == ["chea Vanna", "Élodie MARTIN", "SOK Sopheap"]
    assert names(Excerpt(order="came"))[0] == "chea Vanna"
    assert names(Excerpt(order="came"))[-1] == "Élodie MARTIN"
    assert names(Excerpt(order="minutes"), 2) == ["SOK Sopheap", "សុខ សុភាព"]
    assert names(Excerpt(order="name", is_down=True))[0] == "សុខ សុភាព"


def test_the_order_is_that_of_all_rows_not_of_those_that_are_shown() -> None:
    assert names(Excerpt(order="minutes"), 1) == ["SOK Sopheap"]


def test_rows_are_found_by_words_in_any_script_without_accents() -> None:
    assert names(Excerpt("elodie mar")) == ["Élodie MARTIN"]
    assert names(Excerpt("សុភាព")) == ["សុខ សុភាព"]
    assert excerpt(TABLE, Excerpt("nobody"), 9)[1] == 0


def test_a_column_that_is_not_there_orders_nothing() -> None:
    assert names(Excerpt(order="seat")) == [row[0] for row in TABLE.rows]


@given(numbers=st.lists(st.none() | st.integers() | st.floats(allow_nan=False)), most=st.integers(0, 30))
def test_no_row_is_lost_or_doubled_by_an_order(numbers: list[float | None], most: int) -> None:
    table = Table("t", "T", (Column("n", "N", 9, Kind.NUMBER),), tuple((number,) for number in numbers))
    ordered, count = excerpt(table, Excerpt(order="n"), len(numbers))
    first, _ = excerpt(table, Excerpt(order="n"), most)

    known = [number for (number,) in ordered.rows if number is not None]
    assert known == sorted(number for number in numbers if number is not None)
    assert count == len(numbers) == len(ordered.rows)
    assert first.rows == ordered.rows[:most]


def test_words_are_searched_in_what_readers_see() -> None:
    columns = (
        Column("id", "Id", 0),
        Column("name", "Name", 40),
        Column("category", "Category", 9, Kind.CATEGORY),
        Column("seat", "Seat", 9, Kind.NUMBER),
    )
    table = Table("people", "People", columns, (("abc", "SOK", "P", 7), ("def", "KEM", "G", 12)))
    categories = {"P": "Zebras", "G": "Antelopes"}

    def found(wanted: Excerpt) -> list[object]:
        return [row[1] for row in excerpt(table, wanted, 9, categories)[0].rows]

    assert found(Excerpt("abc")) == []
    assert found(Excerpt("zebra")) == ["SOK"]
    assert found(Excerpt("12")) == ["KEM"]
    assert found(Excerpt(order="category")) == ["KEM", "SOK"]


def test_names_stand_by_family_name_however_they_are_read() -> None:
    people = (
        Delegate("1", family_name="MARTIN", given_name="Zoe", name_order=NameOrder.GIVEN_FIRST),
        Delegate("2", family_name="Özil", given_name="Ali"),
        Delegate("3", native_name="សុខ សុភាព"),
        Delegate("4", family_name="Lund", given_name="Per"),
    )
    table = Table("p", "P", (Column("name", "Name", 9),), tuple((NameCell.of(each),) for each in people))

    ordered, _ = excerpt(table, Excerpt(order="name"), 9)
    assert [row[0] for row in ordered.rows] == ["Lund Per", "Zoe MARTIN", "Özil Ali", "សុខ សុភាព"]
