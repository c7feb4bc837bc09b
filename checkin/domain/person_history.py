"""The history of one person: a list with one item for each act that changed or concerned the person."""

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
    """The operator who undid an act, and the time (UTC) of the undo."""

    at: datetime
    operator: str


@dataclass(frozen=True, slots=True)
class Happening:
    """One act in the history of a person.

    `act` is the act's id, `at` its time (UTC), `operator` the one who did it, and `station` the name of the desk or
    door ("" if not known). `facts` holds the facts of the act that are about this person. `before` maps each field that
    they set to its former value. `people` is the number of all persons whom the act was about. `long` is the kind of a
    long act (an act of many entries), else None. `undone` says who undid the act; None if the act was not undone.
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
