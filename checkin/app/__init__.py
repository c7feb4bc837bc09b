"""The composition root: the desktop program with its window, and what there is of it while an event is open."""

from checkin.app.open_event import OpenEvent, now
from checkin.app.program import Program, require_screen, run_desk

__all__ = ["OpenEvent", "Program", "now", "require_screen", "run_desk"]
