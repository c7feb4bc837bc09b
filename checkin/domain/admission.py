"""The rules of admission: a table of rules, in which the first row that applies decides.

The desk, the door, the command line and the tests all call `decide`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from checkin.domain.codes import Code, CodeKind, Forged, Misread, NotOurs, Reading
from checkin.domain.delegates import Delegate, Status
from checkin.domain.naming import NOT_NAMED, Guest, Naming
from checkin.domain.presence import Direction, Stay, may_close
from checkin.domain.programme import Exits, NotArrived, Policy, Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from checkin.domain.badges import Badge
    from checkin.domain.reasons import Why


class Refusal(StrEnum):
    """The reasons for not letting somebody in, in the order in which `decide` looks for them.

    JUST_ENTERED keeps nobody out: it asks somebody who entered a moment ago to show the badge again if they want to
    leave.
    """

    NOT_OURS = "not_ours"
    MISREAD = "misread"
    FORGED = "forged"
    INVITATION = "invitation"
    JUST_ENTERED = "just_entered"
    REVOKED = "revoked"
    NOT_GIVEN = "not_given"
    EXPIRED = "expired"
    BLOCKED = "blocked"
    CANCELLED = "cancelled"
    NOT_CLEARED = "not_cleared"
    NOT_ANSWERED = "not_answered"
    NOT_NOW = "not_now"
    NOT_ON_LIST = "not_on_list"
    ALREADY_INSIDE = "already_inside"
    NO_REENTRY = "no_reentry"
    FULL = "full"
    NOT_ARRIVED = "not_arrived"


OVERRIDABLE: Final = frozenset(
    {
        Refusal.BLOCKED,
        Refusal.CANCELLED,
        Refusal.NOT_CLEARED,
        Refusal.NOT_ANSWERED,
        Refusal.NOT_NOW,
        Refusal.NOT_ON_LIST,
        Refusal.ALREADY_INSIDE,
        Refusal.NO_REENTRY,
        Refusal.FULL,
    }
)
UNREADABLE: Final = frozenset({Refusal.NOT_OURS, Refusal.MISREAD, Refusal.FORGED})
"""The refusals of scanned texts that are no code of this event; such a scan is about no known person."""
NOT_COUNTED: Final = frozenset({Refusal.JUST_ENTERED})
"""The refusals that reports do not count: they keep nobody out."""
OF_STATUS: Final = {
    Status.BLOCKED: Refusal.BLOCKED,
    Status.CANCELLED: Refusal.CANCELLED,
    Status.DECLINED: Refusal.CANCELLED,
    Status.EXCUSED: Refusal.CANCELLED,
    Status.PENDING: Refusal.NOT_CLEARED,
    Status.INVITED: Refusal.NOT_ANSWERED,
}
"""The refusal that a door or a desk gives for each status. Only the status “registered” has none."""


class Note(StrEnum):
    """The remarks that a verdict can add when it lets a person in, such as that their arrival was recorded."""

    DETAILS_FOLLOW = "details_follow"
    ARRIVAL_RECORDED = "arrival_recorded"
    BACK_IN = "back_in"
    OVERRIDE = "override"


class ExitAlert(StrEnum):
    """The warnings for the operator about a person who leaves the session.

    If several apply, the one listed first is used.
    """

    REVOKED = "revoked"
    BLOCKED = "blocked"
    CANCELLED = "cancelled"
    NO_ENTRY = "no_entry"


@dataclass(frozen=True, slots=True)
class Admitted:
    """The verdict that lets the person in.

    `overrode` names the refusals that were overridden. `arrives` says that the door also records the delegate's
    arrival.
    """

    note: Note | None = None
    arrives: bool = False
    overrode: frozenset[Refusal] = frozenset()


@dataclass(frozen=True, slots=True)
class Refused:
    """The verdict that does not let the person in.

    `reason` is the refusal that stands. `overrode` names the refusals that applied too, but were overridden.
    """

    reason: Refusal
    overrode: frozenset[Refusal] = frozenset()

    @property
    def can_be_overridden(self) -> bool:
        """Whether a supervisor may let the person in despite the refusal."""
        return self.reason in OVERRIDABLE


@dataclass(frozen=True, slots=True)
class Left:
    """The verdict that a person leaves the session; `alert` is a warning for the operator, None if there is none."""

    alert: ExitAlert | None = None


Verdict: TypeAlias = Admitted | Refused | Left


@dataclass(frozen=True, slots=True)
class Override:
    """The decision of a named operator to let a person in despite the present refusal.

    `earlier` holds the refusals of this person that were overridden before this decision.
    """

    operator: str
    why: Why
    earlier: frozenset[Refusal] = frozenset()


@dataclass(frozen=True, slots=True)
class ScanRequest:
    """A request to pass the door of one session. The admission rules decide on it.

    `session` is None at a door at which no session opens any more. `reading` is what was read from the badge; it is
    None if a delegate is admitted by name, without a badge. `settle` is a number of seconds: if a door for both
    directions reads a badge again within that time after the person entered, the person is not let out at once, but
    asked to show the badge once more.
    """

    session: Session | None
    reading: Reading | None
    direction: Direction = Direction.AUTO
    override: Override | None = None
    settle: int = 0


@dataclass(frozen=True, slots=True)
class Situation:
    """What this desk's event file holds about the person and the session at the moment of the reading.

    `last_stay` is the person's latest stay in this session. `inside` is the number of persons in the session, and
    `entered` the number who ever entered it. `today` is the day at the venue. `naming` says whether and how the person
    is named for this session, and `principal` is the person whom they accompany, None if there is none.
    """

    policy: Policy = Policy()
    today: date | None = None
    badge: Badge | None = None
    delegate: Delegate | None = None
    has_arrived: bool = False
    last_stay: Stay | None = None
    inside: int = 0
    entered: int = 0
    naming: Naming = NOT_NAMED
    principal: Guest | None = None

    @property
    def is_inside(self) -> bool:
        """Whether the person is inside the session."""
        return self.last_stay is not None and self.last_stay.is_open


def refusal_of_reading(reading: Reading | None) -> Refusal | None:
    """The refusal of a text that is no genuine code of this event.

    None if the text is a genuine code, or if nothing was read.
    """
    match reading:
        case NotOurs():
            return Refusal.NOT_OURS
        case Misread():
            return Refusal.MISREAD
        case Forged():
            return Refusal.FORGED
        case Code() | None:
            return None


def decide(request: ScanRequest, situation: Situation, now: datetime) -> Verdict:
    """The verdict on a scan; `now` is the desk's wall time, as an aware datetime."""
    if (unreadable := refusal_of_reading(request.reading)) is not None:
        return Refused(unreadable)
    if isinstance(request.reading, Code) and not request.reading.opens_doors:
        return Refused(Refusal.INVITATION)
    if _goes_out(request, situation):
        if _has_just_entered(request, situation, now):
            return Refused(Refusal.JUST_ENTERED)
        return Left(_exit_alert(situation))
    return _admit(request, situation, now)


