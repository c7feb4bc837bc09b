"""The words for why two participants may be one person."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from checkin.domain.alike import Why

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checkin.wording.language import Language


def why_alike(say: Language, reasons: Iterable[Why]) -> str:
    """The reasons why two participants may be one person, each as a sentence."""
    return " ".join(_sentence(say, why) for why in reasons)


def _sentence(say: Language, why: Why) -> str:  # noqa: C901, PLR0911 - a line for each
    match why:
        case Why.SAME_NAME:
            return say.text("The names are the same.")
        case Why.SPELT_OTHERWISE:
            return say.text("The names differ only in titles, accents or ways to write a letter.")
        case Why.ORDER:
            return say.text("The names have the same words in another order.")
        case Why.JOINED:
            return say.text("The names differ in what is written as one word.")
        case Why.SOUND:
            return say.text("The names sound alike.")
        case Why.LETTER:
            return say.text("The names differ in a letter.")
        case Why.INITIAL:
            return say.text("One of the names has only the first letter of a word.")
        case Why.ADDED:
            return say.text("One of the names has a further word.")
        case Why.OTHER_SCRIPT:
            return say.text("The names are alike, each in another script.")
        case Why.ADDRESS:
            return say.text("The e-mail address is the same.")
        case Why.NUMBER:
            return say.text("The phone number is the same.")
        case _:
            assert_never(why)
