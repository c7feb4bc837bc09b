"""Build any report of the event from what is recorded at present."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.protocol import ranked, standings
from checkin.domain.admission import Refusal
from checkin.domain.entry_keys import named_key, thing_key
from checkin.domain.journal import milliseconds_of
from checkin.domain.session_history import as_last_defined, moves_of, rooms_ever
from checkin.domain.things import Thing
from checkin.errors import CheckinError
from checkin.reports import Moved, Refused, Wanted, report_named
from checkin.reports.precedence import sheet
from checkin.storage import acts, badges, delegates, journal, namings, presence
from checkin.storage.moments import from_ms
from checkin.wording import languages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from checkin.domain.acts import Act
    from checkin.domain.delegates import Delegate
    from checkin.domain.delegation_figures import DelegationStanding
    from checkin.domain.naming import Guest, Naming
    from checkin.domain.precedence import Ranked
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Event, Session
    from checkin.domain.registration import Registration
    from checkin.domain.session_history import Move
    from checkin.reports import Report
    from checkin.storage.event_file import EventFile
    from checkin.wording import Wording


def report(
    file: EventFile,
    name: str,
    now: datetime,
    wording: Wording,
    session: str | None = None,
    delegate: Delegate | None = None,
    language: str = "",
) -> Report:
    """Build the report with this name; with `session` (a code), the report is about this session only.

    With `delegate`, the report is for this delegate. Texts of the event are in `language` if the event has them in it.
    Raises CheckinError if the report or the session does not exist, or if a session or a delegate is given for a report
    that is not made for one.
    """
    kind = report_named(name)
    if session is not None and not kind.is_of_sessions:
        raise CheckinError(f"The report {name} is always of the whole event", "Leave the session out.")
    if delegate is not None and not kind.is_for_guests:
        raise CheckinError(
            f"The report {name} is not made for one participant", "It is always about all of them."
        )
    return kind.build(_Record(file), Wanted(now, wording, session, delegate, language))


def precedence_sheet(file: EventFile, now: datetime, wording: Wording, first: int) -> Report:
    """Build the sheet with the first people in the order of precedence, and who of them has arrived."""
    return sheet(_Record(file), Wanted(now, wording), first)


def language_of(event: Event, delegate: Delegate) -> str:
    """The code of the language in which the delegate gets papers.

    This is the delegate's own language if the program or the event has it, or else the event's first language.
    """
    own = delegate.language.strip().lower()
    known = (*languages(), *event.description.languages)
    return own if own in known else event.description.language


class _Record:
    """The data that a report needs, read from an event file."""

    def __init__(self, file: EventFile) -> None:
        self._file, self._database = file, file.database
        self.event: Event = file.event
        self.event_id: str = file.event_id

    def registrations(self) -> Iterator[Registration]:
        return delegates.everybody(self._database)

    def delegations(self) -> Sequence[DelegationStanding]:
        return standings(self.event, delegates.everybody(self._database))

    def ranked(self) -> Sequence[Ranked]:
        return ranked(self._file, self.event, delegates.everybody(self._database))

    def stays(self, session: str) -> Iterator[tuple[str, Sequence[Stay]]]:
        return ((person, known) for person, _, known in presence.stays(self._database, session))

    def refusals(self) -> Iterator[Refused]:
        for session, reason, begins, count in presence.refusals(self._database):
            if reason in set(Refusal):  # a newer program may know reasons that this one does not
                yield Refused(session, Refusal(reason), begins, count)

    def acts(self, kind: str) -> Iterator[Act]:
        return acts.of_kind(self._database, kind)

    def guest(self, delegate: Delegate) -> Guest:
        return namings.guest(self._database, delegate)

    def ever_named_for(self, delegate: Delegate) -> frozenset[str]:
        return namings.ever_named_for(self._database, delegate.id)

    def namings(self, session: str) -> Mapping[str, Naming]:
        return {
            delegate: known[session]
            for delegate, known in namings.of_everybody(self._database, session).items()
        }

    def edition(self, session: str) -> int:
        own = thing_key(Thing.SESSION, session)
        rooms = rooms_ever(journal.standings(self._database, [own]))
        of_rooms = [thing_key(Thing.ROOM, room) for room in sorted(rooms)]
        beside = [named_key(session), *of_rooms, thing_key(Thing.EVENT, "")]
        return journal.number_of_changes(self._database, own, beside)

    def moves(self, sessions: Sequence[Session]) -> Iterator[Moved]:
        entered = presence.occupancies(self._database)
        known = ((each.code, self._moves_of(each.code)) for each in sessions if each.code in entered)
        moved = {code: moves for code, moves in known if moves}
        if not moved:
            return
        last = max(move.order for moves in moved.values() for move in moves)
        first = journal.first_entries_into(self._database, list(moved), last)
        for session in sessions:
            for move in moved.get(session.code, ()):
                if session.code in first and move.order > first[session.code]:
                    yield Moved(session, from_ms(milliseconds_of(move.order)), move.before, move.after)

    def _moves_of(self, session: str) -> list[Move]:
        return moves_of(journal.standings(self._database, [thing_key(Thing.SESSION, session)]))

    def former_sessions(self) -> Iterator[Session]:
        prefix = thing_key(Thing.SESSION, "")
        for key in journal.keys_that_begin(self._database, prefix):
            code = key.removeprefix(prefix)
            if code not in self.event.sessions:
                known = as_last_defined(code, journal.standings(self._database, [key]))
                if known is not None:
                    yield known

    def holder(self, code: str) -> Delegate | None:
        badge = badges.by_code(self._database, code)
        known = delegates.by_id(self._database, badge.delegate) if badge is not None else None
        return known.delegate if known is not None else None
