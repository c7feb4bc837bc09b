"""The panel with the verdict, legible at 2 m: colour, sign, words, names in both scripts, category and public note."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from checkin.domain.colours import text_colour_on
from checkin.ui.announcing import announce
from checkin.ui.door.sight import EDGE
from checkin.ui.theme import VERDICT_LOOKS, Look, picture

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QPixmap, QResizeEvent

    from checkin.ui.door.sight import Sight, SightLine


_SINGLE_LINE: Final = 0.62
"""The share of its size down to which a text is made smaller to fit in one line, before it may take two lines."""

_LEAST: Final = 68
"""The least height, in dots: a word as large as the usual texts at 200 %."""
_STEP: Final = 0.94
_LONGEST: Final = 1.0e6
_LINE: Final = 3.0
_PHOTO_SHARE: Final = 0.24
"""The largest width of a photo, as a share of the panel's width."""
_PHOTO_GAP: Final = 10.0
_SHAPE: Final = 0.75
_WRAPS: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Placed:
    line: SightLine
    font: QFont
    rect: QRectF
    chip: QRectF = field(default_factory=QRectF)


class VerdictPanel(QWidget):
    """The panel that paints one `Sight`. Its texts are made as large as fits, and never cut."""

    photo_wanted = Signal(str)
    """Emitted with the digest (hash) of the photo that must be read; the verdict has been painted by then."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, _LEAST)
        self._sight: Sight | None = None
        self._placed: list[_Placed] = []
        self._pictures: dict[tuple[str, str, int, float], QPixmap] = {}
        self._photo: tuple[str, QImage] = ("", QImage())
        self._photo_asked = ""

    @property
    def sight(self) -> Sight | None:
        """The `Sight` that the panel shows; None until `show_sight` is called for the first time."""
        return self._sight

    def show_sight(self, sight: Sight, *, aloud: bool = True) -> None:
        """Show this `Sight` at the next repaint, and let a screen reader say it if `aloud`."""
        if self._sight is None or sight.photo != self._sight.photo:
            self._photo, self._photo_asked = ("", QImage()), ""
        self._sight = sight
        self._placed = []
        self.setAccessibleName(sight.spoken)
        self.update()
        if aloud:
            announce(self, sight.spoken, at_once=True)

    @property
    def shows_photo(self) -> bool:
        """Whether the panel shows the photo of the person whom it names; False while the photo is still being read."""
        return not self._photo[1].isNull()

    def show_photo(self, digest: str, photo: QImage) -> None:
        """Show this photo, unless the panel shows another person meanwhile."""
        if self._sight is not None and digest == self._sight.photo:
            self._photo = (digest, photo)
            self.update()

    def sizeHint(self) -> QSize:
        """The preferred size of the panel, which is large so that it fills its page."""
        return QSize(1000, 420)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the texts to the new size at the next repaint."""
        self._placed = []
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the whole panel, which takes less than 2 ms."""
        if self._sight is None:
            return
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._paint_ground(painter, self._sight)
        self._paint_signs(painter, self._sight)
        self._placed = self._placed or self._place(self._sight)
        for placed in self._placed:
            _paint_line(painter, placed, self._sight.text_colour)
        self._paint_photo(painter, self._sight)
        painter.end()

    def _paint_ground(self, painter: QPainter, sight: Sight) -> None:
        area = QRectF(self.rect())
        if sight.edge:
            painter.fillRect(area, QColor(sight.edge))
            wide = sight.edge_width
            area.adjust(wide, wide, -wide, -wide)
            if wide == EDGE:  # violet and dark green look too much alike without a line between
                painter.fillRect(area, QColor(sight.text_colour))
                area.adjust(_LINE, _LINE, -_LINE, -_LINE)
        if sight.inner_edge:
            painter.fillRect(area, QColor(sight.inner_edge))
            area.adjust(EDGE / 2, EDGE / 2, -EDGE / 2, -EDGE / 2)
        painter.fillRect(area, QColor(sight.colour))

    def _paint_signs(self, painter: QPainter, sight: Sight) -> None:
        column = self._sign_column()
        side = min(column.width() * 0.82, column.height() * (0.62 if len(sight.signs) == 1 else 0.4))
        gap = side * 0.12
        top = column.center().y() - (side * len(sight.signs) + gap * (len(sight.signs) - 1)) / 2
        for name in sight.signs:
            painter.drawPixmap(
                QPointF(column.center().x() - side / 2, top), self._picture(name, sight.text_colour, side)
            )
            top += side + gap
        if sight.is_flagged:
            self._paint_star(painter)

    def _paint_photo(self, painter: QPainter, sight: Sight) -> None:
        """Paint the photo of the person, or ask for it: the verdict itself never waits for a photo."""
        if not sight.photo:
            return
        digest, photo = self._photo
        if sight.photo not in {digest, self._photo_asked}:
            self._photo_asked = sight.photo
            QTimer.singleShot(0, self, lambda: self.photo_wanted.emit(sight.photo))
        place = self._photo_place(sight)
        if photo.isNull() or place.isEmpty():
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, photo)
        painter.setPen(QPen(QColor(sight.text_colour), _LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)

    def _photo_place(self, sight: Sight) -> QRectF:
        """The place of the photo, at the right; its width is 0 where there is no photo."""
        high = min(self.height() - 2 * (EDGE + _PHOTO_GAP), self.width() * _PHOTO_SHARE / _SHAPE)
        if not sight.photo or high < _LEAST:
            return QRectF()
        right = self.width() - self._star_side(sight) - _PHOTO_GAP
        return QRectF(right - high * _SHAPE, (self.height() - high) / 2, high * _SHAPE, high)

    def _star_side(self, sight: Sight) -> float:
        """The width that the edge takes at the right, and the star of a flagged person."""
        return max(56.0, self.height() * 0.16) + EDGE if sight.is_flagged else EDGE

    def _paint_star(self, painter: QPainter) -> None:
        """Paint the star that marks a flagged person, in the corner of the violet edge."""
        flagged = VERDICT_LOOKS[Look.FLAGGED]
        side = max(56.0, self.height() * 0.16)
        corner = QRectF(self.width() - side - EDGE, 0, side + EDGE, side + EDGE)
        painter.fillRect(corner, QColor(flagged.colour))
        star = side * 0.7
        place = corner.center() - QPointF(star / 2, star / 2)
        painter.drawPixmap(place, self._picture(flagged.signs[0], flagged.text_colour, star))

    def _picture(self, name: str, colour: str, side: float) -> QPixmap:
        key = (name, colour, round(side), self.devicePixelRatioF())
        if key not in self._pictures:
            self._pictures[key] = picture(name, colour, round(side), key[3])
        return self._pictures[key]

    def _sign_column(self) -> QRectF:
        inner = QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        return QRectF(
            inner.left(), inner.top(), min(inner.width() * 0.24, inner.height() * 0.75), inner.height()
        )

    def _place(self, sight: Sight) -> list[_Placed]:
        """The lines placed one below the other. If together they are too high, all are made smaller."""
        column = self._sign_column()
        photo = self._photo_place(sight).width()
        taken = self._star_side(sight) + (photo + _PHOTO_GAP if photo else 0)
        room = QRectF(
            column.right() + 8,
            column.top() + 6,
            self.width() - column.right() - taken - 24,
            column.height() - 12,
        )
        height = float(self.height())
        placed = self._stacked(sight, room, height)
        while placed and placed[-1].rect.bottom() - placed[0].rect.top() > room.height() and height > 60:  # noqa: PLR2004
            height *= _STEP
            placed = self._stacked(sight, room, height)
        used = placed[-1].rect.bottom() - placed[0].rect.top() if placed else 0.0
        shift = max((room.height() - used) / 2, 0.0)
        for one in placed:
            one.rect.translate(0, shift)
            one.chip.translate(0, shift)
        return placed

    def _stacked(self, sight: Sight, room: QRectF, height: float) -> list[_Placed]:
        placed, top = [], room.top()
        for line in sight.lines:
            one = self._fitted(line, line.share * height, QRectF(room.left(), top, room.width(), 0))
            placed.append(one)
            top = one.rect.bottom() + height * 0.012
        return placed

    def _fitted(self, line: SightLine, high: float, at: QRectF) -> _Placed:
        """The text placed in one line, made smaller if need be.

        If it does not fit at the smallest size allowed for one line, it takes several lines of that size.
        """
        font = QFont(self.font())
        font.setBold(line.is_bold)
        chip = QRectF(at.left(), at.top(), high * 0.86, high * 0.86) if line.chip is not None else QRectF()
        left = chip.right() + high * 0.25 if line.chip is not None else at.left()
        width = at.right() - left
        size = high * 0.68
        font.setPixelSize(max(round(size), 8))
        while size > high * 0.68 * _SINGLE_LINE and _wide(font, line.text) > width:
            size *= _STEP
            font.setPixelSize(max(round(size), 8))
        measured = QFontMetricsF(font).boundingRect(
            QRectF(left, at.top(), width, _LONGEST), _WRAPS, line.text
        )
        rect = QRectF(left, at.top(), width, max(measured.height(), chip.height()))
        chip.moveTop(rect.center().y() - chip.height() / 2)
        return _Placed(line, font, rect, chip)


def _wide(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)


def _paint_line(painter: QPainter, placed: _Placed, colour: str) -> None:
    chip = placed.line.chip
    if chip is not None:
        ink = QColor(text_colour_on(chip.colour))
        painter.setPen(QPen(QColor(colour), 2.5))
        painter.setBrush(QColor(chip.colour))
        painter.drawRoundedRect(placed.chip, 6, 6)
        letter = QFont(placed.font)
        letter.setBold(True)
        letter.setPixelSize(max(round(placed.chip.height() * 0.62), 8))
        painter.setFont(letter)
        painter.setPen(ink)
        painter.drawText(placed.chip, Qt.AlignmentFlag.AlignCenter, chip.letter)
    painter.setFont(placed.font)
    painter.setPen(QColor(colour))
    painter.drawText(placed.rect, _WRAPS, placed.line.text)
