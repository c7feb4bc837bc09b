"""The words for the mistake in a text that is nearly a badge code: a wrong, missing or extra character."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkin.domain.near_codes import Nearness
    from checkin.wording.language import Language


def how_near(say: Language, near: Nearness) -> str:
    """One sentence that tells the operator how a scanned or typed text differs from the code of a badge."""
    if near.sign:
        return say.text("No code has the sign “{sign}”: look at the characters once more.").format(
            sign=near.sign
        )
    if near.missing:
        return say.many(
            "{count} character is missing: a code has 16.",
            "{count} characters are missing: a code has 16.",
            near.missing,
        )
    return say.many(
        "There is {count} character too many: a code has 16.",
        "There are {count} characters too many: a code has 16.",
        near.extra,
    )
