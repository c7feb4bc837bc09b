"""Doubts: things that may be wrong with the details of a person, although the details can be recorded."""

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
    """A doubt about a value of a person; `field` is the code of the field.

    `other` is the name of the other person with whom the doubt has to do, if any.
    """

    kind: Doubtful
    field: str
    other: str = ""
