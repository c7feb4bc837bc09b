"""The plan of an import as JSON, as other programs read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checkin.cli.command import own_wording
from checkin.domain.delegates import Delegate, Field
from checkin.importing.people.planned import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checkin.importing.people.planned import ImportPlan, Place, Unchanged


def as_json(plan: ImportPlan) -> dict[str, Any]:
    """The plan as a value of JSON."""
    say = own_wording()
    rows: list[Change | Unchanged] = [*plan.changed, *plan.same]
    known = {one.place: one.delegate.id for one in rows}
    return {
        "new": len(plan.new),
        "changed": len(plan.changed),
        "same": len(plan.same),
        "alike": len(plan.alike),
        "missing": len(plan.missing),
        "rejected": [
            {
                "sheet": each.sheet,
                "row": each.row,
                "column": each.column,
                "reason": say.rejection(each.reason),
            }
            for each in plan.rejected
        ],
        "encoding": plan.encoding,
        "sheets": [
            {"sheet": each.sheet, "used": each.is_used, "rows": each.rows, "why": say.why_unused(each.why)}
            for each in plan.sheets
        ],
        "columns": [
            {"sheet": each.sheet, "header": each.header, "field": each.field, "by": each.by}
            for each in plan.columns
        ],
        "changes": [
            *(change for one in plan.changed for change in _changes(one, known)),
            *(change for one in plan.same for change in _changes(one, known)),
        ],
        "pairs": [
            *(
                {
                    "sheet": each.candidate.sheet,
                    "row": each.candidate.row,
                    **(
                        {"delegate": each.like.id}
                        if isinstance(each.like, Delegate)
                        else {"other_row": each.like.row}
                    ),
                    "why": say.text("looks alike"),
                }
                for each in plan.alike
            ),
            *(
                {"sheet": sheet, "row": row, "other_row": other, "why": say.text("the same person again")}
                for (sheet, row), (_, other) in plan.again.items()
            ),
        ],
        "skipped": [
            {"sheet": each.sheet, "row": each.row, "reason": say.row_kind(each.kind)} for each in plan.skipped
        ],
        "unread": [
            {
                "sheet": each.sheet,
                "row": each.row,
                "column": each.column,
                "reason": say.unread(each.reason),
            }
            for each in plan.unread
        ],
        "questions": [
            {
                "id": each.id,
                "kind": each.kind,
                "sheet": each.sheet,
                "header": each.header,
                "rows": list(each.rows),
                "words": [{"word": word.word, "rows": word.rows} for word in each.words],
                "text": say.import_question(each.kind, each.header),
            }
            for each in plan.questions
        ],
        "not_drawn": [
            {"sheet": each.sheet, "row": each.row, "column": each.column, "reason": say.not_drawn(each.signs)}
            for each in plan.not_drawn
        ],
    }


def _changes(one: Change | Unchanged, known: Mapping[Place, str]) -> Iterator[dict[str, Any]]:
    """The changes of one row, cell by cell; those that are not taken, because a desk has set the field, among them.

    `known` has the ids of the persons who are known already. Whoever accompanies a new person has no id to tell yet.
    """
    taken: dict[str, Any] = dict(one.details) if isinstance(one, Change) else {}
    if isinstance(one, Change) and one.principal is not None:
        taken[Field.ACCOMPANIES] = known.get(one.principal)
    of_desks = one.of_desks if isinstance(one, Change) else frozenset(one.kept)
    for field, after in (*taken.items(), *one.kept.items()):
        yield {
            "sheet": one.sheet,
            "row": one.row,
            "delegate": one.delegate.id,
            "field": field,
            "before": one.delegate.value(field),
            "after": after,
            "desk": field in of_desks,
            "taken": field in taken,
        }
