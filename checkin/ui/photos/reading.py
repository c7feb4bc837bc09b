"""Reads photos of the event file for the screen. Call these functions in a background thread only."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter

from checkin.storage import pictures

if TYPE_CHECKING:
    from checkin.storage.event_file import EventFile

_QUALITY: Final = 90
_SHARP: Final = 2
"""How many dots a small picture has for each dot of its place, so that dense screens show it sharply."""
NO_PICTURE: Final = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
"""An empty picture, which keeps the space for a photo until the photo has been read."""


def image_of(file: EventFile, digest: str) -> QImage:
    """The photo with this digest (hash); a null image if the photo is missing or damaged."""
    content = pictures.by_digest(file.database, digest)
    return QImage() if content is None else QImage.fromData(content)


def small_picture(file: EventFile, digest: str, height: int) -> str:
    """The photo as a data URL for rich text, to be shown with this height in dots; "" if it is missing or damaged."""
    image = image_of(file, digest)
    if image.isNull():
        return ""
    smaller = image.scaledToHeight(
        min(height * _SHARP, image.height()), Qt.TransformationMode.SmoothTransformation
    )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpg"))
    writer.setQuality(_QUALITY)
    writer.write(smaller)
    return f"data:image/jpeg;base64,{base64.b64encode(buffer.data().data()).decode()}"
