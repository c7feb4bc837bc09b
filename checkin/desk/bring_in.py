"""Bring in a list of delegates: first plan what would change, then record it as one act, which can be undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from checkin.desk.recording import record_many
from checkin.domain.definitions import definitions_of
from checkin.domain.delegates import PERSONS, Field, new_delegate_id
from checkin.domain.facts import Corrected, Defined, LongAct, Registered, Undone
from checkin.domain.pair_facts import Merged
from checkin.domain.things import Thing
from checkin.errors import CheckinError
from checkin.importing.files.sheets import read_file
from checkin.importing.people.plan import plan_import
from checkin.importing.people.questions import about_encoding
from checkin.importing.people.wishes import ListWishes
from checkin.storage import acts, delegates, list_sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from checkin.desk.staff import Staff
    from checkin.domain.delegates import Details, Value
    from checkin.domain.facts import Fact
    from checkin.importing.files.sheets import ReadFile
    from checkin.importing.people.planned import Candidate, ImportPlan, Place
    from checkin.storage.event_file import EventFile


_ATTEMPTS: Final = 10
_CHANGING_DELEGATES: Final = (Registered.kind, Corrected.kind, Merged.kind, Undone.kind)


class OutdatedPlanError(CheckinError):
    """The error raised if somebody changed the delegates after the plan was made."""


def plan(
    file: EventFile,
    path: Path,
    wishes: ListWishes | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> ImportPlan:
    """Plan what bringing in this list would change; nothing is changed yet.

    `wishes` says how the operator wants the list to be read, such as which column holds which field. `progress` is
    called with the number of rows done and the number of all rows; an exception that it raises cancels the work. Raises
    CheckinError if the file cannot be read as a list.
    """
    wishes = wishes or ListWishes()
    return plan_read(file, read_list(path, wishes), wishes, progress)


def read_list(path: Path, wishes: ListWishes) -> ReadFile:
    """Read the file of a list, in the encoding that the operator has told, if any.

    Raises CheckinError if the file cannot be read as a list.
    """
    return read_file(path, wishes.answers.told_encoding)


def sources(file: EventFile) -> list[str]:
    """The sources that the operators have named for lists that came in, in alphabetical order."""
    return list_sources.names(file.database)


def known_as(file: EventFile, reference: str) -> str:
    """The name of the person who is known under this reference; "" if nobody is."""
    found = delegates.by_reference(file.database, reference)
    return found[0].delegate.name if found else ""


def bring_in_at_once(
    file: EventFile,
    staff: Staff,
    path: Path,
    progress: Callable[[int], None],
    wishes: ListWishes | None = None,
) -> tuple[ImportPlan, str | None]:
    """Plan bringing in this list and record the plan; return the plan and the act's id (None if the plan is empty).

    `wishes` is as in `plan`. `progress` is called with the number of rows done, first
    in the planning and then in the recording; an exception that it raises cancels the work. If somebody changes
    delegates between the planning and the recording, both are done again. After ten such attempts OutdatedPlanError is
    raised, and nothing of the list is recorded.
    """
    wishes = wishes or ListWishes()
    read = read_list(path, wishes)
    attempts = 0
    while True:
        attempts += 1
        found = plan_read(file, read, wishes, lambda done, _: progress(done))
        try:
            return found, bring_in(file, staff, found, progress, source=wishes.source)
        except OutdatedPlanError:
            if attempts == _ATTEMPTS:
                raise


def plan_read(
    file: EventFile,
    read: ReadFile,
    wishes: ListWishes,
    progress: Callable[[int, int], None] | None = None,
) -> ImportPlan:
    """Plan what bringing in a list would change whose file was read already; the rest is as in `plan`."""
    as_of = acts.last_entry(file.database)
    # A list, so that the query is read to its end even where the plan is cancelled.
    known = [registration.delegate for registration in delegates.everybody(file.database)]
    origins = list_sources.origins(file.database)
    of_desks = {who: frozenset(origin.of_desks) for who, origin in origins.items() if origin.of_desks}
    members = delegates.members(file.database)
    found = plan_import(
        read.sheets, known, file.event, wishes, of_desks=of_desks, members=members, progress=progress
    )

    def is_missed(who: str) -> bool:
        """Whether this source brought the person before. Whoever was registered at a desk was in no list."""
        own = (
            (origins.get(each.id) for each in members.get(who, ())) if who in members else [origins.get(who)]
        )
        known = [origin for origin in own if origin is not None]
        return not any(origin.is_from_a_desk for origin in known) and any(
            wishes.source in origin.sources for origin in known
        )

    missing = tuple(each for each in found.missing if is_missed(each.id))
    found = replace(found, missing=missing, as_of=as_of, encoding=read.encoding)
    if not read.choices:
        return found
    questions = (about_encoding(choice.name for choice in read.choices), *found.questions)
    return replace(
        found, new=(), changed=(), questions=questions
    )  # nothing comes in with letters that are in doubt


def bring_in(
    file: EventFile,
    staff: Staff,
    plan: ImportPlan,
    progress: Callable[[int], None],
    *,
    source: str = "",
) -> str | None:
    """Import what the plan contains, as one act. Return the act's id, or None for an empty plan.

    `source` says whose list it is, for example a ministry's. `progress` is called with the number of rows recorded so
    far. If `progress` raises an exception, the work is cancelled and nothing of the list stays recorded. Raises
    OutdatedPlanError if delegates have changed since the plan was made, because such a plan could register people twice
    or reverse corrections.
    """
    if plan.is_stopped or not plan.number:
        return None
    act = record_many(file, staff, LongAct.IMPORT, _facts(file, plan, source), progress)
    if plan.fields:
        _ = file.event  # is read again, so that the window knows the new fields
    return act


def _facts(file: EventFile, plan: ImportPlan, source: str) -> Iterator[Fact]:
    """The facts of the plan. They are made in the transactions that record them, so that no delegate can change."""
    is_defined = any(field.code in file.event.fields for field in plan.fields)
    if is_defined or acts.are_later(file.database, plan.as_of, _CHANGING_DELEGATES):
        raise OutdatedPlanError(
            "The participants have changed since the list was looked at",
            "Nothing has come in. Look at the list again, then bring it in.",
        )
    if plan.fields:
        defined = definitions_of(replace(file.event, fields={field.code: field for field in plan.fields}))
        for field in plan.fields:
            yield Defined(Thing.FIELD, field.code, defined[Thing.FIELD, field.code])
    new = [(new_delegate_id(), candidate) for candidate in plan.new]
    ids = _Ids(file, plan, new)
    for delegate, candidate in new:
        details = ids.in_place_of_references(candidate.details, candidate.principal)
        yield Registered(delegate, details, source, candidate.row)
    for change in plan.changed:
        who = change.registration or change.delegate.id
        details = ids.in_place_of_references(change.details, change.principal)
        yield Corrected(who, details, source, change.row)
    for gone, status in plan.gone:
        yield Corrected(gone.id, {Field.STATUS: status}, source)


class _Ids:
    """The ids of the persons whom a list names, by their references and by their places in the list."""

    def __init__(self, file: EventFile, plan: ImportPlan, new: list[tuple[str, Candidate]]) -> None:
        self._file = file
        self._by_reference: dict[str, str] = {}
        self._by_place: dict[Place, str] = {each.place: each.delegate.id for each in plan.same}
        for delegate, candidate in new:
            self._by_place[candidate.place] = delegate
            for reference in (str(candidate.details.get(Field.REFERENCE, "")), *candidate.also):
                self._by_reference[reference] = delegate
        for change in plan.changed:
            self._by_place[change.place] = change.delegate.id
            self._by_reference[str(change.details.get(Field.REFERENCE, ""))] = change.delegate.id
        for place, into in plan.moved.items():
            if into in self._by_place:
                self._by_place[place] = self._by_place[into]

    def in_place_of_references(self, details: Details, principal: Place | None) -> Details:
        """The details with ids where the list names other persons, and with the one whom the person accompanies."""
        named: dict[str, Value] = {
            field: self._of(str(details[field])) for field in PERSONS & details.keys() if details[field]
        }
        if principal is not None and principal in self._by_place:
            named[Field.ACCOMPANIES] = self._by_place[principal]
        return {**details, **named} if named else details

    def _of(self, reference: str) -> str:
        """The id of the person with this reference; an id stands for itself."""
        if known := self._by_reference.get(reference):
            return known
        found = delegates.by_reference(self._file.database, reference)
        return found[0].delegate.id if found else reference
