"""The words that a door or a desk shows for a verdict: the decision about a scanned code.

The words are a large title, a sentence for the guest, and for the operator the next step and the reason.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final, assert_never

from checkin.domain.admission import Admitted, ExitAlert, Left, Note, Refusal, Refused
from checkin.domain.overriding import needs_words
from checkin.wording import closed_doors
from checkin.wording.near_codes import how_near
from checkin.wording.reasons import alert_reason, reason_given, reason_on_screen, revocation
from checkin.wording.verdict_words import Circumstances, VerdictWords

if TYPE_CHECKING:
    from checkin.domain.admission import Verdict
    from checkin.wording.language import Language

_MINUTES_THAT_ARE_TOLD: Final = 90
"""The most minutes for which an early guest is shown how many minutes early they are.

A guest who is hours early wants to know the opening time, not a number of minutes.
"""
_SECONDS_IN_A_MINUTE: Final = 60


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


def _alert_on_screen(say: Language, alert: ExitAlert) -> str:
    if alert is ExitAlert.BLOCKED:
        return reason_on_screen(say, Refusal.BLOCKED)
    return alert_reason(say, alert)


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
