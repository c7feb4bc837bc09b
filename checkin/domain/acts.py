"""One human act, as it lies in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Act:
    """One human act: when (UTC), by whom (the operator's name), and its facts (of a long act the first fifty).

    `at` is the wall time that the facts tell, else the time at which the facts were recorded; where that time cannot be
    read, the time of the clock that orders entries.
    """

    id: str
    at: datetime
    operator: str
    facts: tuple[Fact, ...]
    size: int
    is_undone: bool
