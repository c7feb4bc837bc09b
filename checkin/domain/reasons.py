"""Why an act was done: a reason of a closed list, or the operator's own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Self


class Reason(StrEnum):
    """The reasons that can be chosen. `wording` has the words of each; the journal holds the code alone."""

    OWN_WORDS = "own_words"
    INVITED = "invited"
    SPEAKER = "speaker"
    ACCOMPANIES = "accompanies"
    PROTOCOL = "protocol"
    LOST = "lost"
    DAMAGED = "damaged"
    WRONG_DATA = "wrong_data"


OVERRIDE_REASONS: Final = (Reason.INVITED, Reason.SPEAKER, Reason.ACCOMPANIES, Reason.PROTOCOL)
"""Why somebody is let in against a refusal, in the order of the keys 1 to 4."""
REPRINT_REASONS: Final = (Reason.LOST, Reason.DAMAGED, Reason.WRONG_DATA)
"""Why a badge is replaced by another, in the order in which the reasons are offered."""


@dataclass(frozen=True, slots=True)
class Why:
    """A reason that was given. `words` is what the operator typed, "" where a reason was chosen."""

    reason: Reason
    words: str = ""

    @classmethod
    def typed(cls, words: str) -> Self:
        """A reason in the operator's own words."""
        return cls(Reason.OWN_WORDS, words)
