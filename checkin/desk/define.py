"""Bring the event to what a definition says, as one act; things that the definition does not name are withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from checkin.desk.recording import record
from checkin.domain.definitions import definitions_of, event_of
from checkin.domain.delegates import Field
from checkin.domain.facts import OF_A_SCAN, Corrected, Defined
from checkin.domain.redefining import Fate, ThingChange, changes, made_meanwhile, merged
from checkin.domain.session_codes import free_code
from checkin.domain.things import OPEN_TO, TO_SOME, WITHDRAWN, Thing
from checkin.errors import CheckinError
from checkin.storage import definitions, delegates, journal, presence
from checkin.text.signs import newly_alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checkin.desk.staff import Staff
    from checkin.domain.facts import Fact
    from checkin.domain.programme import Event
    from checkin.domain.things import DefinedValue, Definitions
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class Redefinition:
    """What a definition changes in the event.

    `same` is the number of things that the definition names and leaves as they are. `moved` holds, for each category
    that delegates are moved into, the ids of these delegates; their own category is withdrawn. `inside` holds, for each
    session (code) that is withdrawn while people are inside, the number of these people. `recoded` holds, for each
    proposed code that was no longer free, the code that the new session got instead.
    """

    changes: tuple[ThingChange, ...]
    same: int
    moved: Mapping[str, tuple[str, ...]]
    inside: Mapping[str, int]
    recoded: Mapping[str, str] = field(default_factory=dict)


def plan(file: EventFile, wanted: Event, named: Iterable[Thing], into: Mapping[str, str]) -> Redefinition:
    """Find out what would change if the event became the event `wanted`; nothing is recorded.

    Only things of the kinds in `named` are changed or withdrawn. `into` maps the code of a withdrawn category to the
    category that gets its delegates; sessions that were open to the withdrawn category are then open to the other one.
    Raises CheckinError if delegates would be left without a category, or if a session would be open to nobody any more.
    Also raises CheckinError if `into` maps a category that is not withdrawn, or maps to one that `wanted` does not
    have, or if the time zone would change after something was scanned.
    """
    known = definitions.everything(file.database)
    kinds = frozenset(named)
    aim = _opened_to_successors(known, definitions_of(wanted), into)
    found = changes(known, aim, kinds)
    removed = {each.code for each in found if each.what is Thing.CATEGORY and each.fate is Fate.REMOVED}
    _require_possible(wanted, removed, into)
    moved: dict[str, tuple[str, ...]] = {}
    for code in sorted(removed):
        people = delegates.in_category(file.database, code)
        if people and code not in into:
            raise _still_used(code, f"It still has {len(people)} people.")
        if people:
            moved[into[code]] = (*moved.get(into[code], ()), *people)
        _require_open_to_somebody(known, aim, code)
    _require_zone_of_scans(file, found)
    return Redefinition(
        tuple(found),
        sum(thing[0] in kinds for thing in aim) - sum(each.fate is not Fate.REMOVED for each in found),
        moved,
        dict(_inside(file, found)),
    )


def define(
    file: EventFile, staff: Staff, wanted: Event, named: Iterable[Thing], into: Mapping[str, str]
) -> tuple[Redefinition, str]:
    """Carry out what `plan` finds, as one act. Return the changes and the act's id, "" if nothing had to be changed."""
    with file.transaction():
        return _carry_out(file, staff, plan(file, wanted, named, into))


def amend(
    file: EventFile, staff: Staff, seen: Event, wanted: Event, into: Mapping[str, str] | None = None
) -> tuple[Redefinition, str]:
    """Carry out the changes that an editor made: the differences between the events `seen` and `wanted`, as one act.

    `seen` is the event as the editor read it. What others have changed since then stays, except fields that the editor
    changed too. If others have meanwhile used the code of a new session, the new session gets the next free code.
    Returns the changes and the act's id, "" if nothing had to be changed. Raises CheckinError as `plan` does, and if
    others have meanwhile made another thing (such as a room) with the code of a new one, or with a letter or name that
    would mean two things.
    """
    with file.transaction():
        known, before = definitions.everything(file.database), definitions_of(seen)
        after, recoded = _with_free_codes(known, before, definitions_of(wanted))
        aim = event_of(merged(known, before, after))
        if aim is None:
            raise CheckinError("The event is no longer there", "Its making was undone. Nothing was changed.")
        _require_signs_apart(file.event, wanted, aim)
        return _carry_out(file, staff, replace(plan(file, aim, Thing, into or {}), recoded=recoded))


