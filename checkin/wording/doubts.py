"""The sentences for doubts, which say what may be wrong with a person's details; doubts never prevent saving."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from checkin.domain.doubts import Doubtful

if TYPE_CHECKING:
    from checkin.domain.doubts import Doubt
    from checkin.wording.language import Language


def words(say: Language, doubt: Doubt) -> str:
    """The doubt as one sentence."""
    match doubt.kind:
        case Doubtful.LOOKS_LIKE:
            return say.text("Looks like {name}, who is registered already.").format(name=doubt.other)
        case Doubtful.NO_ADDRESS:
            return say.text("This is no e-mail address.")
        case Doubtful.PRECEDENCE_TWICE:
            return say.text("{name} has this place in the order of precedence too.").format(name=doubt.other)
        case Doubtful.UNKNOWN_DELEGATION:
            return say.text("The event knows no delegation of this name.")
        case Doubtful.PRINT_AGAIN:
            return say.text("The badge is printed already: it must be printed again.")
        case _:
            assert_never(doubt.kind)
