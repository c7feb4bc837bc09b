"""Admission: the table of DESIGN.md, one story a row, and what stands below it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.admission import (
    OF_STATUS,
    OVERRIDABLE,
    Admitted,
    ExitAlert,
    Left,
    Note,
    Override,
    Refusal,
    Refused,
    ScanRequest,
    Situation,
    barrier,
    decide,
)
from checkin.domain.badges import Badge, Revocation
from checkin.domain.codes import Code, Forged, Misread, NotOurs
from checkin.domain.delegates import Status
from checkin.domain.presence import Direction
from checkin.domain.programme import DoorState, Exits, NotArrived, Policy, SessionStatus
from checkin.domain.reasons import Why
from tests.domain.examples import (
    DOORS_OPEN,
    END,
    INSTANT,
    LAST_ENTRY,
    NEW_BADGE,
    OLD_BADGE,
    START,
    a_badge,
    a_delegate,
    a_lost_badge,
    a_session,
    a_stay,
    at,
)

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.admission import Verdict
    from checkin.domain.codes import Reading
    from checkin.domain.programme import Session

GENUINE: Final = Code(NEW_BADGE)
LATE: Final = END + INSTANT
IN, OUT, AUTO = Direction.IN, Direction.OUT, Direction.AUTO
BY: Final = Override("o1", Why.typed("known to the chair"))
INVITATION: Final = Code("N" + NEW_BADGE[1:])
SPARE: Final = Code("S" + NEW_BADGE[1:])
DAY_BADGE: Final = Code("D" + NEW_BADGE[1:])
TODAY: Final = START.date()
UNSCANNED: Final = Policy(exits=Exits.NONE)
SCANNED: Final = Policy(exits=Exits.SCANNED)
STRICT: Final = Policy(NotArrived.REFUSE, Exits.SCANNED)
CANCELLED: Final = a_session(status=SessionStatus.CANCELLED)
FOR_GUESTS: Final = a_session(open_to=frozenset({"G"}))
ONCE: Final = a_session(re_entry=False)
SMALL: Final = a_session(capacity=2)
REVOKED: Final = a_lost_badge()
OLD_REVOKED: Final = a_lost_badge(code=OLD_BADGE)
INSIDE: Final = a_stay(-20)
WAS_INSIDE: Final = a_stay(-20, -10)


@dataclass(frozen=True)
class Story:
    """What is known when a badge is read, and the answer."""

    tale: str
    verdict: Verdict
    session: Session | None = field(default_factory=a_session)
    reading: Reading | None = GENUINE
    direction: Direction = AUTO
    override: Override | None = None
    now: datetime = START
    settle: int = 0
    known: dict[str, Any] = field(default_factory=dict)

    @property
    def situation(self) -> Situation:
        """Exits are scanned; a delegate who has arrived is not inside, but for what the story says."""
        usual = Situation(SCANNED, badge=a_badge(), delegate=a_delegate(), has_arrived=True)
        return replace(usual, **self.known)


def knowing(**known: Any) -> dict[str, Any]:  # noqa: ANN401 - any part of a situation
    """What differs from the usual situation."""
    return known


def a_person(status: Status) -> dict[str, Any]:
    """The delegate's registration stands otherwise."""
    return knowing(delegate=a_delegate(status=status))


UNKNOWN: Final = knowing(badge=None, delegate=None, has_arrived=False)

