"""Finds out from the journal's facts when a session was moved, and what it was before its making was undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from checkin.domain.definitions import moment_of, session_of
from checkin.domain.facts import Defined
from checkin.domain.folding import fold_thing
from checkin.domain.things import TIME

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from checkin.domain.folding import Standing
    from checkin.domain.programme import Session


class Times(NamedTuple):
    """The times at which a session starts and ends."""

    start: datetime
    end: datetime


class Move(NamedTuple):
    """A change of a session's times. `order` is the order of the journal's entry (`domain.journal.Entry`)."""

    order: int
    before: Times
    after: Times


def moves_of(standings: Iterable[Standing]) -> list[Move]:
    """The changes of a session's times, the earliest first; acts that were undone are left out.

    `standings` are the facts about the session's definition, in the order of the journal.
    """
    found: list[Move] = []
    times: Times | None = None
    for standing in standings:
        fact = standing.fact
        if not standing.stands or not isinstance(fact, Defined) or TIME not in fact.values:
            continue
        now = Times(*map(moment_of, cast("tuple[int, int]", fact.values[TIME])))
        if times is not None and now != times:
            found.append(Move(standing.place[0], times, now))
        times = now
    return found


def rooms_ever(standings: Iterable[Standing]) -> frozenset[str]:
    """All texts that ever named the room of a session, even in acts that were undone; each may be the code of a room.

    `standings` are the facts about the session's definition.
    """
    return frozenset(
        value
        for standing in standings
        if isinstance(standing.fact, Defined)
        for name, value in standing.fact.values.items()
        if name.partition(".")[0] == "room" and isinstance(value, str)
    )


def as_last_defined(code: str, standings: Iterable[Standing]) -> Session | None:
    """The session with this code as it was before its making was undone, marked as withdrawn.

    None if the facts never gave it times. `standings` are the facts about the session's definition, in journal order.
    """
    values = fold_thing(replace(each, stands=True) for each in standings)
    return replace(session_of(code, values), withdrawn=True) if values.get(TIME) is not None else None
