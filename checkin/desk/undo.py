"""Undo the last act of this desk that is not undone yet, or one named act, such as the act on an Undo button."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checkin.desk.look_back import (
    RecentAct,
    about,
    common_delegation,
    former_name,
    number_not_drawn,
    number_printed,
)
from checkin.desk.recording import record
from checkin.domain.admission import ExitAlert, Left
from checkin.domain.facts import Arrived, Scanned, Undone
from checkin.domain.redefining import still_so
from checkin.domain.undoing import can_be_undone
from checkin.errors import CheckinError
from checkin.storage import acts, long_acts, merged, persons, whole_persons, write_print_jobs
from checkin.storage.unfinished import is_unfinished

if TYPE_CHECKING:
    from checkin.desk.staff import Staff
    from checkin.domain.acts import Act
    from checkin.domain.programme import Event
    from checkin.domain.registration import Registration
    from checkin.domain.undoing import Reach
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class Undoing:
    """The outcome of an undo.

    `undone` is the act that was undone, and `registration` the delegate whom it was about. `act` is the id of the undo,
    which is an act itself: undoing `act` brings `undone` back. If `undone` is itself the undo of an act, `brought_back`
    is that act, which now counts again; otherwise None. `delegation` and `not_drawn` have the same meaning as in
    `RecentAct`, and so has `former_name`. `printed` is the number of badges on paper that the undone act had issued.
    """

    act: str
    undone: Act
    registration: Registration | None
    brought_back: Act | None = None
    delegation: str = ""
    not_drawn: int = 0
    printed: int = 0
    goes_on: bool = False
    """Whether there are changes left that `finish_undo` has to carry out."""
    former_name: str = ""

    def effect_in(self, event: Event) -> RecentAct:
        """The act that lost its effect by the undo, or, if the undo brought an act back, that act.

        `event` is the event after the undo. If the act brought back had set fields which others have set again since,
        these fields are left out, because they keep the newer values.
        """
        act = self.undone
        if self.brought_back is not None:
            act = replace(self.brought_back, facts=still_so(self.brought_back.facts, event))
        return RecentAct(act, self.registration, self.delegation, self.not_drawn, self.former_name)


def undo(file: EventFile, staff: Staff, named: str | None = None) -> Undoing:
    """Undo the act with the id `named`, or else the last act of this desk, whatever it was.

    The window always names the act, because its Undo button shows which act will be undone. Raises CheckinError if
    there is no act that could be undone. If the act has many entries, only the undo itself is recorded here, and
    `finish_undo` carries out the changes to the tables.
    """
    with file.transaction():
        target = last(file) if named is None else _named(file, named)
        if target is None:
            raise CheckinError("There is nothing to undo", "This desk has no act left that could be undone.")
        registration, delegation = about(file, target), common_delegation(file, target)
        not_drawn, printed = number_not_drawn(file, target), number_printed(file, target)
        former = former_name(file, target)
        act = record(file, staff, [Undone(target.id)])
        _set_print_jobs(file, target, counts=False)
    again = next((fact.act_undone for fact in target.facts if isinstance(fact, Undone)), None)
    brought_back = acts.by_id(file.database, again) if again is not None else None
    if brought_back is not None:
        registration, delegation = about(file, brought_back), common_delegation(file, brought_back)
        not_drawn, former = number_not_drawn(file, brought_back), former_name(file, brought_back)
    goes_on = long_acts.has_unfinished_undo(file.database)
    return Undoing(act, target, registration, brought_back, delegation, not_drawn, printed, goes_on, former)


def _set_print_jobs(file: EventFile, act: Act, *, counts: bool) -> None:
    """Withdraw the print jobs of the arrivals in this act or, if the act now `counts` again, let them wait again."""
    for fact in act.facts:
        if isinstance(fact, Arrived):
            change = write_print_jobs.bring_back if counts else write_print_jobs.withdraw
            change(file.database, fact.delegate, fact.at)
        elif isinstance(fact, Undone) and (former := acts.by_id(file.database, fact.act_undone)) is not None:
            _set_print_jobs(file, former, counts=not counts)


def finish_undo(file: EventFile) -> None:
    """Carry out the changes to the tables that undos of many entries have left, in several short transactions.

    Other work of the desk can go on between two of these transactions.
    """
    long_acts.finish_undo(file.database)


def last(file: EventFile, reach: Reach | None = None) -> Act | None:
    """The act of this desk that an undo would take back next; None if there is none.

    With a `reach` (the acts that one page of the window may undo), it is the last act of that page, even if this desk
    did other acts, such as an import, afterwards.
    """
    if reach is None:
        standing = acts.standing_newest_first(file.database, file.desk)
    else:
        found = acts.standing_newest_first(file.database, file.desk, reach.kinds, reach.sessions)
        standing = (act for act in found if reach.holds(act.facts))
    return next((act for act in standing if _changed_something(file, act)), None)


def last_of(file: EventFile, reach: Reach) -> RecentAct | None:
    """The act that Ctrl+Z would take back on one page of the window, and whom it was about; None if there is none."""
    act = last(file, reach)
    if act is None:
        return None
    return RecentAct(
        act,
        about(file, act),
        common_delegation(file, act),
        number_not_drawn(file, act),
        former_name(file, act),
    )


def _changed_something(file: EventFile, act: Act) -> bool:
    """Whether the act had an effect.

    A reading at an exit had an effect only if somebody left the session with that reading.
    """
    match act.facts:
        case (Scanned(verdict=Left(alert)) as scan,):
            person = (
                merged.kept(file.database, scan.delegate)
                if scan.delegate
                else persons.who_has(file.database, scan.code)
            )
            if not persons.has_left(file.database, person, scan.session, scan.at):
                return False
            if alert is not ExitAlert.NO_ENTRY:
                return True
            # This exit may end a stay since another reading was undone, or another exit of the same moment may.
            stays = whole_persons.fold(file.database, person).stays
            return whole_persons.fold(file.database, person, without=act.id).stays != stays
        case facts:
            return can_be_undone(facts)


def _named(file: EventFile, named: str) -> Act:
    act = acts.by_id(file.database, named)
    if act is None:
        raise CheckinError("This act is not on record", f"There is no act {named}. Nothing was changed.")
    if act.is_undone:
        raise CheckinError(
            "This act was undone already", f"{named} has no effect any more. Nothing was changed."
        )
    if not _has_effect(file, act):
        raise CheckinError("This act cannot be undone", f"{named} changed nothing that could be taken back.")
    return act


def _has_effect(file: EventFile, act: Act) -> bool:
    if can_be_undone(act.facts) or any(isinstance(fact, Undone) for fact in act.facts):
        return True
    return is_unfinished(file.database, act.id) or _changed_something(file, act)