THE_TABLE: Final = [
    Story("1: a text", Refused(Refusal.NOT_OURS), reading=NotOurs("SOK")),
    Story("1: a text, at an exit too", Refused(Refusal.NOT_OURS), reading=NotOurs("SOK"), direction=OUT),
    Story("2: misread", Refused(Refusal.MISREAD), reading=Misread(NEW_BADGE)),
    Story("2: misread, at an exit too", Refused(Refusal.MISREAD), reading=Misread(NEW_BADGE), direction=OUT),
    Story("3: forged", Refused(Refusal.FORGED), reading=Forged(NEW_BADGE)),
    Story("3: forged, at an exit too", Refused(Refusal.FORGED), reading=Forged(NEW_BADGE), direction=OUT),
    Story(
        "3: forged, however much the supervisor wants it",
        Refused(Refusal.FORGED),
        reading=Forged(NEW_BADGE),
        override=BY,
    ),
    Story("4: out", Left(), direction=OUT, known=knowing(last_stay=INSIDE)),
    Story(
        "auto: somebody who was let in by hand leaves by hand, also where their badge was revoked",
        Left(ExitAlert.REVOKED),
        reading=None,
        known=knowing(badge=REVOKED, last_stay=a_stay(-20, code="")),
    ),
    Story("3a: an invitation", Refused(Refusal.INVITATION), reading=INVITATION, known=UNKNOWN),
    Story(
        "3a: an invitation of a known person opens nothing",
        Refused(Refusal.INVITATION),
        reading=INVITATION,
        direction=IN,
    ),
    Story(
        "3a: nobody leaves by an invitation",
        Refused(Refusal.INVITATION),
        reading=INVITATION,
        direction=OUT,
        known=knowing(last_stay=a_stay(-20, code=INVITATION.text)),
    ),
    Story(
        "3a: an invitation, however much the supervisor wants it",
        Refused(Refusal.INVITATION),
        reading=INVITATION,
        override=BY,
    ),
    Story(
        "3a: a kind of code that is not known here goes to the desk",
        Refused(Refusal.INVITATION),
        reading=Code("Z" + NEW_BADGE[1:]),
    ),
    Story(
        "3b: the same badge again, a moment after the entry",
        Refused(Refusal.JUST_ENTERED),
        now=at(-20) + timedelta(seconds=60) - INSTANT,
        settle=60,
        known=knowing(last_stay=INSIDE),
    ),
    Story(
        "3b: a minute after the entry it leaves",
        Left(),
        now=at(-19),
        settle=60,
        known=knowing(last_stay=INSIDE),
    ),
    Story(
        "3b: it leaves at the next reading",
        Left(),
        now=at(-20),
        settle=60,
        known=knowing(last_stay=INSIDE.asked()),
    ),
    Story(
        "3b: by a clock that is behind the other door's by a little",
        Refused(Refusal.JUST_ENTERED),
        now=at(-20) - timedelta(seconds=59),
        settle=60,
        known=knowing(last_stay=INSIDE),
    ),
    Story(
        "3b: a clock that is far behind does not ask",
        Left(),
        now=at(-21),
        settle=60,
        known=knowing(last_stay=INSIDE),
    ),
    Story(
        "3b: the command line does not ask, whatever the clocks say",
        Left(),
        now=at(-30),
        known=knowing(last_stay=INSIDE),
    ),
    Story(
        "3b: the command line does not ask",
        Left(),
        now=at(-20),
        known=knowing(last_stay=INSIDE),
    ),
    Story(
        "3b: an exit does not ask",
        Left(),
        direction=OUT,
        now=at(-20),
        settle=60,
        known=knowing(last_stay=INSIDE),
    ),
    Story(
        "3b: an entrance refuses as ever",
        Refused(Refusal.ALREADY_INSIDE),
        direction=IN,
        now=at(-20),
        settle=60,
        known=knowing(last_stay=INSIDE),
    ),
    Story(
        "3b: another badge of the same person leaves at once",
        Left(),
        now=at(-20),
        settle=60,
        known=knowing(last_stay=a_stay(-20, code=OLD_BADGE)),
    ),
    Story(
        "3b: nobody is asked who has left",
        Admitted(Note.BACK_IN),
        now=at(-20),
        settle=60,
        known=knowing(last_stay=a_stay(-20, -20)),
    ),
    Story(
        "3b: where exits are not scanned, nobody leaves by a second reading",
        Admitted(Note.BACK_IN),
        now=at(-20),
        settle=60,
        known=knowing(policy=Policy(), last_stay=INSIDE),
    ),
    Story("4: out, never entered", Left(ExitAlert.NO_ENTRY), direction=OUT),
    Story(
        "4: out, and out again", Left(ExitAlert.NO_ENTRY), direction=OUT, known=knowing(last_stay=WAS_INSIDE)
    ),
    Story(
        "4: out with a revoked badge",
        Left(ExitAlert.REVOKED),
        direction=OUT,
        known=knowing(badge=REVOKED, last_stay=INSIDE),
    ),
    Story(
        "4: a blocked person out",
        Left(ExitAlert.BLOCKED),
        direction=OUT,
        known=a_person(Status.BLOCKED) | knowing(last_stay=INSIDE),
    ),
    Story(
        "4: a cancelled person out",
        Left(ExitAlert.CANCELLED),
        direction=OUT,
        known=a_person(Status.CANCELLED) | knowing(last_stay=INSIDE),
    ),
    Story(
        "4: a declined person out",
        Left(ExitAlert.CANCELLED),
        direction=OUT,
        known=a_person(Status.DECLINED) | knowing(last_stay=INSIDE),
    ),
    Story("4: an unknown person out", Left(), direction=OUT, known=UNKNOWN | knowing(last_stay=INSIDE)),
    Story("4: an unknown person out, never entered", Left(ExitAlert.NO_ENTRY), direction=OUT, known=UNKNOWN),
    Story(
        "4: out of a cancelled session, for others, full, long over",
        Left(),
        session=a_session(
            status=SessionStatus.CANCELLED, open_to=frozenset({"G"}), capacity=0, re_entry=False
        ),
        direction=OUT,
        now=LATE,
        known=knowing(policy=STRICT, has_arrived=False, last_stay=INSIDE, inside=1),
    ),
    Story("5: a revoked badge", Refused(Refusal.REVOKED), known=knowing(badge=REVOKED)),
    Story(
        "5: revoked before its issue came in",
        Refused(Refusal.REVOKED),
        known=UNKNOWN | knowing(badge=Badge(NEW_BADGE, revoked=Revocation.BY_HAND)),
    ),
    Story(
        "5: a revoked badge cannot be overridden",
        Refused(Refusal.REVOKED),
        override=BY,
        known=knowing(badge=REVOKED),
    ),
    Story("5a: a spare of nobody", Refused(Refusal.NOT_GIVEN), reading=SPARE, known=UNKNOWN),
    Story(
        "5a: a spare that is known, and nobody's",
        Refused(Refusal.NOT_GIVEN),
        reading=SPARE,
        known=UNKNOWN | knowing(badge=Badge(SPARE.text)),
    ),
    Story(
        "5a: a spare of nobody, however much the supervisor wants it",
        Refused(Refusal.NOT_GIVEN),
        reading=SPARE,
        override=BY,
        known=UNKNOWN,
    ),
    Story(
        "5a: a spare that was given to somebody",
        Admitted(),
        reading=SPARE,
        known=knowing(badge=a_badge(code=SPARE.text)),
    ),
    Story(
        "5a: a spare that was given to somebody of whom nothing is known yet",
        Admitted(Note.DETAILS_FOLLOW),
        reading=SPARE,
        known=knowing(badge=a_badge(code=SPARE.text), delegate=None),
    ),
    Story(
        "5a: a spare of nobody leaves what it entered",
        Left(),
        reading=SPARE,
        known=UNKNOWN | knowing(last_stay=a_stay(-20, code=SPARE.text)),
    ),
    Story(
        "5b: a day badge of yesterday",
        Refused(Refusal.EXPIRED),
        reading=DAY_BADGE,
        known=knowing(badge=a_badge(code=DAY_BADGE.text, day=TODAY - timedelta(days=1)), today=TODAY),
    ),
    Story(
        "5b: a day badge of tomorrow, however much the supervisor wants it",
        Refused(Refusal.EXPIRED),
        reading=DAY_BADGE,
        override=BY,
        known=knowing(badge=a_badge(code=DAY_BADGE.text, day=TODAY + timedelta(days=1)), today=TODAY),
    ),
    Story(
        "5b: a day badge of today",
        Admitted(),
        reading=DAY_BADGE,
        known=knowing(badge=a_badge(code=DAY_BADGE.text, day=TODAY), today=TODAY),
    ),
    Story(
        "5b: a day badge whose day only a newer program can read",
        Refused(Refusal.EXPIRED),
        reading=DAY_BADGE,
        known=knowing(badge=a_badge(code=DAY_BADGE.text), today=TODAY),
    ),
    Story(
        "5b: a day badge that is not known here",
        Admitted(Note.DETAILS_FOLLOW),
        reading=DAY_BADGE,
        known=UNKNOWN | knowing(today=TODAY),
    ),
    Story("6: details follow", Admitted(Note.DETAILS_FOLLOW), known=UNKNOWN),
    Story(
        "6: the badge is known, its delegate is not",
        Admitted(Note.DETAILS_FOLLOW),
        known=UNKNOWN | knowing(badge=a_badge()),
    ),
    Story(
        "6: nobody can say which category an unknown person is of",
        Admitted(Note.DETAILS_FOLLOW),
        session=FOR_GUESTS,
        known=UNKNOWN,
    ),
    Story(
        "6: nor whether they have arrived, and no arrival is made up",
        Admitted(Note.DETAILS_FOLLOW),
        known=UNKNOWN | knowing(policy=STRICT),
    ),
    Story("6: row 9 holds", Refused(Refusal.NOT_NOW), now=LATE, known=UNKNOWN),
    Story(
        "6: row 11 holds",
        Refused(Refusal.ALREADY_INSIDE),
        direction=IN,
        known=UNKNOWN | knowing(last_stay=INSIDE),
    ),
    Story(
        "6: row 12 holds",
        Refused(Refusal.NO_REENTRY),
        session=ONCE,
        known=UNKNOWN | knowing(last_stay=WAS_INSIDE),
    ),
    Story("6: row 13 holds", Refused(Refusal.FULL), session=SMALL, known=UNKNOWN | knowing(inside=2)),
    Story(
        "6: back in, details still to follow",
        Admitted(Note.DETAILS_FOLLOW),
        known=UNKNOWN | knowing(last_stay=WAS_INSIDE),
    ),
    Story("6: out on auto", Left(), known=UNKNOWN | knowing(last_stay=INSIDE)),
    Story("7: blocked", Refused(Refusal.BLOCKED), known=a_person(Status.BLOCKED)),
    Story("8: cancelled", Refused(Refusal.CANCELLED), known=a_person(Status.CANCELLED)),
    Story("8: declined", Refused(Refusal.CANCELLED), known=a_person(Status.DECLINED)),
    Story("8: excused", Refused(Refusal.CANCELLED), known=a_person(Status.EXCUSED)),
    Story(
        "8: excused, at an exit",
        Left(ExitAlert.CANCELLED),
        direction=OUT,
        known=a_person(Status.EXCUSED) | knowing(last_stay=INSIDE),
    ),
    Story("8a: pending", Refused(Refusal.NOT_CLEARED), known=a_person(Status.PENDING)),
    Story(
        "8a: pending, let in by a supervisor",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.NOT_CLEARED})),
        override=BY,
        known=a_person(Status.PENDING),
    ),
    Story(
        "8a: pending, at an exit",
        Left(),
        direction=OUT,
        known=a_person(Status.PENDING) | knowing(last_stay=INSIDE),
    ),
    Story("8b: invited, without an answer", Refused(Refusal.NOT_ANSWERED), known=a_person(Status.INVITED)),
    Story(
        "8b: invited, and has arrived, whatever the policy",
        Refused(Refusal.NOT_ANSWERED),
        known=a_person(Status.INVITED) | knowing(policy=STRICT),
    ),
    Story(
        "8b: invited, let in by a supervisor; the arrival is recorded",
        Admitted(Note.OVERRIDE, arrives=True, overrode=frozenset({Refusal.NOT_ANSWERED})),
        override=BY,
        known=a_person(Status.INVITED) | knowing(has_arrived=False),
    ),
    Story(
        "8b: where the event wants arrival first, the next row refuses again",
        Refused(Refusal.NOT_ARRIVED, frozenset({Refusal.NOT_ANSWERED})),
        override=BY,
        known=a_person(Status.INVITED) | knowing(has_arrived=False, policy=STRICT),
    ),
    Story("9: withdrawn", Refused(Refusal.NOT_NOW), session=a_session(withdrawn=True)),
    Story("9: the session is cancelled", Refused(Refusal.NOT_NOW), session=CANCELLED),
    Story("9: no session opens any more", Refused(Refusal.NOT_NOW), session=None),
    Story(
        "9: no session opens any more, and the rows before it refuse all the same",
        Refused(Refusal.BLOCKED),
        session=None,
        known=a_person(Status.BLOCKED),
    ),
    Story("4: out, where no session opens any more", Left(ExitAlert.NO_ENTRY), session=None, direction=OUT),
    Story(
        "4: a blocked person out, where no session opens any more",
        Left(ExitAlert.BLOCKED),
        session=None,
        direction=OUT,
        known=a_person(Status.BLOCKED),
    ),
    Story(
        "9: closed by hand",
        Refused(Refusal.NOT_NOW),
        session=a_session(by_hand=DoorState.CLOSED),
    ),
    Story(
        "9: closed by hand, for flagged persons too",
        Refused(Refusal.NOT_NOW),
        session=a_session(by_hand=DoorState.CLOSED),
        known=knowing(delegate=a_delegate(attention=True)),
    ),
    Story(
        "9: opened by hand before the time",
        Admitted(),
        session=a_session(by_hand=DoorState.OPEN),
        now=at(-600),
    ),
    Story(
        "9: opened by hand, after the last entry all the same",
        Refused(Refusal.NOT_NOW),
        session=a_session(by_hand=DoorState.OPEN),
        now=LAST_ENTRY + INSTANT,
    ),
    Story(
        "9: after the last entry, a flagged person",
        Admitted(),
        now=LAST_ENTRY + INSTANT,
        known=knowing(delegate=a_delegate(attention=True)),
    ),
    Story(
        "9: before the doors open, a flagged person too",
        Refused(Refusal.NOT_NOW),
        now=DOORS_OPEN - INSTANT,
        known=knowing(delegate=a_delegate(attention=True)),
    ),
    Story("9: a session without doors", Refused(Refusal.NOT_NOW), session=a_session(doors=False)),
    Story("9: before the doors open", Refused(Refusal.NOT_NOW), now=DOORS_OPEN - INSTANT),
    Story("9: at the instant when they open", Admitted(), now=DOORS_OPEN),
    Story("9: at the instant of the last entry", Admitted(), now=LAST_ENTRY),
    Story("9: after the last entry", Refused(Refusal.NOT_NOW), now=LAST_ENTRY + INSTANT),
    Story("10: not on the list", Refused(Refusal.NOT_ON_LIST), session=FOR_GUESTS),
    Story("10: open to nobody", Refused(Refusal.NOT_ON_LIST), session=a_session(open_to=frozenset())),
    Story(
        "10: of a category that the session is open to",
        Admitted(),
        session=FOR_GUESTS,
        known=knowing(delegate=a_delegate(category="G")),
    ),
    Story(
        "11: already inside", Refused(Refusal.ALREADY_INSIDE), direction=IN, known=knowing(last_stay=INSIDE)
    ),
    Story("12: no re-entry", Refused(Refusal.NO_REENTRY), session=ONCE, known=knowing(last_stay=WAS_INSIDE)),
    Story("12: but a first entry", Admitted(), session=ONCE),
    Story("13: full", Refused(Refusal.FULL), session=SMALL, known=knowing(inside=2)),
    Story("13: more than full", Refused(Refusal.FULL), session=SMALL, known=knowing(inside=3)),
    Story("13: the last seat", Admitted(), session=SMALL, known=knowing(inside=1)),
    Story("13: no limit", Admitted(), known=knowing(inside=100_000)),
    Story("13: no seat at all", Refused(Refusal.FULL), session=a_session(capacity=0)),
    Story(
        "13: who left keeps no seat",
        Refused(Refusal.FULL),
        session=SMALL,
        known=knowing(last_stay=WAS_INSIDE, inside=2, entered=3),
    ),
    Story(
        "13: others who left keep none either",
        Admitted(),
        session=SMALL,
        known=knowing(inside=1, entered=5),
    ),
    Story(
        "14: not arrived yet", Admitted(Note.ARRIVAL_RECORDED, arrives=True), known=knowing(has_arrived=False)
    ),
    Story(
        "14: not arrived yet, by the strict policy",
        Refused(Refusal.NOT_ARRIVED),
        known=knowing(policy=STRICT, has_arrived=False),
    ),
    Story(
        "14: the strict policy cannot be overridden at the door",
        Refused(Refusal.NOT_ARRIVED),
        override=BY,
        known=knowing(policy=STRICT, has_arrived=False),
    ),
    Story("14: arrived, by the strict policy", Admitted(), known=knowing(policy=STRICT)),
    Story(
        "14: back in, but the arrival was undone meanwhile",
        Admitted(Note.ARRIVAL_RECORDED, arrives=True),
        known=knowing(has_arrived=False, last_stay=WAS_INSIDE),
    ),
    Story("15: welcome", Admitted()),
    Story("15: welcome back", Admitted(Note.BACK_IN), known=knowing(last_stay=WAS_INSIDE)),
    Story("15: by hand, without a badge", Admitted(), reading=None, known=knowing(badge=None)),
]

