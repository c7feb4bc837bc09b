"""Scanners: where the texts come from that are read off badges."""

from checkin.scanning.port import BOUNCE_MS, Scanner
from checkin.scanning.wedge import WedgeScanner

__all__ = ["BOUNCE_MS", "SCANNERS", "Scanner", "WedgeScanner"]

SCANNERS: tuple[type[Scanner], ...] = (WedgeScanner,)
"""Every kind of scanner that this program knows; the window has one of each."""
