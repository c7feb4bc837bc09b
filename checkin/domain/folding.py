"""Computes the state of a person, or of a thing in the event's definition, from its facts in the journal.

The facts are taken in the clock's order. A person is a delegate with all their badges, or a code whose delegate is not
known at this desk.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.admission import Admitted, ExitAlert, Left, Refusal, Refused
from checkin.domain.badges import Badge, Revocation
from checkin.domain.delegates import Arrival, Arrivals, Delegate
from checkin.domain.facts import (
    ActBegun,
    ActEnded,
    Arrived,
    BadgeIssued,
    BadgePrinted,
    BadgeRevoked,
    Corrected,
    Defined,
    DoorsSet,
    Fact,
    Named,
    OperatorNamed,
    Registered,
    Scanned,
    Undone,
)
from checkin.domain.merging import Records
from checkin.domain.naming import NOT_NAMED, Naming
from checkin.domain.pair_facts import Merged, Separated
from checkin.domain.presence import Stay, entered, may_close

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import datetime

    from checkin.domain.programme import DoorState
    from checkin.domain.things import DefinedValue

FOLD_EDITION: Final = 5
"""The edition of these computations, raised whenever the same entries give a different state.

A file with an older edition is computed anew.
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """A fact from the journal, and whether the fact still counts.

    `stands` is False once the fact's act was undone. `place` is the key by which facts are sorted: order, stream and
    seq of the fact's entry in the journal.
    """

    fact: Fact
    stands: bool
    place: tuple[int, str, int]


@dataclass(slots=True)
class Person:
    """The state of one person: everything that the journal says about them.

    `id` is the delegate's id, or the code of a badge whose delegate is not known. If registrations were merged into
    this person, `id` is the id that the merge has kept, and `also` holds the details of each registration before the
    merge. `stays` holds the person's stays (periods inside a session) by the session's code; each list has at least one
    stay. `overridden` holds, for each session, the refusals that were overridden since the person was last let in.
    `registered` is the sort key (see `Entry.place`) of the first registration that was not undone, () if there is none.
    """

    id: str
    delegate: Delegate | None = None
    arrivals: Arrivals = field(default_factory=Arrivals)
    badges: dict[str, Badge] = field(default_factory=dict)
    stays: dict[str, list[Stay]] = field(default_factory=dict)
    overridden: dict[str, frozenset[Refusal]] = field(default_factory=dict)
    registered: tuple[int, str, int] | tuple[()] = ()
    namings: dict[str, Naming] = field(default_factory=dict)
    """The person's namings by the session's code; withdrawn ones are included."""
    also: tuple[Delegate, ...] = ()


def fold_person(person_id: str, standings: Iterable[Standing]) -> Person:
    """Compute a person's state from all facts about the person, which must be sorted by their `place`.

    `person_id` is the delegate's id, or the code of a badge whose delegate is not known. If several registrations were
    merged, `standings` must hold the facts about all of them, and `person_id` is the id that is kept (see `kept_of`).
    """
    person, records = Person(person_id), Records()
    undone: set[str] = set()
    standing_ones: set[str] = set()
    for standing in standings:
        fact = standing.fact
        if isinstance(fact, BadgeIssued):
            _issue(person, fact, stands=standing.stands)
        elif isinstance(fact, Registered) and not standing.stands:
            undone.add(fact.delegate)
        elif isinstance(fact, Registered):
            standing_ones.add(fact.delegate)
            record = records.of(fact.delegate)
            record.registered = record.registered or standing.place
        if standing.stands:
            _apply(person, records, fact)
    _revoke_all(person, undone - standing_ones, Revocation.REGISTRATION_UNDONE)
    _settle(person, records)
    return person


def _settle(person: Person, records: Records) -> None:
    """Give the person what was recorded, whatever the id under which it was recorded."""
    record = records.of(person.id)
    person.namings, person.registered, person.also = record.namings, record.registered, record.also
    person.arrivals = replace(person.arrivals, let_in=record.let_in)
    if record.registered:
        person.delegate = replace(record.details, id=person.id)
    if record.also:
        person.badges = {
            code: replace(badge, delegate=person.id) if badge.delegate else badge
            for code, badge in person.badges.items()
        }


def kept_of(person_id: str, standings: Iterable[Standing]) -> str:
    """The id that is kept for a person whose registrations were merged: the earliest merge that was not undone decides.

    `standings` are all facts about these registrations, and `person_id` is the id of one of them. Without a merge,
    `person_id` is returned.
    """
    merges = [each for each in standings if each.stands and isinstance(each.fact, Merged)]
    if not merges:
        return person_id
    first = min(merges, key=lambda each: each.place).fact
    return first.one if isinstance(first, Merged) else person_id


def fold_thing(standings: Iterable[Standing]) -> dict[str, DefinedValue]:
    """Compute the fields of one thing in the event's definition, each with the value that its last writer set."""
    values: dict[str, DefinedValue] = {}
    for standing in standings:
        if standing.stands and isinstance(standing.fact, Defined):
            values.update(standing.fact.values)
    return values


def fold_doors(standings: Iterable[Standing]) -> DoorState | None:
    """The state (open or closed) to which staff last set a session's doors; None if staff never set them.

    `standings` are the facts about the doors, in journal order. Acts that were undone are left out.
    """
    known = _doors_set(standings)
    return known[-1].state if known else None


def doors_set_since(standings: Iterable[Standing]) -> datetime | None:
    """The time since which a session's doors have been as staff last set them; None if staff never set them.

    `standings` are the facts about the doors, in journal order. Acts that were undone are left out. Setting the doors
    to a state (open or closed) that they have already does not change this time.
    """
    since: DoorsSet | None = None
    for fact in _doors_set(standings):
        if since is None or fact.state is not since.state:
            since = fact
    return since.at if since is not None else None


