"""Turns what the operator ticks or chooses for rows of an examined list into `Ticks` (decisions about single rows)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from checkin.domain.delegates import Delegate, Status
from checkin.importing.people.planned import Candidate, LookAlike, Place
from checkin.importing.people.ticks import can_be_gone
from checkin.ui.import_list.findings import Group
from checkin.ui.import_list.found_rows import CellChange, changed_cells

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.importing.people.ticks import Ticks
    from checkin.ui.import_list.findings import Findings
    from checkin.wording import Wording

TICKED: Final = frozenset({Group.NEW, Group.CHANGED, Group.ALIKE, Group.MISSING})
"""The groups of rows on the Import page whose rows have a box to tick."""
_OTHER, _SAME, _NOBODY = "other", "same", "nobody"
_KEPT: Final = "kept"
_GONE: Final = (Status.EXCUSED, Status.CANCELLED)
_ALL: Final = "all "
_NONE: Final = "none"


def is_ticked(found: Findings, row: object) -> bool | None:
    """Whether this row is ticked, so that it will be imported; None for a row without a box."""
    ticks = found.ticks
    match row:
        case Candidate():
            return row.place not in ticks.rows
        case CellChange():
            return ticks.comes_in(row.place, row.field, is_taken=row.is_taken)
        case LookAlike():
            return row.candidate.place not in ticks.rows
        case Delegate():
            return row.id in ticks.gone if can_be_gone(row) else None
        case _:
            return None


def toggled(found: Findings, row: object) -> Ticks:
    """The operator's decisions after the box of this row was ticked or unticked."""
    return _set(found, [row], is_in=not is_ticked(found, row))


def choices(
    found: Findings, group: Group, row: object, say: Wording
) -> tuple[str, list[tuple[str, str]], str]:
    """The choice for the selected row: the question, the possible answers with their words, and the present answer."""
    match group, row:
        case Group.ALIKE, LookAlike():
            return say.text("Are these the same person?"), _of_alike(row, say), _who(found, row)
        case Group.MISSING, Delegate():
            status = found.ticks.gone.get(row.id)
            given = str(status) if status is not None else _KEPT
            one = _of_missing(say) if can_be_gone(row) else []
            # Of a list whose source nobody has told, everybody whom any list brought may be missing.
            every = [
                (_ALL + code, say.text("all: {answer}").format(answer=words))
                for code, words in _of_missing(say)
                if found.source
            ]
            return row.name, [*one, *every], given
        case ((Group.NEW | Group.CHANGED), _) if row is not None:
            return "", [(_ALL.strip(), say.text("Tick all")), (_NONE, say.text("Untick all"))], ""
        case _:
            return "", [], ""


def chosen(found: Findings, group: Group, row: object, answer: str, rows: Iterable[Any]) -> Ticks:
    """The operator's decisions after this answer was given for the row.

    `rows` are all rows of the group, because some answers are about all of them.
    """
    match row:
        case LookAlike():
            return _as(found, row, answer)
        case Delegate():
            those = rows if answer.startswith(_ALL) else [row]
            return _gone(found, those, answer.removeprefix(_ALL))
        case _ if group in {Group.NEW, Group.CHANGED}:
            return _set(found, rows, is_in=answer != _NONE)
        case _:
            return found.ticks


def _set(found: Findings, rows: Iterable[Any], *, is_in: bool) -> Ticks:
    """The ticks with these rows ticked or unticked; guests follow the person whom they accompany."""
    ticks, places, cells = found.ticks, set[Place](), set(found.ticks.cells)
    for row in rows:
        match row:
            case Candidate():
                places.add(row.place)
            case LookAlike():
                places.add(row.candidate.place)
            case CellChange():
                cells.discard((row.place, row.field))
                if row.is_taken is not is_in:
                    cells.add((row.place, row.field))
            case Delegate():
                return _gone(found, [row], str(_GONE[0]) if is_in else _KEPT)
            case _:
                pass
    places |= {each.place for each in found.plan.new if each.principal in places}
    kept = ticks.rows - places if is_in else ticks.rows | places
    return replace(ticks, rows=kept, cells=frozenset(cells))


def _gone(found: Findings, rows: Iterable[Delegate], answer: str) -> Ticks:
    gone = dict(found.ticks.gone)
    for row in rows:
        gone.pop(row.id, None)
        if answer != _KEPT and can_be_gone(row):
            gone[row.id] = Status(answer)
    return replace(found.ticks, gone=gone)


def _who(found: Findings, row: LookAlike) -> str:
    place = row.candidate.place
    if place in found.ticks.rows:
        return _NOBODY
    return _SAME if place in found.ticks.same else _OTHER


def _as(found: Findings, row: LookAlike, answer: str) -> Ticks:
    ticks, place = found.ticks, row.candidate.place
    same = ticks.same | {place} if answer == _SAME else ticks.same - {place}
    rows = ticks.rows | {place} if answer == _NOBODY else ticks.rows - {place}
    return replace(ticks, same=same, rows=rows)


def _of_alike(row: LookAlike, say: Wording) -> list[tuple[str, str]]:
    same = (
        say.text("the same person: update them")
        if row.as_same is not None
        else say.text("the same person: both rows are one")
    )
    return [
        (_OTHER, say.text("another person: bring in")),
        (_SAME, same),
        (_NOBODY, say.text("leave the row out")),
    ]


def _of_missing(say: Wording) -> list[tuple[str, str]]:
    return [(_KEPT, say.text("stays as before")), *((str(each), say.status(each)) for each in _GONE)]


def every_row(found: Findings, group: Group) -> list[Any]:
    """All rows of a group that have a box to tick, including rows that are too many to be shown in the table."""
    match group:
        case Group.NEW:
            return list(found.plan.new)
        case Group.CHANGED:
            return list(changed_cells(found.plan))
        case Group.MISSING:
            return list(found.plan.missing)
        case _:
            return []
