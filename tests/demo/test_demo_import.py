"""The demo's list and definition come in as any organiser's would: nothing is refused, and twice is once."""

from __future__ import annotations

from checkin import assets
from checkin.domain.delegates import Delegate, Field
from checkin.importing.definition import read_definition
from checkin.importing.files.sheets import read_sheets
from checkin.importing.people.plan import ImportPlan, plan_import
from checkin.text import delegation_named, name_of_delegation


def _planned(known: tuple[Delegate, ...] = ()) -> ImportPlan:
    event = read_definition(assets.demo("forum.toml"))
    return plan_import(read_sheets(assets.demo("delegates.csv")), known, event)


def test_every_row_comes_in_and_every_column_is_understood() -> None:
    plan = _planned()

    assert (len(plan.new), plan.rejected) == (300, ())
    not_in_the_list = {Field.LATIN_ONLY, Field.TICKET, Field.PHOTO}
    expected = [field for field in Field if field not in not_in_the_list]
    assert [column.field for column in plan.columns] == [*expected, "photograph", "vehicle"]


def test_the_same_list_again_changes_nothing() -> None:
    first = _planned()
    # Whom somebody accompanies is kept by id: here everybody's is their reference.
    known = tuple(Delegate.of(str(row.details[Field.REFERENCE]), row.details) for row in first.new)

    again = _planned(known)

    assert (len(again.same), again.new, again.changed) == (300, (), ())


def test_every_delegation_that_is_defined_has_people_who_are_listed_under_one_of_its_names() -> None:
    event = read_definition(assets.demo("forum.toml"))
    listed = {str(row.details.get(Field.DELEGATION, "")) for row in _planned().new}
    known = {text: delegation_named(event, text) for text in listed}

    assert {one.code for one in known.values() if one is not None} == set(event.delegations)


def test_every_name_of_a_delegation_means_that_delegation() -> None:
    event = read_definition(assets.demo("forum.toml"))
    names = [
        (words, delegation)
        for delegation in event.delegations.values()
        for name in delegation.names
        for _, words in name.by_language
    ]

    assert len(names) > 50
    assert all(delegation_named(event, words) is delegation for words, delegation in names)


def test_an_embassy_is_shown_by_its_full_name_whichever_its_own_list_writes() -> None:
    event = read_definition(assets.demo("forum.toml"))
    lao = next(row for row in _planned().new if row.details[Field.REFERENCE] == "F103")

    assert lao.details[Field.DELEGATION] == "Embassy of the Lao PDR"
    assert (
        str(name_of_delegation(event, "Embassy of the Lao PDR"))
        == "Embassy of the Lao People's Democratic Republic"
    )
