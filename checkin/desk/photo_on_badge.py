"""Reads the photo for a delegate's badge, but only if the badge layout shows photos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.badges import layouts
from checkin.storage import pictures

if TYPE_CHECKING:
    from checkin.badges import Layout
    from checkin.domain.delegates import Delegate
    from checkin.storage.event_file import EventFile


def photo_on_badge(file: EventFile, delegate: Delegate, layout: Layout | None = None) -> bytes:
    """The delegate's photo as a JPEG; b"" if there is none, or if the badge layout shows no photos.

    Without a `layout`, the standard layout counts.
    """
    if not delegate.photo or not (layout or layouts.standard()).shows_photo:
        return b""
    return pictures.by_digest(file.database, delegate.photo) or b""
