"""A burst of keys that can only come from a scanner, recognised by the short times between the keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checkin.scanning.before import Before

LEAST_CHARACTERS: Final = 6
"""The fewest characters of a scan; a burst of fewer is a hand falling on the keys."""

LONGEST_GAP_MS: Final = 50
"""The longest gap in a burst: a scanner's keys are 1 to 20 ms apart, but a busy computer may stamp one late."""

MEAN_GAP_MS: Final = 35
"""The longest average gap in a scanner's burst; the quickest typists need some 60 ms."""


@dataclass(frozen=True, slots=True)
class Burst:
    """A sequence of keys that followed each other without a pause; times are ms of the window system's clock."""

    text: str
    began_at: int
    last_at: int
    before: Before

    def is_a_scan_ended_at(self, at: int) -> bool:
        """Whether these keys can only come from a scanner, if the key that ends the scan was pressed at this time."""
        is_quick = at - self.began_at <= MEAN_GAP_MS * len(self.text)
        return len(self.text) >= LEAST_CHARACTERS and self.goes_on_at(at) and is_quick

    def goes_on_at(self, at: int) -> bool:
        """Whether a key pressed at this time still belongs to the burst."""
        return 0 <= at - self.last_at <= LONGEST_GAP_MS