BELOW_THE_TABLE: Final = [
    Story("auto: in", Admitted()),
    Story("auto: out", Left(), known=knowing(last_stay=INSIDE)),
    Story("auto: in again", Admitted(Note.BACK_IN), known=knowing(last_stay=WAS_INSIDE)),
    Story("auto: out after the end", Left(), now=LATE, known=knowing(last_stay=INSIDE)),
    Story("auto: nobody comes in after the end", Refused(Refusal.NOT_NOW), now=LATE),
    Story(
        "auto: a blocked person goes out",
        Left(ExitAlert.BLOCKED),
        known=a_person(Status.BLOCKED) | knowing(last_stay=INSIDE),
    ),
    Story(
        "auto: whoever came in with another badge goes out with this one",
        Left(),
        known=knowing(last_stay=a_stay(-20, code=OLD_BADGE)),
    ),
    Story("auto: by hand out", Left(), reading=None, known=knowing(badge=None, last_stay=INSIDE)),
    Story(
        "auto: a revoked badge leaves what it entered",
        Left(ExitAlert.REVOKED),
        known=knowing(badge=REVOKED, last_stay=INSIDE),
    ),
    Story(
        "auto: a revoked badge does not leave what the new badge entered",
        Refused(Refusal.REVOKED),
        reading=Code(OLD_BADGE),
        known=knowing(badge=OLD_REVOKED, last_stay=INSIDE),
    ),
    Story(
        "auto: a revoked badge does not leave what was entered by hand",
        Refused(Refusal.REVOKED),
        known=knowing(badge=REVOKED, last_stay=a_stay(-20, code="")),
    ),
    Story(
        "auto: a revoked badge that has left is refused",
        Refused(Refusal.REVOKED),
        known=knowing(badge=REVOKED, last_stay=WAS_INSIDE),
    ),
    Story(
        "exit: a revoked badge of somebody who came in with the new one",
        Left(ExitAlert.REVOKED),
        reading=Code(OLD_BADGE),
        direction=OUT,
        known=knowing(badge=OLD_REVOKED, last_stay=INSIDE),
    ),
    Story(
        "alerts: revoked goes before blocked and no entry",
        Left(ExitAlert.REVOKED),
        direction=OUT,
        known=a_person(Status.BLOCKED) | knowing(badge=REVOKED),
    ),
    Story(
        "alerts: blocked goes before no entry",
        Left(ExitAlert.BLOCKED),
        direction=OUT,
        known=a_person(Status.BLOCKED),
    ),
    Story(
        "alerts: cancelled goes before no entry",
        Left(ExitAlert.CANCELLED),
        direction=OUT,
        known=a_person(Status.CANCELLED),
    ),
    Story(
        "override: blocked",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.BLOCKED})),
        override=BY,
        known=a_person(Status.BLOCKED),
    ),
    Story(
        "override: declined",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.CANCELLED})),
        override=BY,
        known=a_person(Status.DECLINED),
    ),
    Story(
        "override: not now",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.NOT_NOW})),
        override=BY,
        session=CANCELLED,
    ),
    Story(
        "override: not on the list",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.NOT_ON_LIST})),
        override=BY,
        session=FOR_GUESTS,
    ),
    Story(
        "override: already inside",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.ALREADY_INSIDE})),
        direction=IN,
        override=BY,
        known=knowing(last_stay=INSIDE),
    ),
    Story(
        "override: already inside, where nobody may come back, is no coming back",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.ALREADY_INSIDE})),
        session=ONCE,
        direction=IN,
        override=BY,
        known=knowing(last_stay=INSIDE),
    ),
    Story(
        "override: no re-entry",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.NO_REENTRY})),
        override=BY,
        session=ONCE,
        known=knowing(last_stay=WAS_INSIDE),
    ),
    Story(
        "override: full",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.FULL})),
        override=BY,
        session=SMALL,
        known=knowing(inside=2),
    ),
    Story(
        "override: an unknown person, when it is full",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.FULL})),
        override=BY,
        session=SMALL,
        known=UNKNOWN | knowing(inside=2),
    ),
    Story(
        "override: the arrival is recorded with it",
        Admitted(Note.OVERRIDE, arrives=True, overrode=frozenset({Refusal.FULL})),
        override=BY,
        session=SMALL,
        known=knowing(has_arrived=False, inside=2),
    ),
    Story("override: where nothing refuses, it is none", Admitted(), override=BY),
    Story(
        "override: only the row that refused",
        Refused(Refusal.NOT_NOW, overrode=frozenset({Refusal.BLOCKED})),
        override=BY,
        now=LATE,
        known=a_person(Status.BLOCKED),
    ),
    Story(
        "override: the second one passes the second row",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.BLOCKED, Refusal.NOT_NOW})),
        override=replace(BY, earlier=frozenset({Refusal.BLOCKED})),
        now=LATE,
        known=a_person(Status.BLOCKED),
    ),
    Story(
        "override: an earlier one counts for its own row only",
        Refused(Refusal.NOT_NOW, overrode=frozenset({Refusal.BLOCKED})),
        override=replace(BY, earlier=frozenset({Refusal.FULL})),
        now=LATE,
        known=a_person(Status.BLOCKED),
    ),
    Story(
        "override: before a row that nobody can override",
        Refused(Refusal.NOT_ARRIVED, overrode=frozenset({Refusal.FULL})),
        override=BY,
        session=SMALL,
        known=knowing(policy=STRICT, has_arrived=False, inside=2),
    ),
    Story(
        "override: an exit needs none",
        Left(),
        direction=OUT,
        override=BY,
        known=knowing(last_stay=INSIDE),
    ),
    Story(
        "capacity: who has a seat needs no other",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.ALREADY_INSIDE})),
        direction=IN,
        override=BY,
        session=SMALL,
        known=knowing(last_stay=INSIDE, inside=2),
    ),
    Story(
        "capacity: also where others were let in beyond it",
        Admitted(Note.OVERRIDE, overrode=frozenset({Refusal.ALREADY_INSIDE})),
        direction=IN,
        override=BY,
        session=SMALL,
        known=knowing(last_stay=INSIDE, inside=3),
    ),
    Story("exits not scanned: in", Admitted(), known=knowing(policy=UNSCANNED)),
    Story(
        "exits not scanned: a second reading is back in",
        Admitted(Note.BACK_IN),
        known=knowing(policy=UNSCANNED, last_stay=INSIDE, inside=1, entered=1),
    ),
    Story(
        "exits not scanned: the same at a door that is set to in",
        Admitted(Note.BACK_IN),
        direction=IN,
        known=knowing(policy=UNSCANNED, last_stay=INSIDE, inside=1, entered=1),
    ),
    Story(
        "exits not scanned: back in, however full it is meanwhile",
        Admitted(Note.BACK_IN),
        session=SMALL,
        known=knowing(policy=UNSCANNED, last_stay=INSIDE, inside=3, entered=3),
    ),
    Story(
        "exits not scanned, no re-entry: already inside",
        Refused(Refusal.ALREADY_INSIDE),
        session=ONCE,
        known=knowing(policy=UNSCANNED, last_stay=INSIDE, inside=1, entered=1),
    ),
    Story(
        "exits not scanned: a revoked badge is refused, whoever entered",
        Refused(Refusal.REVOKED),
        known=knowing(policy=UNSCANNED, badge=REVOKED, last_stay=INSIDE),
    ),
    Story(
        "exits not scanned: somebody scans an exit all the same",
        Left(),
        direction=OUT,
        known=knowing(policy=UNSCANNED, last_stay=INSIDE),
    ),
    Story(
        "exits not scanned: capacity counts who entered",
        Refused(Refusal.FULL),
        session=SMALL,
        known=knowing(policy=UNSCANNED, inside=1, entered=2),
    ),
    Story(
        "exits not scanned: the last seat",
        Admitted(),
        session=SMALL,
        known=knowing(policy=UNSCANNED, inside=1, entered=1),
    ),
    Story(
        "exits not scanned: back in when it is full, to the own seat",
        Admitted(Note.BACK_IN),
        session=SMALL,
        known=knowing(policy=UNSCANNED, last_stay=INSIDE, inside=2, entered=2),
    ),
]


