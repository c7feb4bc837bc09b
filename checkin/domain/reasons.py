"""Reasons for an act: one from a closed list, or the operator's own words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Self


class Reason(StrEnum):
    """The reasons that an operator can choose. The journal holds only a reason's code; `wording` has its words."""

    OWN_WORDS = "own_words"
    INVITED = "invited"
    SPEAKER = "speaker"
    ACCOMPANIES = "accompanies"
    PROTOCOL = "protocol"
    LOST = "lost"
    DAMAGED = "damaged"
    WRONG_DATA = "wrong_data"


OVERRIDE_REASONS: Final = (Reason.INVITED, Reason.SPEAKER, Reason.ACCOMPANIES, Reason.PROTOCOL)
"""The reasons for letting somebody in despite a refusal, in the order of the keys 1 to 4."""
REPRINT_REASONS: Final = (Reason.LOST, Reason.DAMAGED, Reason.WRONG_DATA)
"""The reasons for replacing a badge with another, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Why:
    """The reason that an operator gave.

    `words` is the text that the operator typed, "" if a reason was chosen from the list.
    """

    reason: Reason
    words: str = ""

    @classmethod
    def typed(cls, words: str) -> Self:
        """Make a reason from the operator's own words."""
        return cls(Reason.OWN_WORDS, words)
