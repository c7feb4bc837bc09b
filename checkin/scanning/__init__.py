"""The scanners, which read texts off badges."""

from checkin.scanning.port import BOUNCE_MS, Scanner
from checkin.scanning.scanners import SCANNERS, Scanners
from checkin.scanning.wedge import WedgeScanner

__all__ = ["BOUNCE_MS", "SCANNERS", "Scanner", "Scanners", "WedgeScanner"]
