"""Bursts of keys: keys that follow each other as quickly as those of a scanner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checkin.scanning.before import Before

LONGEST_GAP_MS: Final = 50
"""The longest gap in a burst: a scanner's keys are 1 to 20 ms apart, but a busy computer may stamp one late."""

MEAN_GAP_MS: Final = 35
"""The longest average gap in a scanner's burst; the quickest typists need some 60 ms."""


@dataclass(frozen=True, slots=True)
class Burst:
    """A sequence of keys with gaps of at most `LONGEST_GAP_MS`; when a person types, most bursts are a single key.

    `text` is what the keys give on a US keyboard, and `typed` what they give in the active keyboard layout. The two
    have the same length. Times are ms of the window system's clock. `before` is the state of the window before the
    first key.
    """

    text: str
    typed: str
    began_at: int
    last_at: int
    before: Before

    @property
    def is_quick(self) -> bool:
        """Whether the keys came more quickly than a person can type. A burst of one key is never quick."""
        return len(self.text) > 1 and self.last_at - self.began_at <= MEAN_GAP_MS * (len(self.text) - 1)

    def goes_on_at(self, at: int) -> bool:
        """Whether a key pressed at the time `at` (in ms) still belongs to the burst."""
        return 0 <= at - self.last_at <= LONGEST_GAP_MS

    def with_key(self, character: str, typed: str, at: int) -> Burst:
        """The burst with one more key."""
        return replace(self, text=self.text + character, typed=self.typed + typed, last_at=at)
