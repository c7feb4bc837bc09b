"""The one error for faults outside the program; the operator is shown its text as it is, never a crash."""

from __future__ import annotations


class CheckinError(Exception):
    """Something outside the program is in the way: a disk, a printer, a file.

    The title says what happened, the message what to do about it; both are whole sentences for the operator.
    """

    def __init__(self, title: str, message: str) -> None:
        """Keep both sentences; `args` holds them too, so that the error survives pickling."""
        super().__init__(title, message)
        self.title = title
        self.message = message
        self.is_told = False
        """Whether the operator has been told already, so that nobody reads the error twice."""

    def __str__(self) -> str:
        """Both sentences on one line, as the command line prints them."""
        return f"{self.title}: {self.message}" if self.message else self.title


class EventFileError(CheckinError):
    """The event file itself cannot be used: locked, full or damaged. What the operator asked for is not recorded."""
