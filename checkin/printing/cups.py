"""The printers of Linux: PDFs are handed to the print system CUPS with its own programs `lp` and `lpstat`.

CUPS is told the page's size, or the badge would land in the middle of an A4 page. Every call has a time limit, because
a half-dead print server on the network can hold a call for minutes.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Final

from checkin.errors import CheckinError
from checkin.printing.port import Printer, PrinterState, Size

if TYPE_CHECKING:
    from checkin.settings import Settings

LIMIT_S: Final = 10.0
"""The time in seconds that CUPS may take to answer; after this time CUPS counts as unreachable."""


def chosen(settings: Settings) -> Printer | None:
    """The printer that the settings name, or the system's default printer if they name none."""
    return CupsPrinter(settings.printer)


def printer_names(limit_s: float = LIMIT_S) -> tuple[str, ...]:
    """The names of all printers, sorted; empty if there is no CUPS or it does not answer in time.

    This takes seconds if printers are looked for in the network.
    """
    try:
        return tuple(sorted(_run(("lpstat", "-e"), limit_s).split()))
    except CheckinError:
        return ()


class CupsPrinter:
    """A printer that is a queue of CUPS; the name "" means the system's default printer."""

    def __init__(self, queue: str = "", limit_s: float = LIMIT_S) -> None:
        self._queue = queue
        self._limit_s = limit_s

    @property
    def name(self) -> str:
        """The name of the queue in CUPS; "" for the system's default printer."""
        return self._queue

    @property
    def is_folder(self) -> bool:
        """False: a printer of the system is no folder."""
        return False

    def submit(self, pdf: bytes, title: str, size: Size) -> None:
        """Hand the PDF to CUPS, each page of this size; CheckinError if CUPS refuses it or does not answer in time."""
        _run(
            (
                "lp",
                *(("-d", self._queue) if self._queue else ()),
                "-o", f"media=Custom.{size.width:g}x{size.height:g}mm",
                "-o", "print-scaling=none",
                "-t", title,
                "--", "-",
            ),
            self._limit_s,
            pdf,
        )  # fmt: skip

    def state(self) -> PrinterState:
        """The printer's state, as CUPS reports it; missing if CUPS does not answer or does not know the printer.

        A printer without paper counts as ready until it reports the lack of paper to CUPS.
        """
        try:
            queue = self._queue or _default_queue(self._limit_s)
            told = _run(("lpstat", "-l", "-p", queue, "-a", queue), self._limit_s)
        except CheckinError:
            return PrinterState.MISSING
        return PrinterState.STOPPED if _is_stopped(told, queue) else PrinterState.READY


_ALERTS_THAT_STOP: Final = (
    "offline",
    "media-empty",
    "media-needed",
    "media-jam",
    "cover-open",
    "door-open",
    "paused",
)


def _is_stopped(told: str, queue: str) -> bool:
    """Whether the output of lpstat means that the printer will print nothing."""
    is_disabled = f"printer {queue} disabled" in told
    is_refusing = f"{queue} not accepting requests" in told
    alerts = next((line for line in told.splitlines() if line.strip().startswith("Alerts:")), "")
    return is_disabled or is_refusing or any(alert in alerts for alert in _ALERTS_THAT_STOP)


def _default_queue(limit_s: float) -> str:
    """The system's default printer, from the line `system default destination: NAME`; CheckinError if there is none."""
    told = _run(("lpstat", "-d"), limit_s)
    _, colon, queue = told.partition(":")
    if not colon or not queue.strip():
        raise CheckinError("This computer has no printer of its own", "Choose one in the settings.")
    return queue.strip()


def _run(command: tuple[str, ...], limit_s: float, document: bytes = b"") -> str:
    """Run the program and return its output, in English. If it fails, raise CheckinError with the program's message."""
    try:
        run = subprocess.run(  # noqa: S603 - one of CUPS' programs, no shell
            command,
            input=document,
            capture_output=True,
            timeout=limit_s,
            check=False,
            env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "C"},
        )
    except FileNotFoundError as error:
        raise CheckinError(
            "This computer cannot print", "Install CUPS (package cups-client), or print to a folder."
        ) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CheckinError(
            "The print system does not answer",
            f"Nothing came from it in {limit_s:g} s. Check the cable and the print server, or choose another printer.",
        ) from error
    if run.returncode != 0:
        complaint = run.stderr.decode(errors="replace").strip() or f"{command[0]} ended with {run.returncode}"
        raise CheckinError(
            "The printer does not take the job", f"{complaint}. Check the printer, or choose another one."
        )
    return run.stdout.decode(errors="replace")