def _with_free_codes(
    known: Definitions, seen: Definitions, wanted: Definitions
) -> tuple[Definitions, dict[str, str]]:
    """The wanted fields, with other codes for new sessions whose codes others have used meanwhile; and these codes.

    The program proposes the codes of sessions; people choose those of other things, and must choose again.
    """
    taken = {code for what, code in (*known, *wanted) if what is Thing.SESSION}
    recoded: dict[str, str] = {}
    for what, code in made_meanwhile(known, seen, wanted):
        if what is not Thing.SESSION:
            raise CheckinError(
                f"Somebody has just made a {what} with the code {code}",
                "Choose another code. Nothing was changed.",
            )
        recoded[code] = free_code(code, taken)
        taken.add(recoded[code])
    fields = {
        (what, recoded.get(code, code) if what is Thing.SESSION else code): values
        for (what, code), values in wanted.items()
    }
    return fields, recoded


def _require_signs_apart(known: Event, wanted: Event, aim: Event) -> None:
    """Raise CheckinError if a letter or name means two things now, because others have changed the event meanwhile."""
    for mine, theirs in newly_alike(known, wanted, aim):
        raise CheckinError(
            f"Somebody has just given the {mine.key} {mine.text} to something else",
            f"It is the {theirs.key} of {theirs.code} now. Choose another one. Nothing was changed.",
        )


def _carry_out(file: EventFile, staff: Staff, planned: Redefinition) -> tuple[Redefinition, str]:
    facts: list[Fact] = [Defined(each.what, each.code, each.after) for each in planned.changes]
    facts += [
        Corrected(delegate, {Field.CATEGORY: category})
        for category, people in planned.moved.items()
        for delegate in people
    ]
    return planned, record(file, staff, facts) if facts else ""


def _opened_to_successors(
    known: Definitions, wanted: Definitions, into: Mapping[str, str]
) -> dict[tuple[Thing, str], Mapping[str, DefinedValue]]:
    """The wanted fields, with each session also open to the successors of the categories to which it was open."""
    result: dict[tuple[Thing, str], Mapping[str, DefinedValue]] = dict(wanted)
    for (what, code), values in wanted.items():
        if what is Thing.SESSION and values[OPEN_TO] == TO_SOME:
            before = known.get((what, code), {})
            successors = {
                f"{OPEN_TO}.{new}": True
                for old, new in into.items()
                if before.get(OPEN_TO) == TO_SOME and before.get(f"{OPEN_TO}.{old}") is True
            }
            result[what, code] = {**values, **successors}
    return result


def _require_possible(wanted: Event, removed: set[str], into: Mapping[str, str]) -> None:
    for old, new in into.items():
        if old not in removed:
            raise CheckinError(
                f"The category {old} is not withdrawn",
                "Take it out of the definition, or leave its name out of --into. Nothing was changed.",
            )
        if new not in wanted.categories:
            raise CheckinError(
                f"There is no category {new}",
                f"The people of {old} can go into {', '.join(wanted.categories)}. Nothing was changed.",
            )


def _require_open_to_somebody(known: Definitions, aim: Definitions, category: str) -> None:
    for (what, code), values in aim.items():
        before = known.get((what, code), {})
        is_open_to_nobody = values.get(OPEN_TO) == TO_SOME and not _open_to(values)
        is_there = what is Thing.SESSION and values.get(WITHDRAWN) is False
        if is_there and is_open_to_nobody and _open_to(before) == {category}:
            raise _still_used(category, f"The session {code} is open to it alone.")


def _open_to(values: Mapping[str, DefinedValue]) -> set[str]:
    if values.get(OPEN_TO) != TO_SOME:
        return set()
    prefix = f"{OPEN_TO}."
    return {name.removeprefix(prefix) for name, value in values.items() if name.startswith(prefix) and value}


def _still_used(category: str, why: str) -> CheckinError:
    return CheckinError(
        f"The category {category} cannot be withdrawn",
        f"{why} Say into which category they go: --into {category}=OTHER. Nothing was changed.",
    )


def _require_zone_of_scans(file: EventFile, found: Iterable[ThingChange]) -> None:
    is_moved = any(each.what is Thing.EVENT and "zone" in each.after for each in found)
    if is_moved and journal.has_any(file.database, OF_A_SCAN):
        raise CheckinError(
            "The time zone of the event cannot be changed any more",
            "Badges were read already, and their times would become other days. Nothing was changed.",
        )


def _inside(file: EventFile, found: Iterable[ThingChange]) -> Iterable[tuple[str, int]]:
    for each in found:
        if each.what is Thing.SESSION and each.fate is Fate.REMOVED:
            inside = presence.occupancy(file.database, each.code).inside
            if inside:
                yield each.code, inside