@pytest.mark.parametrize("story", [*THE_TABLE, *BELOW_THE_TABLE], ids=lambda story: story.tale)
def test_the_door_answers_as_the_table_says(story: Story) -> None:
    request = ScanRequest(story.session, story.reading, story.direction, story.override, story.settle)

    assert decide(request, story.situation, story.now) == story.verdict


def test_every_row_that_refuses_has_a_story() -> None:
    told = {story.verdict.reason for story in THE_TABLE if isinstance(story.verdict, Refused)}

    assert told == set(Refusal)


def test_every_note_and_every_alert_has_a_story() -> None:
    verdicts = [story.verdict for story in (*THE_TABLE, *BELOW_THE_TABLE)]

    assert {verdict.note for verdict in verdicts if isinstance(verdict, Admitted)} == {None, *Note}
    assert {verdict.alert for verdict in verdicts if isinstance(verdict, Left)} == {None, *ExitAlert}


def test_a_supervisor_can_let_past_rows_7_to_13_and_no_other() -> None:
    can = [refusal for refusal in Refusal if Refused(refusal).can_be_overridden]

    assert can == [
        Refusal.BLOCKED,
        Refusal.CANCELLED,
        Refusal.NOT_CLEARED,
        Refusal.NOT_ANSWERED,
        Refusal.NOT_NOW,
        Refusal.NOT_ON_LIST,
        Refusal.ALREADY_INSIDE,
        Refusal.NO_REENTRY,
        Refusal.FULL,
    ]


