"""What may be wrong with the details of a person, though they can be recorded."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Doubtful(Enum):
    """The kinds of doubts about the details of a person."""

    LOOKS_LIKE = auto()
    NO_ADDRESS = auto()
    PRECEDENCE_TWICE = auto()
    UNKNOWN_DELEGATION = auto()
    PRINT_AGAIN = auto()


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about the value of the field with the code `field`; `other` is the name of another person it is about."""

    kind: Doubtful
    field: str
    other: str = ""