def _goes_out(request: ScanRequest, situation: Situation) -> bool:
    if request.direction is not Direction.AUTO:
        return request.direction is Direction.OUT
    if situation.last_stay is None or situation.policy.exits is Exits.NONE:
        return False
    return may_close(situation.last_stay, _code_of(request), revoked=_is_revoked(situation))


def _has_just_entered(request: ScanRequest, situation: Situation, now: datetime) -> bool:
    """Whether the same badge entered less than `settle` seconds ago, so that the person hardly wants to leave already.

    False if the person was asked since to show the badge again.
    """
    stay = situation.last_stay
    if request.direction is not Direction.AUTO or stay is None or stay.was_asked:
        return False
    return stay.code == _code_of(request) and abs(now - stay.came) < timedelta(seconds=request.settle)


def _code_of(request: ScanRequest) -> str:
    return request.reading.text if request.reading is not None else ""


def _is_revoked(situation: Situation) -> bool:
    return situation.badge is not None and not situation.badge.is_valid


def _exit_alert(situation: Situation) -> ExitAlert | None:
    if _is_revoked(situation):
        return ExitAlert.REVOKED
    if situation.delegate is not None:
        refusal = OF_STATUS.get(situation.delegate.status)
        if refusal in _ALERTS:
            return _ALERTS[refusal]
    return None if situation.is_inside else ExitAlert.NO_ENTRY


_ALERTS: Final = {Refusal.BLOCKED: ExitAlert.BLOCKED, Refusal.CANCELLED: ExitAlert.CANCELLED}


def _admit(request: ScanRequest, situation: Situation, now: datetime) -> Verdict:
    overrode: set[Refusal] = set()
    may_override = request.override is not None
    earlier = request.override.earlier if request.override is not None else frozenset()
    for refusal in _refusals(request, situation, now):
        if refusal in OVERRIDABLE and refusal in earlier:
            overrode.add(refusal)
        elif refusal in OVERRIDABLE and may_override:
            overrode.add(refusal)
            may_override = False
        else:
            return Refused(refusal, frozenset(overrode))
    arrives = situation.delegate is not None and not situation.has_arrived
    return Admitted(_note(situation, overrode=bool(overrode), arrives=arrives), arrives, frozenset(overrode))


