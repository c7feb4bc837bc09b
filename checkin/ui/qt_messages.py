"""What Qt need not tell: things about this computer's libraries and fonts that the operator cannot use."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLoggingCategory

_RULES: Final = (
    # That Noto Sans holds no Khmer is why the next family is asked; told once for each script and family.
    "qt.text.font.db.info=false",
    # Video libraries that a program of beeps does without.
    "qt.multimedia.*=false",
)


def hush_qt() -> None:
    """Switch those messages off, in this process, whatever was said before; asking again changes nothing."""
    QLoggingCategory.setFilterRules("\n".join(_RULES))
