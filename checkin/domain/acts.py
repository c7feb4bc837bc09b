"""One act of an operator, as the journal holds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from checkin.domain.facts import Fact


@dataclass(frozen=True, slots=True)
class Act:
    """One act of an operator, such as a scan or an import: when, by whom, and what it recorded in the journal.

    `facts` holds what the act's journal entries say; of a long act, such as an import, it holds only the first fifty
    facts. `size` is the number of all entries of the act. `operator` is the operator's name. `at` (UTC) is the wall
    time that the facts state. If they state none, `at` is the time at which they were recorded. If that time of
    recording cannot be read either, `at` is the time of the clock by which the journal's entries are sorted.
    """

    id: str
    at: datetime
    operator: str
    facts: tuple[Fact, ...]
    size: int
    is_undone: bool