def test_every_state_but_registered_refuses() -> None:
    assert set(OF_STATUS) == set(Status) - {Status.REGISTERED}


def test_of_a_person_and_a_session_without_any_record_nothing_is_assumed() -> None:
    request = ScanRequest(a_session(capacity=1), Code(NEW_BADGE))

    assert decide(request, Situation(), START) == Admitted(Note.DETAILS_FOLLOW)
    assert decide(request, Situation(SCANNED), START) == Admitted(Note.DETAILS_FOLLOW)
    assert decide(request, Situation(delegate=a_delegate()), START) == Admitted(
        Note.ARRIVAL_RECORDED, arrives=True
    )


NOTHING_FITS: Final = Story(
    "blocked, too late, not on the list, inside, not arrived; and who is inside has a seat, however full it is",
    Refused(Refusal.BLOCKED),
    session=a_session(open_to=frozenset({"G"}), capacity=1),
    direction=IN,
    now=LATE,
    known=a_person(Status.BLOCKED) | knowing(policy=STRICT, has_arrived=False, last_stay=INSIDE, inside=3),
)


def _refused_one_after_another(story: Story) -> list[Refusal]:
    """The reasons that somebody hears whose supervisor overrides one row at a time, as long as that can be done."""
    reasons: list[Refusal] = []
    override = None
    while True:
        request = ScanRequest(story.session, story.reading, story.direction, override)
        verdict = decide(request, story.situation, story.now)
        if not isinstance(verdict, Refused):
            return reasons
        reasons.append(verdict.reason)
        if not verdict.can_be_overridden:
            return reasons
        override = replace(BY, earlier=verdict.overrode)


