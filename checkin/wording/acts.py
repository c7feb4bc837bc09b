"""Describes an act in one line. An act is one action of a desk with its journal entries, such as an arrival.

The line says what this act did, and nothing about earlier or later acts. The Undo button shows the line, and so does
the message after an undo.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, assert_never

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
    Named,
    OperatorNamed,
    Registered,
    Scanned,
    Undone,
)
from checkin.domain.pair_facts import Merged, Separated
from checkin.domain.programme import DoorState
from checkin.domain.undoing import MadeOn, is_substitution, made_on, persons_of
from checkin.wording.reasons import reason_given, reason_on_screen
from checkin.wording.redefinitions import redefinition

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from checkin.domain.acts import Act
    from checkin.domain.delegates import Details
    from checkin.domain.facts import Fact
    from checkin.domain.programme import Event
    from checkin.wording.wording import Wording


_FIELDS_NAMED: Final = 3
"""How many corrected fields are named; a line with all of them would not fit on a button."""


def words(
    say: Wording, act: Act, name: str, event: Event, now: datetime, delegation: str, not_drawn: int
) -> str:
    """The description of an act in one line, such as "CHEA Vanna: arrived 08:46 · badge issued".

    For an act with many persons, the line gives their number: "6 arrived of MFAIC · 08:46 · 5 badges issued". `name` is
    the name of the first person concerned, and `delegation` the name of the delegation to which all persons belong;
    both are "" if there is none. `not_drawn` is the number of badges issued by the act that cannot be printed. A time
    on another day than `now` is written with its day.
    """
    begun = next((fact.what for fact in act.facts if isinstance(fact, ActBegun)), None)
    if begun is not None:
        return _long_act(say, begun, _number_in(act), act.facts, event)
    if is_substitution(act.facts):
        return say.about(name, _substitution(say, act.facts[0]))
    arrived = [fact for fact in act.facts if isinstance(fact, Arrived)]
    if len(arrived) > 1:
        together = _arrived_together(say, act, arrived, name, event, now, delegation)
        stopped = say.many("{count} cannot be printed", "{count} cannot be printed", not_drawn)
        return f"{together} · {stopped}" if not_drawn else together
    if made_on(act.facts) is MadeOn.DELEGATIONS:
        return say.about(name, say.text("moved in the order of precedence"))
    others = len(persons_of(act.facts)) - 1
    facts = _named_alike(act.facts) if others > 0 else act.facts
    told = [_fact(say, fact, event, now, is_drawn=not not_drawn) for fact in facts]
    defined = [fact for fact in act.facts if isinstance(fact, Defined)]
    if defined:
        told.insert(0, redefinition(say, defined, event, now))
    done = " · ".join(dict.fromkeys(filter(None, told)))
    if name and others > 0:
        name = say.many("{name} and {count} other", "{name} and {count} others", others, name=name)
    return say.about(name, done) if name else done


def _substitution(say: Wording, fact: Fact) -> str:
    """The description of an act that says who comes in the place of a delegate, or that nobody does any more."""
    is_represented = isinstance(fact, Corrected) and bool(fact.details[Field.REPRESENTED_BY])
    return (
        say.text("excused, represented by somebody else") if is_represented else say.text("comes after all")
    )


def fact_words(say: Wording, fact: Fact, event: Event, now: datetime) -> str:
    """The description of one fact of an act, such as "arrived 08:46"; "" for a fact that says nothing by itself."""
    return _fact(say, fact, event, now, is_drawn=True)


def come_since(say: Wording, number: int) -> str:
    """The sentence that says how many of an act's people have arrived or been scanned after the act."""
    if not number:
        return say.text("None of these people has arrived or been scanned since.")
    return say.many(
        "{count} of these people has arrived or been scanned since.",
        "{count} of these people have arrived or been scanned since.",
        number,
    )


def _number_in(act: Act) -> int:
    """The number of persons or badges in a long act: its entries without its beginning and its end."""
    if act.size > len(act.facts):
        return act.size - 2
    return sum(not isinstance(fact, ActBegun | ActEnded) for fact in act.facts)


def _long_act(say: Wording, what: LongAct, number: int, facts: Sequence[Fact], event: Event) -> str:
    """The description of a long act, which has many entries: such as printing badges or importing a list."""
    match what:
        case LongAct.PRINT:
            return say.many("{count} badge printed", "{count} badges printed", number)
        case LongAct.ISSUE:
            return say.many("{count} badge issued", "{count} badges issued", number)
        case LongAct.IMPORT:
            return say.many("{count} person imported", "{count} people imported", number)
        case LongAct.PHOTOS:
            return say.many("{count} photo taken in", "{count} photos taken in", number)
        case LongAct.OUT_NOW:
            return say.many(
                "{count} person read out of a session", "{count} people read out of a session", number
            )
        case LongAct.CHANGE:
            corrected = next((fact for fact in facts if isinstance(fact, Corrected)), None)
            changed = say.many("{count} person changed", "{count} people changed", number)
            return say.about(changed, _fields(say, corrected.details, event)) if corrected else changed
        case _:
            assert_never(what)


