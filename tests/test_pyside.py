"""The Qt binding that is installed is one that a long day does not kill."""

from __future__ import annotations

import subprocess
import sys

_VOID_CALLS = """
import sys
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QPen

application = QGuiApplication([])
image = QImage(8, 8, QImage.Format.Format_RGB32)
painter, pen = QPainter(image), QPen()
before = sys.getrefcount(None)
for _ in range(50_000):
    painter.setPen(pen)
    painter.drawPoint(1, 1)
lost = before - sys.getrefcount(None)
painter.end()
print(lost)
"""


def test_a_hundred_thousand_void_calls_cost_no_reference_to_none() -> None:
    # PySide6 6.12.0 on Python 3.11 loses one with every call and dies after some 4,000: so in its own process.
    run = subprocess.run(
        [sys.executable, "-c", _VOID_CALLS], capture_output=True, text=True, timeout=60, check=False
    )

    assert run.returncode == 0, run.stderr
    assert abs(int(run.stdout)) < 1_000
