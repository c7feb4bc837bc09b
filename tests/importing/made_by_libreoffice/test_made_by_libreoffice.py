from __future__ import annotations

from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from checkin.assets import demo
from checkin.domain.delegates import Delegate
from checkin.importing.definition import read_definition
from checkin.importing.files.sheets import pieces_of, put_together
from checkin.importing.people.column_choices import read_choices
from checkin.importing.people.plan import plan_import
from checkin.importing.people.questions import SKIP, Answers
from checkin.importing.people.wishes import ListWishes
from tests.importing.made_by_libreoffice.make import FILES, LISTS, kinds_of

if TYPE_CHECKING:
    from checkin.domain.programme import Event
    from checkin.importing.files.sheet import Sheet
    from checkin.importing.people.planned import ImportPlan

MADE = [(each, kind) for each in LISTS for kind in kinds_of(each)]
each_file = pytest.mark.parametrize(
    ("described", "kind"), MADE, ids=[f"{each['name']}.{kind}" for each, kind in MADE]
)


@cache
def the_event() -> Event:
    return read_definition(demo("forum.toml"))


def sheets_of(described: dict[str, Any], kind: str) -> tuple[Sheet, ...]:
    return put_together(pieces_of(FILES / f"{described['name']}.{kind}")).sheets


def text_of(cell: object, kind: str) -> str:
    """What a cell of lists.toml should read as in this kind of file."""
    if isinstance(cell, dict):
        wanted = cell.get(kind, cell.get("t"))
        return wanted if wanted is not None else text_of(cell.get("v", cell.get("d")), kind)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def without_empty_ends(rows: list[list[str]]) -> list[list[str]]:
    """The rows without what is empty at their ends and below them: how far a sheet reaches is the program's own."""
    rows = [row[: max((place for place, text in enumerate(row, 1) if text), default=0)] for row in rows]
    return rows[: max((number for number, row in enumerate(rows, 1) if row), default=0)]


@each_file
def test_every_cell_of_a_file_of_libreoffice_reads_as_it_is_shown(
    described: dict[str, Any], kind: str
) -> None:
    sheets = sheets_of(described, kind)

    for page, sheet in zip(described["sheets"], sheets, strict=True):
        wanted = [[text_of(cell, kind) for cell in row] for row in page["rows"]]
        assert without_empty_ends([list(row) for row in sheet.rows]) == without_empty_ends(wanted)
        assert {f"{'ABCDEFG'[column]}{row + 1}" for row, column in sheet.unreadable} == set(
            page.get("unreadable", ())
        )
        assert {row + 1 for row in sheet.hidden} == set(page.get("hidden_rows", ()))
        assert {row + 1 for row in sheet.struck} == set(page.get("struck_rows", ()))


def plan_of(described: dict[str, Any], kind: str) -> ImportPlan:
    """The plan for a file, whose hidden and struck-out rows are left out."""
    category = described.get("category")
    choices = read_choices([f"=category:{category}"] if category else [])
    sheets = sheets_of(described, kind)
    asked = plan_import(sheets, [], the_event(), ListWishes(choices)).questions
    assert [question.kind for question in asked] == described.get("questions", [])
    answers = Answers(by_id={question.id: SKIP for question in asked})
    return plan_import(sheets, [], the_event(), ListWishes(choices, answers))


def persons_of(described: dict[str, Any], kind: str) -> dict[tuple[int, int], dict[str, Any]]:
    """What should come in, by the number of the sheet and of the row: the fields that the cells hold."""
    found: dict[tuple[int, int], dict[str, Any]] = {}
    for number, page in enumerate(described["sheets"]):
        came = {
            each["row"]: {key: each[key] for key in each if key != "row"} for each in page.get("came", ())
        }
        for row in page["persons"]:
            texts = (" ".join(text_of(cell, kind).split()) for cell in page["rows"][row - 1])
            fields = zip(page["fields"], texts, strict=False)
            found[number, row] = {field: text for field, text in fields if field} | came.get(row, {})
    return found


@each_file
def test_every_person_in_a_file_of_libreoffice_comes_in(described: dict[str, Any], kind: str) -> None:
    names = [sheet.name for sheet in sheets_of(described, kind)]
    plan = plan_of(described, kind)
    wanted = persons_of(described, kind)

    came = {(names.index(each.sheet), each.row): Delegate.of("", each.details) for each in plan.new}
    assert plan.rejected == ()
    assert came.keys() == wanted.keys()
    for place, fields in wanted.items():
        categories = {
            name: one.code for one in the_event().categories.values() for _, name in one.name.by_language
        }
        if "category" in fields:
            fields["category"] = categories.get(fields["category"], fields["category"])
        assert {field: came[place].value(field) for field in fields} == fields


def test_the_files_are_many_and_small() -> None:
    sizes = [path.stat().st_size for path in FILES.iterdir()]

    assert len(sizes) == len(MADE) >= 40
    assert max(sizes) <= 30_000
    assert sum(sizes) < 1_000_000
