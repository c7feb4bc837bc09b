"""The demo's list and definition come in as any organiser's would: nothing is refused, and twice is once."""

from __future__ import annotations

from checkin import assets
from checkin.domain.delegates import Delegate, Field
from checkin.importing.definition import read_definition
from checkin.importing.plan import ImportPlan, plan_import
from checkin.importing.sheets import read_sheets


def _planned(known: tuple[Delegate, ...] = ()) -> ImportPlan:
    event = read_definition(assets.demo("forum.toml"))
    return plan_import(read_sheets(assets.demo("delegates.csv")), known, event)


def test_every_row_comes_in_and_every_column_is_understood() -> None:
    plan = _planned()

    assert (len(plan.new), plan.rejected) == (300, ())
    assert [column.field for column in plan.columns] == list(Field)


def test_the_same_list_again_changes_nothing() -> None:
    first = _planned()
    known = tuple(Delegate.of(str(row.row), row.details) for row in first.new)

    again = _planned(known)

    assert (again.same, again.new, again.changed) == (300, (), ())
