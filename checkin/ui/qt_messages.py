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
    """Switch off Qt's messages about libraries and fonts, for this process.

    This replaces any message filter set before. A second call changes nothing.
    """
    QLoggingCategory.setFilterRules("\n".join(_RULES))
