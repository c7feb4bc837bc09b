"""What a report can ask of an event file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from checkin.domain.acts import Act
    from checkin.domain.admission import Refusal
    from checkin.domain.delegates import Delegate
    from checkin.domain.delegation_figures import DelegationStanding
    from checkin.domain.naming import Guest, Naming
    from checkin.domain.precedence import Ranked
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Event, Session
    from checkin.domain.registration import Registration
    from checkin.domain.session_history import Times


class Moved(NamedTuple):
    """A session that was moved, the moment (UTC) at which it was moved, and its times before and after."""

    session: Session
    at: datetime
    before: Times
    after: Times


class Refused(NamedTuple):
    """The number of readings that the doors refused for one reason within a quarter of an hour.

    The quarter of an hour starts at `begins`. `session` is the code of the session, or "" if no session opened at the
    door. Readings just after an entry are not counted.
    """

    session: str
    reason: Refusal
    begins: datetime
    readings: int


class Record(Protocol):
    """The source from which a report reads its data.

    Each property or method reads data only when it is used, so that a report never needs all data in memory at once.
    """

    @property
    def event(self) -> Event:
        """The event with all changes that were recorded so far."""

    @property
    def event_id(self) -> str:
        """The id of the event, which is no secret."""

    def registrations(self) -> Iterable[Registration]:
        """All delegates, in the order in which they were registered."""

    def delegations(self) -> Sequence[DelegationStanding]:
        """The figures of all delegations: first those that the event defines, then those only named in records."""

    def ranked(self) -> Sequence[Ranked]:
        """The people who are expected or have arrived, in the order of precedence."""

    def stays(self, session: str) -> Iterable[tuple[str, Sequence[Stay]]]:
        """The persons who were in the session, each with their stays in the order of time.

        A person is a delegate's id, or a badge's code as long as its delegate is not known.
        """

    def refusals(self) -> Iterable[Refused]:
        """The refusals of all sessions, sorted by session, time and reason."""

    def acts(self, kind: str) -> Iterable[Act]:
        """The acts that contain a journal entry of this kind, the oldest first; undone acts are included."""

    def guest(self, delegate: Delegate) -> Guest:
        """What decides which sessions this delegate may enter, such as the sessions for which they are named."""

    def ever_named_for(self, delegate: Delegate) -> frozenset[str]:
        """The codes of the sessions for which this delegate was ever named, even if this was withdrawn or undone."""

    def namings(self, session: str) -> Mapping[str, Naming]:
        """The namings for the session with this code, by the delegate's id; withdrawn ones are included."""

    def former_sessions(self) -> Iterable[Session]:
        """The sessions that were defined once and whose making was undone; they are given as withdrawn sessions."""

    def edition(self, session: str) -> int:
        """How often anything was changed that a calendar tells of the session with this code; never less than before.

        This is the session, who is named for it, the rooms that it ever had, and the event with its venue. An undo
        counts as one more change.
        """

    def moves(self, sessions: Sequence[Session]) -> Iterable[Moved]:
        """How these sessions were moved after the first entry into each, in the order of the sessions and of time.

        `session` is the session's code. Moves that were undone are left out.
        """

    def holder(self, code: str) -> Delegate | None:
        """The delegate of the badge with this code, whether or not the badge is valid.

        None if the delegate is not known.
        """
