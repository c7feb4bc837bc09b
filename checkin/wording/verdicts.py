"""The words that a door or a desk shows for a verdict: the decision about a scanned code.

The words are a large title, a sentence for the guest, and for the operator the next step and the reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.admission import Admitted, ExitAlert, Left, Note, Refusal, Refused
from checkin.domain.badges import Revocation
from checkin.domain.overriding import needs_words
from checkin.domain.reasons import Reason
from checkin.wording import closed_doors
from checkin.wording.near_codes import how_near

if TYPE_CHECKING:
    from datetime import datetime
    from zoneinfo import ZoneInfo

    from checkin.domain.admission import Override, Verdict
    from checkin.domain.badges import Badge
    from checkin.domain.near_codes import Nearness
    from checkin.domain.presence import Stay
    from checkin.domain.programme import Session
    from checkin.domain.reasons import Why
    from checkin.wording.language import Language

_MINUTES_THAT_ARE_TOLD: Final = 90
"""The most minutes for which an early guest is shown how many minutes early they are.

A guest who is hours early wants to know the opening time, not a number of minutes.
"""
_SECONDS_IN_A_MINUTE: Final = 60


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """The texts that a door or desk shows for one verdict; a text is "" if there is nothing to say.

    The guest may read `title` and `sentence`. `next_step` tells the operator what to do. `reason` is for the operator
    only, because it may contain what guests should not read.
    """

    title: str
    sentence: str = ""
    next_step: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What the words for a verdict may mention: the time, the session, the person's latest stay (entry to exit), etc.

    `inside` is the number of persons in the session. `badge` is the badge that was read. `near` tells how a text that
    is no code differs from a code. `override` says who let the person in despite a refusal, and why. `other` is set
    after a scan that let the person out of `session`: the session that the person may want to enter now. `is_exit`
    says whether the door is an exit, where nobody is let in by name.
    """

    now: datetime
    zone: ZoneInfo
    session: Session | None = None
    last_stay: Stay | None = None
    inside: int | None = None
    badge: Badge | None = None
    near: Nearness | None = None
    override: Override | None = None
    other: Session | None = None
    is_exit: bool = False

    def is_today(self, moment: datetime) -> bool:
        """Whether this moment is on the same day as `now`, in the venue's time zone."""
        return moment.astimezone(self.zone).date() == self.now.astimezone(self.zone).date()


def words(say: Language, verdict: Verdict, known: Circumstances | None) -> VerdictWords:
    """The words for a verdict. If `known` (the circumstances) is None, they name no time, seat, door or operator."""
    match verdict:
        case Admitted():
            return _admitted(say, verdict, known)
        case Refused(reason=reason):
            return _refused(say, reason, known)
        case Left(alert=alert):
            title, sentence = say.text("OUT"), _goodbye(say, known)
            if alert is None:
                return VerdictWords(title, sentence)
            if alert is ExitAlert.NO_ENTRY and (already := _out_already(say, known)):
                return VerdictWords(title, sentence, reason=already)
            return VerdictWords(
                title, sentence, say.text("Tell the help desk."), _alert_on_screen(say, alert)
            )
        case _:
            assert_never(verdict)


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


def _alert_on_screen(say: Language, alert: ExitAlert) -> str:
    if alert is ExitAlert.BLOCKED:
        return reason_on_screen(say, Refusal.BLOCKED)
    return alert_reason(say, alert)


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


def _goodbye(say: Language, known: Circumstances | None) -> str:
    """The sentence for somebody who leaves, or for somebody who may be coming in although the verdict is `Left`.

    The latter left an earlier session without a scan of the badge.
    """
    is_coming = known is not None and known.other is not None
    return say.text("SHOW AGAIN TO COME IN") if is_coming else say.text("Goodbye.")


