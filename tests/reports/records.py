"""A record that reports ask, made of what a test says."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checkin.domain.naming import Guest
from checkin.domain.registration import Registration

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checkin.domain.acts import Act
    from checkin.domain.delegates import Delegate
    from checkin.domain.delegation_figures import DelegationStanding
    from checkin.domain.naming import Naming
    from checkin.domain.precedence import Ranked
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Event, Session
    from checkin.reports import Moved, Refused


@dataclass
class ARecord:
    """Answers what it was given; `stays` are by person and session, `holders` by the code of a badge."""

    event: Event
    people: Sequence[Delegate] = ()
    known_stays: Mapping[tuple[str, str], Sequence[Stay]] = field(default_factory=dict)
    refused: Sequence[Refused] = ()
    known_acts: Sequence[Act] = ()
    holders: Mapping[str, Delegate] = field(default_factory=dict)
    known_namings: Mapping[tuple[str, str], Naming] = field(default_factory=dict)
    known_delegations: Sequence[DelegationStanding] = ()
    known_order: Sequence[Ranked] = ()
    event_id: str = "0123456789abcdef0123456789abcdef"

    def registrations(self) -> Iterator[Registration]:
        return map(Registration, self.people)

    def delegations(self) -> Sequence[DelegationStanding]:
        return self.known_delegations

    def ranked(self) -> Sequence[Ranked]:
        return self.known_order

    def stays(self, session: str) -> Iterator[tuple[str, Sequence[Stay]]]:
        return ((person, stays) for (person, of), stays in self.known_stays.items() if of == session)

    def refusals(self) -> Iterator[Refused]:
        return iter(self.refused)

    def acts(self, kind: str) -> Iterator[Act]:
        return (act for act in self.known_acts if any(fact.kind == kind for fact in act.facts))

    def guest(self, delegate: Delegate) -> Guest:
        of_delegate = {
            session: each for (who, session), each in self.known_namings.items() if who == delegate.id
        }
        return Guest(delegate.category, of_delegate)

    def ever_named_for(self, delegate: Delegate) -> frozenset[str]:
        return frozenset(session for who, session in self.known_namings if who == delegate.id)

    def namings(self, session: str) -> Mapping[str, Naming]:
        return {person: naming for (person, of), naming in self.known_namings.items() if of == session}

    def former_sessions(self) -> Iterator[Session]:
        return iter(())

    def edition(self, _session: str) -> int:
        return 1

    def moves(self, _sessions: Sequence[Session]) -> Iterator[Moved]:
        return iter(())

    def holder(self, code: str) -> Delegate | None:
        return self.holders.get(code)
