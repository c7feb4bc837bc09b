"""Two delegates who may be one person, and the reasons why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.domain.delegates import Delegate


class Why(Enum):
    """A reason why two delegates may be one person."""

    SAME_NAME = auto()
    SPELT_OTHERWISE = auto()
    ORDER = auto()
    JOINED = auto()
    SOUND = auto()
    LETTER = auto()
    INITIAL = auto()
    ADDED = auto()
    OTHER_SCRIPT = auto()
    ADDRESS = auto()
    NUMBER = auto()


@dataclass(frozen=True, slots=True)
class Alike:
    """Two delegates who may be one person, the one who stood first in front: how likely (0 to 1), and the reasons."""

    one: Delegate
    other: Delegate
    score: float
    reasons: tuple[Why, ...]
