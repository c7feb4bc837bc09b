"""A registration: a delegate together with their arrival and their badge, as lists and the desk show them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checkin.domain.delegates import Arrivals

if TYPE_CHECKING:
    from checkin.domain.badges import Badge
    from checkin.domain.delegates import Arrival, Delegate


@dataclass(frozen=True, slots=True)
class Registration:
    """One delegate with their arrivals and their newest valid badge; `badge` is None if there is none."""

    delegate: Delegate
    arrivals: Arrivals = field(default_factory=Arrivals)
    badge: Badge | None = None

    @property
    def arrival(self) -> Arrival | None:
        """The earlier of the arrivals at a desk and at a door; None if the delegate has not arrived."""
        return self.arrivals.earliest