def test_the_first_row_that_fits_decides_and_each_override_uncovers_the_next() -> None:
    assert _refused_one_after_another(NOTHING_FITS) == [
        Refusal.BLOCKED,
        Refusal.NOT_NOW,
        Refusal.NOT_ON_LIST,
        Refusal.ALREADY_INSIDE,
        Refusal.NOT_ARRIVED,
    ]


@pytest.mark.parametrize("story", [*THE_TABLE, NOTHING_FITS], ids=lambda story: story.tale)
def test_what_overrides_cannot_pass_is_known_before_the_first_of_them(story: Story) -> None:
    first = decide(ScanRequest(story.session, story.reading, story.direction), story.situation, story.now)
    if not (isinstance(first, Refused) and first.can_be_overridden):
        return
    last = _refused_one_after_another(story)[-1]
    known = barrier(ScanRequest(story.session, story.reading, story.direction), story.situation, story.now)

    assert known == (None if Refused(last).can_be_overridden else last)


def test_the_other_rows_stand_in_the_tables_order_too() -> None:
    story = replace(
        NOTHING_FITS,
        session=a_session(open_to=frozenset({"G"}), capacity=1, re_entry=False),
        known=NOTHING_FITS.known | a_person(Status.CANCELLED) | knowing(last_stay=WAS_INSIDE),
    )

    assert _refused_one_after_another(story) == [
        Refusal.CANCELLED,
        Refusal.NOT_NOW,
        Refusal.NOT_ON_LIST,
        Refusal.NO_REENTRY,
        Refusal.FULL,
        Refusal.NOT_ARRIVED,
    ]


