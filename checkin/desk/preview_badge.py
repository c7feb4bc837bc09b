"""Preview a delegate's badge: the page that the printer would print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.badges import BadgeOnPaper, draw_badge

if TYPE_CHECKING:
    from checkin.domain.registration import Registration
    from checkin.storage.event_file import EventFile


def preview(file: EventFile, registration: Registration, *, unissued: str) -> bytes:
    """The delegate's badge as a PDF of one page.

    If the badge was not issued yet, it has the words `unissued` in place of a code that no printer would print.
    """
    event, badge = file.event, registration.badge
    code = badge.code if badge is not None else ""
    return draw_badge(BadgeOnPaper.of(event, registration.delegate, code, unissued=unissued), event)
