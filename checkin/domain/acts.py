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

    Of a long act, such as an import, `facts` holds only the first fifty; `size` is the number of its entries. `at` is
    the wall time that the facts state. If they state none, `at` is the time at which they were recorded. If that time
    of recording cannot be read either, `at` is the time of the clock by which the journal's entries are sorted.
    """

    id: str
    at: datetime
    operator: str
    facts: tuple[Fact, ...]
    size: int
    is_undone: bool
