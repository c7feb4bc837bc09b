"""The protocol that every printer follows."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, Protocol


class Size(NamedTuple):
    """A page's width and height in mm."""

    width: float
    height: float


def title_of(job: int) -> str:
    """The title of the print job with this number.

    Others can read the title in the spooler and in the name of a file, so it tells neither a name nor a code.
    """
    return f"badge-{job}"


class PrinterState(StrEnum):
    """Whether a printer takes jobs now, as far as it reports."""

    READY = "ready"
    STOPPED = "stopped"
    """The printer is there and does not print: switched off, paused, out of paper, refusing jobs."""
    MISSING = "missing"
    """There is no such printer, or nothing that could print on this computer."""


class Printer(Protocol):
    """A printer, which takes one PDF after another.

    Its methods may take seconds: call them in the background (in a lane), never on the UI thread.
    """

    @property
    def name(self) -> str:
        """The name by which the operator knows the printer."""

    def submit(self, pdf: bytes, title: str, size: Size) -> None:
        """Hand one document to the printer, each page of this size; CheckinError if the printer does not take it.

        The title is what others can read in the spooler: a number, never a person's name and never a badge's code.
        """

    def state(self) -> PrinterState:
        """The present state of the printer; never raises an error."""