def _doors_set(standings: Iterable[Standing]) -> list[DoorsSet]:
    facts = (standing.fact for standing in standings if standing.stands)
    return [fact for fact in facts if isinstance(fact, DoorsSet)]


def fold_operator(standings: Iterable[Standing]) -> str:
    """The operator's newest name; "" if there is none. A name stays even if the act that gave it was undone."""
    names = [standing.fact.name for standing in standings if isinstance(standing.fact, OperatorNamed)]
    return names[-1] if names else ""


def _apply(person: Person, records: Records, fact: Fact) -> None:
    match fact:
        case Arrived():
            person.arrivals = with_desk_arrival(person.arrivals, Arrival(fact.at, fact.station))
            record = records.of(fact.delegate)
            record.let_in = record.let_in or fact.override is not None
        case BadgePrinted():
            _change_badge(
                person, fact.code, lambda badge: replace(badge, printed=badge.printed + 1, face=fact.face)
            )
        case BadgeRevoked():
            _change_badge(
                person, fact.code, lambda badge: replace(badge, revoked=Revocation.BY_HAND, why=fact.why)
            )
        case Scanned():
            _scan(person, fact)
        case Registered() | Corrected():
            record = records.of(fact.delegate)
            former, record.details = record.details, record.details.with_details(fact.details)
            record.let_in = record.let_in and record.details.status is former.status
        case Named():
            namings = records.of(fact.delegate).namings
            namings[fact.session] = _named(namings.get(fact.session, NOT_NAMED), fact)
        case Merged(one, other):
            records.merge(one, other)
        case (
            BadgeIssued() | OperatorNamed() | Defined() | DoorsSet() | Separated() | Undone() | ActBegun()
            | ActEnded()
        ):  # fmt: skip
            pass
        case _:
            assert_never(fact)


def _named(known: Naming, fact: Named) -> Naming:
    """The naming after this fact, which sets only the parts that are not None."""
    return Naming(
        known.answer if fact.answer is None else fact.answer,
        known.seat if fact.seat is None else fact.seat,
        known.persons if fact.persons is None else max(fact.persons, 1),
        known.withdrawn if fact.withdrawn is None else fact.withdrawn,
    )


def with_desk_arrival(arrivals: Arrivals, arrival: Arrival) -> Arrivals:
    """The arrivals after a further arrival at a desk; of two arrivals at a desk, the earlier is kept."""
    return replace(arrivals, desk=_earlier(arrivals.desk, arrival))


def with_door_arrival(arrivals: Arrivals, arrival: Arrival) -> Arrivals:
    """The arrivals after a further arrival at a door; of two arrivals at a door, the earlier is kept."""
    return replace(arrivals, door=_earlier(arrivals.door, arrival))


def _earlier(known: Arrival | None, arrival: Arrival) -> Arrival:
    return arrival if known is None else min(known, arrival, key=lambda each: (each.at, each.station))


def after_scan(last: Stay | None, scan: Scanned) -> Stay | None:
    """The person's latest stay in the session after this scan; None if the scan changes nothing.

    If `last` is open, the returned stay replaces it; otherwise it is a further stay after `last`.
    """
    match scan.verdict:
        case Admitted():
            return entered(last, scan.at, scan.station, scan.code)
        case Left(alert):
            if last is not None and may_close(last, scan.code, revoked=alert is ExitAlert.REVOKED):
                return last.ended(scan.at)
            return None
        case Refused(reason=Refusal.JUST_ENTERED) if last is not None and last.is_open:
            return last.asked()
        case Refused():
            return None
        case _:
            assert_never(scan.verdict)


def _scan(person: Person, scan: Scanned) -> None:
    stays = person.stays.get(scan.session)
    last = stays[-1] if stays else None
    after = after_scan(last, scan)
    if after is not None and stays is not None and last is not None and last.is_open:
        stays[-1] = after
    elif after is not None:
        person.stays.setdefault(scan.session, []).append(after)
    match scan.verdict:
        case Admitted(arrives=True):
            person.arrivals = with_door_arrival(person.arrivals, Arrival(scan.at, scan.station))
            person.overridden.pop(scan.session, None)
        case Admitted():
            person.overridden.pop(scan.session, None)
        case Refused(overrode=rows) if rows:
            person.overridden[scan.session] = person.overridden.get(scan.session, frozenset()) | rows
        case _:
            pass


def _issue(person: Person, fact: BadgeIssued, *, stands: bool) -> None:
    known = person.badges.get(fact.code, Badge(fact.code))
    if known.issued_at is not None:
        return
    revoked = known.revoked
    if not stands and revoked is None:  # an undone issue leaves a revoked badge, never an unknown one
        revoked = Revocation.ISSUE_UNDONE
    issue = sum(badge.issued_at is not None for badge in person.badges.values()) + 1
    person.badges[fact.code] = replace(
        known, delegate=fact.delegate, issued_at=fact.at, day=fact.day, issue=issue, revoked=revoked
    )


def _change_badge(person: Person, code: str, change: Callable[[Badge], Badge]) -> None:
    person.badges[code] = change(person.badges.get(code, Badge(code)))


def _revoke_all(person: Person, undone: Collection[str], reason: Revocation) -> None:
    """Revoke the badges that were issued to these delegates."""
    for code, badge in person.badges.items():
        if badge.is_valid and badge.delegate in undone:
            person.badges[code] = replace(badge, revoked=reason)
