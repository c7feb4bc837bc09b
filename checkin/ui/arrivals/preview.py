"""A preview of the selected delegate's badge: the same PDF that is printed, rendered for the screen."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QSizePolicy

from checkin.domain.delegates import Delegate
from checkin.domain.registration import Registration
from checkin.paper.pdfium import TURN
from checkin.ui.appearance import Dressed
from checkin.ui.page import if_alive
from checkin.ui.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from checkin.desk.preview_badge import PreviewedBadge
    from checkin.domain.programme import Event
    from checkin.storage.event_file import EventFile
    from checkin.tasks import Tasks
    from checkin.ui.appearance import Appearance

_DOTS_PER_POINT: Final = 2.4
"""The resolution of the preview, enough for a width of some 500 dots on a dense screen."""


_SOON_MS: Final = 40
"""The wait before a badge is drawn, because quick typing selects many delegates whose badges need not be drawn.

A badge takes some 20 ms, so that with a search before it and a drawing under way it is there within 200 ms.
"""


class BadgePreview(PlainLabel, Dressed):
    """A label that shows a picture of a delegate's badge, as large as the label; empty if the badge cannot be printed.

    The badge is drawn in a background thread for pictures only, so that the preview never waits for a printer.
    """

    told = Signal(object)
    """Emitted with the `PreviewedBadge` that is shown from now on, and with None when the preview is cleared."""

    def __init__(self, file: EventFile, tasks: Tasks, look: Appearance) -> None:
        super().__init__()
        self._look = look
        self._file = file
        self._tasks = tasks
        self._page = QPixmap()
        self._wanted: Registration | None = None
        self._event: Event | None = None
        self._shown: Registration | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._draw)
        self.setMinimumSize(60, 60)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        look.in_each_language(self._label)

    @property
    def shown(self) -> Registration | None:
        """The delegate whose badge was drawn, or was found to be unprintable; None before that, or for nobody."""
        return self._shown

    def _label(self) -> None:
        self.setAccessibleName(self._say.text("Badge preview"))
        if self._wanted is not None:
            self._soon.start()

    def show_badge_of(self, registration: Registration | None) -> None:
        """Show the badge of this delegate after a short wait; None clears the preview.

        The badge of another delegate disappears at once. A second call during the wait replaces the first.
        """
        event = self._file.known_event
        if registration == self._wanted and event is self._event:
            return  # a search may have read the same data anew: the drawing that is on its way is the right one
        former, self._wanted, self._event = self._wanted, registration, event
        if registration is None or former is None or registration.delegate.id != former.delegate.id:
            self._clear()
        if registration is not None:
            self._soon.start()

    def _draw(self) -> None:
        wanted, file, unissued = self._wanted, self._file, self._say.text("code at issue")
        if wanted is not None:
            self._tasks.drawing.run(
                lambda: _rendered(file, wanted, unissued, lambda: wanted is self._wanted),
                then=if_alive(self, lambda drawn: self._show(wanted, *drawn)),
                key="preview",
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scale the badge to the new size of the label."""
        super().resizeEvent(event)
        self._fit()

    def _clear(self) -> None:
        self._shown, self._page = None, QPixmap()
        self._fit()
        self.told.emit(None)

    def _show(self, drawn: Registration, badge: PreviewedBadge, image: QImage) -> None:
        if drawn is self._wanted:
            self._shown, self._page = drawn, QPixmap.fromImage(image)
            self._fit()
            self.told.emit(badge)

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


def make_ready(file: EventFile) -> None:
    """Draw a badge with a made-up name and throw it away, only to load the libraries and fonts for drawing.

    Otherwise the first real preview would take 200 ms more. Call this function in the background thread for pictures.
    """
    nobody = Delegate("", family_name="A", native_name="ក")
    _rendered(file, Registration(nobody), "code", lambda: True)


def _rendered(
    file: EventFile, registration: Registration, unissued: str, is_wanted: Callable[[], bool]
) -> tuple[PreviewedBadge, QImage]:
    """The badge and its picture; no picture once nobody wants to see this badge any more."""
    import pypdfium2  # noqa: PLC0415 - the window is quicker without it

    from checkin.desk.preview_badge import preview  # noqa: PLC0415 - the same: fonts, shaping, reportlab

    badge = preview(file, registration, unissued=unissued)
    if not badge.pdf or not is_wanted():
        return badge, QImage()
    with (
        TURN,
        pypdfium2.PdfDocument(badge.pdf) as pdf,
        closing(pdf[0]) as page,
        closing(page.render(scale=_DOTS_PER_POINT, rev_byteorder=True)) as bitmap,
    ):
        pixels = bytes(bitmap.buffer)
        form = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBX8888  # noqa: PLR2004
        return badge, QImage(pixels, bitmap.width, bitmap.height, bitmap.stride, form).copy()
