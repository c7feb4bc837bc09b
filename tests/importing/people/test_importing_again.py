"""What holds for every list that comes a second time: the same, with more, with less, and in another order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.delegates import Field
from checkin.importing.files.sheet import Sheet
from checkin.importing.people.plan import plan_import
from checkin.importing.people.wishes import ListWishes
from tests.importing.people.test_plan import FORUM, brought_in, counts, planned

if TYPE_CHECKING:
    from checkin.domain.delegates import Details
    from checkin.importing.people.planned import ImportPlan

HEADER = ("Ref", "Family name", "Given name", "Organisation", "E-mail", "Category", "Phone")
FEW = settings(max_examples=60)
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "R17", "R28", "R39", "R99"]),
        st.sampled_from(["Sok", "Chea", "Lim", "Kem"]),
        st.sampled_from(["Dara", "Vanna", ""]),
        st.sampled_from(["Ministry A", "Ministry B", ""]),
        st.sampled_from(["", "a@example.org", "b@example.org"]),
        st.sampled_from(["P", "D"]),
        st.sampled_from(["", "012", "013"]),
    ),
    max_size=8,
)
PEOPLE = st.lists(
    st.tuples(st.sampled_from(["Sok", "Chea", "Lim", "Kem"]), st.sampled_from(["Dara", "Vanna", "Bo"])),
    unique=True,
    min_size=1,
    max_size=8,
)


def what_is_said(plan: ImportPlan) -> tuple[list[str], list[str], list[str]]:
    """Who is new, changed and the same, whatever the order of the rows."""

    def told(details: Details) -> str:
        return repr(sorted((str(field), str(value)) for field, value in details.items()))

    return (
        sorted(told(one.details) for one in plan.new),
        sorted(f"{one.delegate.id} {told(one.details)}" for one in plan.changed),
        sorted(one.delegate.id for one in plan.same),
    )


@FEW
@given(rows=ROWS)
def test_the_same_list_again_is_all_the_same(rows: list[tuple[str, ...]]) -> None:
    first = planned(HEADER, *rows)
    again = planned(HEADER, *rows, known=brought_in(first))

    assert (again.new, again.changed) == ((), ())
    assert (len(again.same), again.again) == (len(first.new), first.again)


@FEW
@given(people=PEOPLE, emptied=st.integers(0, 7), phone=st.booleans())
def test_a_column_more_changes_only_that_and_an_emptied_cell_nothing(
    people: list[tuple[str, str]],
    emptied: int,
    phone: bool,  # noqa: FBT001 - Hypothesis gives it
) -> None:
    rows = [(*name, f"Office {number}", "P") for number, name in enumerate(people)]
    header = ("Family name", "Given name", "Organisation", "Category")
    known = brought_in(planned(header, *rows))
    newer = [
        (*row[:2], "" if number == emptied else row[2], row[3], f"01{number}" if phone else "")
        for number, row in enumerate(rows)
    ]
    plan = planned((*header, "Phone"), *newer, known=known)

    assert plan.new == ()
    assert [dict(one.details) for one in plan.changed] == [
        {Field.PHONE: f"01{number}"} for number in range(len(rows)) if phone
    ]


@FEW
@given(rows=ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))), known=ROWS)
def test_the_order_of_the_rows_does_not_matter(
    rows: tuple[list[tuple[str, ...]], list[tuple[str, ...]]], known: list[tuple[str, ...]]
) -> None:
    before = brought_in(planned(HEADER, *known))
    # Of rows that name one person again, or that have one reference, the first counts: here each has its own.
    one, other = ([row for row in order if _is_alone(row, rows[0])] for order in rows)

    assert what_is_said(planned(HEADER, *one, known=before)) == what_is_said(
        planned(HEADER, *other, known=before)
    )


def _is_alone(row: tuple[str, ...], rows: list[tuple[str, ...]]) -> bool:
    """Whether no other row has the same reference or address."""
    return all(not row[at] or sum(row[at] == each[at] for each in rows) == 1 for at in (0, 4)) and (
        sum(row == each for each in rows) == 1
    )


@FEW
@given(people=PEOPLE, of_desk=st.sets(st.integers(0, 7)), wins=st.booleans())
def test_what_a_desk_has_set_is_kept_and_told_unless_the_list_wins(
    people: list[tuple[str, str]],
    of_desk: set[int],
    wins: bool,  # noqa: FBT001 - Hypothesis gives it
) -> None:
    header = ("Family name", "Given name", "Category", "Phone")
    known = brought_in(planned(header, *((*name, "P", "012") for name in people)))
    sheet = Sheet("", (header, *((*name, "P", "099") for name in people)))
    set_by_desk = {known[number].id for number in of_desk if number < len(known)}
    plan = plan_import(
        [sheet], known, FORUM, ListWishes(list_wins=wins),
        of_desks={who: frozenset({str(Field.PHONE)}) for who in set_by_desk},
    )  # fmt: skip
    kept = set() if wins else set_by_desk

    assert {one.delegate.id for one in plan.same} == kept
    assert all(one.kept == {Field.PHONE: "099"} for one in plan.same)
    assert {one.delegate.id for one in plan.changed} == {one.id for one in known} - kept
    assert counts(plan)[0] == 0
