"""Why somebody is refused, warned of, or let in against a refusal, and why a badge was invalidated."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from checkin.domain.admission import ExitAlert, Refusal
from checkin.domain.badges import Revocation
from checkin.domain.reasons import Reason

if TYPE_CHECKING:
    from checkin.domain.badges import Badge
    from checkin.domain.reasons import Why
    from checkin.wording.language import Language


def refusal_reason(say: Language, refusal: Refusal) -> str:  # noqa: C901, PLR0911, PLR0912 - a line for each
    """The reason why a door refuses somebody, as one sentence for the operator."""
    match refusal:
        case Refusal.NOT_OURS:
            return say.text("This is not a code of this program.")
        case Refusal.MISREAD:
            return say.text("The code was read wrong.")
        case Refusal.FORGED:
            return say.text("The code was not made for this event: the badge of another event, or a forgery.")
        case Refusal.INVITATION:
            return say.text("This is the code of an invitation, which opens no door.")
        case Refusal.JUST_ENTERED:
            return say.text(
                "The participant entered a moment ago. Another reading of the badge signs them out."
            )
        case Refusal.REVOKED:
            return say.text("The badge was invalidated.")
        case Refusal.NOT_GIVEN:
            return say.text("This spare badge was given to nobody.")
        case Refusal.EXPIRED:
            return say.text("This badge is for another day.")
        case Refusal.BLOCKED:
            return say.text("The registration is blocked.")
        case Refusal.CANCELLED:
            return say.text("The registration is cancelled, declined or excused.")
        case Refusal.NOT_CLEARED:
            return say.text("The registration is not cleared yet.")
        case Refusal.NOT_ANSWERED:
            return say.text("The participant was invited and has not answered.")
        case Refusal.NOT_NOW:
            return say.text("The session's door is not open now.")
        case Refusal.NOT_ON_LIST:
            return say.text("The session is not open to this category.")
        case Refusal.ALREADY_INSIDE:
            return say.text("The participant is inside this session already.")
        case Refusal.NO_REENTRY:
            return say.text("The participant has left, and nobody is let in again.")
        case Refusal.FULL:
            return say.text("All seats are taken.")
        case Refusal.NOT_ARRIVED:
            return say.text("The participant has not been at the registration desk yet.")
        case _:
            assert_never(refusal)


def reason_on_screen(say: Language, refusal: Refusal) -> str:
    """The reason for a refusal, for a screen that guests may see.

    The text is that of `refusal_reason`, but it does not tell guests that a registration is blocked.
    """
    if refusal is Refusal.BLOCKED:
        return say.text("The help desk decides on this person.")
    return refusal_reason(say, refusal)


def alert_reason(say: Language, alert: ExitAlert) -> str:
    """The warning (`alert`) about a person who leaves the session, as one sentence for the operator."""
    match alert:
        case ExitAlert.REVOKED:
            return refusal_reason(say, Refusal.REVOKED)
        case ExitAlert.BLOCKED:
            return refusal_reason(say, Refusal.BLOCKED)
        case ExitAlert.CANCELLED:
            return refusal_reason(say, Refusal.CANCELLED)
        case ExitAlert.NO_ENTRY:
            return say.text("No entry was recorded: the participant left without having been scanned in.")
        case _:
            assert_never(alert)


def revocation(say: Language, badge: Badge | None) -> str:
    """The reason why a badge was revoked: in the program's words, or as the operator typed it.

    If the badge is None or no reason is known, the text says only that the badge was invalidated.
    """
    match badge.revoked if badge is not None else None:
        case Revocation.ISSUE_UNDONE:
            return say.text("The issue of this badge was undone.")
        case Revocation.REGISTRATION_UNDONE:
            return say.text("The registration of this participant was undone.")
        case Revocation.BY_HAND | None:
            why = badge.why if badge is not None else None
            return refusal_reason(say, Refusal.REVOKED) if why is None else reason_given(say, why)


def reason_given(say: Language, why: Why) -> str:
    """The reason that an operator gave for an act: the words for a chosen reason, or the words that were typed."""
    return why.words if why.reason is Reason.OWN_WORDS else reason(say, why.reason)


def reason(say: Language, chosen: Reason) -> str:  # noqa: PLR0911 - a line for each
    """The words for a reason that an operator can choose."""
    match chosen:
        case Reason.INVITED:
            return say.text("Invited by the organiser")
        case Reason.SPEAKER:
            return say.text("Speaker or moderator")
        case Reason.ACCOMPANIES:
            return say.text("Accompanies a participant")
        case Reason.PROTOCOL:
            return say.text("Decision of the protocol office")
        case Reason.LOST:
            return say.text("lost")
        case Reason.DAMAGED:
            return say.text("damaged")
        case Reason.WRONG_DATA:
            return say.text("wrong data")
        case Reason.OWN_WORDS:
            return say.text("another reason")
        case _:
            assert_never(chosen)
