"""The answers of a desk after somebody was recorded as a substitute, as coming after all, or as a companion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.ui.arrivals.badge_words import names
from checkin.ui.arrivals.told import Told
from checkin.ui.theme import VERDICT_LOOKS, Look

if TYPE_CHECKING:
    from collections.abc import Callable

    from checkin.desk.represent import Substitution
    from checkin.domain.registration import Registration
    from checkin.wording import Wording


def of_substitution(done: Substitution) -> Callable[[Wording], Told]:
    """The answer that says who is excused, who represents them, and whether the substitute heads the delegation.

    The result is a function that words the answer in the language of its argument.
    """
    absent, substitute = done.absent.delegate, done.substitute.delegate

    def tell(say: Wording) -> Told:
        words = say.text("{name} is represented by {substitute}")
        heads = say.text("heads the delegation now, and keeps their own precedence") if done.heads else ""
        return Told(
            VERDICT_LOOKS[Look.ADMITTED],
            f"{say.text('EXCUSED')}   {words.format(name=names(absent), substitute=names(substitute))}",
            say.about(substitute.name, heads) if heads else "",
            about=absent.id,
        )

    return tell


def of_coming_after_all(done: Substitution) -> Callable[[Wording], Told]:
    """The answer about a delegate who was represented and comes after all; see `of_substitution` for the result."""
    absent = done.absent.delegate

    def tell(say: Wording) -> Told:
        heads = say.text("heads the delegation again") if done.heads else ""
        return Told(
            VERDICT_LOOKS[Look.ADMITTED],
            f"{say.text('COMES AFTER ALL')}   {names(absent)}",
            " · ".join(filter(None, (heads, say.text("Enter receives them")))),
            about=absent.id,
        )

    return tell


def of_companion(principal: Registration, companion: Registration) -> Callable[[Wording], Told]:
    """The answer about a person who accompanies `principal` and was only registered; see `of_substitution`."""

    def tell(say: Wording) -> Told:
        words = say.text("accompanies {name}").format(name=names(principal.delegate))
        return Told(
            VERDICT_LOOKS[Look.ADMITTED],
            f"{say.text('REGISTERED')}   {names(companion.delegate)}",
            words,
            about=companion.delegate.id,
        )

    return tell
