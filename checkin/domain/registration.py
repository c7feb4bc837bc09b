"""A registration: a delegate together with their arrival and their badge, as lists and the desk see them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checkin.domain.delegates import Arrivals

if TYPE_CHECKING:
    from checkin.domain.badges import Badge
    from checkin.domain.delegates import Arrival, Delegate


@dataclass(frozen=True, slots=True)
class Registration:
    """One delegate as known now; `badge` is the newest valid one, None where there is none."""

    delegate: Delegate
    arrivals: Arrivals = field(default_factory=Arrivals)
    badge: Badge | None = None

    @property
    def arrival(self) -> Arrival | None:
        """The arrival that counts, or None while the delegate is expected."""
        return self.arrivals.earliest