def test_a_revoked_badge_hides_all_other_rows() -> None:
    story = replace(NOTHING_FITS, known=NOTHING_FITS.known | knowing(badge=REVOKED))

    assert _refused_one_after_another(story) == [Refusal.REVOKED]


def test_an_earlier_override_helps_nobody_without_a_supervisor() -> None:
    request = ScanRequest(a_session(), Code(NEW_BADGE))
    blocked = Situation(
        SCANNED, badge=a_badge(), delegate=a_delegate(status=Status.BLOCKED), has_arrived=True
    )
    request_by_hand = replace(request, override=replace(BY, earlier=frozenset({Refusal.BLOCKED})))

    assert decide(request, blocked, START) == Refused(Refusal.BLOCKED)
    assert isinstance(decide(request_by_hand, blocked, START), Admitted)


sessions = st.builds(
    a_session,
    capacity=st.none() | st.integers(0, 3),
    re_entry=st.booleans(),
    open_to=st.none() | st.frozensets(st.sampled_from("PG")),
    status=st.sampled_from(SessionStatus),
)
situations = st.builds(
    Situation,
    policy=st.builds(Policy, st.sampled_from(NotArrived), st.sampled_from(Exits)),
    badge=st.sampled_from([None, a_badge(), REVOKED]),
    delegate=st.none()
    | st.builds(a_delegate, category=st.sampled_from("PG"), status=st.sampled_from(Status)),
    has_arrived=st.booleans(),
    last_stay=st.sampled_from([None, INSIDE, WAS_INSIDE, a_stay(-20, code=OLD_BADGE)]),
    inside=st.integers(1, 4),
    entered=st.integers(1, 4),
)
overrides = st.none() | st.builds(
    Override, st.just("o1"), st.just(Why.typed("known")), st.frozensets(st.sampled_from(Refusal))
)
nows = st.sampled_from([DOORS_OPEN - INSTANT, DOORS_OPEN, START, LAST_ENTRY, at(61), END, LATE])


