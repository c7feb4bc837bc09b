"""The lock for pdfium, the library that draws PDFs for screens and printers: only one thread at a time may use it."""

from __future__ import annotations

import threading
from typing import Final

TURN: Final = threading.Lock()
"""Held while a document of pdfium is open. Pages and bitmaps must be closed before it is let go."""
