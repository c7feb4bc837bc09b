"""CheckinError, the one error for faults outside the program; its text is shown to the operator as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class CheckinError(Exception):
    """The error for a fault outside the program, such as a full disk, a missing printer or an unreadable file.

    The title says what happened, the message what to do about it; both are whole sentences for the operator.
    """

    def __init__(self, title: str, message: str) -> None:
        """Store the title and the message; `args` holds them too, so that the error can be pickled and read back."""
        super().__init__(title, message)
        self.title = title
        self.message = message
        self.is_told = False
        """Whether the operator has been told already, so that nobody reads the error twice."""

    def __str__(self) -> str:
        """The title and the message on one line, as the command line prints them."""
        return f"{self.title}: {self.message}" if self.message else self.title


class EventFileError(CheckinError):
    """The error for an event file that is locked, full or damaged. The act that failed is not recorded."""


class LostFileError(EventFileError):
    """The error for an event file that somebody else deleted, replaced or overwrote while it was open.

    Nothing more can be recorded in the file. `rescued` is the path of a complete copy of the file's content, None if
    no such copy could be made. `in_act` says that the loss was noticed during an act, which may be missing.
    """

    def __init__(
        self, title: str, message: str, rescued: Path | None = None, *, in_act: bool = False
    ) -> None:
        super().__init__(title, message)
        self.rescued = rescued
        self.in_act = in_act
