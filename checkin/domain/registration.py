"""A registration: a delegate together with their arrival and their badge, as lists and the desk show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checkin.domain.delegates import Arrivals
from checkin.domain.naming import NOWHERE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checkin.domain.badges import Badge
    from checkin.domain.delegates import Arrival, Delegate
    from checkin.domain.naming import Naming


@dataclass(frozen=True, slots=True)
class Registration:
    """One delegate with their arrivals and their newest valid badge; `badge` is None if there is none.

    `invited` holds the delegate's namings that are not withdrawn, by the code of the session for which they are named.
    """

    delegate: Delegate
    arrivals: Arrivals = field(default_factory=Arrivals)
    badge: Badge | None = None
    invited: Mapping[str, Naming] = field(default_factory=lambda: NOWHERE, hash=False)

    @property
    def arrival(self) -> Arrival | None:
        """The earlier of the arrivals at a desk and at a door; None if the delegate has not arrived."""
        return self.arrivals.earliest
