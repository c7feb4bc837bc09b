"""Preview a delegate's badge: the page that the printer would print, or the characters of the name that no font has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkin.badges import BadgeOnPaper, draw_badge
from checkin.desk.name_on_badge import latin_alone_is_drawn, signs_not_drawn
from checkin.desk.photo_on_badge import photo_on_badge

if TYPE_CHECKING:
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


@dataclass(frozen=True, slots=True)
class PreviewedBadge:
    """A preview of a badge: `pdf` is the page that the printer would print, b"" if the badge cannot be printed.

    `not_drawn` holds the characters of the name that no font has. `takes_latin` says that the badge could be printed
    with the Latin name alone.
    """

    pdf: bytes
    not_drawn: tuple[str, ...] = ()
    takes_latin: bool = False


def preview(file: EventFile, registration: Registration, *, unissued: str) -> PreviewedBadge:
    """The delegate's badge as it would be printed.

    If no badge was issued to the delegate yet, the page shows the text `unissued` in place of a code.
    """
    event, delegate = file.event, registration.delegate
    signs = signs_not_drawn(delegate)
    if signs:
        return PreviewedBadge(b"", signs, latin_alone_is_drawn(delegate))
    photo = photo_on_badge(file, delegate)
    badge = BadgeOnPaper.of(event, registration, unissued=unissued, photo=photo)
    return PreviewedBadge(draw_badge(badge, event))
