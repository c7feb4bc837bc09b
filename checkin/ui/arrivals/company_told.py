"""What the band says when somebody takes the place of another person, comes after all, or comes along."""

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
    """The words for who is excused, who comes in their place, and whether the substitute heads the delegation."""
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
    """The words for a delegate who was represented and comes after all."""
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
    """The words for a person who accompanies the principal, and who was only registered."""

    def tell(say: Wording) -> Told:
        words = say.text("accompanies {name}").format(name=names(principal.delegate))
        return Told(
            VERDICT_LOOKS[Look.ADMITTED],
            f"{say.text('REGISTERED')}   {names(companion.delegate)}",
            words,
            about=companion.delegate.id,
        )

    return tell
