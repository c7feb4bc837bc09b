"""Applies what the operator ticked in the plan of an import: which rows and cells are imported, and who is who."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from checkin.domain.delegates import PERSONS, Field, Status
from checkin.importing.people.planned import Candidate, Change

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin.domain.delegates import Delegate
    from checkin.importing.people.planned import ImportPlan, LookAlike, Place, Unchanged

_Row = TypeVar("_Row", Candidate, Change)


@dataclass(frozen=True, slots=True)
class Ticks:
    """The operator's decisions about single rows of a plan; without any decision, the whole plan is imported.

    `rows` are the rows that are not imported. `cells` are the cells of known persons that the operator treats against
    the rule: a cell that is left out, or a cell that is imported although a desk has set the field. `same` are the
    look-alikes whom the operator has declared to be the person whom they look like. `gone` maps ids of persons who are
    not in the list to their new status.
    """

    rows: frozenset[Place] = frozenset()
    cells: frozenset[tuple[Place, str]] = frozenset()
    same: frozenset[Place] = frozenset()
    gone: Mapping[str, Status] = field(default_factory=dict)

    def comes_in(self, place: Place, code: str, *, is_taken: bool) -> bool:
        """Whether this cell is imported; `is_taken` says whether the rule imports the cell without a decision."""
        return is_taken != ((place, code) in self.cells)


def with_same(plan: ImportPlan, same: frozenset[Place]) -> ImportPlan:
    """The plan in which the look-alikes at the places `same` are treated as the persons whom they look like.

    The plan's `alike` still has all look-alikes. If a row looks like a known person, the row changes this person. If a
    row looks like the person of an earlier row, the row fills what the earlier row leaves empty.
    """
    new = {each.place: each for each in plan.new}
    changed = {each.place: each for each in plan.changed}
    moved: dict[Place, Place] = {}
    for each in plan.alike:
        place = each.candidate.place
        if place in same and place in new:
            _move(each, new, changed, moved)
    if not moved:
        return plan
    there = {changed[into].delegate.id for into in moved.values() if into in changed}
    missing = tuple(each for each in plan.missing if each.id not in there)
    return replace(
        plan, new=tuple(new.values()), changed=tuple(changed.values()), moved=moved, missing=missing
    )


def _move(
    alike: LookAlike, new: dict[Place, Candidate], changed: dict[Place, Change], moved: dict[Place, Place]
) -> None:
    """Make the row the person whom the row looks like."""
    candidate = alike.candidate
    if alike.as_same is not None:
        del new[candidate.place]
        moved[candidate.place] = candidate.place
        changed[candidate.place] = alike.as_same
        return
    if not isinstance(alike.like, Candidate):
        return
    into = moved.get(alike.like.place, alike.like.place)
    del new[candidate.place]
    moved[candidate.place] = into
    if into in new:
        new[into] = _filled(new[into], candidate)
    elif into in changed:
        known = changed[into]
        more = {
            code: value
            for code, value in candidate.details.items()
            if code not in {*known.details, *known.kept} and known.delegate.value(code) in {"", None}
        }
        changed[into] = replace(known, details={**known.details, **more})


def _filled(first: Candidate, later: Candidate) -> Candidate:
    """The first row with what only the later row says."""
    reference = str(later.details.get(Field.REFERENCE, ""))
    also = (*first.also, *later.also, *((reference,) if reference else ()))
    return replace(first, details={**later.details, **first.details}, also=also)


def ticked(plan: ImportPlan, ticks: Ticks) -> ImportPlan:
    """The plan with only the rows and cells that the operator's decisions let in."""
    if ticks == Ticks():
        return plan
    found = with_same(plan, ticks.same)
    new = [each for each in found.new if each.place not in ticks.rows]
    out = {each.place for each in found.new if each.place in ticks.rows}
    nobody = {reference for each in found.new if each.place in out for reference in _references(each)}
    changed = [_chosen(each, ticks) for each in found.changed if each.place not in ticks.rows]
    changed += [_chosen(_as_change(each), ticks) for each in found.same if each.kept]
    missing = {each.id: each for each in found.missing}
    gone = tuple(
        (missing[one], status)
        for one, status in ticks.gone.items()
        if one in missing and can_be_gone(missing[one]) and missing[one].status is not status
    )
    cut = [_without(each, nobody, out) for each in changed]
    return replace(
        found,
        new=tuple(_without(each, nobody, out) for each in new),
        changed=tuple(each for each in cut if each.is_any),
        gone=gone,
    )


def can_be_gone(delegate: Delegate) -> bool:
    """Whether the operator can record that a person who is not in the list does not come; not for a blocked person."""
    return delegate.status is not Status.BLOCKED


def left_out_of(plan: ImportPlan, ticks: Ticks) -> int:
    """The number of persons of whom a row or a cell is not imported because the operator has unticked it."""
    found = with_same(plan, ticks.same)
    every: tuple[Candidate | Change, ...] = (*found.new, *found.changed)
    rows = {each.place for each in every if each.place in ticks.rows}
    cells = {each.place for each in found.changed for code in each.codes if (each.place, code) in ticks.cells}
    return len(rows | cells)


def _references(candidate: Candidate) -> tuple[str, ...]:
    own = str(candidate.details.get(Field.REFERENCE, ""))
    return (own, *candidate.also) if own else candidate.also


def _without(each: _Row, nobody: set[str], out: set[Place]) -> _Row:
    """The row without the persons who do not come in: those with these references, and those of these places."""
    if nobody and not PERSONS.isdisjoint(each.details):
        details = {
            code: value
            for code, value in each.details.items()
            if code not in PERSONS or str(value) not in nobody
        }
        each = replace(each, details=details)
    return replace(each, principal=None) if each.principal in out else each


def _as_change(same: Unchanged) -> Change:
    """A row of which nothing comes in by the rule, as a change of nothing."""
    return Change(same.sheet, same.row, same.delegate, {}, same.kept, frozenset(same.kept), guest=same.guest)


def _chosen(change: Change, ticks: Ticks) -> Change:
    """The change with the cells that come in."""
    place = change.place
    codes = (*change.codes, *change.kept)
    if not any((place, code) in ticks.cells for code in codes):
        return change
    taken = {
        code: value
        for values, is_taken in ((change.details, True), (change.kept, False))
        for code, value in values.items()
        if ticks.comes_in(place, code, is_taken=is_taken)
    }
    kept = {code: value for code, value in change.kept.items() if code not in taken}
    has_principal = ticks.comes_in(place, Field.ACCOMPANIES, is_taken=True)
    return replace(change, details=taken, kept=kept, principal=change.principal if has_principal else None)