def barrier(request: ScanRequest, situation: Situation, now: datetime) -> Refusal | None:
    """The refusal that keeps this person out whatever is overridden; None if overrides can let the person in."""
    return next((each for each in _refusals(request, situation, now) if each not in OVERRIDABLE), None)


def _note(situation: Situation, *, overrode: bool, arrives: bool) -> Note | None:
    if overrode:
        return Note.OVERRIDE
    if situation.delegate is None:
        return Note.DETAILS_FOLLOW
    if arrives:
        return Note.ARRIVAL_RECORDED
    return Note.BACK_IN if situation.last_stay is not None else None


def _refusals(request: ScanRequest, situation: Situation, now: datetime) -> Iterator[Refusal]:
    """The refusals of all rows of the admission table that refuse this person, in the table's order."""
    session, delegate = request.session, situation.delegate
    yield from _refusals_of_badge(request, situation)
    if delegate is not None and (refusal := OF_STATUS.get(delegate.status)) is not None:
        yield refusal
    is_flagged = delegate is not None and delegate.attention
    if session is None or not session.doors_are_open(now, to_flagged=is_flagged):
        yield Refusal.NOT_NOW
    if session is not None:
        yield from _refusals_of_session(session, situation)


def _refusals_of_session(session: Session, situation: Situation) -> Iterator[Refusal]:
    """The refusals of the rows about the person and the session, whose doors are open or were overridden."""
    delegate = situation.delegate
    if delegate is not None and not _guest(delegate, session, situation).may_enter(session):
        yield Refusal.NOT_ON_LIST
    if situation.is_inside and not _counts_as_back_in(session, situation):
        yield Refusal.ALREADY_INSIDE
    if situation.last_stay is not None and not situation.is_inside and not session.re_entry:
        yield Refusal.NO_REENTRY
    if session.capacity is not None and not _has_a_seat(situation) and _taken(situation) >= session.capacity:
        yield Refusal.FULL
    if (
        delegate is not None
        and not situation.has_arrived
        and situation.policy.not_arrived is NotArrived.REFUSE
    ):
        yield Refusal.NOT_ARRIVED


def _guest(delegate: Delegate, session: Session, situation: Situation) -> Guest:
    return Guest(delegate.category, {session.code: situation.naming}, situation.principal)


def _refusals_of_badge(request: ScanRequest, situation: Situation) -> Iterator[Refusal]:
    """The refusals that concern the badge that was read, whoever holds the badge."""
    if _is_revoked(situation):
        yield Refusal.REVOKED
    if _is_nobodys_spare(request, situation):
        yield Refusal.NOT_GIVEN
    if _is_of_another_day(request, situation):
        yield Refusal.EXPIRED


def _is_nobodys_spare(request: ScanRequest, situation: Situation) -> bool:
    """Whether the code is that of a spare badge, and no delegate is known to have been given it."""
    return _kind_of(request) is CodeKind.SPARE and (situation.badge is None or not situation.badge.delegate)


def _is_of_another_day(request: ScanRequest, situation: Situation) -> bool:
    """Whether the badge is a day badge for another day than today.

    A day that cannot be read counts as another day.
    """
    if _kind_of(request) is not CodeKind.DAY_BADGE or situation.badge is None:
        return False
    return situation.badge.issued_at is not None and situation.badge.day != situation.today


def _kind_of(request: ScanRequest) -> CodeKind | None:
    return request.reading.kind if isinstance(request.reading, Code) else None


def _counts_as_back_in(session: Session, situation: Situation) -> bool:
    """Whether a second reading means that the person left unseen and came back.

    This is so if exits are not scanned and the session allows re-entry.
    """
    return situation.policy.exits is Exits.NONE and session.re_entry


def _has_a_seat(situation: Situation) -> bool:
    """Whether the person already occupies a seat, so that they need no other, even in a full session."""
    return situation.is_inside or (situation.policy.exits is Exits.NONE and situation.last_stay is not None)


def _taken(situation: Situation) -> int:
    """The number of seats taken.

    These are the persons inside or, if exits are not scanned, all who ever entered.
    """
    return situation.entered if situation.policy.exits is Exits.NONE else situation.inside
