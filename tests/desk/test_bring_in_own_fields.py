"""Columns that fit no field become fields of the event in the act of the import; names are divided by a rule."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from checkin.desk import bring_in
from checkin.desk.bring_in import OutdatedPlanError
from checkin.desk.find import everybody
from checkin.desk.undo import finish_undo, undo
from checkin.importing.people.column_choices import ColumnChoices
from checkin.importing.people.headers import FULL_NAME
from checkin.importing.people.own_fields import NEW_FIELD
from checkin.importing.people.wishes import ListWishes
from tests.desk.seminar import DARA
from tests.importing.made_files import a_csv

if TYPE_CHECKING:
    from pathlib import Path

    from checkin.importing.people.planned import ImportPlan
    from checkin.storage.event_file import EventFile

HEAD = ("Name", "T-shirt", "Category")
ROWS = (("SOK Dara", "L", "P"), ("LY Bo", "", "P"))


def wishes(**readings: str) -> ListWishes:
    return ListWishes(ColumnChoices({name.replace("_", "-"): said for name, said in readings.items()}))


def brought_in(
    file: EventFile, path: Path, wished: ListWishes | None = None
) -> tuple[ImportPlan, str | None]:
    return bring_in.bring_in_at_once(file, DARA, path, lambda _: None, wished)


def shirts(file: EventFile) -> list[object]:
    return sorted(str(each.delegate.own.get("t_shirt", "")) for each in everybody(file))


def test_a_column_is_kept_as_a_field_of_the_event_in_the_same_act(file: EventFile, tmp_path: Path) -> None:
    path = a_csv(tmp_path, (HEAD, *ROWS))
    plan, act = brought_in(file, path, wishes(T_shirt=NEW_FIELD))
    assert [(field.code, field.private) for field in plan.fields] == [("t_shirt", True)]
    assert shirts(file) == ["", "L"]
    assert str(file.event.fields["t_shirt"].name) == "T-shirt"
    assert act is not None
    undo(file, DARA, act)
    finish_undo(file)

    assert file.event.fields == {}
    assert not everybody(file)


def test_the_next_list_with_the_column_fills_the_field_by_its_name(file: EventFile, tmp_path: Path) -> None:
    brought_in(file, a_csv(tmp_path, (HEAD, *ROWS)), wishes(T_shirt=NEW_FIELD))
    newer = a_csv(tmp_path, (HEAD, ("SOK Dara", "XL", "P"), ROWS[1]))
    again = bring_in.plan(file, newer, wishes(T_shirt=NEW_FIELD))
    assert again.fields == ()
    plan, _ = brought_in(file, newer)

    assert [dict(change.details) for change in plan.changed] == [{"t_shirt": "XL"}]
    assert shirts(file) == ["", "XL"]


def test_a_field_that_somebody_made_meanwhile_stops_the_import(file: EventFile, tmp_path: Path) -> None:
    path = a_csv(tmp_path, (HEAD, *ROWS))
    first = bring_in.plan(file, path, wishes(T_shirt=NEW_FIELD))
    brought_in(file, path, wishes(T_shirt=NEW_FIELD))
    with pytest.raises(OutdatedPlanError):
        bring_in.bring_in(file, DARA, replace(first, as_of=10**9), lambda _: None)


@pytest.mark.parametrize(
    ("rule", "name", "family", "given"),
    [
        ("", "Dara Sok", "Dara Sok", ""),
        ("family_first", "Dara Sok", "Dara", "Sok"),
        ("given_first", "Dara Sok", "Sok", "Dara"),
        ("given_first", "H.E. Ana Maria Berg", "Berg", "Ana Maria"),
        ("family_first", "Nguyen Van An", "Nguyen", "Van An"),
        ("family_first", "Madonna", "Madonna", ""),
        ("comma", "van der Berg, Ana", "van der Berg", "Ana"),
        ("sign", "Berg / Ana", "Berg", "Ana"),
        ("sign", "Mr Berg | Ana", "Berg", "Ana"),
        ("sign", "Ana Berg", "Ana Berg", ""),
    ],
)
def test_a_column_of_whole_names_is_divided_by_the_rule_that_was_told(
    file: EventFile, tmp_path: Path, rule: str, name: str, family: str, given: str
) -> None:
    choices = ColumnChoices({"Full name": FULL_NAME}, {"category": "P"}, {"Full name": rule} if rule else {})
    brought_in(file, a_csv(tmp_path, (("Full name", "Email"), (name, "a@example.org"))), ListWishes(choices))
    (one,) = everybody(file)

    assert (one.delegate.family_name, one.delegate.given_name) == (family, given)
