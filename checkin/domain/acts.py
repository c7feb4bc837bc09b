"""One human act, as it lies in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Act:
    """When (UTC), by whom (the operator's name), and its facts; of a long one the first fifty.

    When is the wall time that its facts tell, else that of their recording; where that cannot be read, the time of the
    clock that orders entries.
    """

    id: str
    at: datetime
    operator: str
    facts: tuple[Fact, ...]
    size: int
    is_undone: bool
