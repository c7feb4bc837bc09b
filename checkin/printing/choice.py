"""Chooses this computer's printer among the kinds of printer that the program knows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from checkin.printing import pdf_folder

if sys.platform == "linux":
    from checkin.printing import cups as system
else:
    from checkin.printing import painted as system

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.printing.port import Printer
    from checkin.settings import Settings

PRINTERS: Final[tuple[Callable[[Settings], Printer | None], ...]] = (pdf_folder.chosen, system.chosen)
"""One function for each kind of printer, which returns the printer that the settings name, or None.

The functions are called in this order, and the first printer returned is used.
"""


def chosen_printer(settings: Settings) -> Printer:
    """The printer or the folder that the settings name, or the system's default printer if they name none.

    If the printer is missing, its `state` says so.
    """
    return next(printer for choose in PRINTERS if (printer := choose(settings)) is not None)


def printer_names() -> tuple[str, ...]:
    """The names of the system's printers, sorted. Call it in the background (in a lane); it may take half a minute."""
    return system.printer_names()