def _out_already(say: Language, known: Circumstances | None) -> str:
    """The sentence for the operator if the person was scanned out before; "" if no such exit is known."""
    left = known.last_stay.left if known is not None and known.last_stay is not None else None
    if known is None or left is None:
        return ""
    when = say.when(left, known.now, known.zone)
    return say.text("The participant was scanned out already at {time}.").format(time=when)


def _admitted(say: Language, verdict: Admitted, known: Circumstances | None) -> VerdictWords:
    noted = say.text("Arrival noted.") if verdict.arrives else ""
    match verdict.note:
        case None:
            return VerdictWords(say.text("WELCOME"), noted)
        case Note.BACK_IN:
            return VerdictWords(say.text("BACK IN"), _back_in(say, known))
        case Note.ARRIVAL_RECORDED:
            return VerdictWords(say.text("ADMITTED"), say.text("Arrival noted."))
        case Note.DETAILS_FOLLOW:
            return VerdictWords(
                say.text("ADMITTED"),
                say.text("Details follow."),
                reason=say.text("The badge is genuine; who holds it is not known here yet."),
            )
        case Note.OVERRIDE:
            return VerdictWords(say.text("ADMITTED"), noted, reason=_overridden(say, known))
        case _:
            assert_never(verdict.note)


def _back_in(say: Language, known: Circumstances | None) -> str:
    """The sentence for somebody who comes back: where exits are not scanned, when and where they first came in."""
    stay = known.last_stay if known is not None else None
    if known is None or stay is None or not stay.is_open:
        return say.text("Welcome back.")
    when = say.when(stay.came, known.now, known.zone)
    return say.text("First entry {time}, {door}").format(time=when, door=stay.station)


def _overridden(say: Language, known: Circumstances | None) -> str:
    """The line for the operator: who let the person in, and why.

    The refusals that were overridden are not named: below ADMITTED, a sentence such as “the door is not open now” would
    be taken for what holds now. The journal keeps them.
    """
    override = known.override if known is not None else None
    if override is None:
        return say.text("Let in with a reason, in spite of a refusal.")
    why = reason_given(say, override.why)
    by = say.text("Let in by {operator}: {reason}") if override.operator else say.text("Let in: {reason}")
    return by.format(operator=override.operator, reason=why)


def _refused(  # noqa: C901, PLR0911, PLR0912 - a few lines for each refusal
    say: Language, refusal: Refusal, known: Circumstances | None
) -> VerdictWords:
    reason = reason_on_screen(say, refusal)
    match refusal:
        case Refusal.NOT_OURS if known is not None and known.near is not None:
            return VerdictWords(say.text("SCAN AGAIN"), "", _once_more(say), how_near(say, known.near))
        case Refusal.NOT_OURS:
            by_name = say.text("Scan the code on the badge, or type letters of the name.")
            step = _once_more(say) if known is not None and known.is_exit else by_name
            return VerdictWords(say.text("UNKNOWN CODE"), "", step, reason)
        case Refusal.MISREAD:
            return VerdictWords(say.text("SCAN AGAIN"), "", _once_more(say), reason)
        case Refusal.FORGED:
            return VerdictWords(say.text("UNKNOWN CODE"), _please(say), _fetch_help(say), reason)
        case Refusal.JUST_ENTERED:
            return VerdictWords(say.text("ALREADY IN"), say.text("SHOW AGAIN TO LEAVE"), "", reason)
        case Refusal.REVOKED:
            why = revocation(say, known.badge if known is not None else None)
            is_undone = known is not None and known.badge is not None and known.badge.is_undone
            sentence = say.text("This badge was taken back.") if is_undone else say.text("Badge replaced.")
            return VerdictWords(say.text("HELP DESK"), sentence, _fetch_help(say), why)
        case Refusal.INVITATION | Refusal.NOT_ANSWERED:
            sentence = say.text("Please go to the registration desk first.")
            step = "" if refusal is Refusal.INVITATION else _by_digits(say)
            return VerdictWords(say.text("TO THE DESK FIRST"), sentence, step, reason)
        case Refusal.NOT_GIVEN | Refusal.EXPIRED:
            return VerdictWords(say.text("HELP DESK"), _please(say), _fetch_help(say), reason)
        case Refusal.BLOCKED | Refusal.CANCELLED | Refusal.NOT_CLEARED:
            step = _by_words(say) if needs_words(refusal) else _by_digits(say)
            return VerdictWords(say.text("HELP DESK"), _please(say), step, reason)
        case Refusal.NOT_NOW:
            return _not_now(say, known, reason)
        case Refusal.NOT_ON_LIST:
            sentence = say.text("This session is by invitation.") if _is_by_name_alone(known) else reason
            return VerdictWords(say.text("NOT ON THE LIST"), sentence, _by_digits(say))
        case Refusal.ALREADY_INSIDE:
            return VerdictWords(say.text("ALREADY IN"), _since(say, known), _by_digits(say), reason)
        case Refusal.NO_REENTRY:
            return VerdictWords(say.text("NO RE-ENTRY"), _left_at(say, known), _by_digits(say), reason)
        case Refusal.FULL:
            return VerdictWords(say.text("FULL"), _seats(say, known), _by_digits(say), reason)
        case Refusal.NOT_ARRIVED:
            sentence = say.text("Please go to the registration desk first.")
            return VerdictWords(say.text("TO THE DESK FIRST"), sentence, "", reason)
        case _:
            assert_never(refusal)


