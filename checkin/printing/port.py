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

    Anybody can read the title in the print system's list of jobs and in the name of a file. So the title contains
    neither a person's name nor a badge's code.
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

    @property
    def is_folder(self) -> bool:
        """Whether the printer is a folder into which PDF files are written, which has neither paper nor a cable."""

    def submit(self, pdf: bytes, title: str, size: Size) -> None:
        """Hand one PDF document to the printer, each page of this size; CheckinError if the printer does not take it.

        Anybody can read the title in the print system's list of jobs, so it must not contain a person's name or a
        badge's code; see `title_of`.
        """

    def state(self) -> PrinterState:
        """The present state of the printer; never raises an error."""