def _arrived_together(
    say: Wording,
    act: Act,
    arrived: Sequence[Arrived],
    name: str,
    event: Event,
    now: datetime,
    delegation: str,
) -> str:
    """The description of an act that records the arrival of several persons."""
    number = len({fact.delegate for fact in arrived})
    badges = sum(isinstance(fact, BadgeIssued) for fact in act.facts)
    if delegation:
        who = say.many(
            "{count} arrived of {delegation}",
            "{count} arrived of {delegation}",
            number,
            delegation=delegation,
        )
    elif name:
        who = say.many(
            "{count} more arrived with {name}", "{count} more arrived with {name}", number - 1, name=name
        )
    else:
        who = say.many("{count} arrived", "{count} arrived", number)
    issued = say.many("{count} badge issued", "{count} badges issued", badges) if badges else ""
    return " · ".join(filter(None, (who, say.when(arrived[0].at, now, event.zone), issued)))


def _fact(  # noqa: C901, PLR0911, PLR0912 - a line for each
    say: Wording, fact: Fact, event: Event, now: datetime, *, is_drawn: bool
) -> str:
    match fact:
        case Registered():
            return say.text("registered")
        case Corrected(details=details) if details.keys() == {Field.STATUS}:
            return say.status_on_screen(Status(str(details[Field.STATUS])))
        case Corrected(details=details) if details.keys() == {Field.PHOTO}:
            return say.text("photo set") if details[Field.PHOTO] else say.text("photo removed")
        case Corrected(details=details):
            return say.text("corrected: {fields}").format(fields=_fields(say, details, event))
        case Arrived(at=at):
            return say.text("arrived {time}").format(time=say.when(at, now, event.zone))
        case BadgeIssued() if not is_drawn:
            return say.text("badge issued, it cannot be printed")
        case BadgeIssued():
            return say.text("badge issued")
        case BadgePrinted():
            return say.text("badge printed")
        case BadgeRevoked(why=why):
            reason = "" if why is None else reason_given(say, why)
            return (
                say.text("badge invalidated: {reason}").format(reason=reason)
                if reason
                else say.text("badge invalidated")
            )
        case Scanned():
            return _scan(say, fact, event, now)
        case DoorsSet():
            return _doors(say, fact, event, now)
        case Named():
            return _named(say, fact, event)
        case Merged():
            return say.text("two registrations merged")
        case Separated():
            return say.text("not the same person as somebody who looks alike")
        case Undone():
            return say.text("an act undone")
        case Defined() | ActBegun() | ActEnded() | OperatorNamed():
            return ""
        case _:
            assert_never(fact)


def _doors(say: Wording, fact: DoorsSet, event: Event, now: datetime) -> str:
    what = {"session": _title(say, fact.session, event), "time": say.when(fact.at, now, event.zone)}
    if fact.state is DoorState.OPEN:
        return say.text("doors of {session} opened {time}").format(**what)
    return say.text("doors of {session} closed {time}").format(**what)


def _named_alike(facts: Sequence[Fact]) -> list[Fact]:
    """The facts of an act about several persons, without the seats and numbers of persons, of which all differ.

    Nor do they have the answers of those who are invited, if these differ.
    """
    invited = {fact.answer for fact in facts if isinstance(fact, Named) and fact.withdrawn is False}
    return [
        replace(
            fact,
            seat=None,
            persons=None,
            answer=None if fact.withdrawn is False and len(invited) > 1 else fact.answer,
        )
        if isinstance(fact, Named) and (fact.withdrawn is not None or fact.answer is not None)
        else fact
        for fact in facts
    ]


def _named(say: Wording, fact: Named, event: Event) -> str:
    """The description of what an act sets for a person who is named for a session."""
    title = _title(say, fact.session, event)
    if fact.withdrawn:
        return say.text("no longer invited to {session}").format(session=title)
    parts = []
    if fact.answer is not None:
        parts.append(say.answer(fact.answer))
    if fact.seat is not None:
        parts.append(say.seat(fact.seat) or say.text("no seat"))
    if fact.persons is not None:
        parts.append(say.many("{count} person", "{count} persons", fact.persons))
    if fact.withdrawn is None:
        return " · ".join([title, *parts]) if parts else ""
    return " · ".join([say.text("invited to {session}").format(session=title), *parts])


def _title(say: Wording, code: str, event: Event) -> str:
    """The title of the session with this code; the code of a session that is not known; or words for no session."""
    session = event.sessions.get(code)
    if not code:
        return say.text("the door")
    return say.local(session.title) if session is not None else code


def _fields(say: Wording, details: Details, event: Event) -> str:
    """The names of the corrected fields; of many fields the first three and the number of the others."""
    labels = [say.field_of(event, code) for code in details]
    named = ", ".join(labels[:_FIELDS_NAMED])
    more = len(labels) - _FIELDS_NAMED
    return (
        say.many("{fields} and {count} more", "{fields} and {count} more", more, fields=named)
        if more > 0
        else named
    )


def _scan(say: Wording, scan: Scanned, event: Event, now: datetime) -> str:
    where = {"session": _title(say, scan.session, event), "time": say.when(scan.at, now, event.zone)}
    match scan.verdict:
        case Admitted() if scan.ticket:
            return say.text("admitted to {session} by ticket {time}").format(**where)
        case Admitted() if not scan.code and scan.override is None:
            return say.text("admitted to {session} by name {time}").format(**where)
        case Admitted():
            return say.text("admitted to {session} {time}").format(**where)
        case Left():
            return say.text("left {session} {time}").format(**where)
        case Refused(reason=reason):
            why = reason_on_screen(say, reason)
            return say.text("refused at {session} {time}: {reason}").format(reason=why, **where)
        case _:
            assert_never(scan.verdict)
