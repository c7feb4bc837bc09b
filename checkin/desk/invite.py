"""Invite delegates to a session by name: record answer, seat and number of persons, or withdraw the invitation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checkin.desk.find import registered
from checkin.desk.recording import record
from checkin.domain.facts import Named
from checkin.domain.naming import NOT_NAMED, Answer, Naming
from checkin.errors import CheckinError
from checkin.plain_text import plain
from checkin.storage import namings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.desk.staff import Staff
    from checkin.domain.programme import Event, Session
    from checkin.storage.event_file import EventFile

MOST_PERSONS: Final = 99
LONGEST_SEAT: Final = 40
"""The largest number of characters in a seat or table, so that the text can be read on a card and at a door."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted for the delegate with this id: to be invited, or, with `withdraw`, not to be invited any more.

    A part (answer, seat or persons) that is None stays as it is; in a new invitation, it gets its default. `seat` and
    `persons` are as in `Naming`.
    """

    delegate: str
    answer: Answer | None = None
    seat: str | None = None
    persons: int | None = None
    withdraw: bool = False


@dataclass(frozen=True, slots=True)
class Invited:
    """One delegate's invitation to the session, as it is now."""

    delegate: str
    name: str
    naming: Naming


def invite(
    file: EventFile, staff: Staff, session: str, wishes: Sequence[Wish]
) -> tuple[tuple[Invited, ...], str]:
    """Carry out these wishes for the session with this code as one act: either all of them or none.

    Returns the invitations after the act, and the act's id, "" if nothing had to be changed. Raises CheckinError if the
    session or a delegate does not exist, if an invitation to withdraw does not exist, or if a seat or a number of
    persons is impossible.
    """
    with file.transaction():
        known_session(file.event, session)
        told: dict[str, Invited] = {}
        facts: list[Named] = []
        for wish in wishes:
            delegate = registered(file, wish.delegate).delegate
            name = delegate.name
            before = told.get(wish.delegate)
            known = namings.of_delegate(file.database, delegate.id).get(session, NOT_NAMED)
            known = before.naming if before is not None else known
            after = _wanted(known, wish, name)
            if after != known:
                facts.append(_difference(wish.delegate, session, known, after))
            told[wish.delegate] = Invited(wish.delegate, name, after)
        act = record(file, staff, facts) if facts else ""
    return tuple(told.values()), act


def known_session(event: Event, session: str) -> Session:
    """The session with this code; raises a CheckinError that lists the sessions if there is none in the programme."""
    known = event.sessions.get(session)
    if known is None or known.withdrawn:
        there = ", ".join(each.code for each in event.sessions_by_time())
        raise CheckinError(f"There is no session “{session}”", f"The sessions are: {there or 'none yet'}.")
    return known


def _wanted(known: Naming, wish: Wish, name: str) -> Naming:
    if wish.withdraw and known.withdrawn:
        raise CheckinError(
            f"{name} is not invited to this session", "Leave the name out. Nothing was changed for anybody."
        )
    seat = known.seat if wish.seat is None else plain(wish.seat).strip()
    if len(seat) > LONGEST_SEAT:
        raise CheckinError(
            f"The seat of {name} is too long", f"Give at most {LONGEST_SEAT} letters. Nothing was changed."
        )
    persons = known.persons if wish.persons is None else wish.persons
    if not 1 <= persons <= MOST_PERSONS:
        raise CheckinError(
            f"{persons} persons cannot come with one invitation",
            f"Give the person and their company together: 1 to {MOST_PERSONS}. Nothing was changed.",
        )
    return Naming(known.answer if wish.answer is None else wish.answer, seat, persons, wish.withdraw)


def _difference(delegate: str, session: str, known: Naming, after: Naming) -> Named:
    """The fact that brings the one to the other, with nothing in it that others could have changed meanwhile."""
    return Named(
        delegate,
        session,
        after.answer if after.answer is not known.answer else None,
        after.seat if after.seat != known.seat else None,
        after.persons if after.persons != known.persons else None,
        after.withdrawn if after.withdrawn is not known.withdrawn else None,
    )
