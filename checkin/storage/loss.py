"""The ways in which somebody else can delete, replace or damage an event file while the file is open here."""

from __future__ import annotations

from enum import Enum, auto


class Loss(Enum):
    """The ways in which somebody else can take away or damage an open event file."""

    DELETED = auto()
    MOVED = auto()
    REPLACED = auto()
    CUT = auto()
    OVERWRITTEN = auto()
    LOG = auto()
    """The write-ahead log or its index, which belong to the event file, were deleted or replaced."""

    @property
    def is_elsewhere(self) -> bool:
        """Whether the open file is no longer the one at its path."""
        return self in {Loss.DELETED, Loss.MOVED, Loss.REPLACED}
