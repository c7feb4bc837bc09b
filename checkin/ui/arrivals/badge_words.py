"""The words at a desk for what becomes of a badge, and for the person who gets the badge."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from checkin.desk.name_on_badge import latin_alone_is_drawn, signs_not_drawn
from checkin.domain.admission import Refusal
from checkin.domain.arriving import ArrivedBefore, Received, gets_badge
from checkin.domain.codes import Code
from checkin.ui.arrivals.badge_fates import Fate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checkin.desk.arrive import ArrivalAnswer
    from checkin.domain.badges import Badge
    from checkin.domain.delegates import Delegate
    from checkin.domain.registration import Registration
    from checkin.ui.arrivals.acts import BadgeQueued
    from checkin.wording import Wording


def names(delegate: Delegate) -> str:
    """The delegate's names with their titles, as one text: in Latin script, and in the native script if known."""
    return "   ".join(filter(None, (delegate.titled_name, delegate.titled_other_name)))


def cannot_be_printed(signs: Sequence[str], say: Wording) -> str:
    """The words that a badge cannot be printed, because no font has these characters of the name."""
    return f"{say.text('This badge cannot be printed.')} {say.not_drawn(signs)}"


def of_the_print(signs: Sequence[str], fate: Fate, say: Wording) -> str:
    """The words that say what becomes of a badge that was put in the print queue.

    `signs` are the characters of the name that no font has; if there are any, the badge cannot be printed.
    """
    if signs:
        return cannot_be_printed(signs, say)
    match fate:
        case Fate.PRINTED:
            return say.text("badge printed")
        case Fate.ON_ITS_WAY:
            return say.text("badge on its way to the printer")
        case Fate.WAITS:
            return say.text("the badge waits: look at the printer's lamp below")
        case _:
            assert_never(fate)


def of_the_badge_queued(queued: BadgeQueued, fate: Fate, say: Wording) -> str:
    """The words for what becomes of a badge that the operator asked for.

    If the badge cannot be printed and has a new code, the words name the code, because somebody may have written the
    former code on a badge by hand.
    """
    what = of_the_print(queued.not_drawn, fate, say)
    if not (queued.not_drawn and queued.replaces):
        return what
    code = say.text("The badge has a new code: {code}").format(code=Code(queued.code).in_groups)
    return f"{what} · {code}"


def of_many_prints(fates: Sequence[Fate], say: Wording) -> str:
    """The words for what becomes of several badges that were put in the print queue together."""
    printed = sum(fate is Fate.PRINTED for fate in fates)
    waits = len(fates) - printed
    parts = (
        say.many("{count} badge printed", "{count} badges printed", printed) if printed else "",
        say.many("{count} badge to be printed", "{count} badges to be printed", waits) if waits else "",
        say.text("look at the printer's lamp below") if Fate.WAITS in fates else "",
    )
    return " · ".join(filter(None, parts))


def of_the_arrival(answer: ArrivalAnswer, fate: Fate, say: Wording, *, is_selected: bool) -> str:
    """The words for what becomes of the badge of a delegate who has come to the desk; "" if there is nothing to say.

    Unless the delegate `is_selected`, no key is named, because the key would be for somebody else.
    """
    match answer.reception:
        case ArrivedBefore():
            return _of_no_print(answer.registration, say, is_selected=is_selected)
        case _ if answer.prints and answer.not_drawn:
            told = say.text("arrival recorded, the badge cannot be printed")
            name = _of_the_name(answer.registration.delegate, answer.not_drawn, say, is_selected=is_selected)
            return " · ".join((told, *name))
        case _ if answer.prints:
            return of_the_print((), fate, say)
        case Received() if answer.registration.badge is not None:
            return say.text("has a badge already")
        case _:
            return ""


def of_no_badge(
    badge: Badge, holder: Registration | None, say: Wording, *, is_selected: bool
) -> tuple[str, str]:
    """Why a badge that was read is not valid, and what the operator can do for its holder now ("" if nothing).

    `holder` is None if their registration was undone. Unless the holder `is_selected`, no key is named, because the
    key would be for somebody else.
    """
    why = say.revocation(badge)
    if holder is not None and holder.badge is not None:
        return say.text("Badge replaced."), ""
    if not badge.is_undone:
        invalid = say.refusal(Refusal.REVOKED)
        return (invalid if why == invalid else f"{invalid} {why}"), ""
    if holder is None or not is_selected or not gets_badge(holder.delegate, holder.arrivals):
        return why, ""
    if holder.arrivals.desk is None:
        return why, say.text("Enter receives this person with a new badge")
    return why, say.text("Ctrl+P prints a badge")


def _of_no_print(known: Registration, say: Wording, *, is_selected: bool) -> str:
    """The words that nothing was printed for somebody who had arrived before, and how a badge is printed."""
    if signs := signs_not_drawn(known.delegate):
        told = say.text("This badge cannot be printed.")
        return " · ".join((told, *_of_the_name(known.delegate, signs, say, is_selected=is_selected)))
    if not is_selected:
        return ""
    if known.badge is None:
        return say.text("nothing was printed; Ctrl+P prints a badge")
    return say.text("nothing was printed; Ctrl+P prints another badge")


def _of_the_name(
    delegate: Delegate, signs: Sequence[str], say: Wording, *, is_selected: bool
) -> Iterator[str]:
    """The words for what the operator can do about a name that no font can draw, and which characters these are."""
    if is_selected:
        yield (
            say.text("Ctrl+B prints the Latin name alone")
            if latin_alone_is_drawn(delegate)
            else say.text("correct the name (Ctrl+E)")
        )
    yield say.not_drawn(signs)
