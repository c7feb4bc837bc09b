"""The rules of admission and attendance once more, written from the design and not from the program.

Everything is kept as acts; what stands of them is added up anew for each question. Times are seconds of the day.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, TypeAlias

OVERRIDABLE: Final = {
    "blocked", "cancelled", "not_cleared", "not_answered", "not_now", "not_on_list", "already_inside", "no_reentry",
    "full",
}  # fmt: skip
OF_STATUS: Final[dict[str, tuple[str, ...]]] = {
    "registered": (), "blocked": ("blocked",), "pending": ("not_cleared",), "invited": ("not_answered",),
}  # fmt: skip
"""The row that refuses whoever has this status; of any other status it is that of the cancelled."""


@dataclass(frozen=True)
class Session:
    """A session as the definition has it."""

    code: str
    start: int
    end: int
    opens: int
    last_entry: int
    capacity: int | None
    re_entry: bool
    open_to: frozenset[str] | None
    is_cancelled: bool


@dataclass(frozen=True)
class Issued:
    """A badge was issued."""

    person: str
    code: str


@dataclass(frozen=True)
class Revoked:
    """A badge was revoked."""

    code: str


@dataclass(frozen=True)
class Arrived:
    """Somebody presented themself at a desk."""

    person: str
    at: int
    station: str


@dataclass(frozen=True)
class StatusSet:
    """A registration was corrected."""

    person: str
    status: str


@dataclass(frozen=True)
class Scan:
    """A reading, or an admission by hand ("" for its code), with the answer given."""

    person: str
    session: str
    code: str
    at: int
    station: str
    verdict: str
    reason: str | None
    arrives: bool = False
    overrode: frozenset[str] = frozenset()


Fact: TypeAlias = Issued | Revoked | Arrived | StatusSet | Scan


@dataclass(eq=False)
class Act:
    """One human act, and the undoings aimed at it."""

    desk: str
    operator: str
    at: int
    facts: tuple[Fact, ...]
    undoes: Act | None = None
    undoings: list[Act] = field(default_factory=list)
    id: str = ""

    @property
    def stands(self) -> bool:
        return not any(undoing.stands for undoing in self.undoings)


@dataclass
class Stay:
    """One time inside."""

    came: int
    code: str
    left: int | None = None


@dataclass(frozen=True)
class Row:
    """A row of the attendance report."""

    first_in: int
    last_out: int | None
    minutes: float | None
    assumed: bool


class House:
    """The forum: who is registered, and everything that happened."""

    def __init__(
        self, sessions: dict[str, Session], *, refuses_who_has_not_arrived: bool, scans_exits: bool
    ) -> None:
        self.sessions = sessions
        self.category: dict[str, str] = {}
        self.flagged: set[str] = set()
        """Who is admitted after the last entry too."""
        self.acts: list[Act] = []
        self.holder: dict[str, str] = {}
        """The person of every code that was ever issued here."""
        self._status: dict[str, str] = {}
        self._refuses_who_has_not_arrived = refuses_who_has_not_arrived
        self._scans_exits = scans_exits
        self._of: defaultdict[str, list[tuple[Act, Fact]]] = defaultdict(list)
        """What happened to a person."""
        self._of_code: defaultdict[str, list[tuple[Act, Fact]]] = defaultdict(list)
        self.inside: dict[str, set[str]] = {code: set() for code in sessions}
        self.entered: dict[str, set[str]] = {code: set() for code in sessions}

    def register(self, person: str, category: str, status: str) -> None:
        self.category[person] = category
        self._status[person] = status

    # ---- what happened

    def record(self, desk: str, operator: str, at: int, *facts: Fact) -> Act:
        act = Act(desk, operator, at, facts)
        self.acts.append(act)
        for fact in facts:
            match fact:
                case Issued(person, code):
                    self.holder[code] = person
                    self._of_code[code].append((act, fact))
                case Revoked(code):
                    self._of_code[code].append((act, fact))
                case Arrived(person) | StatusSet(person) | Scan(person):
                    self._of[person].append((act, fact))
        self._count(act)
        return act

    def scan(self, desk: str, operator: str, scan: Scan) -> None:
        self.record(desk, operator, scan.at, scan)

    def next_to_undo(self, desk: str) -> Act | None:
        for act in reversed(self.acts):
            if act.desk == desk and act.stands and act.undoes is None and self._has_effect(act):
                return act
        return None

    def _has_effect(self, act: Act) -> bool:
        """Whether somebody's presence, arrival, status or badge would be another without it."""
        match act.facts:
            case (Scan(person, session, verdict=("refused" | "out")),):
                with_it = self.stays(person, session)
                act.undoings.append(Act(act.desk, act.operator, act.at, ()))
                without = self.stays(person, session)
                act.undoings.pop()
                return with_it != without
            case _:
                return True

    def undo(self, desk: str, operator: str, at: int, target: Act) -> Act:
        undoing = Act(desk, operator, at, (), target)
        self.acts.append(undoing)
        target.undoings.append(undoing)
        aim: Act | None = target
        while aim is not None:
            self._count(aim)
            aim = aim.undoes
        return undoing

    def _count(self, act: Act) -> None:
        for fact in act.facts:
            if isinstance(fact, Scan):
                stays = self.stays(fact.person, fact.session)
                for who, belongs in (
                    (self.inside[fact.session], bool(stays) and stays[-1].left is None),
                    (self.entered[fact.session], bool(stays)),
                ):
                    (who.add if belongs else who.discard)(fact.person)

    # ---- what stands

    def status(self, person: str) -> str:
        status = self._status[person]
        for act, fact in self._of[person]:
            if isinstance(fact, StatusSet) and act.stands:
                status = fact.status
        return status

    def arrival(self, person: str) -> tuple[int, str] | None:
        """The earliest, at whichever desk or door."""
        known = [desk] if (desk := self.desk_arrival(person)) else []
        for act, fact in self._of[person]:
            if isinstance(fact, Scan) and fact.arrives and act.stands:
                known.append((fact.at, fact.station))
        return min(known) if known else None

    def desk_arrival(self, person: str) -> tuple[int, str] | None:
        known = [
            (fact.at, fact.station)
            for act, fact in self._of[person]
            if isinstance(fact, Arrived) and act.stands
        ]
        return min(known) if known else None

    def is_valid(self, code: str) -> bool:
        return all(act.stands == isinstance(fact, Issued) for act, fact in self._of_code[code])

    def badge(self, person: str) -> str | None:
        """The code of the newest valid one."""
        codes = [code for code, holder in self.holder.items() if holder == person and self.is_valid(code)]
        return codes[-1] if codes else None

    def stays(self, person: str, session: str) -> list[Stay]:
        stays: list[Stay] = []
        for act, fact in self._of[person]:
            if not isinstance(fact, Scan) or fact.session != session or not act.stands:
                continue
            is_inside = bool(stays) and stays[-1].left is None
            if fact.verdict == "admitted" and is_inside:
                stays[-1].code = fact.code
            elif fact.verdict == "admitted":
                stays.append(Stay(fact.at, fact.code))
            elif (
                fact.verdict == "out"
                and is_inside
                and (fact.reason != "revoked" or stays[-1].code == fact.code)
            ):
                stays[-1].left = fact.at
        return stays

    def _overridden(self, person: str, session: str) -> frozenset[str]:
        """The rows overridden since the person was last let in."""
        rows: frozenset[str] = frozenset()
        for act, fact in self._of[person]:
            if isinstance(fact, Scan) and fact.session == session and act.stands:
                rows = frozenset() if fact.verdict == "admitted" else rows | fact.overrode
        return rows

    # ---- the admission table

    def judge(self, person: str, session: str, code: str, direction: str, at: int, station: str) -> Scan:
        """The answer to a genuine code; `person` is the code itself where nobody has it here."""
        is_revoked = not self.is_valid(code)
        stays = self.stays(person, session)
        is_inside = bool(stays) and stays[-1].left is None
        may_leave = is_inside and (not is_revoked or stays[-1].code == code)
        if direction == "out" or (direction == "auto" and self._scans_exits and may_leave):
            standing = [row for row in self._standing(person) if row in {"blocked", "cancelled"}]
            alerts = (["revoked"] if is_revoked else []) + standing
            reason = next(iter([*alerts, *([] if is_inside else ["no_entry"])]), None)
            return Scan(person, session, code, at, station, "out", reason)
        if is_revoked:
            return Scan(person, session, code, at, station, "refused", "revoked")
        return self._enter(person, session, code, at, station, iter(()))

    def admit(self, person: str, session: str, at: int, station: str) -> Scan:
        """The answer to an override: it passes the row that refuses now, and those passed before."""
        passed = self._overridden(person, session)
        rows = [
            row for row in self._refusals(person, session, at) if row in OVERRIDABLE and row not in passed
        ]
        return self._enter(person, session, "", at, station, iter([*passed, *rows[:1]]))

    def _enter(self, person: str, session: str, code: str, at: int, station: str, passed: object) -> Scan:
        may_pass = set(passed)  # type: ignore[call-overload]
        overrode = set()
        for row in self._refusals(person, session, at):
            if row not in may_pass:
                # Who never answered is sent to the desk, like whoever has not been there.
                reason = "not_arrived" if row == "not_answered" else row
                return Scan(
                    person, session, code, at, station, "refused", reason, overrode=frozenset(overrode)
                )
            overrode.add(row)
        is_known = person in self.category
        arrives = is_known and self.arrival(person) is None
        notes = {
            "override": bool(overrode),
            "details_follow": not is_known,
            "arrival_recorded": arrives,
            "back_in": bool(self.stays(person, session)),
        }
        note = next((name for name, holds in notes.items() if holds), None)
        return Scan(person, session, code, at, station, "admitted", note, arrives, frozenset(overrode))

    def _standing(self, person: str) -> list[str]:
        status = self.status(person) if person in self.category else "registered"
        return list(OF_STATUS.get(status, ("cancelled",)))

    def _refusals(self, person: str, code: str, at: int) -> list[str]:
        session, stays, is_known = self.sessions[code], self.stays(person, code), person in self.category
        is_inside = bool(stays) and stays[-1].left is None
        goes_unseen = not self._scans_exits and session.re_entry
        taken = (self.inside if self._scans_exits else self.entered)[code] - {person}
        rows = self._standing(person)
        is_late = at > session.last_entry and person not in self.flagged
        if session.is_cancelled or at < session.opens or is_late:
            rows.append("not_now")
        if is_known and session.open_to is not None and self.category[person] not in session.open_to:
            rows.append("not_on_list")
        if is_inside and not goes_unseen:
            rows.append("already_inside")
        if stays and not is_inside and not session.re_entry:
            rows.append("no_reentry")
        if session.capacity is not None and len(taken) >= session.capacity:
            rows.append("full")
        if is_known and self.arrival(person) is None and self._refuses_who_has_not_arrived:
            rows.append("not_arrived")
        return rows

    # ---- attendance

    def attendance(self, now: int, only: str | None = None) -> dict[tuple[str, str], Row]:
        """The rows of the report at this moment, by person and session; only of known persons."""
        return {
            (person, session): (
                _row(self.stays(person, session), self.sessions[session], now)
                if self._scans_exits
                else Row(self.stays(person, session)[0].came, None, None, assumed=False)
            )
            for session in self.sessions
            if only in {None, session}
            for person in self.category
            if self.stays(person, session)
        }


def _row(stays: list[Stay], session: Session, now: int) -> Row:
    seconds = 0
    for stay in stays:
        left = now if stay.left is None else stay.left
        seconds += max(0, min(left, session.end) - max(stay.came, session.start))
    is_open = stays[-1].left is None
    return Row(
        stays[0].came,
        stays[-1].left,
        float(round(Fraction(seconds, 60), 2)),
        is_open and now >= session.end,
    )
