"""Shows a photo with the frame of its portrait; the operator moves and zooms the frame by mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from checkin.domain.portraits import SHAPE, Frame, middle

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent

_STEP, _LARGE_STEP = 0.02, 0.1
"""How far an arrow key moves the frame, as a share of the photo; the second with Shift."""
_CLOSER, _FARTHER = 0.93, 1 / 0.93
_NOTCH: Final = 120
_SHADE: Final = QColor(0, 0, 0, 140)
_EDGE: Final = QColor("#FFFFFF")
_LEAST: Final = QSize(150, 150)
_MOVES: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS: Final = {
    Qt.Key.Key_Plus: _CLOSER, Qt.Key.Key_Equal: _CLOSER, Qt.Key.Key_Minus: _FARTHER,
}  # fmt: skip


class FramePicker(QWidget):
    """A photo with a frame of the shape 3 : 4; the part outside the frame is shaded.

    The operator drags the frame with the mouse or moves it with the arrow keys, and changes its size with the wheel or
    with + and −. The photo that a delegate has already is shown without a frame.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self._frame: Frame | None = None
        self._dragged_from: QPointF | None = None
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def frame(self) -> Frame | None:
        """The chosen frame; None if the photo is shown without a frame."""
        return self._frame

    @property
    def has_photo(self) -> bool:
        """Whether a photo is shown."""
        return not self._image.isNull()

    def show_photo(self, image: QImage) -> None:
        """Show this photo without a frame; a null image clears the widget."""
        self._put(image, None)

    def choose_frame(self, image: QImage) -> None:
        """Show this photo with a frame in its middle, which the operator can move."""
        self._put(image, middle(image.width(), image.height()))

    def _put(self, image: QImage, frame: Frame | None) -> None:
        self._image, self._frame = image, frame
        has_frame = frame is not None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if has_frame else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor if has_frame else Qt.CursorShape.ArrowCursor)
        self.update()

    def sizeHint(self) -> QSize:
        """The preferred size, which is large so that the photo fills the panel around it."""
        return QSize(420, 420)

    # ---- moving the frame

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the frame on an arrow key, or zoom on + and −; leave other keys to the panel around the photo."""
        key = Qt.Key(event.key())
        if self._frame is None or (key not in _MOVES and key not in _ZOOMS):
            super().keyPressEvent(event)
            return
        if key in _ZOOMS:
            self._zoom(_ZOOMS[key])
            return
        step = _LARGE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
        right, down = _MOVES[key]
        self._move(right * step, down * step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Make the frame smaller or larger."""
        if self._frame is not None:
            self._zoom(_CLOSER ** (event.angleDelta().y() / _NOTCH))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to drag the frame."""
        if self._frame is not None and event.button() is Qt.MouseButton.LeftButton:
            self._dragged_from = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the frame with the mouse."""
        place = self._place()
        if self._dragged_from is not None and not place.isEmpty():
            by = event.position() - self._dragged_from
            self._dragged_from = event.position()
            self._move(by.x() / place.width(), by.y() / place.height())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Stop dragging the frame."""
        self._dragged_from = None

    def _move(self, right: float, down: float) -> None:
        self._change(right, down, 1.0)

    def _zoom(self, factor: float) -> None:
        self._change(0, 0, factor)

    def _change(self, right: float, down: float, factor: float) -> None:
        if self._frame is None:
            return
        size = self._image.width(), self._image.height()
        self._frame = self._frame.zoomed(factor, *size).moved(right, down, *size)
        self.update()
        self.changed.emit()

    # ---- painting

    def _place(self) -> QRectF:
        """Where the photo stands: as large as it fits, in the middle."""
        if self._image.isNull():
            return QRectF()
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the photo, and shade the part outside the frame; without a photo, paint an empty portrait."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        place = self._place()
        if place.isEmpty():
            painter.setPen(QPen(self.palette().placeholderText().color(), 1.5, Qt.PenStyle.DashLine))
            high = self.height() - 4.0
            painter.drawRect(QRectF((self.width() - high * SHAPE) / 2, 2, high * SHAPE, high))
        else:
            painter.drawImage(place, self._image)
            self._paint_frame(painter, place)
        painter.end()

    def _paint_frame(self, painter: QPainter, place: QRectF) -> None:
        if self._frame is None:
            return
        wide = self._frame.width(self._image.width(), self._image.height())
        inside = QRectF(
            place.left() + self._frame.left * place.width(),
            place.top() + self._frame.top * place.height(),
            wide * place.width(),
            self._frame.height * place.height(),
        )
        for shaded in (
            QRectF(place.topLeft(), QPointF(place.right(), inside.top())),
            QRectF(QPointF(place.left(), inside.bottom()), place.bottomRight()),
            QRectF(QPointF(place.left(), inside.top()), QPointF(inside.left(), inside.bottom())),
            QRectF(QPointF(inside.right(), inside.top()), QPointF(place.right(), inside.bottom())),
        ):
            painter.fillRect(shaded, _SHADE)
        painter.setPen(QPen(_EDGE, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(inside)
