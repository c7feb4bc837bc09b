"""The signs beside delegates in lists; each sign has one meaning.

The star on violet marks a guest of protocol (a VIP), for whom an officer has to be called. The flag marks the head of a
delegation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QColor

from checkin.ui.theme import VERDICT_LOOKS, Look, picture

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter, QPixmap

    from checkin.domain.delegates import Delegate

HEAD: Final = "flag"
"""The name of the icon for the head of a delegation."""
_GAP: Final = 6
_INNER: Final = 0.76
"""The size of the star, as a share of the violet square around it."""


class Signs:
    """Paints the icons beside a delegate's name in a list: the star for a VIP, the flag for a head of delegation.

    The drawn icons are kept, because the list is painted again at each key.
    """

    def __init__(self) -> None:
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}

    def paint(self, painter: QPainter, box: QRect, delegate: Delegate, colour: str) -> int:
        """Paint the icons of this delegate at the left of `box`; return the x coordinate where the name may begin.

        `colour` ("#RRGGBB") is the colour of the flag.
        """
        side, left = box.height(), box.left()
        if delegate.attention:
            flagged = VERDICT_LOOKS[Look.FLAGGED]
            painter.setBrush(QColor(flagged.colour))
            painter.setPen(QColor(flagged.text_colour))
            painter.drawRoundedRect(QRect(left, box.top(), side, side), 5, 5)
            inset = round(side * (1 - _INNER) / 2)
            star = self._picture(painter, flagged.signs[0], flagged.text_colour, round(side * _INNER))
            painter.drawPixmap(left + inset, box.top() + inset, star)
            left += side + _GAP
        if delegate.head_of_delegation:
            painter.drawPixmap(left, box.top() + 2, self._picture(painter, HEAD, colour, side - 4))
            left += side - 4 + _GAP
        return left

    def _picture(self, painter: QPainter, name: str, colour: str, side: int) -> QPixmap:
        key = (name, colour, side, painter.device().devicePixelRatioF())
        if key not in self._pictures:
            self._pictures[key] = picture(*key)
        return self._pictures[key]


def as_rich_text(name: str, colour: str, side: int) -> str:
    """The icon with this name and colour as an HTML image, `side` dots wide and high."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(name, colour, side * 2, 1.0).save(buffer, "PNG")
    encoded = bytes(data.toBase64().data()).decode()
    return f"<img width='{side}' height='{side}' src='data:image/png;base64,{encoded}'>"
