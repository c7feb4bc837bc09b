"""The words at a desk for what becomes of a badge, and for the person who gets the badge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.desk.name_on_badge import latin_alone_is_drawn
from checkin.domain.arriving import ArrivedBefore, Received

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checkin.desk.arrive import ArrivalAnswer
    from checkin.domain.delegates import Delegate
    from checkin.wording import Wording


def names(delegate: Delegate) -> str:
    """The delegate's names with their titles, as one text: in Latin script, and in the native script if known."""
    return "   ".join(filter(None, (delegate.titled_name, delegate.titled_other_name)))


def of_the_print(signs: Sequence[str], say: Wording, *, is_printing: bool) -> str:
    """The words that say what becomes of a badge in the print queue.

    `signs` are the characters of the name that no font has; if there are any, the badge cannot be printed.
    `is_printing` says whether the printer is ready.
    """
    if signs:
        return f"{say.text('This badge cannot be printed.')} {say.not_drawn(signs)}"
    if is_printing:
        return say.text("badge on its way to the printer")
    return say.text("the badge waits: look at the printer's lamp below")


def of_the_arrival(answer: ArrivalAnswer, say: Wording, *, is_printing: bool) -> str:
    """The words for what becomes of the badge of a delegate who has come to the desk; "" if there is nothing to say.

    `is_printing` says whether the printer is ready.
    """
    match answer.reception:
        case ArrivedBefore():
            return say.text("nothing was printed; Ctrl+P prints another badge")
        case _ if answer.prints and answer.not_drawn:
            return _of_the_name(answer, say)
        case _ if answer.prints:
            return of_the_print((), say, is_printing=is_printing)
        case Received() if answer.registration.badge is not None:
            return say.text("has a badge already")
        case _:
            return ""


def _of_the_name(answer: ArrivalAnswer, say: Wording) -> str:
    """The words that only the arrival is recorded, which characters no font has, and what the operator can do."""
    takes_latin = latin_alone_is_drawn(answer.registration.delegate)
    return " · ".join(
        (
            say.text("arrival recorded, the badge cannot be printed"),
            say.text("Ctrl+B prints the Latin name alone")
            if takes_latin
            else say.text("correct the name (Ctrl+E)"),
            say.not_drawn(answer.not_drawn),
        )
    )
