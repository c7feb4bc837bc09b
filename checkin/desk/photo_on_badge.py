"""The photo on a delegate's badge, which is read only where the badge shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.badges import layouts
from checkin.storage import pictures

if TYPE_CHECKING:
    from checkin.badges import Layout
    from checkin.domain.delegates import Delegate
    from checkin.storage.event_file import EventFile


def photo_on_badge(file: EventFile, delegate: Delegate, layout: Layout | None = None) -> bytes:
    """The delegate's photo as a JPEG, if the layout (or the standard one) shows photos; b"" if there is none."""
    if not delegate.photo or not (layout or layouts.standard()).shows_photo:
        return b""
    return pictures.by_digest(file.database, delegate.photo) or b""
