"""Why a row of a list or of a programme is rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.domain.rejections import RejectReason
from checkin.wording.rejected_sessions import REJECTED_SESSIONS

if TYPE_CHECKING:
    from checkin.wording.language import Language


def words(say: Language, reason: RejectReason) -> str:  # noqa: C901, PLR0911, PLR0912 - a line for each
    """The reason why a row of a list or of a programme is rejected, as one sentence."""
    match reason:
        case RejectReason.NO_NAME:
            return say.text("There is no name in any script.")
        case RejectReason.NO_CATEGORY:
            return say.text("There is no category.")
        case RejectReason.UNKNOWN_CATEGORY:
            return say.text("This category is not one of the event's.")
        case RejectReason.UNKNOWN_STATUS:
            return say.text(
                "This is no status: invited, pending, registered, declined, excused, cancelled or blocked."
            )
        case RejectReason.NOT_A_NUMBER:
            return say.text("This is not a number.")
        case RejectReason.DUPLICATE_REFERENCE:
            return say.text("An earlier row has the same reference.")
        case RejectReason.UNKNOWN_YES_NO:
            return say.text("This is neither yes nor no.")
        case RejectReason.UNKNOWN_NAME_ORDER:
            return say.text("This is no name order: family first or given first.")
        case RejectReason.UNKNOWN_SEX:
            return say.text("This is no sex: f or m.")
        case RejectReason.UNKNOWN_CHOICE:
            return say.text("This is none of the choices of the field.")
        case RejectReason.UNKNOWN_PERSON:
            return say.text("No participant has this reference.")
        case RejectReason.UNKNOWN_PRINCIPAL:
            return say.text("Whom this person accompanies is not found. The person comes in alone.")
        case RejectReason.OPEN_QUESTION:
            return say.text("This row waits for the answer to a question.")
        case RejectReason.NOT_A_DAY:
            return say.text("This is not a day: write it like 2026-11-24.")
        case _:
            return say.text(REJECTED_SESSIONS[reason])
