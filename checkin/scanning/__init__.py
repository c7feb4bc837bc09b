"""The scanners that read the texts on badges."""

from checkin.scanning.fields import expect_scans
from checkin.scanning.port import BOUNCE_MS, Scanner
from checkin.scanning.scanners import SCANNERS, Scanners
from checkin.scanning.wedge import WedgeScanner

__all__ = ["BOUNCE_MS", "SCANNERS", "Scanner", "Scanners", "WedgeScanner", "expect_scans"]
