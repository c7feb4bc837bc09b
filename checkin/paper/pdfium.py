"""The turn of one thread at a time in pdfium, which draws PDFs for screens and printers and is not thread-safe."""

from __future__ import annotations

import threading
from typing import Final

TURN: Final = threading.Lock()
"""Held while a document of pdfium is open. Pages and bitmaps must be closed before it is let go."""
