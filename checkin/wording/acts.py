"""Describes in one line an act of the desk, such as an arrival or a correction.

The line is for the list of recent acts and for the message after an undo.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from checkin.domain.admission import Admitted, Left, Refused
from checkin.domain.delegates import Field, Status
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
    LongAct,
    OperatorNamed,
    Registered,
    Scanned,
    Undone,
)
from checkin.domain.programme import DoorState
from checkin.wording.verdicts import reason_given, refusal_reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.facts import Fact
    from checkin.domain.programme import Event
    from checkin.wording.wording import Wording


def words(say: Wording, facts: Sequence[Fact], name: str, event: Event) -> str:
    """The description of an act in one line, such as "CHEA Vanna: arrived 08:46 · badge issued"."""
    begun = next((fact.what for fact in facts if isinstance(fact, ActBegun)), None)
    if begun is not None:
        return _long_act(say, begun)
    done = " · ".join(dict.fromkeys(filter(None, (_fact(say, fact, event) for fact in facts))))
    others = len({fact.delegate for fact in facts if isinstance(fact, Arrived | Registered)}) - 1
    if name and others > 0:
        name = say.many("{name} and {count} other", "{name} and {count} others", others, name=name)
    return f"{name}: {done}" if name else done


def _long_act(say: Wording, what: LongAct) -> str:
    """The description of a long act, which has many entries: printing or issuing badges, or importing a list."""
    match what:
        case LongAct.PRINT:
            return say.text("Badges printed")
        case LongAct.ISSUE:
            return say.text("Badges issued")
        case LongAct.IMPORT:
            return say.text("List imported")
        case _:
            assert_never(what)


def _fact(say: Wording, fact: Fact, event: Event) -> str:  # noqa: C901, PLR0911, PLR0912 - a line for each
    match fact:
        case Defined():
            return say.text("event defined")
        case Registered():
            return say.text("registered")
        case Corrected(details=details) if details.keys() == {Field.STATUS}:
            return say.status(Status(str(details[Field.STATUS])))
        case Corrected(details=details):
            labels = [say.field_of(event, code) for code in details]
            return say.text("corrected: {fields}").format(fields=", ".join(labels))
        case Arrived(at=at):
            return say.text("arrived {time}").format(time=say.time(at, event.zone))
        case BadgeIssued():
            return say.text("badge issued")
        case BadgePrinted():
            return say.text("badge printed")
        case BadgeRevoked(why=why):
            reason = "" if why is None else reason_given(say, why)
            return (
                say.text("badge revoked: {reason}").format(reason=reason)
                if reason
                else say.text("badge revoked")
            )
        case Scanned():
            return _scan(say, fact, event)
        case DoorsSet():
            return _doors(say, fact, event)
        case Undone():
            return say.text("an act undone")
        case ActBegun() | ActEnded() | OperatorNamed():
            return ""
        case _:
            assert_never(fact)


def _doors(say: Wording, fact: DoorsSet, event: Event) -> str:
    what = {"session": _title(say, fact.session, event), "time": say.time(fact.at, event.zone)}
    if fact.state is DoorState.OPEN:
        return say.text("doors of {session} opened {time}").format(**what)
    return say.text("doors of {session} closed {time}").format(**what)


def _title(say: Wording, code: str, event: Event) -> str:
    """The title of the session with this code; the code of a session that is not known; or words for no session."""
    session = event.sessions.get(code)
    if not code:
        return say.text("the door")
    return say.local(session.title) if session is not None else code


def _scan(say: Wording, scan: Scanned, event: Event) -> str:
    where = {"session": _title(say, scan.session, event), "time": say.time(scan.at, event.zone)}
    match scan.verdict:
        case Admitted():
            return say.text("admitted to {session} {time}").format(**where)
        case Left():
            return say.text("left {session} {time}").format(**where)
        case Refused(reason=reason):
            why = refusal_reason(say, reason)
            return say.text("refused at {session} {time}: {reason}").format(reason=why, **where)
        case _:
            assert_never(scan.verdict)
