"""One act of an operator, as the journal holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Act:
    """One act of an operator: when (UTC), by whom (the operator's name), and with which facts.

    Of a long act, `facts` holds the first fifty. `at` is the wall time that the facts state, or else the time at which
    the facts were recorded. If that time cannot be read, `at` is the time of the clock that orders entries.
    """

    id: str
    at: datetime
    operator: str
    facts: tuple[Fact, ...]
    size: int
    is_undone: bool
