"""A preview of the selected delegate's badge: the same PDF that is printed, rendered for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QSizePolicy

from checkin.ui.appearance import Dressed
from checkin.ui.page import if_alive
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Tasks
    from checkin.ui.appearance import Appearance

_DOTS_PER_POINT: Final = 2.4
"""The resolution of the preview, enough for a width of some 500 dots on a dense screen."""


_SOON_MS: Final = 150
"""The wait before a badge is drawn, because quick typing selects many delegates whose badges need not be drawn."""


class BadgePreview(PlainLabel, Dressed):
    """A label with the picture of a badge, as large as there is room.

    The badge is drawn in the devices lane, because pdfium must be used by one thread only.
    """

    def __init__(self, file: EventFile, tasks: Tasks, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._file = file
        self._tasks = tasks
        self._page = QPixmap()
        self._wanted: Registration | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._draw)
        self.setMinimumSize(60, 60)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        look.in_each_language(self._label)

    def _label(self) -> None:
        self.setAccessibleName(self._say.text("Badge preview"))

    def show_badge_of(self, registration: Registration | None) -> None:
        """Draw this delegate's badge after a short wait; a newer call replaces an older one. None clears the preview.

        The badge of another delegate disappears at once.
        """
        former, self._wanted = self._wanted, registration
        if registration is not None and registration == former:
            return
        if registration is None or former is None or registration.delegate.id != former.delegate.id:
            self._show(QImage())
        if registration is not None:
            self._soon.start()

    def _draw(self) -> None:
        wanted, file = self._wanted, self._file
        if wanted is not None:
            self._tasks.devices.run(
                lambda: _rendered(file, wanted),
                then=if_alive(self, lambda image: self._show(image) if wanted is self._wanted else None),
                key="preview",
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the badge to the new size of the label."""
        super().resizeEvent(event)
        self._fit()

    def _show(self, image: QImage) -> None:
        self._page = QPixmap.fromImage(image)
        self._fit()

    def _fit(self) -> None:
        if self._page.isNull():
            self.clear()
            return
        ratio = self.devicePixelRatioF()
        fitted = self._page.scaled(
            self.size() * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        fitted.setDevicePixelRatio(ratio)
        self.setPixmap(fitted)


def _rendered(file: EventFile, registration: Registration) -> QImage:
    import pypdfium2  # noqa: PLC0415 - the window is quicker without it

    from checkin.desk.print_badges import preview  # noqa: PLC0415 - the same: fonts, shaping, reportlab

    with pypdfium2.PdfDocument(preview(file, registration)) as pdf:
        bitmap = pdf[0].render(scale=_DOTS_PER_POINT, rev_byteorder=True)
        pixels = bytes(bitmap.buffer)
        form = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBX8888  # noqa: PLR2004
        return QImage(pixels, bitmap.width, bitmap.height, bitmap.stride, form).copy()
