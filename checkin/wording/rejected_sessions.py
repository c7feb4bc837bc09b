"""The sentences for the reasons why a row of a programme, or an entry of a calendar, is rejected."""

from __future__ import annotations

from typing import Final

from checkin.domain.rejections import RejectReason
from checkin.wording.language import marked

REJECTED_SESSIONS: Final = {
    RejectReason.CODE_TOO_LONG: marked("This code is too long: write a short one, such as opening."),
    RejectReason.NO_TITLE: marked("There is no title."),
    RejectReason.NO_TIME: marked("There is no start, or no end."),
    RejectReason.NOT_A_TIME: marked("This is not a time: write it like 09:30."),
    RejectReason.NO_DAY: marked("There is no day, neither in the row nor above it."),
    RejectReason.UNCLEAR_DAY: marked("This can be two days: write it like 2026-11-24."),
    RejectReason.OUTSIDE_THE_DAYS: marked("The session is not on a day of the event."),
    RejectReason.ENDS_BEFORE_START: marked("The end is not after the start."),
    RejectReason.SKIPPED_BY_THE_CLOCKS: marked("The clocks skip this time on that day."),
    RejectReason.TWO_ROOMS: marked("Two rooms have this name: write the code of the room."),
    RejectReason.UNKNOWN_SESSION: marked("This is cancelled, and was never in the programme."),
    RejectReason.DUPLICATE_SESSION: marked("An earlier row is the same session."),
    RejectReason.UNKNOWN_OPEN_TO: marked(
        "This is no category: write its code, letter or name, “everybody” or “by invitation only”."
    ),
    RejectReason.UNKNOWN_SESSION_STATUS: marked("This is no status: planned or cancelled."),
    RejectReason.ALL_DAY: marked("This lasts the whole day: give it a start and an end."),
    RejectReason.REPEATS_TOO_LONG: marked("This repeats beyond the last day of the event."),
    RejectReason.UNKNOWN_ZONE: marked("This time zone is neither in the file nor known."),
    RejectReason.UNREADABLE: marked("This entry cannot be read."),
}
