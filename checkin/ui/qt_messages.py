"""Switching off Qt's messages about this computer's libraries and fonts, which are of no use to the operator."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLoggingCategory

_RULES: Final = (
    # Qt tells once for each script and family that, say, Noto Sans has no Khmer; it then asks the next family.
    "qt.text.font.db.info=false",
    # Messages about missing video libraries; this program needs none, as it only plays beeps.
    "qt.multimedia.*=false",
)


def hush_qt() -> None:
    """Switch off the messages that Qt logs about fonts and video libraries, for this process.

    The call replaces all filter rules that were set for Qt's logging before.
    """
    QLoggingCategory.setFilterRules("\n".join(_RULES))
