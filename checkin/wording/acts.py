"""What an act of the desk was, in one line: for the list of recent acts, and for what an undo took back."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from checkin.domain.admission import Admitted, Left, Refused
from checkin.domain.facts import (
    ActBegun,
    ActEnded,
    Arrived,
    BadgeIssued,
    BadgePrinted,
    BadgeRevoked,
    CategoryDefined,
    Corrected,
    EventDescribed,
    Registered,
    Scanned,
    SessionDefined,
    Undone,
)
from checkin.wording.verdicts import refusal_reason, revocation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.domain.facts import Fact
    from checkin.domain.programme import Event
    from checkin.wording.wording import Wording


def words(say: Wording, facts: Sequence[Fact], name: str, event: Event) -> str:
    """The act in one line, such as "CHEA Vanna: arrived 08:46 · badge issued"."""
    if any(isinstance(fact, ActBegun) for fact in facts):
        return _long_act(say, facts)
    done = " · ".join(dict.fromkeys(filter(None, (_fact(say, fact, event) for fact in facts))))
    others = len({fact.delegate for fact in facts if isinstance(fact, Arrived | Registered)}) - 1
    if name and others > 0:
        name = say.many("{name} and {count} other", "{name} and {count} others", others, name=name)
    return f"{name}: {done}" if name else done


def _long_act(say: Wording, facts: Sequence[Fact]) -> str:
    """An act written in many pieces; what the first of them are tells what it is."""
    if any(isinstance(fact, BadgePrinted) for fact in facts):
        return say.text("Badges printed")
    if any(isinstance(fact, BadgeIssued) for fact in facts):
        return say.text("Badges issued")
    return say.text("List imported")


def _fact(say: Wording, fact: Fact, event: Event) -> str:  # noqa: C901, PLR0911 - a line for each
    match fact:
        case EventDescribed() | CategoryDefined() | SessionDefined():
            return say.text("event defined")
        case Registered():
            return say.text("registered")
        case Corrected(details=details):
            return say.text("corrected: {fields}").format(fields=", ".join(map(say.field, details)))
        case Arrived(at=at):
            return say.text("arrived {time}").format(time=say.time(at, event.zone))
        case BadgeIssued():
            return say.text("badge issued")
        case BadgePrinted():
            return say.text("badge printed")
        case BadgeRevoked(reason=reason):
            return say.text("badge revoked: {reason}").format(reason=revocation(say, reason))
        case Scanned():
            return _scan(say, fact, event)
        case Undone():
            return say.text("an act undone")
        case ActBegun() | ActEnded():
            return ""
        case _:
            assert_never(fact)


def _scan(say: Wording, scan: Scanned, event: Event) -> str:
    session = event.sessions.get(scan.session)
    title = say.local(session.title) if session is not None else scan.session
    where = {"session": title, "time": say.time(scan.at, event.zone)}
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
