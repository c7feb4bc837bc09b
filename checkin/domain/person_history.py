"""What has happened to one person: one happening for each act that was about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from checkin.domain.delegates import Value
    from checkin.domain.facts import Fact, LongAct


@dataclass(frozen=True, slots=True)
class Undoing:
    """Who has undone an act, and when (UTC)."""

    at: datetime
    operator: str


@dataclass(frozen=True, slots=True)
class Happening:
    """What one act did to one person.

    `act` is the act's id, `at` its time (UTC), `operator` who did it, and `station` where; "" if that is not known.
    `facts` are those of the act's facts that are about the person. `before` holds, for each field that they set, the
    value that the field had before. `people` is the number of persons whom the whole act was about. `long` is the kind
    of the act if it was a long one. `undone` says who has undone the act; None if it still counts.
    """

    act: str
    at: datetime
    operator: str
    station: str
    facts: tuple[Fact, ...]
    before: Mapping[str, Value] = field(default_factory=dict)
    people: int = 1
    long: LongAct | None = None
    undone: Undoing | None = None
    can_be_undone: bool = True
