"""The photo on the card of the selected delegate, as rich text; the photo is read in a background thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from checkin.ui.page import if_alive
from checkin.ui.photos.reading import NO_PICTURE, small_picture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from checkin.storage.event_file import EventFile
    from checkin.tasks import Tasks

_SHAPE: Final = 0.75
_BESIDE: Final = 10
"""The room between the photo and the texts beside it, in dots."""


class CardPhoto(QObject):
    """Reads the photo of the selected delegate. Until the photo is read, its place on the card stays empty."""

    was_read = Signal()

    def __init__(self, file: EventFile, tasks: Tasks, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self._file, self._tasks = file, tasks
        self._wanted = ("", 0)
        self._picture = ""

    @property
    def is_there(self) -> bool:
        """Whether the delegate has a photo and the photo has been read."""
        return bool(self._picture)

    @property
    def width(self) -> int:
        """The width in dots that the photo takes from the texts beside it; 0 if the delegate has no photo."""
        digest, height = self._wanted
        return round(height * _SHAPE) + _BESIDE if digest else 0

    def read(self, digest: str, height: int) -> None:
        """Read the photo with this digest (hash) for a place of this height in dots, unless it is read already."""
        wanted = (digest, height)
        if wanted == self._wanted:
            return
        if digest != self._wanted[0]:
            self._picture = ""
        self._wanted = wanted
        file = self._file

        def then(picture: str) -> None:
            if wanted == self._wanted:
                self._picture = picture
                self.was_read.emit()

        if digest:
            self._tasks.drawing.run(
                lambda: small_picture(file, *wanted), then=if_alive(self._card, then), key="photo on the card"
            )

    def as_rich_text(self, link: str) -> str:
        """The photo at the right edge, with texts flowing around it, as a link to `link`; "" if there is no photo."""
        digest, height = self._wanted
        if not digest:
            return ""
        picture = self._picture or NO_PICTURE
        shown = (
            f"<a href='{link}'><img width='{round(height * _SHAPE)}' height='{height}' src='{picture}'></a>"
        )
        return (
            "<table style='float:right' cellspacing='0' cellpadding='0'><tr>"
            f"<td width='{_BESIDE}'></td><td>{shown}</td></tr></table>"
        )