@given(sessions, st.sampled_from(Direction), overrides, situations, nows)
def test_a_badge_known_to_be_revoked_is_never_admitted(
    session: Session, direction: Direction, override: Override | None, situation: Situation, now: datetime
) -> None:
    request = ScanRequest(session, Code(NEW_BADGE), direction, override)
    verdict = decide(request, replace(situation, badge=REVOKED), now)

    assert not isinstance(verdict, Admitted)


@given(sessions, overrides, situations, nows)
def test_whoever_goes_out_is_never_refused(
    session: Session, override: Override | None, situation: Situation, now: datetime
) -> None:
    request = ScanRequest(session, Code(NEW_BADGE), OUT, override)

    assert isinstance(decide(request, situation, now), Left)


@given(sessions, st.sampled_from(Direction), overrides, situations, nows)
def test_an_override_passes_one_row_more_than_those_before_it_and_never_a_row_that_has_none(
    session: Session, direction: Direction, override: Override | None, situation: Situation, now: datetime
) -> None:
    verdict = decide(ScanRequest(session, Code(NEW_BADGE), direction, override), situation, now)
    overrode = frozenset() if isinstance(verdict, Left) else verdict.overrode

    assert overrode <= OVERRIDABLE
    assert len(overrode - (override.earlier if override else frozenset())) <= (override is not None)
    assert not isinstance(verdict, Admitted) or (verdict.note is Note.OVERRIDE) == bool(overrode)


@given(sessions, st.sampled_from([IN, AUTO]), situations, nows)
def test_an_arrival_is_recorded_exactly_when_a_known_person_who_has_not_arrived_is_let_in(
    session: Session, direction: Direction, situation: Situation, now: datetime
) -> None:
    verdict = decide(ScanRequest(session, Code(NEW_BADGE), direction), situation, now)
    known_and_new = situation.delegate is not None and not situation.has_arrived

    assert not isinstance(verdict, Admitted) or verdict.arrives == known_and_new
