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
    from checkin.importing.people.judging import Judged
    from checkin.importing.people.questions import Question
    from checkin.importing.people.row_values import ReadRow
    from checkin.importing.people.tables import ListRow, ReadTables

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
    to be read. `of_desks` holds, by the delegate's id, the fields that a desk has set last; the list does not change
    these fields unless the wishes say that the list wins. `members` holds, by the delegate's id, the details of each
    registration that was merged into the delegate: a row may mean any of these. `progress` is called now and then with
    the number of rows done and the number of all rows; an exception in `progress` ends the planning. Raises
    CheckinError if no sheet has a header row, or if the wishes name a sheet, column or category that does not exist.
    """
    wishes = wishes or ListWishes()
    event, choices, fields = with_own_fields(event, wishes.columns)
    wishes = replace(wishes, columns=choices)
    chosen = list_sheets(sheets, wishes, event)
    tables = [read_tables(sheet, heading, wishes.columns, event) for sheet, heading in chosen.headed]
    questions = OpenQuestions(wishes.answers)
    rows = _taken_from(tables)
    total = len(rows)
    questions.ask_about_rows(rows)
    left_out = _left_out(rows, questions)
    read, rejected = _read(rows, RowValues(event, wishes.columns.constants, questions), progress)
    first, again = without_repeats(read)
    delegates = tuple(known)
    first, unlinked = with_principals(first, again, delegates)
    registrations, merged = _registrations(delegates, members or {})
    judging = Judging(
        event, registrations, first, questions, of_desks or {}, merged, list_wins=wishes.list_wins
    )
    judged = judging.judge([row for row, _ in rejected])
    if progress is not None:
        progress(total, total)
    return replace(
        _as_plan(judged, (*chosen.questions, *questions.open())),
        rejected=(*(why for _, why in rejected), *judged.rejected),
        columns=tuple(use for table in tables for use in table.columns),
        sheets=tuple(chosen.uses),
        skipped=(*(row for table in tables for row in table.skipped), *left_out),
        unread=(*(cell for table in tables for cell in table.unread), *unlinked, *judged.unread),
        again=again,
        fields=fields,
    )


def _as_plan(judged: Judged, asked: tuple[Question, ...]) -> ImportPlan:
    """The plan of what was judged; nothing comes in while a question is open that stops the whole list."""
    stops = any(question.kind in STOPPING for question in asked)
    return ImportPlan(
        () if stops else tuple(judged.new),
        () if stops else tuple(judged.changed),
        tuple(judged.same),
        tuple(judged.alike),
        judged.missing,
        not_drawn=tuple(judged.not_drawn),
        still_blocked=tuple(who for _, who in judged.still_blocked),
        questions=asked,
    )


def _taken_from(tables: Iterable[ReadTables]) -> list[ListRow]:
    """The rows of the tables, which do not keep them, so that a hundred thousand rows stand in the memory once."""
    rows = [row for table in tables for row in table.rows]
    for table in tables:
        table.rows.clear()
    return rows


def _left_out(rows: Iterable[ListRow], questions: OpenQuestions) -> list[SkippedRow]:
    """The rows that an answer leaves out, each with the reason."""
    return [
        SkippedRow(row.sheet, row.number, kind, name_in(row) or text_of(row))
        for row in rows
        if not row.guest and (kind := questions.left_out_as(row)) is not None
    ]


def _registrations(
    delegates: Iterable[Delegate], members: Mapping[str, Sequence[Delegate]]
) -> tuple[list[Delegate], dict[str, Delegate]]:
    """All whom a row may mean, and the delegate for the id of each who was merged into a delegate."""
    registrations: list[Delegate] = []
    merged: dict[str, Delegate] = {}
    for one in delegates:
        of_one = members.get(one.id, ())
        registrations += of_one or (one,)
        merged |= {each.id: one for each in of_one}
    return registrations, merged


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