def _is_by_name_alone(known: Circumstances | None) -> bool:
    """Whether the session is open to no category, so that only persons invited by name may enter."""
    session = known.session if known is not None else None
    return session is not None and session.open_to is not None and not session.open_to


def _once_more(say: Language) -> str:
    return say.text("Scan once more, or type the 16 characters below the code.")


def _please(say: Language) -> str:
    return say.text("Please go to the help desk.")


def _fetch_help(say: Language) -> str:
    return say.text("Take the guest to the help desk.")


def _by_digits(say: Language) -> str:
    """How the operator lets the person in; who may decide so is the organiser's business."""
    return say.text("1 to 4 admit, with that reason.")


def _by_words(say: Language) -> str:
    return say.text("Press Enter, then type a reason to admit.")


def _not_now(say: Language, known: Circumstances | None, reason: str) -> VerdictWords:
    """The words for doors that are not open; the sentence says why, so there is no reason but without circumstances."""
    if known is None:
        return VerdictWords(say.text("NOT OPEN NOW"), "", _by_digits(say), reason)
    if known.session is None:
        return VerdictWords(say.text("NOT OPEN NOW"), say.text("No session opens here any more."))
    session = known.session
    title, sentence = closed_doors.words(say, session, known)
    if not session.takes_place:
        return VerdictWords(title, sentence)
    if session.is_closed_by_hand or known.now >= session.doors_open:
        return VerdictWords(title, sentence, _by_digits(say))
    minutes = ceil((session.doors_open - known.now).total_seconds() / _SECONDS_IN_A_MINUTE)
    if minutes <= _MINUTES_THAT_ARE_TOLD:
        sentence = f"{say.many('{count} min early.', '{count} min early.', minutes)} {sentence}"
    return VerdictWords(say.text("TOO EARLY"), sentence, _by_digits(say))


def _since(say: Language, known: Circumstances | None) -> str:
    if known is None or known.last_stay is None:
        return ""
    return f"{say.when(known.last_stay.came, known.now, known.zone)}, {known.last_stay.station}"


def _left_at(say: Language, known: Circumstances | None) -> str:
    if known is None or known.last_stay is None or known.last_stay.left is None:
        return ""
    return say.text("Left at {time}.").format(time=say.when(known.last_stay.left, known.now, known.zone))


def _seats(say: Language, known: Circumstances | None) -> str:
    if known is None or known.session is None or known.session.capacity is None or known.inside is None:
        return ""
    return say.text("{inside}/{capacity} seats").format(inside=known.inside, capacity=known.session.capacity)
