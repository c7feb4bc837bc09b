"""Works out what the import of a list would change, without importing the list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from checkin.domain.delegates import PERSONS, Field
from checkin.importing.people.again import without_repeats
from checkin.importing.people.companions import with_principals
from checkin.importing.people.judging import Judging
from checkin.importing.people.list_sheets import list_sheets
from checkin.importing.people.open_questions import OpenQuestions
from checkin.importing.people.own_fields import with_own_fields
from checkin.importing.people.planned import ImportPlan, Rejection, SkippedRow
from checkin.importing.people.questions import STOPPING
from checkin.importing.people.row_values import NAME_FIELDS, RowValues, name_in
from checkin.importing.people.tables import read_tables, text_of
from checkin.importing.people.wishes import ListWishes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from checkin.domain.delegates import Delegate
    from checkin.domain.programme import Event
    from checkin.importing.files.sheet import Sheet
    from checkin.importing.people.row_values import ReadRow
    from checkin.importing.people.tables import ListRow

_PROGRESS_EVERY: Final = 1000
_TOLD: Final = (*NAME_FIELDS, Field.REFERENCE, *PERSONS)
"""The fields whose texts are told where a row that can be read is rejected later."""


def plan_import(
    sheets: Iterable[Sheet],
    known: Iterable[Delegate],
    event: Event,
    wishes: ListWishes | None = None,
    *,
    of_desks: Mapping[str, frozenset[str]] | None = None,
    members: Mapping[str, Sequence[Delegate]] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ImportPlan:
    """Compare the sheets of a list with the delegates in the event file, and return the plan of the list's import.

    Nothing is changed. `known` are the delegates in the event file, and `wishes` says how the operator wants the list
    to be read. `of_desks` has the fields that a desk has set last, by the delegate's id; the list does not change them
    unless it wins. `members` has what was recorded of each who was merged into a delegate, by the delegate's id: a row
    may mean any of them. `progress` is called now and then with the number of rows done and the number of all rows; an
    exception in `progress` ends the planning. CheckinError is raised if no sheet has a header row, or if the wishes
    name a sheet, column or category that does not exist.
    """
    wishes = wishes or ListWishes()
    event, choices, fields = with_own_fields(event, wishes.columns)
    wishes = replace(wishes, columns=choices)
    chosen = list_sheets(sheets, wishes, event)
    tables = [read_tables(sheet, heading, wishes.columns, event) for sheet, heading in chosen.headed]
    questions = OpenQuestions(wishes.answers)
    reading = RowValues(event, wishes.columns.constants, questions)
    rows = [row for table in tables for row in table.rows]
    total = len(rows)
    for table in tables:
        table.rows.clear()
    questions.ask_about_rows(rows)
    left_out = [
        SkippedRow(row.sheet, row.number, kind, name_in(row) or text_of(row))
        for row in rows
        if not row.guest and (kind := questions.left_out_as(row)) is not None
    ]
    read, rejected = _read(rows, reading, progress)
    first, again = without_repeats(read)
    delegates = tuple(known)
    first, unlinked = with_principals(first, again, delegates)
    registrations: list[Delegate] = []
    merged: dict[str, Delegate] = {}
    for one in delegates:
        of_one = (members or {}).get(one.id, ())
        registrations += of_one or (one,)
        merged |= {each.id: one for each in of_one}
    judging = Judging(
        event, registrations, first, questions, of_desks or {}, merged, list_wins=wishes.list_wins
    )
    judged = judging.judge([row for row, _ in rejected])
    asked = (*chosen.questions, *questions.open())
    stops = any(question.kind in STOPPING for question in asked)
    if progress is not None:
        progress(total, total)
    return ImportPlan(
        () if stops else tuple(judged.new),
        () if stops else tuple(judged.changed),
        tuple(judged.same),
        tuple(judged.alike),
        judged.missing,
        (*(why for _, why in rejected), *judged.rejected),
        tuple(use for table in tables for use in table.columns),
        tuple(judged.not_drawn),
        tuple(who for _, who in judged.still_blocked),
        sheets=tuple(chosen.uses),
        skipped=(*(row for table in tables for row in table.skipped), *left_out),
        unread=(*(cell for table in tables for cell in table.unread), *unlinked, *judged.unread),
        questions=asked,
        again=again,
        fields=fields,
    )


def _read(
    rows: list[ListRow], reading: RowValues, progress: Callable[[int, int], None] | None
) -> tuple[list[ReadRow], list[tuple[ListRow, Rejection]]]:
    """The values of the rows that can be read, and the rows that are rejected.

    The rows are taken from their list, so that the texts of a hundred thousand are not kept beside their values.
    """
    total = len(rows)
    rows.reverse()
    read: list[ReadRow] = []
    rejected: list[tuple[ListRow, Rejection]] = []
    out = -1
    for done in range(total):
        if progress is not None and done % _PROGRESS_EVERY == 0:
            progress(done, total)
        row = rows.pop()
        if row.guest and row.number == out:
            continue  # whoever comes along with somebody who is rejected waits with them
        outcome = reading.read(row)
        if isinstance(outcome, Rejection):
            out = out if row.guest else row.number
            rejected.append((row, outcome))
        elif outcome is not None:
            told = {str(field): row.texts[field] for field in _TOLD if field in row.texts}
            read.append((row.with_texts(told), outcome))
    return read, rejected
