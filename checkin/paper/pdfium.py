"""The lock for pdfium, the library that draws PDFs for screens and printers: only one thread at a time may use it."""

from __future__ import annotations

import threading
from typing import Final

TURN: Final = threading.Lock()
"""The lock that a thread holds while it has a document of pdfium open.

Pages and bitmaps must be closed before the lock is freed.
"""
