"""Describes in a few words what an act changed in the event's definition, such as a session that was moved."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from checkin.domain.definitions import moment_of
from checkin.domain.programme import LocalText, SessionStatus
from checkin.domain.things import TIME, WITHDRAWN, Thing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from checkin.domain.facts import Defined
    from checkin.domain.programme import Event
    from checkin.wording.language import Language


def redefinition(say: Language, facts: Sequence[Defined], event: Event, now: datetime) -> str:
    """The description of the changes in an act with these facts (at least one): the first change, and how many others.

    Things that were added or withdrawn come before things that were only changed. Names are those that the things have
    in the event as it is now.
    """
    first, others = min(facts, key=lambda each: WITHDRAWN not in each.values), len(facts) - 1
    if first.what is Thing.EVENT and WITHDRAWN in first.values:
        return say.text("event defined")
    told = _change(say, first, event, now)
    return say.many("{act} and {count} more", "{act} and {count} more", others, act=told) if others else told


def _change(say: Language, fact: Defined, event: Event, now: datetime) -> str:
    withdrawn = fact.values.get(WITHDRAWN)
    match fact.what:
        case Thing.SESSION:
            return _session(say, fact, event, now)
        case Thing.CATEGORY:
            said = (
                say.text("category “{name}” added"),
                say.text("category “{name}” withdrawn"),
                say.text("category “{name}” changed"),
            )
        case Thing.ROOM:
            said = (
                say.text("room “{name}” added"),
                say.text("room “{name}” withdrawn"),
                say.text("room “{name}” changed"),
            )
        case Thing.DELEGATION:
            said = (
                say.text("delegation “{name}” added"),
                say.text("delegation “{name}” withdrawn"),
                say.text("delegation “{name}” changed"),
            )
        case Thing.FIELD:
            said = (
                say.text("field “{name}” added"),
                say.text("field “{name}” withdrawn"),
                say.text("field “{name}” changed"),
            )
        case Thing.EVENT | Thing.POLICY:
            return say.text("settings of the event changed")
        case _:
            assert_never(fact.what)
    added, gone, changed = said
    words = gone if withdrawn is True else added if withdrawn is False else changed
    return words.format(name=say.local(_name(fact, event)))


def _session(say: Language, fact: Defined, event: Event, now: datetime) -> str:
    values, session = fact.values, event.sessions.get(fact.code)
    words = {"session": say.local(session.title) if session is not None else say.local(_title(fact))}
    if values.get(WITHDRAWN) is not None:
        said = (
            say.text("session “{session}” withdrawn")
            if values[WITHDRAWN]
            else say.text("session “{session}” added")
        )
        return said.format(**words)
    if values.get("status") is not None:
        said = (
            say.text("session “{session}” cancelled")
            if values["status"] == SessionStatus.CANCELLED
            else say.text("session “{session}” brought back")
        )
        return said.format(**words)
    room, time = _of("room", fact), values.get(TIME)
    if isinstance(time, tuple):
        start = say.when(moment_of(time[0]), now, event.zone)
        end = say.time(moment_of(time[1]), event.zone)
        if room:
            return say.text("session “{session}” moved to {start}–{end}, {room}").format(
                **words, start=start, end=end, room=say.local(_room(room, event))
            )
        return say.text("session “{session}” moved to {start}–{end}").format(**words, start=start, end=end)
    if room:
        return say.text("session “{session}” moved to {room}").format(
            **words, room=say.local(_room(room, event))
        )
    return say.text("session “{session}” changed").format(**words)


def _name(fact: Defined, event: Event) -> LocalText:
    """The name of a thing as it is now; as this fact or at last its code names it, if the thing is not there."""
    code = fact.code
    match fact.what:
        case Thing.DELEGATION if code in event.delegations:
            return event.delegations[code].names[0]
        case Thing.CATEGORY if code in event.categories:
            return event.categories[code].name
        case Thing.ROOM if code in event.rooms:
            return event.rooms[code].name
        case Thing.FIELD if code in event.fields:
            return event.fields[code].name
        case _:
            return _of("name", fact) or LocalText.of(code)


def _title(fact: Defined) -> LocalText:
    return _of("title", fact) or LocalText.of(fact.code)


def _of(name: str, fact: Defined) -> LocalText:
    """The text with this name that the fact sets; empty if the fact sets none."""
    return LocalText.of(
        {
            key.removeprefix(name).removeprefix("."): str(value)
            for key, value in fact.values.items()
            if value and key.partition(".")[0] == name
        }
    )


def _room(room: LocalText, event: Event) -> LocalText:
    known = event.rooms.get(str(room))
    return known.name if known is not None else room
